"""Widgets that show and change the query: category chips, facets, the query bar and the search field."""
