"""Bands: named ranges of time that are painted behind the cards."""

from typing import NamedTuple


class TimeBand(NamedTuple):
    """A range of time painted behind the cards; `first` and `last` are day numbers with fractions."""

    first: float
    last: float
    label: str
