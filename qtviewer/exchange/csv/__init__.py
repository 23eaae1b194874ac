"""Comma-separated lists: reader, writer and metadata."""
