"""Periods, years (YYYY) or months (YYYY-MM), as parts of the days that a query asks for."""

from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number, month_length
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.event_query import EventQuery

Days = tuple[int, int]
"""The first and last day of a range, Julian day numbers."""

ALL_DAYS: Final = MIN_DAY, MAX_DAY


def period_of(day: int, *, months: bool) -> str:
    """Return the year, or the month if `months`, that a day lies in."""
    year, month, _day = civil_day(day)
    written = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"{written}-{month:02d}" if months else written


def counted_period(heading: DatePoint) -> str:
    """Return the month or year for which the events under a heading count; of a decade or century the first year."""
    return period_of(heading.first_day, months=heading.precision is Precision.MONTH)


def days_of_period(period: str) -> Days:
    """Return the first and last day of a year or month."""
    sign, digits = (-1, period[1:]) if period.startswith("-") else (1, period)
    written_year, _dash, written_month = digits.partition("-")
    year = sign * int(written_year)
    if not written_month:
        return day_number(year), day_number(year, 12, 31)
    first = day_number(year, int(written_month))
    return first, first + month_length(year, int(written_month)) - 1


def days_of_query(query: EventQuery) -> Days:
    """Return the first and last day that a query asks for; MIN_DAY or MAX_DAY for an open end."""
    first, last = query.first_day, query.last_day
    return MIN_DAY if first is None else first, MAX_DAY if last is None else last


def with_days(query: EventQuery, days: Days) -> EventQuery:
    """Return a query for other days; MIN_DAY and MAX_DAY become open ends."""
    first, last = days
    return query._replace(
        first_day=None if first <= MIN_DAY else first,
        last_day=None if last >= MAX_DAY else last,
    )


def single_year(days: Days) -> str | None:
    """Return the year that holds all of these days, or None when they lie in several."""
    first, last = (period_of(day, months=False) for day in days)
    return first if first == last else None


def is_period_chosen(query: EventQuery, period: str) -> bool:
    """Whether a period is chosen in a query: it overlaps the days asked for.

    Nothing is chosen when the query asks for all days, and no month when it asks for whole years.
    """
    asked, (first, last) = days_of_query(query), days_of_period(period)
    if asked == ALL_DAYS or (_is_month(period) and asked == _widened(asked, months=False)):
        return False
    return first <= asked[1] and last >= asked[0]


def with_period(query: EventQuery, period: str) -> EventQuery:
    """Return a query whose days are extended to include a period.

    Only the period itself is asked for if the query asks for all days, or if the period is a month and the query asks
    for whole years.
    """
    asked, days, months = days_of_query(query), days_of_period(period), _is_month(period)
    if asked == ALL_DAYS or asked[0] > asked[1] or (months and asked == _widened(asked, months=False)):
        return with_days(query, days)
    first, last = _widened(asked, months=months)
    return with_days(query, (min(first, days[0]), max(last, days[1])))


def without_period(query: EventQuery, period: str) -> EventQuery:
    """Return a query without a period: for the longer of the parts before and after it.

    If no days remain, the query asks for the year of a month, or for all days.
    """
    (asked_first, asked_last), (first, last) = days_of_query(query), days_of_period(period)
    before, after = (asked_first, first - 1), (last + 1, asked_last)
    longer = max(before, after, key=lambda days: days[1] - days[0])
    if longer[0] <= longer[1]:
        return with_days(query, longer)
    return with_days(query, days_of_period(period.rpartition("-")[0]) if _is_month(period) else ALL_DAYS)


def _is_month(period: str) -> bool:
    return "-" in period[1:]


def _widened(days: Days, *, months: bool) -> Days:
    """Extend days to whole years, or whole months if `months`; an open end stays open."""
    return days_of_period(period_of(days[0], months=months))[0], days_of_period(period_of(days[1], months=months))[1]
