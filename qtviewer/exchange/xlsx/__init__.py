"""Spreadsheets: reader and writer."""
