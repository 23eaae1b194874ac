"""One point in time as people type it: Chinese, western and lunar forms."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.date_context import DateContext, DateOrder
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf, format_point
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.julian_calendar import LAST_JULIAN_YEAR, julian_day_number
from qtviewer.domain.dates.label import weekday_label
from qtviewer.domain.dates.points import read_point
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from tests.domain.dates.strategies import date_points

CHINESE = [
    ("2021年6月28日", "2021-06-28"),
    ("2021年06月28号", "2021-06-28"),
    ("2021年6月", "2021-06"),
    ("2021年", "2021"),
    ("二〇二一年六月", "2021-06"),
    ("二零二一年六月二十八日", "2021-06-28"),
    ("二○二一年十月三十一日", "2021-10-31"),
    ("二〇二一年十二月廿五日", "2021-12-25"),
    ("2021年十一月卅日", "2021-11-30"),
    ("一九四九年十月一日", "1949-10-01"),
    ("1990年代", "199X"),
    ("一九九〇年代", "199X"),
    ("20世纪90年代", "199X"),
    ("二十世纪九十年代", "199X"),
    ("20世纪0年代", "190X"),
    ("公元90年代", "009X"),
    ("19世纪", "18XX"),
    ("公元前3世纪", "-02XX"),
    ("公元前3301年", "-3300"),
    ("前221年", "-0220"),
    ("公元前1年", "0000"),
    ("公元79年8月24日", "0079-08-24"),
    ("618年", "0618"),
    ("约2022年1月", "2022-01~"),
    ("大约1993年", "1993~"),
    ("1993年前后", "1993~"),
    ("2022年1月左右", "2022-01~"),
    ("2022年1月（存疑）", "2022-01?"),
    ("约2022年1月（存疑）", "2022-01%"),
]
WESTERN = [
    ("28 Jun 2021", "2021-06-28"),
    ("28 June 2021", "2021-06-28"),
    ("June 28, 2021", "2021-06-28"),
    ("Jun. 28th, 2021", "2021-06-28"),
    ("1st of June 2021", "2021-06-01"),
    ("28-Jun-2021", "2021-06-28"),
    ("Monday, 28 June 2021", "2021-06-28"),
    ("29 february 2020", "2020-02-29"),
    ("June 2021", "2021-06"),
    ("SEPT 2021", "2021-09"),
    ("2021/6/28", "2021-06-28"),
    ("2021.6.28", "2021-06-28"),
    ("2021-6-28", "2021-06-28"),
    ("20210628", "2021-06-28"),
    ("2021.6", "2021-06"),
    ("2021/06", "2021-06"),
    ("28.6.2021", "2021-06-28"),
    ("6/28/2021", "2021-06-28"),
    ("13/12/2021", "2021-12-13"),
    ("12/13/2021", "2021-12-13"),
    ("04/04/2021", "2021-04-04"),
    ("1990s", "199X"),
    ("90s CE", "009X"),
    ("100s", "010X"),
    ("19th century", "18XX"),
    ("3rd century BC", "-02XX"),
    ("221 BC", "-0220"),
    ("221BCE", "-0220"),
    ("1 BCE", "0000"),
    ("79 AD", "0079"),
    ("24 August 79 CE", "0079-08-24"),
    ("15 March 44 BC", "-0043-03-15"),
    ("circa 1993", "1993~"),
    ("c. 1993", "1993~"),
    ("about January 2022", "2022-01~"),
    ("January 2022 (uncertain)", "2022-01?"),
]
LUNAR = [
    ("2022年正月初八", "2022-02-08"),
    ("二〇二二年正月初八", "2022-02-08"),
    ("2022年大年初二", "2022-02-02"),
    ("2021年腊月廿九", "2022-01-31"),
    ("2021年冬月廿一", "2021-12-24"),
    ("2021年农历五月十九", "2021-06-28"),
    ("2021年十月初一", "2021-11-05"),
    ("2020年闰四月初一", "2020-05-23"),
    ("2022年除夕", "2022-01-31"),
    ("2022年大年三十", "2022-01-31"),
    ("2023年除夕", "2023-01-21"),
    ("2022春节", "2022-02-01"),
    ("二〇二二年春节", "2022-02-01"),
    ("2022年元宵节", "2022-02-15"),
    ("2021年腊八", "2021-01-20"),
    ("2021年中秋节", "2021-09-21"),
]
LACKING = [
    ("2021年2月29日", "day 29 is not in month 2 of the year 2021"),
    ("31 April 2021", "day 31 is not in month 4 of the year 2021"),
    ("45 June 2021", "day 45"),
    ("1904 June 2021", "day 1904"),
    ("2021年13月", "month 13"),
    ("2021.0", "month 0"),
    ("10000年", "year 10000 is not between -9999 and 9999"),
    ("10001 BCE", "year -10000"),
    ("公元前0年", "no year 0"),
    ("0 CE", "no year 0"),
    ("0世纪", "no century 0"),
    ("1st century BCE", "write -0099/0000"),
    ("20世纪95年代", "no decade begins"),
    ("20世纪1990年代", "no century has the decade"),
    ("20世纪100年代", "no century has the decade"),
    ("公元前3世纪90年代", "decades before the year 1"),
    ("90s BCE", "decades before the year 1"),
    ("六月一二十三日", "一二十三 is not a number"),
    ("十十年", "十十 is not a number"),
    ("2021年28日", "a day needs its month"),
    ("2020年闰五月初一", "the lunar year 2020 has no leap month 5"),
    ("2022年腊月三十一", "the lunar year 2022 has no month 12, day 31"),
    ("1899年春节", "known from 1900 to 2100"),
]
UNREADABLE = [
    "", " ", "foo", "今天", "约", "(uncertain)", "28", "12:30", "Monday June 2021", "10am June 2021", "5pm 2021",
    "June 10h XYZ 2021", "Mayor 2021", "June June 2021", "五月十九", "10000", "202106",
    "10/2021/6", "June 28 29 2021",
]  # fmt: skip
YEARLESS = ["6月28日", "六月", "28 June", "June", "正月初八", "除夕", "大年初二", "春节", "about June", "六月上旬"]


@pytest.mark.parametrize(("text", "edtf"), CHINESE + WESTERN + LUNAR)
def test_forms(text: str, edtf: str) -> None:
    """Each way to write a point is understood as exactly that point, no more precise than it is written."""
    assert format_edtf(read_date(text)) == edtf


@pytest.mark.parametrize(("text", "wrong"), LACKING)
def test_a_date_that_cannot_be_is_explained(text: str, wrong: str) -> None:
    """What the calendar does not have is refused with the reason, never bent to something near it."""
    with pytest.raises(DateError) as caught:
        read_date(text, year=2021)
    assert str(caught.value).startswith(f"{text!r} is not a date: ")
    assert wrong in str(caught.value)


@pytest.mark.parametrize("text", UNREADABLE)
def test_other_texts_are_told_what_a_date_looks_like(text: str) -> None:
    """Words, times and half dates are refused with an example, even where a year is given."""
    with pytest.raises(DateError, match="expected a date such as"):
        read_date(text, year=2021)


@pytest.mark.parametrize("text", YEARLESS)
def test_a_missing_year_is_asked_for(text: str) -> None:
    """Without a year a text is refused; with one it is read in that year or, for 除夕, right before its new year."""
    with pytest.raises(DateError, match="it needs a year"):
        read_date(text)
    date = read_date(text, year=2022)
    assert day_number(2022) <= date.first_day <= date.last_day <= day_number(2022, 12, 31)


@pytest.mark.parametrize("text", ["21年6月", "79年", "90年代", "90s", "0s", "21年六月上旬", "九十年代"])
def test_a_short_year_is_not_guessed(text: str) -> None:
    """A year of two digits could be of any century: it is refused, not taken for one of the first."""
    with pytest.raises(DateError, match="needs its century"):
        read_date(text)


@pytest.mark.parametrize("text", ["03/04/2021", "3.4.2021", "03-04-2021"])
def test_day_and_month_in_either_order(text: str) -> None:
    """Where day and month could be exchanged, the text is refused until the order is given."""
    with pytest.raises(DateError, match="dmy or mdy"):
        read_date(text)
    assert format_edtf(read_date(text, order="dmy")) == "2021-04-03"
    assert format_edtf(read_date(text, order="mdy")) == "2021-03-04"


@pytest.mark.parametrize(("text", "order"), [("13/04/2021", "mdy"), ("04/13/2021", "dmy")])
def test_a_given_order_is_kept(text: str, order: DateOrder) -> None:
    """A text that reads only the other way round is refused once the order is given."""
    with pytest.raises(DateError, match="month 13"):
        read_date(text, order=order)


@given(st.dates(), st.sampled_from(get_args(DateOrder)))
def test_numbers_in_a_given_order(day: object, order: DateOrder) -> None:
    """Every day written with numbers in a known order is that day."""
    year = f"{day:%Y}".zfill(4)
    written = {"dmy": f"{day:%d/%m}/{year}", "mdy": f"{day:%m/%d}/{year}", "ymd": f"{year}/{day:%m/%d}"}[order]
    assert format_edtf(read_date(written, order=order)) == str(day)


def test_a_year_that_stands_last_is_refused_where_it_stands_first() -> None:
    """Whoever says that the year comes first does not mean the 13th of a month."""
    with pytest.raises(DateError, match="date order ymd"):
        read_date("13/04/2021", order="ymd")


@given(st.dates(), st.integers(0, 6), st.sampled_from(["zh", "en"]))
def test_a_weekday_has_to_be_the_right_one(day: date, named: int, lang: str) -> None:
    """A day beside its weekday is that day; beside any other it is refused."""
    number = day_number(day.year, day.month, day.day)
    text = f"{day} ({weekday_label(named, lang)})"
    julian = julian_day_number(day.year, day.month, day.day) % 7
    if named == day.weekday() or (day.year <= LAST_JULIAN_YEAR and named == julian):  # either calendar may be meant
        assert read_date(text).first_day == number
    else:
        with pytest.raises(DateError, match="that day is a "):
            read_date(text)


@given(date_points())
def test_edtf_is_a_form_too(point: DatePoint) -> None:
    """The stored form of a point is read as that point."""
    assert read_point(format_point(point), DateContext()) == point
