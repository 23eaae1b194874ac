"""The visible range, and other ranges of dates, in words."""

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.label import date_label

_MONTHS_FROM = 45  # days in view from which months are named instead of days
_YEARS_FROM = 1_500  # days in view from which years are named instead of months


def visible_range_label(first: float, last: float, lang: str) -> str:
    """Return a visible range in words, in "en" or "zh"; both times are day numbers with fractions."""
    days = visible_days(first, last)
    start, end = (_rounded(day, days[1] - days[0]) for day in days)
    return date_range_label(start, end, lang)


def visible_days(first: float, last: float) -> tuple[int, int]:
    """Return the first and the last day of a view, within the days that have a date."""
    return max(int(first), MIN_DAY), min(int(last), MAX_DAY)


def date_range_label(first: EventDate, last: EventDate, lang: str) -> str:
    """Return both dates in words, or only one where they read the same."""
    labels = date_label(first, lang), date_label(last, lang)
    return labels[0] if labels[0] == labels[1] else ("至" if lang == "zh" else " to ").join(labels)


def _rounded(day: int, length: int) -> EventDate:
    """Return a day, or the month or year it is in where `length` days are in view."""
    point = day_point(day)
    if length >= _YEARS_FROM:
        point = DatePoint(Precision.YEAR, point.year)
    elif length >= _MONTHS_FROM:
        point = DatePoint(Precision.MONTH, point.year, point.month)
    return EventDate.from_point(point)
