"""Solar terms, festivals and the names of years: days that almanacs print, and the sun itself."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.calendar_days import (
    EVE,
    KNOWN_YEARS,
    NEW_YEAR,
    PUBLIC_HOLIDAYS,
    SOLAR_TERMS,
    festive_name,
    lunar_date_name,
    lunar_day_of_month,
    lunar_year_of,
    named_days,
    names_of_day,
    short_year_name,
    year_name,
)
from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.dates.lunar import new_year_of

years = st.integers(KNOWN_YEARS[0], KNOWN_YEARS[-1])
_TOLERANCE = 0.02  # degrees, half an hour: how well the formula of the sun and the clock of the calendar agree


def days_of(name: str, year: int) -> list[tuple[int, int]]:
    """Month and day of each day of a year that has a name."""
    return [civil_day(day.number)[1:] for day in named_days(year) if name in day.names]


@pytest.mark.parametrize(
    ("term", "year", "day"),
    [
        ("立春", 2021, (2, 3)), ("清明", 2021, (4, 4)), ("夏至", 2021, (6, 21)), ("冬至", 2021, (12, 21)),
        ("立春", 2022, (2, 4)), ("大寒", 2022, (1, 20)), ("立春", 1984, (2, 4)), ("秋分", 2000, (9, 23)),
    ],
)  # fmt: skip
def test_solar_terms_stand_where_almanacs_print_them(term: str, year: int, day: tuple[int, int]) -> None:
    """Each on its known day, which is not the same in every year."""
    assert days_of(term, year) == [day]


@given(years)
def test_the_sun_reaches_its_place_on_the_day_of_each_term(year: int) -> None:
    """Every 15 degrees of the sun's longitude, reckoned by Meeus, fall on the day that is named, in China's time."""
    for at, term in enumerate(SOLAR_TERMS):
        ((month, day),) = days_of(term, year)
        begins = day_number(year, month, day) - 0.5 - 8 / 24
        wanted = (285 + 15 * at) % 360
        before, after = (_degrees_from(wanted, sun_longitude(time)) for time in (begins, begins + 1))
        assert before <= _TOLERANCE, f"{term} {year} comes after its time"
        assert after >= -_TOLERANCE, f"{term} {year} comes before its time"


def sun_longitude(julian_date: float) -> float:
    """Apparent longitude of the sun in degrees, to 0.01."""
    t = (julian_date - 2_451_545) / 36_525
    mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    anomaly = math.radians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    return mean + centre - 0.00569 - 0.00478 * math.sin(math.radians(125.04 - 1934.136 * t))


def _degrees_from(wanted: float, longitude: float) -> float:
    return (longitude - wanted + 180) % 360 - 180


@pytest.mark.parametrize(
    ("festival", "year", "day"),
    [
        ("除夕", 2022, (1, 31)), ("春节", 2022, (2, 1)), ("元宵", 2022, (2, 15)), ("端午", 2021, (6, 14)),
        ("七夕", 2021, (8, 14)), ("中元", 2021, (8, 22)), ("中秋", 2021, (9, 21)), ("重阳", 2021, (10, 14)),
        ("腊八", 2022, (1, 10)), ("小年", 2022, (1, 26)), ("元旦", 2022, (1, 1)), ("劳动节", 2021, (5, 1)),
        ("国庆节", 2021, (10, 1)), ("端午", 2020, (6, 25)),
    ],
)  # fmt: skip
def test_festivals_stand_where_almanacs_print_them(festival: str, year: int, day: tuple[int, int]) -> None:
    """The traditional ones by the lunar calendar, 小年 on the 24th of its last month, the public ones by the civil."""
    assert day in days_of(festival, year)
    assert len(days_of(festival, year)) <= 2, "a civil year may see the last month of two lunar years"


@given(years)
def test_every_year_has_all_terms_in_order_and_the_eve_before_its_first_day(year: int) -> None:
    """24 terms about two weeks apart, and names on days of that year only."""
    days = named_days(year)
    terms = [(name, day.number) for day in days for name in day.names if name in SOLAR_TERMS]
    assert [name for name, _number in terms] == list(SOLAR_TERMS)
    assert all(13 <= after - before <= 17 for (_, before), (_, after) in pairwise(terms))
    assert [day.number for day in days] == sorted({day.number for day in days})
    assert {civil_day(day.number).year for day in days} == {year}
    named = {name: day.number for day in days for name in day.names}
    assert named[NEW_YEAR] == new_year_of(year)
    assert year == KNOWN_YEARS[0] or named[EVE] == new_year_of(year) - 1


def test_public_holidays_begin_with_the_republic_that_made_them() -> None:
    """1950 has the three of them, 1949 none."""
    assert [
        sum(name in PUBLIC_HOLIDAYS for day in named_days(year) for name in day.names) for year in (1949, 1950)
    ] == [
        0,
        3,
    ]


def test_days_are_named_in_both_languages() -> None:
    """In English the names that calendars in English have."""
    eve, spring = day_number(2022, 1, 31), day_number(2022, 2, 4)
    assert (names_of_day(eve, "zh"), names_of_day(eve, "en")) == (("除夕",), ("Lunar New Year's Eve",))
    assert (names_of_day(spring, "zh"), names_of_day(spring, "en")) == (("立春",), ("Start of Spring",))
    assert names_of_day(day_number(2022, 2, 15), "en") == ("Lantern Festival",)
    assert names_of_day(day_number(2020, 10, 1), "zh") == ("中秋", "国庆节")
    assert names_of_day(day_number(2022, 2, 8), "zh") == ()


def test_festive_days_have_the_name_people_call_them_by() -> None:
    """A festival or term, lunar dates from the day after 小年 to that before 元宵, and nothing on ordinary days."""
    days = [(2022, 1, 31), (2022, 1, 20), (2022, 1, 29), (2022, 2, 8), (2022, 1, 25), (2022, 2, 16), (2021, 6, 28)]
    assert [festive_name(day_number(*day), "zh") for day in days] == [
        "除夕",
        "大寒",
        "腊月廿七",
        "正月初八",
        "",
        "",
        "",
    ]
    assert festive_name(day_number(2022, 1, 29), "en") == "Lunar 12th month 27"


def test_lunar_days_and_years_are_named() -> None:
    """Month and day, leap months too; the year by stem, branch and animal, or by the animal."""
    eve, leap = day_number(2022, 1, 31), day_number(2020, 5, 23)
    assert (lunar_date_name(eve, "zh"), lunar_date_name(eve, "en")) == ("腊月廿九", "Lunar 12th month 29")
    assert (lunar_date_name(leap, "zh"), lunar_date_name(leap, "en")) == ("闰四月初一", "Lunar leap 4th month 1")
    assert lunar_day_of_month(eve, "zh") == "廿九"
    assert [year_name(2021, lang) for lang in ("zh", "en")] == ["辛丑牛年", "Year of the Ox"]
    assert [short_year_name(2021, lang) for lang in ("zh", "en")] == ["辛丑", "Ox"]
    assert [lunar_year_of(number) for number in (eve, eve + 1)] == [2021, 2022]


@pytest.mark.parametrize("number", [MIN_DAY, day_number(1899, 12, 31), day_number(2101, 1, 1), MAX_DAY])
def test_outside_the_known_years_nothing_has_a_name(number: int) -> None:
    """No names, no dates, no year, and no error."""
    assert named_days(civil_day(number).year) == ()
    assert names_of_day(number, "zh") == ()
    assert (lunar_date_name(number, "zh"), lunar_day_of_month(number, "zh"), lunar_year_of(number)) == ("", "", None)
