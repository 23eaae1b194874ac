"""The kiosk's windows, pages and overlays, which also use widgets of the main window; for visitors and staff."""
