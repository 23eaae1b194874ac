"""Shared by the readers of all formats: columns, cells, rows, safety and reports."""
