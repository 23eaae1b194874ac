"""Dates as people type them: spans, parts of months, odd spacing, and every text that is no date."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.ambiguity import AmbiguousDateError
from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from tests.domain.dates.refusals import date_or_refusal
from tests.domain.dates.strategies import date_like_texts, event_dates

SPANS = [
    ("2022年1月29日—30日", "2022-01-29/2022-01-30"),
    ("2022年1月29日至2月2日", "2022-01-29/2022-02-02"),
    ("2022年1月29日到2022年2月2日", "2022-01-29/2022-02-02"),
    ("2022年1月29日-30日", "2022-01-29/2022-01-30"),
    ("2022年1月——3月", "2022-01/2022-03"),
    ("2022年1月29—30日", "2022-01-29/2022-01-30"),
    ("2022年1月29-30日", "2022-01-29/2022-01-30"),
    ("2022年一月二十九至三十日", "2022-01-29/2022-01-30"),
    ("2021年6—8月", "2021-06/2021-08"),
    ("2021年12月31日（周五）至2022年1月2日（周日）", "2021-12-31/2022-01-02"),
    ("2021年6月28日至2022年", "2021-06-28/2022"),
    ("28 June 2021 – 2022", "2021-06-28/2022"),
    ("2022年正月初一至正月三十", "2022-02-01/2022-03-02"),
    ("2022年除夕至正月初六", "2022-01-31/2022-02-06"),
    ("2022年1月29日至大年初二", "2022-01-29/2022-02-02"),
    ("2021年腊月廿三至除夕", "2022-01-25/2022-01-31"),
    ("2021年腊月廿三至腊月廿九", "2022-01-25/2022-01-31"),
    ("2021年冬月廿一至正月初八", "2021-12-24/2022-02-08"),
    ("2020年四月初一至闰四月初一", "2020-04-23/2020-05-23"),
    ("2013年—2021年", "2013/2021"),
    ("2013—2021年", "2013/2021"),
    ("2022-2024年", "2022/2024"),
    ("2022-2024", "2022/2024"),
    ("1990~1995", "1990/1995"),
    ("公元前221年至公元前206年", "-0220/-0205"),
    ("公元前221—前206年", "-0220/-0205"),
    ("公元前27年—公元14年", "-0026/0014"),
    ("公元前3000年—1949年", "-2999/1949"),
    ("January 29–30, 2022", "2022-01-29/2022-01-30"),
    ("January 29-30, 2022", "2022-01-29/2022-01-30"),
    ("Jan. 29 to 30 2022", "2022-01-29/2022-01-30"),
    ("221 – 206 BCE", "-0220/-0205"),
    ("221-206 BC", "-0220/-0205"),
    ("about 3000–2500 BCE", "-2999~/-2499"),
    ("27 BCE – 14 CE", "-0026/0014"),
    ("2021-07-23/2021", "2021-07-23/2021"),
    ("2021/2021-07-23", "2021/2021-07-23"),
    ("29–30 January 2022", "2022-01-29/2022-01-30"),
    ("29-30 January 2022", "2022-01-29/2022-01-30"),
    ("29 January to 2 February 2022", "2022-01-29/2022-02-02"),
    ("January 5 – February 3, 2022", "2022-01-05/2022-02-03"),
    ("January – March 2022", "2022-01/2022-03"),
    ("221 BCE – 206 BCE", "-0220/-0205"),
    ("2021-06-28 to 2021-06-30", "2021-06-28/2021-06-30"),
    ("2021-06-28 - 2021-06-30", "2021-06-28/2021-06-30"),
    ("2021.6.28 – 2021.6.30", "2021-06-28/2021-06-30"),
    ("2019年至今", "2019/.."),
    ("自2019年以来", "2019/.."),
    ("从2021年12月至今", "2021-12/.."),
    ("since 2019", "2019/.."),
    ("2019 to present", "2019/.."),
    ("2019 – now", "2019/.."),
    ("截至2019年5月", "../2019-05"),
    ("until May 2019", "../2019-05"),
    ("2021年12月至2022年2月间某日", "[2021-12..2022-02]"),
    ("A day between December 2021 and February 2022", "[2021-12..2022-02]"),
    ("2021年12月或更晚", "[2021-12..]"),
    ("February 2022 or earlier", "[..2022-02]"),
    ("2021年六月上旬", "[2021-06-01..2021-06-10]"),
    ("2021年6月中旬", "[2021-06-11..2021-06-20]"),
    ("2020年2月下旬", "[2020-02-21..2020-02-29]"),
    ("2021年12月初", "[2021-12-01..2021-12-10]"),
    ("二〇二一年十二月底", "[2021-12-21..2021-12-31]"),
    ("2021年2月末", "[2021-02-21..2021-02-28]"),
]
SPACING = [
    ("  2021 年 6 月 28 日 ", "2021-06-28"),
    ("２０２１年６月２８日", "2021-06-28"),
    ("２０２１／６／２８", "2021-06-28"),
    ("28   June\t2021", "2021-06-28"),
    ("2021年6月28日 星期一", "2021-06-28"),
    ("2021年6月28日周一", "2021-06-28"),
    ("2021年6月28日（星期一）", "2021-06-28"),
    ("2021年7月4日 礼拜天", "2021-07-04"),
    ("2021-06-28 (Monday)", "2021-06-28"),
    ("Mon, 28 June 2021", "2021-06-28"),
    ("28 June 2021, Monday", "2021-06-28"),
    (" 2021-06-28\n", "2021-06-28"),
    ("［2021-12..2022-02］", "[2021-12..2022-02]"),
]
YEARLESS = [
    ("六月上旬", 2021, "[2021-06-01..2021-06-10]"),
    ("正月初八", 2022, "2022-02-08"),
    ("除夕", 2022, "2022-01-31"),
    ("1月29日至2月2日", 2022, "2022-01-29/2022-02-02"),
    ("29 January – 2 February", 2022, "2022-01-29/2022-02-02"),
    ("6月", -5, "-0005-06"),
    ("2019年5月", 2022, "2019-05"),
    ("May 2019", 2022, "2019-05"),
    ("2019-05", 2022, "2019-05"),
]


@pytest.mark.parametrize(("text", "edtf"), SPANS + SPACING)
def test_forms(text: str, edtf: str) -> None:
    """Spans, open ends, parts of a month and untidy spacing are understood as exactly what they say."""
    assert format_edtf(read_date(text)) == edtf


def test_an_end_may_be_known_less_exactly_than_the_start_it_holds() -> None:
    """2021-07-23/2021 began on 23 July and ended some time that year: no earlier than it began."""
    date = read_date("2021-07-23/2021")
    assert (date.first_day, date.last_day) == (day_number(2021, 7, 23), day_number(2021, 12, 31))
    assert read_date(date_label(date, "en")) == read_date(date_label(date, "zh")) == date


@pytest.mark.parametrize(("text", "year", "edtf"), YEARLESS)
def test_the_given_year_fills_in_for_a_missing_one(text: str, year: int, edtf: str) -> None:
    """A text without a year stands in the given one; a year in the text goes before it."""
    assert format_edtf(read_date(text, year=year)) == edtf


@given(event_dates(), st.none() | st.integers(1900, 2100))
def test_the_stored_form_is_read(date: EventDate, year: int | None) -> None:
    """EDTF is one of the forms, whatever year is given beside it; a part of a year may look like a span, as 1909-27."""
    text = format_edtf(date)
    try:
        read = read_date(text, year=year)
        assert read == date or ("T" in text and read.first_day == date.first_day)  # a time has a field of its own
    except AmbiguousDateError:
        assert re.fullmatch(r"\d{4}-(2[1-9]|3\d|4[01])", text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2022年至2021年", "it ends before it starts"),
        ("5 – 3 March 2021", "it ends before it starts"),
        ("2022/2021", "it ends before it starts"),
        ("../..", "a date needs at least one known end"),
        ("2021-02-30/2021-03-02", "day 30 is not in month 2 of the year 2021"),
        ("2022年1月29日至31月2日", "month 31"),
        ("2021年13月上旬", "month 13"),
        ("29–30 January", "it needs a year"),
        ("since June", "it needs a year"),
        ("公元前221—206年", "the second year could be before or after the year 1"),
        ("公元前221年—206年", "the second year could be before or after the year 1"),
        ("2021年6月28日（星期二）", "that day is a Monday, not a Tuesday"),
        ("Sunday, 28 June 2021", "that day is a Monday, not a Sunday"),
        ("2021年6月 星期一", "only a whole day has a weekday"),
        ("since", "expected a date such as"),
        ("2021 to", "expected a date such as"),
        ("1月—2月—3月", "expected a date such as"),
        ("2021年正月初一至闰五月初一", "the lunar calendar soon after its start has no such day"),
    ],
)
def test_a_message_names_the_text_once_and_what_is_wrong(text: str, wrong: str) -> None:
    """One sentence: the text as typed, then the reason."""
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert str(caught.value).startswith(f"{text!r} is not a date: {wrong}")


@pytest.mark.parametrize("text", ["2021年" * 1000, "[" * 5000, "一" * 101 + "年", "2021-06-28" + " " * 91])
def test_an_endless_text_is_refused_and_shown_in_part(text: str) -> None:
    """A text longer than any date is not tried; the message shows its beginning."""
    with pytest.raises(DateError, match="longer than any date") as caught:
        read_date(text)
    assert text[:20] in str(caught.value)
    assert len(str(caught.value)) < 200


@given(st.text() | date_like_texts, st.none() | st.integers(-10_000, 10_000), st.sampled_from([None, "dmy", "mdy"]))
@settings(max_examples=1500, deadline=None)
def test_any_text_is_read_or_refused(text: str, year: int | None, order: DateOrder | None) -> None:
    """No text does anything else than give a date, which has a stored form, or a DateError that names the text."""
    outcome = date_or_refusal(lambda: read_date(text, year=year, order=order))
    if isinstance(outcome, str):
        shown = text if len(text) <= 100 else f"{text[:100]}…"
        assert outcome.startswith(f"{shown!r} is not a date: ")
    else:
        assert read_date(format_edtf(outcome)) == outcome
