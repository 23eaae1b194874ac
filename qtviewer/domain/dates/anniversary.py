"""Days of the year: the same month and day in many years, and the number of days between two of them."""

from collections.abc import Iterable, Iterator
from typing import Final

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, day_number

_LEAP_YEAR: Final = 2000
_DAYS: Final = 366
_CYCLE_YEARS: Final = 400
_CYCLE_DAYS: Final = 146_097
MAX_DAYS_APART: Final = _DAYS // 2

MonthDay = tuple[int, int]
"""Month 1-12 and day 1-31; (2, 29) is one, too."""


def month_day_in_years(years: Iterable[int], month_day: MonthDay) -> Iterator[int]:
    """Yield the Julian day numbers of a month and day in some years; only in leap years for the 29th of February."""
    for year in years:
        try:
            yield day_number(year, *month_day)
        except ValueError:
            continue


def days_around(years: range, month_day: MonthDay, reach: int) -> Iterator[tuple[int, int]]:
    """Yield for each year the first and last day of the days up to `reach` days before or after a day of the year.

    Each range may have a day more at either end, because of leap days. The years directly before and after `years` are
    included, as their ranges may reach into it.
    """
    month, day = month_day
    for year in range(years.start - 1, years.stop + 1):
        middle = _day_of_any_year(year, month, min(day, 28) if month == 2 else day)
        yield middle - reach - 1, middle + reach + 2  # a leap day may lie between, and be the day itself


def _day_of_any_year(year: int, month: int, day: int) -> int:
    """Return a Julian day number, also for years out of range; the calendar repeats itself every 400 years."""
    if year < MIN_YEAR:
        return day_number(year + _CYCLE_YEARS, month, day) - _CYCLE_DAYS
    if year > MAX_YEAR:
        return day_number(year - _CYCLE_YEARS, month, day) + _CYCLE_DAYS
    return day_number(year, month, day)


def days_until(start: MonthDay, target: MonthDay) -> int:
    """Return the number of days, 0-365, from one day of the year to the next `target`, in a leap year."""
    return (day_number(_LEAP_YEAR, *target) - day_number(_LEAP_YEAR, *start)) % _DAYS


def days_apart(one: MonthDay, other: MonthDay) -> int:
    """Return the number of days, 0-183, between two days of the year, forwards or backwards, whichever is shorter."""
    return min(days_until(one, other), days_until(other, one))
