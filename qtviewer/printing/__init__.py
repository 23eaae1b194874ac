"""Exports that Qt paints: PDF documents and posters, with the texts of `exchange` and the theme of the window."""
