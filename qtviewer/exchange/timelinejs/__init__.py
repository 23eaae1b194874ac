"""The JSON of TimelineJS: reader and writer."""
