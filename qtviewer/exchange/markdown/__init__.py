"""Markdown documents: writer only."""
