"""Which events are wanted: the query, its filters in words, facets and links; for every view and export."""
