"""The only package that combines store, exchange and windows; for the command line."""
