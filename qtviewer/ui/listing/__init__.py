"""The list of events that the main window shows in place of the timeline."""
