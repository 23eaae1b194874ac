"""The dialogs that export and import files, and what they need from outside; for the main window."""
