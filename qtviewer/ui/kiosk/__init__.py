"""The kiosk's shell over the widgets of the window."""
