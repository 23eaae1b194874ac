"""The SQLite store: all SQL is in this package."""
