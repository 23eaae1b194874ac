"""JSON lists: reader and writer."""
