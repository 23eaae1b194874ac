"""The lunar calendar: festivals that almanacs print, both directions, and where it ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.dates.lunar import (
    FESTIVALS,
    load_lunar_calendar,
    lunar_day,
    lunar_day_number,
    lunar_label,
    lunar_month_day_label,
    new_year_of,
)
from qtviewer.domain.errors import DateError

FIRST_DAY, LAST_DAY = day_number(1900, 1, 31), day_number(2100, 12, 31)
lunar_days = st.integers(FIRST_DAY, LAST_DAY)

FESTIVAL_DAYS = [
    ("春节", 1949, (1949, 1, 29)),
    ("春节", 2021, (2021, 2, 12)),
    ("春节", 2022, (2022, 2, 1)),
    ("春节", 2023, (2023, 1, 22)),
    ("春节", 2033, (2033, 1, 31)),
    ("元宵", 2022, (2022, 2, 15)),
    ("端午", 2021, (2021, 6, 14)),
    ("端午", 2022, (2022, 6, 3)),
    ("七夕", 2021, (2021, 8, 14)),
    ("中秋", 2020, (2020, 10, 1)),
    ("中秋", 2021, (2021, 9, 21)),
    ("中秋", 2022, (2022, 9, 10)),
    ("重阳", 2021, (2021, 10, 14)),
    ("腊八", 2021, (2022, 1, 10)),
]
LEAP_MONTHS = [(2017, 6), (2020, 4), (2023, 2), (2025, 6), (2033, 11)]


@pytest.mark.parametrize(("name", "lunar_year", "day"), FESTIVAL_DAYS)
def test_festivals_stand_where_almanacs_print_them(name: str, lunar_year: int, day: tuple[int, int, int]) -> None:
    """Each festival of a lunar year falls on its known civil day."""
    assert civil_day(lunar_day_number(lunar_year, *FESTIVALS[name])) == day


@pytest.mark.parametrize("day", [(2021, 2, 11), (2022, 1, 31), (2023, 1, 21), (2024, 2, 9)])
def test_new_years_eve_has_its_own_name(day: tuple[int, int, int]) -> None:
    """The last day of the lunar year is 除夕, whether its month has 29 days or 30, and the next is 正月初一."""
    assert lunar_month_day_label(day_number(*day)) == "除夕"
    assert lunar_month_day_label(day_number(*day) + 1) == "正月初一"


@given(st.integers(1901, 2100))
def test_each_year_has_one_new_years_eve(year: int) -> None:
    """The Spring Festival falls between 21 January and 21 February, and only the day before it is called 除夕."""
    new_year = new_year_of(year)
    assert day_number(year, 1, 21) <= new_year <= day_number(year, 2, 21)
    assert [day for day in range(new_year - 40, new_year + 3) if lunar_month_day_label(day) == "除夕"] == [new_year - 1]


@given(lunar_days)
def test_a_lunar_day_leads_back(number: int) -> None:
    """Every day from 1900 to 2100 has a lunar date, which is that of no other day."""
    day = lunar_day(number)
    assert day is not None
    assert lunar_day_number(day.year, day.month, day.day, leap=bool(day.leap)) == number


@given(st.integers(FIRST_DAY, LAST_DAY - 1))
def test_lunar_days_follow_one_another(number: int) -> None:
    """The day goes up by one within a month of 29 or 30 days, then the next month begins on its first."""
    today, tomorrow = lunar_day(number), lunar_day(number + 1)
    assert today is not None
    assert tomorrow is not None
    if tomorrow.day == 1:
        assert today.day in (29, 30)
        assert (tomorrow.year, tomorrow.month, tomorrow.leap) != (today.year, today.month, today.leap)
    else:
        assert tomorrow.day == today.day + 1


@pytest.mark.parametrize(("year", "month"), LEAP_MONTHS)
def test_leap_months(year: int, month: int) -> None:
    """A leap month follows the month of its number and says so in both languages; no other month of the year is one."""
    plain, leap = lunar_day_number(year, month, 1), lunar_day_number(year, month, 1, leap=True)
    assert leap - plain in (29, 30)
    assert "闰" in lunar_label(leap, "zh")
    assert "闰" not in lunar_label(plain, "zh")
    assert f"leap month {month}, day 1" in lunar_label(leap, "en")
    for other in set(range(1, 13)) - {month}:
        with pytest.raises(DateError, match=f"no leap month {other}"):
            lunar_day_number(year, other, 1, leap=True)


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        ((2021, 6, 28), "农历五月十九 · 辛丑牛年", "Lunar month 5, day 19 · Year of the Ox"),
        ((2022, 1, 31), "农历腊月廿九 · 辛丑牛年", "Lunar month 12, day 29 · Year of the Ox"),
        ((2022, 2, 1), "农历正月初一 · 壬寅虎年", "Lunar month 1, day 1 · Year of the Tiger"),
        ((2020, 5, 23), "农历闰四月初一 · 庚子鼠年", "Lunar leap month 4, day 1 · Year of the Rat"),
        ((1984, 2, 2), "农历正月初一 · 甲子鼠年", "Lunar month 1, day 1 · Year of the Rat"),
        ((2019, 12, 26), "农历腊月初一 · 己亥猪年", "Lunar month 12, day 1 · Year of the Pig"),
    ],
)
def test_labels(day: tuple[int, int, int], chinese: str, english: str) -> None:
    """Month, day, sexagenary year and animal: the year changes at the Spring Festival, not on 1 January."""
    number = day_number(*day)
    assert (lunar_label(number, "zh"), lunar_label(number, "en")) == (chinese, english)


def test_twelve_animals_come_round() -> None:
    """Twelve years have twelve different animals, and the thirteenth has the first again."""
    animals = [lunar_label(new_year_of(year), "en").rpartition(" ")[2] for year in range(2020, 2033)]
    assert animals[:3] == ["Rat", "Ox", "Tiger"]
    assert len(set(animals[:12])) == 12
    assert animals[12] == animals[0]


@given(st.integers(MIN_DAY, FIRST_DAY - 1) | st.integers(LAST_DAY + 1, MAX_DAY))
def test_days_outside_the_calendar_have_no_label(number: int) -> None:
    """Before 31 January 1900 and after 2100 nothing is said, rather than something wrong."""
    assert lunar_day(number) is None
    assert [lunar_label(number, "zh"), lunar_label(number, "en"), lunar_month_day_label(number)] == ["", "", ""]


def test_the_ends_of_the_calendar_have_labels() -> None:
    """The first and the last day that are known are shown."""
    assert lunar_month_day_label(FIRST_DAY) == "正月初一"
    assert lunar_month_day_label(LAST_DAY) == "腊月初一"


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2021, 12, 30), (2022, 13, 1), (2022, 0, 1), (2022, 1, 0), (2022, 1, 31), (1899, 12, 1), (2101, 1, 1), (-1, 1, 1)],
)
def test_what_the_lunar_calendar_lacks_is_refused(year: int, month: int, day: int) -> None:
    """A lunar day that does not exist, or of an unknown year, is a DateError that names it."""
    with pytest.raises(DateError, match=f"lunar year {year} has no month {month}, day {day}"):
        lunar_day_number(year, month, day)


@pytest.mark.parametrize("year", [1899, 2101])
def test_an_unknown_year_has_no_known_spring_festival(year: int) -> None:
    """Asking for the Spring Festival of a year that is not covered says so."""
    with pytest.raises(DateError, match="1900 to 2100"):
        new_year_of(year)


def test_loading_ahead_changes_nothing() -> None:
    """Loading the calendar before the first date, as often as one likes, gives the same answers."""
    before = lunar_label(day_number(2021, 6, 28), "zh")
    load_lunar_calendar()
    load_lunar_calendar()
    assert lunar_label(day_number(2021, 6, 28), "zh") == before
