"""Category chips, facets and search, which change the query; for the main window."""
