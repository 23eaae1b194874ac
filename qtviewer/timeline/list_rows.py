"""The rows of the list of events: the events, and in date order a heading before those of each month."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qtviewer.domain.answers import Listing
from qtviewer.domain.dates.date_order import heading_at
from qtviewer.domain.dates.event_date import DatePoint

_cached_heading = lru_cache(maxsize=100_000)(heading_at)


class ListRows(NamedTuple):
    """The rows of a list."""

    numbers: Sequence[int]
    """For each row the number of its event, or for a heading -1 - i, where i is its index in `headings`."""
    headings: Sequence[DatePoint]
    """Months, and years, decades and centuries for what is known no better, in their order."""

    def heading_at(self, row: int) -> DatePoint | None:
        """Return the heading in a row, or None for the row of an event."""
        number = self.numbers[row]
        return self.headings[-number - 1] if number < 0 else None

    def row_of(self, number: int) -> int | None:
        """Return the row of the event with a number, or None for an event that is not in the list."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return None


def rows_of(listing: Listing, *, with_headings: bool) -> ListRows:
    """Return the rows of a listing in its order, with headings if that is the order of dates (`with_headings`)."""
    if not with_headings:
        return ListRows(listing.numbers, ())
    numbers, headings, last = array("q"), list[DatePoint](), None
    for number, day, unit in zip(*listing, strict=True):
        heading = _cached_heading(day, unit)
        if heading is not last and heading != last:  # mostly the same object
            last = heading
            headings.append(heading)
            numbers.append(-len(headings))
        numbers.append(number)
    return ListRows(numbers, headings)
