"""The one order of dates, and the periods that are headings in it: months, years, decades and centuries.

A date whose start is open stands at its last known day, every other date at its first day. Of dates at the same day a
less precise one comes first, so that a century, decade or year precedes its first month, and where the start is open
comes last. Dates of a day are sorted by the time of day, those without one first.
"""

import re
from typing import Final, Protocol

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, minutes_of_event

UNITS: Final = (Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.MONTH)
"""The precisions of headings, the coarsest first."""
OPEN_START_RANK: Final = 2 * len(UNITS) - 1
"""A date with an open start has this rank less the index of its unit; any other date has the index of its unit."""

OrderKey = tuple[int, int, str, int, int, str]
"""Day, rank at that day, time of day, last day, negative importance, id."""


class Dated(Protocol):
    """An event or the head of one."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def date(self) -> EventDate:
        """Its date."""

    @property
    def importance(self) -> int:
        """1 to 5."""

    @property
    def time(self) -> str:
        """Time of day as HH:MM, or empty."""


def date_order(event: Dated) -> OrderKey:
    """Return the key that sorts events by date: at the same time the shorter, then the more important ones first."""
    date = event.date
    return sort_day(date), sort_rank(date), event.time, date.last_day, -event.importance, event.id


def sort_day(date: EventDate) -> int:
    """Return the Julian day number at which a date stands: its first day, or its last one if its start is open."""
    return date.known_days[0]


def sort_minute(event: Dated) -> int:
    """Return the number of the minute at which an event stands: its first, or that of the day at which it stands."""
    first, _last = minutes_of_event(event.date, event.time)
    return max(first, sort_day(event.date) * MINUTES_IN_DAY)


def sort_rank(date: EventDate) -> int:
    """Return the place (0 to 7) of a date among those that stand at the same day."""
    unit = UNITS.index(_unit_of(date))
    return unit if date.start else OPEN_START_RANK - unit


def unit_at(rank: int) -> int:
    """Return the index in UNITS of the heading over the dates of a rank."""
    return min(rank, OPEN_START_RANK - rank)


def heading_of(date: EventDate) -> DatePoint:
    """Return the month over a date in lists, or the year, decade or century where no month is known."""
    return heading_at(sort_day(date), UNITS.index(_unit_of(date)))


def heading_at(day: int, unit: int) -> DatePoint:
    """Return the century, decade, year or month (0 to 3, the index in UNITS) that is the heading over a day."""
    year, month, _day = civil_day(day)
    match UNITS[unit]:
        case Precision.CENTURY:
            return DatePoint(Precision.CENTURY, _first_year_of_century(year))
        case Precision.DECADE:
            return DatePoint(Precision.DECADE, year - year % 10)
        case Precision.YEAR:
            return DatePoint(Precision.YEAR, year)
    return DatePoint(Precision.MONTH, year, month)


def _first_year_of_century(year: int) -> int:
    return year - year % 100 if year >= 0 else year // -100 * -100 - 99


def _unit_of(date: EventDate) -> Precision:
    if date.precision is Precision.WITHIN and date.written:
        known = date.written.removeprefix("/").split("/")[0].split("..")[0] if date.start else date.written[3:]
        return _unit_of_text(known)
    point = date.start or date.end
    assert point is not None  # noqa: S101 - EventDate has at least one end
    if point.precision is Precision.WITHIN:
        return _unit_of_text(point.written)
    return Precision.MONTH if point.precision is Precision.DAY else point.precision


def _unit_of_text(text: str) -> Precision:
    """Return the unit of an EDTF text that has no precision of its own, by its signs, as the store can, too."""
    first = text.lstrip("[{").split(",")[0]
    if "X" in first[:5]:  # in the year
        return Precision.CENTURY if "XX" in first[:5] else Precision.DECADE
    return Precision.MONTH if re.search(r"-[01]\d", first[2:], re.ASCII) else Precision.YEAR
