"""Bands: ranges of time that are painted behind the cards."""

from typing import NamedTuple

from PySide6.QtGui import QColor


class TimeBand(NamedTuple):
    """A range of time painted behind the cards; `first` and `last` are day numbers with fractions."""

    first: float
    last: float
    color: QColor
    label: str = ""
    """Its name, painted where no card is in the way; empty where the axis tells it."""
