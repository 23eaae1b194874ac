"""The values that questions to a source of events and its answers are made of."""

from collections.abc import Sequence
from typing import NamedTuple


class Density(NamedTuple):
    """The count of the events of one category that begin, or end, in one bucket of a density histogram.

    `bucket` is the Julian day number of its time, with its fraction, divided by 4^level, rounded down. `size` is the
    number of events, `importance` the highest among them, `representative` the number of one event of that importance,
    for `heads_by_number`.
    """

    bucket: int
    category: str
    size: int
    importance: int
    representative: int


class BeginRange(NamedTuple):
    """A range of minutes, both included, in which some events of a category begin, except those with these ids."""

    category: str
    first_minute: int
    last_minute: int
    excluded_ids: frozenset[str]


class BeginSpan(NamedTuple):
    """When the first and the last of some events begin, as numbers of minutes."""

    first_minute: int
    last_minute: int
    end_minute: int
    """The last minute that the beginning of one of them can mean: that of the day, where no time of day is known."""

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes in which the first and the last of them begin."""
        return self.first_minute, self.last_minute


class Listing(NamedTuple):
    """All events of a list in its order, as three sequences of equal length.

    `numbers` are the numbers of the events, for `heads_by_number`; `days` the Julian day number on which each begins,
    or ends where its start is open; `units` the indexes in `date_order.UNITS` of the headings over them.
    """

    numbers: Sequence[int]
    days: Sequence[int]
    units: Sequence[int]
