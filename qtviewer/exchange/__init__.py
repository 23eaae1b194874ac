"""Imports and exports, one module a format: rows in, a stream out, no Qt."""
