"""The pane that tells one event or lists some; for the main window."""
