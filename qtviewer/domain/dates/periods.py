"""Years and months as parts of a query's stretch of days; a period is written YYYY or YYYY-MM."""

from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number, month_length
from qtviewer.domain.query.event_query import EventQuery

Days = tuple[int, int]

ALL_DAYS: Final = MIN_DAY, MAX_DAY


def period_of(day: int, *, months: bool) -> str:
    """The year or month of a day."""
    year, month, _day = civil_day(day)
    written = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"{written}-{month:02d}" if months else written


def days_of_period(period: str) -> Days:
    """First and last day of a year or month."""
    sign, digits = (-1, period[1:]) if period.startswith("-") else (1, period)
    written_year, _dash, written_month = digits.partition("-")
    year = sign * int(written_year)
    if not written_month:
        return day_number(year), day_number(year, 12, 31)
    first = day_number(year, int(written_month))
    return first, first + month_length(year, int(written_month)) - 1


def days_of_query(query: EventQuery) -> Days:
    """First and last day that a query asks for; those of the calendar where it leaves an end open."""
    first, last = query.first_day, query.last_day
    return MIN_DAY if first is None else first, MAX_DAY if last is None else last


def with_days(query: EventQuery, days: Days) -> EventQuery:
    """A query for other days; the ends of the calendar are open ends."""
    first, last = days
    return query._replace(
        first_day=None if first <= MIN_DAY else first,
        last_day=None if last >= MAX_DAY else last,
    )


def single_year(days: Days) -> str | None:
    """The year that holds a stretch of days, or None."""
    first, last = (period_of(day, months=False) for day in days)
    return first if first == last else None


def is_period_chosen(query: EventQuery, period: str) -> bool:
    """Whether a period is chosen: it touches the days asked for; a month only where they are less than whole years."""
    asked, (first, last) = days_of_query(query), days_of_period(period)
    if asked == ALL_DAYS or (_is_month(period) and asked == _widened(asked, months=False)):
        return False
    return first <= asked[1] and last >= asked[0]


def with_period(query: EventQuery, period: str) -> EventQuery:
    """A query whose days reach as far as a period, too; the first month of a year is chosen instead of the year."""
    asked, days, months = days_of_query(query), days_of_period(period), _is_month(period)
    if asked == ALL_DAYS or asked[0] > asked[1] or (months and asked == _widened(asked, months=False)):
        return with_days(query, days)
    first, last = _widened(asked, months=months)
    return with_days(query, (min(first, days[0]), max(last, days[1])))


def without_period(query: EventQuery, period: str) -> EventQuery:
    """A query for the longer of what lies before and after a period; after the only month comes its year."""
    (asked_first, asked_last), (first, last) = days_of_query(query), days_of_period(period)
    before, after = (asked_first, first - 1), (last + 1, asked_last)
    longer = max(before, after, key=lambda days: days[1] - days[0])
    if longer[0] <= longer[1]:
        return with_days(query, longer)
    return with_days(query, days_of_period(period.rpartition("-")[0]) if _is_month(period) else ALL_DAYS)


def _is_month(period: str) -> bool:
    return "-" in period[1:]


def _widened(days: Days, *, months: bool) -> Days:
    """The days of the periods that a stretch begins and ends in; an open end stays open."""
    return days_of_period(period_of(days[0], months=months))[0], days_of_period(period_of(days[1], months=months))[1]
