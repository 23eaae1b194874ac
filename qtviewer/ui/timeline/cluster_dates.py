"""The dates on a cluster: those of its first and its last event, no more precise than they are known."""

from typing import Final, NamedTuple

from qtviewer.domain.dates.date_order import sort_day
from qtviewer.domain.dates.day_number import MIN_DAY, MIN_YEAR
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, days_of_minutes, time_of_day
from qtviewer.timeline.card import Card
from qtviewer.timeline.levels import CardDate

_FINE: Final = (Precision.DAY, Precision.MONTH)
_PRECISIONS: Final = ((800, Precision.YEAR), (60, Precision.MONTH))  # least days between both dates for each


class ClusterDates(NamedTuple):
    """The dates of the first and the last event of a cluster, as precisely as they are shown."""

    first: EventDate
    last: EventDate
    times: tuple[str, str]
    """Times of day (HH:MM) of both, where that is one day, hours are shown and both have one; else empty texts."""


def cluster_dates(card: Card) -> ClusterDates:
    """Return the dates on which the first and the last event of a cluster begin, or end if only the end is known.

    Where not all of its events are loaded, they are those of its first and last minute.
    """
    dates = [head.date for head in card.heads] if len(card.heads) == card.size else []
    dates = sorted(dates, key=sort_day) or [_date_of_day(day) for day in days_of_minutes(card.minutes)]
    first, last = _point_of(dates[0]), _point_of(dates[-1])
    is_brief = card.date is CardDate.WITH_YEAR  # two dates with years are too long for a cluster
    precision = _precision_of(first, last, brief=is_brief)
    return ClusterDates(_rounded_date(dates[0], precision), _rounded_date(dates[-1], precision), _times_of_day(card))


def _times_of_day(card: Card) -> tuple[str, str]:
    """Return the times of day at which the first and the last event begin, empty where they are not to be told.

    Events without a time of day begin in the first minute of their day, so that minute tells none.
    """
    first, last = card.minutes
    is_one_day = first // MINUTES_IN_DAY == last // MINUTES_IN_DAY and first % MINUTES_IN_DAY
    return (time_of_day(first), time_of_day(last)) if is_one_day and card.date is CardDate.WITH_TIME else ("", "")


def _date_of_day(day: int) -> EventDate:
    """Return the date of a day on which events begin; on the first of the calendar that may be unknown."""
    if day == MIN_DAY:
        return EventDate(Precision.WITHIN, None, DatePoint(Precision.YEAR, MIN_YEAR))
    return EventDate.from_point(day_point(day))


def _point_of(date: EventDate) -> DatePoint:
    """Return when an event began, as precisely as it is known, or when it ended."""
    point = date.start or date.end
    assert point is not None  # noqa: S101 - EventDate has at least one end
    return point


def _precision_of(first: DatePoint, last: DatePoint, *, brief: bool) -> Precision:
    """Return the precision for both dates: days, months or years, the finest in which both are known.

    Dates far apart get a coarser one, and so do two `brief` dates, which have room for their years only.
    """
    length = last.first_day - first.first_day
    wanted = next((precision for least, precision in _PRECISIONS if length >= least), Precision.DAY)
    if length and brief:
        wanted = Precision.YEAR
    known = (point.precision if point.precision in _FINE else Precision.YEAR for point in (first, last))
    return max(wanted, *known, key=[*_FINE, Precision.YEAR].index)


def _rounded_date(date: EventDate, precision: Precision) -> EventDate:
    """Return the month or year in which an event began, or until which it lasted if only that is known."""
    point = _rounded(_point_of(date), precision)
    return EventDate.from_point(point) if date.start else EventDate(date.precision, None, point)


def _rounded(point: DatePoint, precision: Precision) -> DatePoint:
    """Return the month or year that a point is in; a point coarser than a year is returned unchanged."""
    if point.precision not in (*_FINE, Precision.YEAR):
        return point
    month = 1 if precision is Precision.YEAR else point.month
    return DatePoint(precision, point.year, month, point.day if precision is Precision.DAY else 1)
