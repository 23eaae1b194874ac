"""The one place where store, exchange and windows are wired together; a module for each kind of work."""
