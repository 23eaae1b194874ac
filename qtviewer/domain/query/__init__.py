"""Queries for events: filters, their labels, facets, links, and filter relaxation."""
