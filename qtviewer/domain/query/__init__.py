"""Queries for events: filters, their labels, facets, periods, links, and filter relaxation."""
