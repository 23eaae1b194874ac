"""The main window: header, menus, settings and history, around the timeline and the detail pane; for staff."""
