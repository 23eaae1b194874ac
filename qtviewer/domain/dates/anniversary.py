"""Days of the year: the same month and day in many years, and how far two of them are apart."""

from collections.abc import Iterable, Iterator
from typing import Final

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, day_number

_LEAP_YEAR: Final = 2000
_DAYS: Final = 366
_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
MAX_DAYS_APART: Final = _DAYS // 2

MonthDay = tuple[int, int]
"""Month 1-12 and day 1-31; the 29th of February is one, too."""


def month_day_in_years(years: Iterable[int], month_day: MonthDay) -> Iterator[int]:
    """The days that have a month and day in some years, those of leap years only for the 29th of February."""
    for year in years:
        try:
            yield day_number(year, *month_day)
        except ValueError:
            continue


def days_around(years: range, month_day: MonthDay, reach: int) -> Iterator[tuple[int, int]]:
    """First and last day of a stretch in each year that holds every day of the year up to `reach` days away.

    The stretches of the years before and after reach into them, too, even where those are years nothing is dated in.
    """
    month, day = month_day
    for year in range(years.start - 1, years.stop + 1):
        middle = _day_of_any_year(year, month, min(day, 28) if month == 2 else day)
        yield middle - reach - 1, middle + reach + 2  # a leap day may lie between, and be the day itself


def _day_of_any_year(year: int, month: int, day: int) -> int:
    """The number of a day that every year has; the calendar repeats itself every 400 years."""
    if year < MIN_YEAR:
        return day_number(year + _CYCLE_YEARS, month, day) - _CYCLE_DAYS
    if year > MAX_YEAR:
        return day_number(year - _CYCLE_YEARS, month, day) + _CYCLE_DAYS
    return day_number(year, month, day)


def days_until(one: MonthDay, other: MonthDay) -> int:
    """How many days after a day of the year the other comes next, 0-365."""
    return (day_number(_LEAP_YEAR, *other) - day_number(_LEAP_YEAR, *one)) % _DAYS


def days_apart(one: MonthDay, other: MonthDay) -> int:
    """How many days of the year lie from one to the other, 0-183, whichever way is shorter."""
    return min(days_until(one, other), days_until(other, one))
