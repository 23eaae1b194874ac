"""Dates as EDTF text, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.dates.edtf import format_edtf, format_point, parse_edtf, parse_point
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier
from qtviewer.domain.errors import DateError
from tests.domain.dates.refusals import date_or_refusal
from tests.domain.dates.strategies import date_like_texts, date_points, event_dates

CANONICAL = [
    ("2021-06-28", Precision.DAY, (2021, 6, 28), (2021, 6, 28)),
    ("2021-06", Precision.MONTH, (2021, 6, 1), (2021, 6, 30)),
    ("2021", Precision.YEAR, (2021, 1, 1), (2021, 12, 31)),
    ("199X", Precision.DECADE, (1990, 1, 1), (1999, 12, 31)),
    ("19XX", Precision.CENTURY, (1900, 1, 1), (1999, 12, 31)),
    ("000X", Precision.DECADE, (0, 1, 1), (9, 12, 31)),
    ("00XX", Precision.CENTURY, (0, 1, 1), (99, 12, 31)),
    ("-01XX", Precision.CENTURY, (-199, 1, 1), (-100, 12, 31)),
    ("2022-01~", Precision.MONTH, (2022, 1, 1), (2022, 1, 31)),
    ("2022-01?", Precision.MONTH, (2022, 1, 1), (2022, 1, 31)),
    ("2022-01%", Precision.MONTH, (2022, 1, 1), (2022, 1, 31)),
    ("2022-01-29/2022-01-30", Precision.INTERVAL, (2022, 1, 29), (2022, 1, 30)),
    ("2021-07-23/2021", Precision.INTERVAL, (2021, 7, 23), (2021, 12, 31)),
    ("2021/2021-07-23", Precision.INTERVAL, (2021, 1, 1), (2021, 7, 23)),
    ("2013~/2021?", Precision.INTERVAL, (2013, 1, 1), (2021, 12, 31)),
    ("2019/..", Precision.INTERVAL, (2019, 1, 1), civil_day(MAX_DAY)),
    ("../2019-05", Precision.INTERVAL, civil_day(MIN_DAY), (2019, 5, 31)),
    ("[2021-12..2022-02]", Precision.WITHIN, (2021, 12, 1), (2022, 2, 28)),
    ("[2021-12..]", Precision.WITHIN, (2021, 12, 1), civil_day(MAX_DAY)),
    ("[..2022-02]", Precision.WITHIN, civil_day(MIN_DAY), (2022, 2, 28)),
    ("-3300~", Precision.YEAR, (-3300, 1, 1), (-3300, 12, 31)),
    ("-0043-03-15", Precision.DAY, (-43, 3, 15), (-43, 3, 15)),
    ("0000", Precision.YEAR, (0, 1, 1), (0, 12, 31)),
    ("-9999-01-01/9999-12-31", Precision.INTERVAL, civil_day(MIN_DAY), civil_day(MAX_DAY)),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), CANONICAL)
def test_forms(text: str, precision: Precision, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """Every form of docs/content.md means its days and is written again as it was read."""
    date = parse_edtf(text)
    assert (date.precision, civil_day(date.first_day), civil_day(date.last_day)) == (precision, first, last)
    assert format_edtf(date) == text


@given(event_dates())
def test_a_date_survives_being_written(date: EventDate) -> None:
    """Reading what was written gives the same date: precision, ends and qualifiers."""
    assert parse_edtf(format_edtf(date)) == date


@given(date_points())
def test_a_point_survives_being_written(point: DatePoint) -> None:
    """Reading the text of a point gives the same point."""
    assert parse_point(format_point(point)) == point


@given(event_dates(), event_dates())
def test_different_dates_have_different_texts(one: EventDate, other: EventDate) -> None:
    """No two dates share a text, so the stored form loses nothing."""
    assert (format_edtf(one) == format_edtf(other)) == (one == other)


@pytest.mark.parametrize("qualifier", Qualifier)
def test_qualifiers(qualifier: Qualifier) -> None:
    """`~`, `?` and `%` are kept apart, at the end of any point."""
    date = parse_edtf(f"2021-06-28{qualifier}")
    assert date.start is not None
    assert date.start.qualifier is qualifier
    assert date.approximate == (qualifier is not Qualifier.SURE)


LACKING = [
    ("2021-02-29", "day 29 is not in month 2 of the year 2021"),
    ("1900-02-29", "day 29 is not in month 2 of the year 1900"),
    ("2021-06-00", "day 0"),
    ("2021-13", "month 13 is not between 1 and 12"),
    ("2021-00", "month 0 is not between 1 and 12"),
    ("2022/2021", "ends before it starts"),
    ("2022-01-29/2022-01-28", "ends before it starts"),
    ("2022-02/2022-01-31", "ends before it starts"),
    ("[2022..2021]", "ends before it starts"),
    ("../..", "at least one known end"),
    ("[..]", "at least one known end"),
    ("-0000", "the year 0 has no sign"),
    ("-00XX", "first century BCE"),
    ("2021-02-30/2022", "day 30"),
    ("2021/2022-13", "month 13"),
]
MALFORMED = [
    "", " ", "2021-6", "2021-6-28", "21-06-28", "20210628", "2021/06/28", " 2021", "2021\n",
    "2021 ", "12021", "-021", "+2021", "２０２１", "٢٠٢١", "19xx", "2021-21-01",
    "2021~~", "/", "2021/2022/2023", "2019/...", "[2021..2022", "[2021,]", "{}", "2021-06-28T25:00", "1950S", "Y2021E",
    "2021..2022]", "[2021/2022]", "..", "2021..2022", "[]", "28 June 2021",
    "六月上旬", "2021年", "y12021", "2021-W05",
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong"), LACKING)
def test_a_date_that_cannot_be_is_explained(text: str, wrong: str) -> None:
    """The message names the text and the part of it that the calendar does not have."""
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert str(caught.value).startswith(f"{text!r} is not a date: ")
    assert wrong in str(caught.value)


@pytest.mark.parametrize("text", MALFORMED)
def test_other_texts_are_told_what_edtf_looks_like(text: str) -> None:
    """A text of no EDTF form is refused by name, with examples of what is expected."""
    with pytest.raises(DateError) as caught:
        parse_edtf(text)
    assert str(caught.value).startswith(f"{text!r} is not a date: expected EDTF such as 2021-06-28")


@given(st.text() | date_like_texts | st.text("0123456789X-/.[]~?%", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text does anything else than give the date it writes, or a DateError that names it."""
    outcome = date_or_refusal(lambda: parse_edtf(text))
    if isinstance(outcome, str):
        assert outcome.startswith(f"{text!r} is not a date: ")
    else:
        assert format_edtf(outcome) == text
