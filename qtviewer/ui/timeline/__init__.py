"""The painted timeline and overview, their input and accessibility; for the main window."""
