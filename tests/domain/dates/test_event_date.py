"""What dates may say, which days they can mean, and what no date can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier
from qtviewer.domain.errors import DateError, ViewerError
from tests.domain.dates.strategies import POINT_PRECISIONS, date_points, day_numbers, event_dates, point_holding

TWO_ENDED = (Precision.INTERVAL, Precision.WITHIN)


@given(day_numbers)
def test_each_precision_lies_inside_the_next_wider_one(number: int) -> None:
    """Day in month in year in decade in century: the wider point covers the narrower one that shares a day with it."""
    points = [point for precision in POINT_PRECISIONS if (point := point_holding(number, precision)) is not None]
    for narrow, wide in pairwise(points):
        assert wide.first_day <= narrow.first_day <= number <= narrow.last_day <= wide.last_day


@given(date_points())
def test_a_point_fills_exactly_its_span(point: DatePoint) -> None:
    """The day before a point and the day after it fall into its neighbours, every day between into the point."""
    inside = {point.first_day, point.last_day, (point.first_day + point.last_day) // 2}
    outside = {day for day in (point.first_day - 1, point.last_day + 1) if MIN_DAY <= day <= MAX_DAY}
    assert all(point_holding(day, point.precision, point.qualifier) == point for day in inside)
    assert all(point_holding(day, point.precision, point.qualifier) != point for day in outside)


@pytest.mark.parametrize(
    ("point", "first", "last"),
    [
        (DatePoint(Precision.DAY, 2020, 2, 29), (2020, 2, 29), (2020, 2, 29)),
        (DatePoint(Precision.MONTH, 2021, 2), (2021, 2, 1), (2021, 2, 28)),
        (DatePoint(Precision.MONTH, 9999, 12), (9999, 12, 1), (9999, 12, 31)),
        (DatePoint(Precision.YEAR, 2021), (2021, 1, 1), (2021, 12, 31)),
        (DatePoint(Precision.YEAR, 0), (0, 1, 1), (0, 12, 31)),
        (DatePoint(Precision.DECADE, 1990), (1990, 1, 1), (1999, 12, 31)),
        (DatePoint(Precision.DECADE, 0), (0, 1, 1), (9, 12, 31)),
        (DatePoint(Precision.CENTURY, 1900), (1900, 1, 1), (1999, 12, 31)),
        (DatePoint(Precision.CENTURY, 9900), (9900, 1, 1), (9999, 12, 31)),
        (DatePoint(Precision.CENTURY, -199), (-199, 1, 1), (-100, 12, 31)),
        (DatePoint(Precision.CENTURY, -9999), (-9999, 1, 1), (-9900, 12, 31)),
    ],
)
def test_first_and_last_day(point: DatePoint, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """The earliest and the latest day a point can mean, at the ends of the calendar too."""
    assert (civil_day(point.first_day), civil_day(point.last_day)) == (first, last)


@pytest.mark.parametrize(
    ("precision", "year", "month", "day", "wrong"),
    [
        (Precision.YEAR, 10_000, 1, 1, "year 10000"),
        (Precision.YEAR, -10_000, 1, 1, "year -10000"),
        (Precision.MONTH, 2021, 13, 1, "month 13"),
        (Precision.MONTH, 2021, 0, 1, "month 0"),
        (Precision.DAY, 2021, 2, 29, "day 29"),
        (Precision.DAY, 2021, 6, 0, "day 0"),
        (Precision.DECADE, 1995, 1, 1, "no decade"),
        (Precision.DECADE, -10, 1, 1, "no decade"),
        (Precision.CENTURY, 1950, 1, 1, "no century"),
        (Precision.CENTURY, -99, 1, 1, "no century"),
        (Precision.CENTURY, -200, 1, 1, "no century"),
        (Precision.INTERVAL, 2021, 1, 1, "no interval"),
        (Precision.WITHIN, 2021, 1, 1, "no within"),
    ],
)
def test_no_point_that_the_calendar_lacks(precision: Precision, year: int, month: int, day: int, wrong: str) -> None:
    """A point outside the calendar is refused, and the message names the part that is wrong."""
    with pytest.raises(DateError, match=wrong):
        DatePoint(precision, year, month, day)


@given(event_dates())
def test_bounds_are_ordered(date: EventDate) -> None:
    """The first day is never after the last, and both are days of the calendar."""
    assert MIN_DAY <= date.first_day <= date.last_day <= MAX_DAY


@given(date_points())
def test_a_date_at_a_point_means_its_days(point: DatePoint) -> None:
    """A date that is one point has its precision, its days and its doubt."""
    date = EventDate.from_point(point)
    assert (date.precision, date.first_day, date.last_day) == (point.precision, point.first_day, point.last_day)
    assert date.approximate == (point.qualifier is not Qualifier.SURE)


@given(st.sampled_from(TWO_ENDED), date_points(), date_points())
def test_two_ends_are_accepted_in_one_order_only(kind: Precision, start: DatePoint, end: DatePoint) -> None:
    """The last day of the end may not stand before the first day of the start: only then can it not be so."""
    if start.first_day <= end.last_day:
        date = EventDate(kind, start, end)
        assert (date.first_day, date.last_day) == (start.first_day, end.last_day)
        assert date.approximate == any(point.qualifier is not Qualifier.SURE for point in (start, end))
    else:
        with pytest.raises(DateError, match="ends before it starts"):
            EventDate(kind, start, end)


@given(date_points(), st.sampled_from(TWO_ENDED))
def test_an_open_end_reaches_to_the_end_of_time(point: DatePoint, kind: Precision) -> None:
    """What has no known start may have begun on the first day there is, what has no known end may last to the last."""
    without_start, without_end = EventDate(kind, None, point), EventDate(kind, point, None)
    assert (without_start.first_day, without_start.last_day) == (MIN_DAY, point.last_day)
    assert (without_end.first_day, without_end.last_day) == (point.first_day, MAX_DAY)


@given(point=date_points(), kind=st.sampled_from(TWO_ENDED), today=day_numbers)
def test_an_open_end_goes_on_up_to_today(point: DatePoint, kind: Precision, today: int) -> None:
    """What began by then lasts until today and no longer; what is still to begin lasts as long as its beginning may be.

    Any other date is the same on every day.
    """
    date = EventDate(kind, point, None)
    assert date.last_day_on(today) == (today if point.last_day <= today else point.last_day)
    assert date.last_day_on(MAX_DAY) == date.last_day
    assert date.known_last_day == date.known_days[1] == point.last_day
    for closed in (EventDate(kind, point, point), EventDate(kind, None, point), EventDate.from_point(point)):
        assert closed.last_day_on(today) == closed.last_day == closed.known_last_day


@pytest.mark.parametrize("kind", TWO_ENDED)
def test_a_date_knows_something(kind: Precision) -> None:
    """Both ends open is no date."""
    with pytest.raises(DateError, match="at least one known end"):
        EventDate(kind, None, None)


def test_only_an_interval_without_end_is_ongoing() -> None:
    """`2019/..` is still going on; a closed interval, an unknown later day and a day are not."""
    point = DatePoint(Precision.YEAR, 2019)
    assert EventDate(Precision.INTERVAL, point, None).ongoing
    assert not EventDate(Precision.INTERVAL, None, point).ongoing
    assert not EventDate(Precision.INTERVAL, point, point).ongoing
    assert not EventDate(Precision.WITHIN, point, None).ongoing
    assert not EventDate.from_point(point).ongoing


@given(event_dates())
def test_dates_are_values(date: EventDate) -> None:
    """A date equals its copy, has the same hash, and cannot be changed."""
    copy = EventDate(date.precision, date.start, date.end, date.written)
    assert (copy, hash(copy)) == (date, hash(date))
    with pytest.raises(AttributeError):
        setattr(date, "precision", Precision.DAY)  # noqa: B010 - mypy would refuse the assignment


def test_a_date_error_is_for_users_and_a_value_error() -> None:
    """Commands catch ViewerError; converters catch ValueError."""
    with pytest.raises(ViewerError) as caught:
        DatePoint(Precision.YEAR, 99_999)
    assert isinstance(caught.value, ValueError)
    assert day_number(9999, 12, 31) == MAX_DAY
