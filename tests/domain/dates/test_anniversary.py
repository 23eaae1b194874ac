"""Days of the year: the same one in many years, and how far two are apart."""

import datetime
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from qtviewer.domain.dates.anniversary import days_apart, days_around, days_until, month_day_in_years
from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number

month_days = st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)).map(lambda day: (day.month, day.day))
year_ranges = st.integers(MIN_YEAR, MAX_YEAR - 9).flatmap(
    lambda first: st.integers(1, 9).map(lambda length: range(first, first + length))
)


@given(years=year_ranges, month_day=month_days)
def test_each_year_has_the_day_once(years: range, month_day: tuple[int, int]) -> None:
    """The 29th of February only leap years."""
    days = [civil_day(number) for number in month_day_in_years(years, month_day)]
    assert {day[1:] for day in days} <= {month_day}
    assert [day.year for day in days] == [year for year in years if month_day != (2, 29) or _is_leap(year)]


def _is_leap(year: int) -> bool:
    return day_number(year, 12, 31) - day_number(year) == 365


@example(years=range(MIN_YEAR, MIN_YEAR + 1), month_day=(10, 1), near=(1, 1), reach=92)
@example(years=range(MAX_YEAR, MAX_YEAR + 1), month_day=(1, 1), near=(10, 1), reach=92)
@given(years=year_ranges, month_day=month_days, near=month_days, reach=st.integers(0, 183))
def test_what_is_near_is_in_a_stretch(
    years: range, month_day: tuple[int, int], near: tuple[int, int], reach: int
) -> None:
    """Every day of the year up to the reach away, in each of the years, is within one of the stretches."""
    stretches = list(days_around(years, month_day, reach))
    if days_apart(month_day, near) <= reach:
        for day in month_day_in_years(years, near):
            assert any(first <= day <= last for first, last in stretches)


@given(month_days, month_days)
def test_distances_go_round_the_year(one: tuple[int, int], other: tuple[int, int]) -> None:
    """There and back is a year, or nothing; the distance is the shorter way."""
    assert days_until(one, other) + days_until(other, one) == (0 if one == other else 366)
    assert days_apart(one, other) == days_apart(other, one) <= 183


def test_neighbours_are_one_day_apart() -> None:
    """New Year's Eve and New Year's Day, and the days around the 29th of February."""
    for one, other in pairwise([(12, 31), (1, 1), (1, 2)]):
        assert (days_until(one, other), days_apart(one, other)) == (1, 1)
    assert days_apart((2, 28), (3, 1)) == 2
