"""The rows of the list of events: the events, and in date order a heading before those of each month."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.source import Listing


class Month(NamedTuple):
    """A month (1-12) of an astronomical year; `month` is 0 for a year of which no month is known."""

    year: int
    month: int


class ListRows(NamedTuple):
    """The rows of a list."""

    numbers: Sequence[int]
    """For each row the number of its event, or for a heading -1 - i, where i is its index in `months`."""
    months: Sequence[Month]
    """The headings in their order."""

    def month_at(self, row: int) -> Month | None:
        """Return the month of the heading in a row, or None for the row of an event."""
        number = self.numbers[row]
        return self.months[-number - 1] if number < 0 else None

    def row_of(self, number: int) -> int | None:
        """Return the row of the event with a number, or None for an event that is not in the list."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return None


def rows_of(listing: Listing, *, with_months: bool) -> ListRows:
    """Return the rows of a listing in its order, with headings if that is the order of dates (`with_months`)."""
    if not with_months:
        return ListRows(listing.numbers, ())
    numbers, months = array("q"), list[Month]()
    for number, day, has_month in zip(*listing, strict=True):
        month = _month_of(day) if has_month else _month_of(day)._replace(month=0)
        if not months or months[-1] != month:
            months.append(month)
            numbers.append(-len(months))
        numbers.append(number)
    return ListRows(numbers, months)


@lru_cache(maxsize=100_000)
def _month_of(day: int) -> Month:
    year, month, _day = civil_day(day)
    return Month(year, month)
