"""Dates for property tests: every precision, qualifier and kind, from 10,000 BCE to 9999."""

from hypothesis import strategies as st

from qtviewer.domain.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.errors import DateError
from qtviewer.domain.event_date import DatePoint, EventDate, Precision, Qualifier

day_numbers = st.integers(MIN_DAY, MAX_DAY)
qualifiers = st.sampled_from(Qualifier)


@st.composite
def date_points(draw: st.DrawFn) -> DatePoint:
    """Any point that the calendar has."""
    precision = draw(st.sampled_from([p for p in Precision if p not in (Precision.INTERVAL, Precision.WITHIN)]))
    qualifier = draw(qualifiers)
    day = civil_day(draw(day_numbers))
    match precision:
        case Precision.DAY:
            return DatePoint(precision, *day, qualifier=qualifier)
        case Precision.MONTH:
            return DatePoint(precision, day.year, day.month, qualifier=qualifier)
        case Precision.DECADE:
            return DatePoint(precision, draw(st.integers(0, 999)) * 10, qualifier=qualifier)
        case Precision.CENTURY:
            century = draw(st.integers(-98, 99).filter(lambda number: number != -1))
            return DatePoint(precision, century * 100 + (century < 0), qualifier=qualifier)
        case _:
            return DatePoint(precision, day.year, qualifier=qualifier)


@st.composite
def event_dates(draw: st.DrawFn) -> EventDate:
    """Any date: a point, an interval or a day within a range, with open ends."""
    kind = draw(st.sampled_from(["point", Precision.INTERVAL, Precision.WITHIN]))
    start = draw(date_points())
    if not isinstance(kind, Precision):
        return EventDate.at(start)
    end = draw(date_points())
    open_end = draw(st.sampled_from(["none", "start", "end"]))
    if open_end != "none":
        return EventDate(kind, None if open_end == "start" else start, None if open_end == "end" else end)
    try:
        return EventDate(kind, start, end)
    except DateError:
        return EventDate(kind, start, start)
