"""Imports and exports without Qt: a package for each format, and what formats share."""
