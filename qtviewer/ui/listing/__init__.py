"""The events as a table; for the main window."""
