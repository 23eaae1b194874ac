"""A desktop timeline of dated events."""

__version__ = "0.1.0"
