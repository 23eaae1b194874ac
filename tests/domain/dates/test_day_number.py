"""Day numbers against the calendar of the standard library, and beyond its years."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import (
    MAX_DAY,
    MAX_YEAR,
    MIN_DAY,
    MIN_YEAR,
    CivilDay,
    civil_day,
    day_number,
    month_length,
    weekday,
)
from tests.domain.dates.strategies import day_numbers

JULIAN_DAY_OF_ORDINAL_0 = 1_721_425
"""Julian day number of the day before 1 January of the year 1."""


@given(st.dates())
def test_agrees_with_the_standard_library(day: date) -> None:
    """From the year 1 to 9999 numbers, civil days and weekdays are those of `datetime.date`."""
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal() + JULIAN_DAY_OF_ORDINAL_0
    assert civil_day(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.weekday()


@given(day_numbers)
def test_civil_day_is_the_inverse(number: int) -> None:
    """A day number gives a civil day that gives the number again, in every supported year."""
    day = civil_day(number)
    assert MIN_YEAR <= day.year <= MAX_YEAR
    assert day_number(*day) == number


@given(st.integers(MIN_DAY, MAX_DAY - 1))
def test_the_next_number_is_the_next_day(number: int) -> None:
    """Days follow one another: the day goes up by one, or the next month or year begins."""
    today, tomorrow = civil_day(number), civil_day(number + 1)
    following_month = (today.year, today.month + 1, 1) if today.month < 12 else (today.year + 1, 1, 1)
    is_last = today.day == month_length(today.year, today.month)
    assert tomorrow == (following_month if is_last else (today.year, today.month, today.day + 1))
    assert weekday(number + 1) == (weekday(number) + 1) % 7


@given(st.integers(MIN_YEAR, MAX_YEAR), st.integers(1, 12))
def test_a_month_has_the_days_of_the_gregorian_calendar(year: int, month: int) -> None:
    """Month lengths repeat every 400 years, before the year 1 too."""
    same_year_of_cycle = (year - 1) % 400 + 1
    assert month_length(year, month) == monthrange(same_year_of_cycle, month)[1]


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (CivilDay(-4713, 11, 24), 0),
        (CivilDay(-4713, 11, 23), -1),
        (CivilDay(0, 12, 31), 1_721_425),
        (CivilDay(1, 1, 1), 1_721_426),
        (CivilDay(1858, 11, 17), 2_400_001),
        (CivilDay(2000, 1, 1), 2_451_545),
        (CivilDay(2021, 6, 28), 2_459_394),
        (CivilDay(MIN_YEAR, 1, 1), MIN_DAY),
        (CivilDay(MAX_YEAR, 12, 31), MAX_DAY),
    ],
)
def test_known_julian_days(day: CivilDay, number: int) -> None:
    """Epochs that astronomers publish, and the ends of what is supported."""
    assert day_number(*day) == number
    assert civil_day(number) == day


def test_months_and_days_default_to_the_first() -> None:
    """A year alone is its 1 January, a month alone its first day."""
    assert day_number(2021) == day_number(2021, 1, 1)
    assert day_number(2021, 6) == day_number(2021, 6, 1)


@pytest.mark.parametrize("year", [-4, 0, 4, 1600, 2000, 2020])
def test_leap_years_have_a_29_february(year: int) -> None:
    """Every fourth year is a leap year, 1 BCE and 5 BCE among them."""
    assert civil_day(day_number(year, 2, 29)) == (year, 2, 29)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2021, 2, 29),
        (1900, 2, 29),
        (-100, 2, 29),
        (2021, 4, 31),
        (2021, 0, 1),
        (2021, 13, 1),
        (2021, 1, 0),
        (-3300, 6, 31),
    ],
)
def test_what_the_calendar_does_not_have_is_refused(year: int, month: int, day: int) -> None:
    """A month or day that does not exist is a ValueError, not the next day that does."""
    with pytest.raises(ValueError, match=r"month|day"):
        day_number(year, month, day)


def test_known_weekdays() -> None:
    """28 June 2021 was a Monday, and so is every seventh day before and after it."""
    monday = day_number(2021, 6, 28)
    assert [weekday(monday + days) for days in range(-7, 8)] == [0, 1, 2, 3, 4, 5, 6] * 2 + [0]
