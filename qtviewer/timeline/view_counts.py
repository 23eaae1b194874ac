"""How many events touch a view, and how many of them are known only by the month, year, decade or century around it."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.errors import DateError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.levels import MAX_DENSITY_LEVEL
from qtviewer.timeline.scale import TimeScale


class PeriodCount(NamedTuple):
    """The events of a lane that are known only by a period that began before the view."""

    period: DatePoint
    size: int


class LaneCounts(NamedTuple):
    """The events of a lane that touch a view."""

    touching: int
    """All of them."""
    begun: int
    """Those that began before the first day of the view."""
    periods: tuple[PeriodCount, ...]
    """Those of the begun ones that are known only by a period, from the month up to the century."""
    within: int
    """Those of the begun ones of which one day between two is meant, so that they may be over or still to come."""

    @property
    def chips(self) -> int:
        """Chips that the lane has where nothing that has begun has a card."""
        going_on = self.begun - self.within - sum(period.size for period in self.periods)
        return len(self.periods) + bool(self.within) + bool(going_on)


class ViewCounts(NamedTuple):
    """Counts for a view; they hold for every view that touches the same days."""

    days: tuple[int, int]
    """First and last day that the view touches."""
    lanes: Mapping[str, LaneCounts]
    """By category."""


def touched_days(scale: TimeScale) -> tuple[int, int]:
    """Return the first and the last day of which a part is in view."""
    first = math.floor(scale.left)
    return first, max(math.ceil(scale.right) - 1, first)


def count_view(source: EventSource, query: EventQuery, scale: TimeScale, categories: Collection[str]) -> ViewCounts:
    """Count the matching events of some categories that touch a view."""
    days = touched_days(scale)
    asked = query._replace(categories=frozenset(categories))
    begun = Counter(source.count_by(query_touching(asked, days), "category"))
    touching = dict(begun)
    for density in source.density(asked, MAX_DENSITY_LEVEL, days):
        begun[density.category] -= density.size
    has_begun = any(begun.values())
    periods = _periods_begun_before(source, asked, days[0]) if has_begun else {}
    within = source.count_within(asked, days[0]) if has_begun else {}
    lanes = {
        key: LaneCounts(touching.get(key, 0), begun[key], tuple(periods.get(key, ())), within.get(key, 0))
        for key in categories
    }
    return ViewCounts(days, lanes)


def query_touching(query: EventQuery, days: tuple[int, int]) -> EventQuery:
    """Return a query for the events that match another one and touch some days.

    An event that touches two stretches of days touches what they share, or covers all days between them.
    """
    since = days[0] if query.first_day is None else max(query.first_day, days[0])
    until = days[1] if query.last_day is None else min(query.last_day, days[1])
    return query._replace(first_day=since, last_day=until)


def _periods_begun_before(source: EventSource, query: EventQuery, day: int) -> dict[str, list[PeriodCount]]:
    """Count the events that are known only by a period around a day, by category, the shortest period first."""
    found: dict[str, list[PeriodCount]] = defaultdict(list)
    for period in periods_around(day):
        if period.first_day < day:
            for category, size in source.count_by_period(query, period).items():
                found[category].append(PeriodCount(period, size))
    return found


def periods_around(day: int) -> list[DatePoint]:
    """Return the month, year, decade and century of a day, as far as these are dates."""
    year, month, _day = civil_day(day)
    candidates = [
        (Precision.MONTH, year, month),
        (Precision.YEAR, year, 1),
        (Precision.DECADE, year - year % 10, 1),
        (Precision.CENTURY, year - year % 100 if year >= 0 else year - (year - 1) % 100, 1),
    ]
    found = []
    for precision, first_year, first_month in candidates:
        with suppress(DateError):
            found.append(DatePoint(precision, first_year, first_month))
    return found
