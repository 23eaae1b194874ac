"""The visible range, and other ranges of dates, in words."""

import math

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, time_of_day

_MONTHS_FROM = 45  # days in view from which months are named instead of days
_YEARS_FROM = 1_500  # days in view from which years are named instead of months


def visible_range_label(first: float, last: float, lang: str) -> str:
    """Return a visible range in words, in "en" or "zh"; both times are day numbers with fractions."""
    days = visible_days(first, last)
    start, end = (_rounded(day, days[1] - days[0]) for day in days)
    if days[0] < days[1] or last - first >= 1:
        return date_range_label(start, end, lang)
    return date_range_label(start, end, lang, (_time_of_day(first), _time_of_day(last)))


def visible_days(first: float, last: float) -> tuple[int, int]:
    """Return the first and the last day of a view, within the days that have a date."""
    return max(int(first), MIN_DAY), min(int(last), MAX_DAY)


def date_range_label(first: EventDate, last: EventDate, lang: str, times: tuple[str, str] = ("", "")) -> str:
    """Return both dates in words, or only one where they read the same; `times` are two times of day of one date."""
    labels = date_label(first, lang, times[0]), date_label(last, lang, times[1])
    if labels[0] == labels[1]:
        return labels[0]
    return ("至" if lang == "zh" else " to ").join((labels[0], times[1] or labels[1]))


def _time_of_day(time: float) -> str:
    return time_of_day(math.floor(time * MINUTES_IN_DAY))


def _rounded(day: int, length: int) -> EventDate:
    """Return a day, or the month or year it is in where `length` days are in view."""
    point = day_point(day)
    if length >= _YEARS_FROM:
        point = DatePoint(Precision.YEAR, point.year)
    elif length >= _MONTHS_FROM:
        point = DatePoint(Precision.MONTH, point.year, point.month)
    return EventDate.from_point(point)
