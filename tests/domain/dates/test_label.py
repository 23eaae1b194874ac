"""Dates in words: what people read, and that it can be read back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.label import (
    MONTHS,
    date_label,
    day_of_year_label,
    label_beside,
    short_label,
    weekday_label,
    year_label,
)
from qtviewer.domain.dates.reader import read_date
from tests.domain.dates.strategies import day_numbers, event_dates

LABELS = [
    ("2021-06-28", "2021年6月28日", "28 June 2021"),
    ("2021-06", "2021年6月", "June 2021"),
    ("2021", "2021年", "2021"),
    ("199X", "20世纪90年代", "1990s"),
    ("19XX", "20世纪", "20th century"),
    ("00XX", "1世纪", "1st century"),
    ("10XX", "11世纪", "11th century"),
    ("11XX", "12世纪", "12th century"),
    ("12XX", "13世纪", "13th century"),
    ("20XX", "21世纪", "21st century"),
    ("21XX", "22世纪", "22nd century"),
    ("-02XX", "公元前3世纪", "3rd century BCE"),
    ("-3300~", "约公元前3301年", "about 3301 BCE"),
    ("0000", "公元前1年", "1 BCE"),
    ("0079-08-24", "公元79年8月24日", "24 August 79 CE"),
    ("009X", "公元90年代", "90s CE"),
    ("0999", "公元999年", "999 CE"),
    ("1000", "1000年", "1000"),
    ("9999-12-31", "9999年12月31日", "31 December 9999"),
    ("2022-01~", "约2022年1月", "about January 2022"),
    ("2022-01?", "2022年1月（存疑）", "January 2022 (uncertain)"),
    ("2022-01%", "约2022年1月（存疑）", "about January 2022 (uncertain)"),
    ("2022-01-29/2022-01-30", "2022年1月29日—30日", "29–30 January 2022"),
    ("2022-01-31/2022-02-06", "2022年1月31日—2月6日", "31 January – 6 February 2022"),
    ("2021-12-31/2022-01-02", "2021年12月31日—2022年1月2日", "31 December 2021 – 2 January 2022"),
    ("2022-01/2022-03", "2022年1月—3月", "January–March 2022"),
    ("2022-01~/2022-03", "约2022年1月—2022年3月", "about January 2022 – March 2022"),
    ("2013/2021", "2013年—2021年", "2013–2021"),
    ("2021-07-23/2021", "2021年7月23日—2021年", "23 July 2021 – 2021"),
    ("2019/..", "2019年至今", "since 2019"),
    ("../2019-05", "截至2019年5月", "until May 2019"),
    ("[2021-12..2022-02]", "2021年12月至2022年2月间某日", "a day between December 2021 and February 2022"),
    ("[2022-01-21..2022-01-31]", "2022年1月21日至31日间某日", "a day between 21 January 2022 and 31 January 2022"),
    ("[2021-12..]", "2021年12月或更晚", "December 2021 or later"),
    ("[..2022-02]", "2022年2月或更早", "February 2022 or earlier"),
]

SHORT_LABELS = [
    ("2021-06-28", "6月28日", "28 Jun"),
    ("2021-06", "6月", "Jun"),
    ("2021", "2021年", "2021"),
    ("199X", "20世纪90年代", "1990s"),
    ("2022-01-29/2022-01-30", "1月29—30日", "29–30 Jan"),
    ("2022-01-31/2022-02-06", "1月31日—2月6日", "31 Jan–6 Feb"),
    ("2022-01/2022-03", "1月—3月", "Jan–Mar"),
    ("2022-01/2022-03-05", "1月—3月5日", "Jan–5 Mar"),
    ("2022-01-30/2022-01-30", "1月30日", "30 Jan"),
    ("[2022-01-21..2022-01-31]", "1月21—31日间", "21–31 Jan, one day"),
    ("[2022-01..2022-02]", "1月—2月间", "Jan–Feb, one day"),
    ("2022-01~", "约1月", "about Jan"),
    ("2022-01?", "1月？", "Jan?"),
    ("2022-01%", "约1月？", "about Jan?"),
    ("2022-01-05/2022-01-07~", "约1月5—7日", "about 5–7 Jan"),
    ("2022-01-05?/2022-01-07", "1月5—7日？", "5–7 Jan?"),
    ("2021-12-31/2022-01-02", "2021年12月31日—2022年1月2日", "31 December 2021 – 2 January 2022"),
    ("2021-12/..", "2021年12月至今", "since December 2021"),
    ("[..2022-02]", "2022年2月或更早", "February 2022 or earlier"),
]


@pytest.mark.parametrize(("edtf", "chinese", "english"), LABELS)
def test_full_labels(edtf: str, chinese: str, english: str) -> None:
    """Each kind of date in the words of both languages."""
    date = parse_edtf(edtf)
    assert (date_label(date, "zh"), date_label(date, "en")) == (chinese, english)


@pytest.mark.parametrize(("edtf", "chinese", "english"), SHORT_LABELS)
def test_short_labels(edtf: str, chinese: str, english: str) -> None:
    """A card beside an axis leaves the year out where month or day say enough, and keeps every doubt."""
    date = parse_edtf(edtf)
    assert (short_label(date, "zh"), short_label(date, "en")) == (chinese, english)


def test_a_time_of_day_is_written_after_the_date() -> None:
    """In full, on cards, and beside other dates."""
    date, other = parse_edtf("2022-02-15~"), parse_edtf("2021")
    assert (date_label(date, "zh", "15:20"), short_label(date, "zh", "15:20")) == (
        "约2022年2月15日 15:20",
        "约2月15日 15:20",
    )
    assert label_beside(date, date, "en", "15:20") == "about 15 Feb 15:20"
    assert label_beside(date, other, "en", "15:20") == "about 15 February 2022 15:20"


@given(event_dates(), st.sampled_from(["zh", "en"]))
@settings(max_examples=500)
def test_a_label_is_read_back(date: EventDate, lang: str) -> None:
    """What a label says is the whole date: reading it gives the same one."""
    assert read_date(date_label(date, lang)) == date


@given(event_dates(), event_dates(), st.sampled_from(["zh", "en"]))
def test_different_dates_have_different_labels(one: EventDate, other: EventDate, lang: str) -> None:
    """Nothing that a date says is lost in its label: an interval and a day in a range look different."""
    assert (date_label(one, lang) == date_label(other, lang)) == (one == other)


@given(event_dates())
def test_any_other_language_reads_english(date: EventDate) -> None:
    """A store may hold a third language; its dates are then in English."""
    assert date_label(date, "fr") == date_label(date, "en")
    assert short_label(date, "fr") == short_label(date, "en")


@given(event_dates(), st.sampled_from(["zh", "en"]))
def test_a_short_label_is_not_longer(date: EventDate, lang: str) -> None:
    """A short label never takes more room than the full one."""
    assert 0 < len(short_label(date, lang)) <= len(date_label(date, lang))


@given(day_numbers)
def test_a_week_has_seven_names(number: int) -> None:
    """Seven days in a row have seven different names, and the eighth day has the first name again."""
    for lang in ("zh", "en"):
        names = [weekday_label(number + days, lang) for days in range(8)]
        assert len(set(names)) == 7
        assert names[7] == names[0]


def test_weekdays_and_months() -> None:
    """28 June 2021 was a Monday; the sixth month is June."""
    assert weekday_label(day_number(2021, 6, 28), "zh") == "星期一"
    assert weekday_label(day_number(2021, 6, 27), "zh") == "星期日"
    assert weekday_label(day_number(2021, 6, 28), "en") == "Monday"
    assert (len(MONTHS), MONTHS[5]) == (12, "June")


def test_days_of_the_year_are_named_in_both_languages() -> None:
    """Month and day without a year."""
    assert [day_of_year_label((6, 28), lang) for lang in ("zh", "en")] == ["6月28日", "28 June"]


@pytest.mark.parametrize(
    ("year", "chinese", "english"),
    [(2021, "2021", "2021"), (14, "公元14年", "14 CE"), (0, "公元前1年", "1 BCE"), (-43, "公元前44年", "44 BCE")],
)
def test_years_where_there_is_little_room(year: int, chinese: str, english: str) -> None:
    """A bare number where it looks like a year; the astronomical -43 is 44 BCE."""
    assert (year_label(year, "zh"), year_label(year, "en")) == (chinese, english)


@pytest.mark.parametrize(
    ("edtf", "other", "label"),
    [
        ("2021-10-14", "2021-10-15", "14 Oct"),
        ("1421-10-14", "2021-10-15", "14 October 1421"),
        ("2021-10-14", "2019/2021", "14 October 2021"),
        ("-0043-03-15", "-0042-03-15", "15 March 44 BCE"),
        ("2021", "2021-10-15", "2021"),
        ("../2018", "2018-10-15", "until 2018"),
    ],
)
def test_beside_an_event_of_another_year_the_year_is_told(edtf: str, other: str, label: str) -> None:
    """A day that is 600 years away is no day of this year."""
    assert label_beside(parse_edtf(edtf), parse_edtf(other), "en") == label
