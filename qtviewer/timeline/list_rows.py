"""The rows of a list of events: with a heading before each month, or year, where they are in date order."""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.source import Listing


class Month(NamedTuple):
    """A month of an astronomical year; `month` is 0 for what is known by the year alone."""

    year: int
    month: int


class ListRows(NamedTuple):
    """Numbers of events, and for a heading a number below 0: its place in `months` counted from -1 down."""

    numbers: Sequence[int]
    months: Sequence[Month]

    def month_at(self, row: int) -> Month | None:
        """The month a heading names; None where there is an event."""
        number = self.numbers[row]
        return self.months[-number - 1] if number < 0 else None

    def row_of(self, number: int) -> int | None:
        """The row of an event."""
        try:
            return self.numbers.index(number)
        except ValueError:
            return None


def rows_of(listing: Listing, *, with_months: bool) -> ListRows:
    """The rows of a listing, in its order."""
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
