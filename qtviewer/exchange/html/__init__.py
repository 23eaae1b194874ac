"""Web pages: writer only."""
