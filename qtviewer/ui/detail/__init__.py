"""The detail pane of the main window: one event in full, a list of events, or an introduction to the chronicle."""
