"""How many events touch a view, and how many of them are known only by a period around it, from day to century."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, Precision, day_point
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, Minutes
from qtviewer.domain.errors import DateError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource


class PeriodCount(NamedTuple):
    """The events of a lane that are known only by a period that began before the view."""

    period: DatePoint
    size: int


class LaneCounts(NamedTuple):
    """The events of a lane that touch a view."""

    touching: int
    """All of them."""
    begun: int
    """Those that began before the view."""
    periods: tuple[PeriodCount, ...]
    """Those of the begun ones that are known only by a period, from the day up to the century."""
    within: int
    """Those of the begun ones of which one day between two is meant, so that they may be over or still to come."""

    @property
    def chips(self) -> int:
        """Chips that the lane has where nothing that has begun has a card."""
        going_on = self.begun - self.within - sum(period.size for period in self.periods)
        return len(self.periods) + bool(self.within) + bool(going_on)

    def without(self, begun: Sequence[EventHead]) -> "LaneCounts":
        """Return the counts of all but some of the begun events, those that have a card."""
        with_card = Counter((head.date.precision, head.date.first_day) for head in begun)
        periods = (
            PeriodCount(period, size - with_card[period.precision, period.first_day]) for period, size in self.periods
        )
        within = self.within - sum(head.date.precision is Precision.WITHIN for head in begun)
        remaining = tuple(period for period in periods if period.size > 0)
        return LaneCounts(self.touching - len(begun), self.begun - len(begun), remaining, within)


class ViewCounts(NamedTuple):
    """Counts for a view; they hold for every view that touches the same minutes."""

    minutes: Minutes
    """First and last minute that the view touches."""
    lanes: Mapping[str, LaneCounts]
    """By category."""


def count_view(source: EventSource, query: EventQuery, minutes: Minutes, categories: Collection[str]) -> ViewCounts:
    """Count the matching events of some categories that touch the minutes of a view."""
    asked = query._replace(categories=frozenset(categories))
    touching = source.count_touching(asked, minutes)
    begun = Counter(touching)
    begun.subtract(source.count_beginning(asked, minutes))
    has_begun = any(begun.values())
    periods = _periods_begun_before(source, asked, minutes[0]) if has_begun else {}
    within = source.count_within(asked, minutes[0]) if has_begun else {}
    lanes = {
        key: LaneCounts(touching.get(key, 0), begun[key], tuple(periods.get(key, ())), within.get(key, 0))
        for key in categories
    }
    return ViewCounts(minutes, lanes)


def _periods_begun_before(source: EventSource, query: EventQuery, minute: int) -> dict[str, list[PeriodCount]]:
    """Count the events that are known only by a period around a minute, by category, the shortest period first."""
    found: dict[str, list[PeriodCount]] = defaultdict(list)
    day = minute // MINUTES_IN_DAY
    for period in periods_around(day):
        if period.first_day * MINUTES_IN_DAY < minute:
            for category, size in source.count_by_period(query, period).items():
                found[category].append(PeriodCount(period, size))
    return found


def periods_around(day: int) -> list[DatePoint]:
    """Return a day itself and its month, year, decade and century, as far as these are dates."""
    year, month, _day = civil_day(day)
    candidates = [
        (Precision.MONTH, year, month),
        (Precision.YEAR, year, 1),
        (Precision.DECADE, year - year % 10, 1),
        (Precision.CENTURY, year - year % 100 if year >= 0 else year - (year - 1) % 100, 1),
    ]
    found = [day_point(day)]
    for precision, first_year, first_month in candidates:
        with suppress(DateError):
            found.append(DatePoint(precision, first_year, first_month))
    return found
