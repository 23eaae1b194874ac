"""A desktop viewer that shows dated events on a timeline."""

__version__ = "0.1.0"
