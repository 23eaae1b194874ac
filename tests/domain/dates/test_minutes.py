"""Minutes of events: from the time of day where the day is known, else from the days alone."""

import pytest
from hypothesis import given

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.minutes import days_of_minutes, is_time_of_day, minutes_of_days, minutes_of_event
from tests.domain.dates.strategies import event_dates

JUNE_28 = day_number(2021, 6, 28)


@pytest.mark.parametrize(
    ("date", "time", "first", "last"),
    [
        ("2021-06-28", "", (JUNE_28, 0), (JUNE_28, 1439)),
        ("2021-06-28", "00:00", (JUNE_28, 0), (JUNE_28, 0)),
        ("2021-06-28~", "14:30", (JUNE_28, 870), (JUNE_28, 870)),
        ("2021-06-28/2021-06-30", "14:30", (JUNE_28, 870), (JUNE_28 + 2, 1439)),
        ("2021-06-28/2021-06-28", "23:59", (JUNE_28, 1439), (JUNE_28, 1439)),
        ("2021-06", "14:30", (JUNE_28 - 27, 0), (JUNE_28 + 2, 1439)),
        ("2021-06/2021-07-01", "14:30", (JUNE_28 - 27, 0), (JUNE_28 + 3, 1439)),
        ("[2021-06-28..2021-06-30]", "14:30", (JUNE_28, 0), (JUNE_28 + 2, 1439)),
    ],
)
def test_a_time_says_where_an_event_of_a_known_day_begins(
    date: str, time: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    """Without an end it is a minute; an interval lasts until the end of its last day; an unknown day has no hours."""
    minutes = minutes_of_event(parse_edtf(date), time)
    assert [divmod(minute, 1440) for minute in minutes] == [first, last]


@given(date=event_dates())
def test_an_event_without_a_time_has_all_minutes_of_its_days(date: EventDate) -> None:
    """Also before day 0, in both directions."""
    minutes = minutes_of_event(date, "")
    assert minutes == minutes_of_days((date.first_day, date.last_day))
    assert days_of_minutes(minutes) == (date.first_day, date.last_day)


@pytest.mark.parametrize("text", ["", "24:00", "9:30", "09:60", "09:30:00", "9 am", "0９:30"])
def test_what_is_no_time_of_day_is_told_apart(text: str) -> None:
    """Only HH:MM is one."""
    assert not is_time_of_day(text)
    assert is_time_of_day("09:30")
