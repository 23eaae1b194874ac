"""Julian day numbers of the proleptic Gregorian calendar: one integer a day, for any supported year.

Years are astronomical: 0 is 1 BCE, -3300 is 3301 BCE. Day 2,459,394 is 28 June 2021.
"""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

MIN_YEAR: Final = -9999
MAX_YEAR: Final = 9999

_DAYS_IN_400_YEARS: Final = 146_097
_DAY_BEFORE_YEAR_1: Final = 1_721_425
_CACHED_DAYS: Final = 10_000  # an axis asks for the same days in every frame


class CivilDay(NamedTuple):
    """A day of the calendar: astronomical year, month 1-12, day 1-31."""

    year: int
    month: int
    day: int


@lru_cache(_CACHED_DAYS)
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the Julian day number of a civil day; ValueError when the calendar has no such day."""
    cycles, year_of_cycle = divmod(year - 1, 400)
    ordinal = date(year_of_cycle + 1, month, day).toordinal()
    return ordinal + _DAY_BEFORE_YEAR_1 + cycles * _DAYS_IN_400_YEARS


@lru_cache(_CACHED_DAYS)
def civil_day(number: int) -> CivilDay:
    """Return the civil day of a Julian day number, the inverse of `day_number`."""
    cycles, ordinal = divmod(number - _DAY_BEFORE_YEAR_1 - 1, _DAYS_IN_400_YEARS)
    day = date.fromordinal(ordinal + 1)
    return CivilDay(day.year + cycles * 400, day.month, day.day)


def month_length(year: int, month: int) -> int:
    """Return the number of days in a month, 28-31."""
    next_year, next_month = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_number(next_year, next_month) - day_number(year, month)


def weekday(number: int) -> int:
    """Return the day of the week of a Julian day number, Monday 0 to Sunday 6."""
    return number % 7


MIN_DAY: Final = day_number(MIN_YEAR)
MAX_DAY: Final = day_number(MAX_YEAR, 12, 31)
