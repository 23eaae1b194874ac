"""The months, years, decades and centuries that are wide on a scale, and the events of which no more is known."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Edge, EventSource
from qtviewer.timeline.density_curve import DensityCurve

Days = tuple[int, int]
"""First and last day of a stretch."""


class UnitCount(NamedTuple):
    """The number of events of which only the month, year, decade or century is known, which has these days."""

    days: Days
    size: int


def wide_units(scale: DensityCurve, days: Days, least_width: float) -> list[Days]:
    """Return the months, years, decades and centuries within `days` that are wide on a scale, short ones first.

    `least_width` is a share of the width, above 0. There are few of them, however long the scale is.
    """
    first, last = (civil_day(day).year for day in days)
    longest = sorted({_century(year) for year in (*range(first, last, 50), last)})
    found: list[list[Days]] = []
    wide = _wide(longest, scale, least_width)
    for parts in (_decades, _years, _months):
        found.append(wide)
        wide = _wide([part for unit in wide for part in parts(unit)], scale, least_width)
    found.append(wide)
    found[1] = [decade for decade in found[1] if decade[0] >= day_number(0)]  # those before have no name
    return [unit for units in reversed(found) for unit in units if days[0] <= unit[0] and unit[1] <= days[1]]


def _wide(units: Sequence[Days], scale: DensityCurve, least_width: float) -> list[Days]:
    return [unit for unit in units if scale.position_at(unit[1] + 1) - scale.position_at(unit[0]) >= least_width]


def unit_counts(source: EventSource, query: EventQuery, units: Sequence[Days]) -> dict[str, list[UnitCount]]:
    """Return how many matching events of each category have exactly the days of a unit, short units first.

    Aggregates do not tell which event ends when. So of the events that begin on the first day of a unit, as many are
    taken to be of that unit as end on its last day; those of a shorter unit, or of one day, are taken first.
    """
    edges = _Edges(source, query)
    counts: dict[str, list[UnitCount]] = defaultdict(list)
    for unit in units:
        for category, size in edges.take(unit).items():
            counts[category].append(UnitCount(unit, size))
    return dict(counts)


class _Edges:
    """The events that begin and end on some days and are not taken yet."""

    def __init__(self, source: EventSource, query: EventQuery) -> None:
        self._source, self._query = source, query
        self._left: dict[tuple[Edge, int], Counter[str]] = {}

    def take(self, unit: Days) -> Counter[str]:
        """Take and return the events of a unit, by category."""
        if not self._at("begin", unit[0]):
            return Counter()
        taken = self._at("begin", unit[0]) & self._at("end", unit[1])
        if taken:
            self._left["begin", unit[0]] -= taken
            self._left["end", unit[1]] -= taken
        return taken

    def _at(self, edge: Edge, day: int) -> Counter[str]:
        """Return what is left of a day; those that begin and end on it are taken when it is first asked for."""
        if (edge, day) not in self._left:
            begun, ended = self._counted("begin", day), self._counted("end", day)
            self._left["begin", day], self._left["end", day] = begun - ended, ended - begun
        return self._left[edge, day]

    def _counted(self, edge: Edge, day: int) -> Counter[str]:
        found = self._source.density(self._query, 0, (day, day), edge)
        return Counter({density.category: density.size for density in found})


def _century(year: int) -> Days:
    """Return the days of the century that holds a year; those before the year 0 end in years like 101 BCE."""
    first = year // 100 * 100 if year >= 0 else (year - 1) // 100 * 100 + 1
    return _year_days(first, first + 99)


def _year_days(first: int, last: int) -> Days:
    return day_number(max(first, MIN_YEAR)), day_number(min(last, MAX_YEAR), 12, 31)


def _decades(century: Days) -> Iterator[Days]:
    start, end = (civil_day(day).year for day in century)
    return (_year_days(year, year + 9) for year in range(start, end + 1, 10))


def _years(decade: Days) -> Iterator[Days]:
    start, end = (civil_day(day).year for day in decade)
    return (_year_days(year, year) for year in range(start, end + 1))


def _months(year: Days) -> Iterator[Days]:
    number = civil_day(year[0]).year
    starts = [*(day_number(number, month) for month in range(1, 13)), year[1] + 1]
    return ((start, following - 1) for start, following in pairwise(starts))
