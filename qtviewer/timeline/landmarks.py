"""Stretches of time a visitor may want to see: the year with most events, the Spring Festival with most."""

from collections import Counter
from typing import Final

from qtviewer.domain.day_number import civil_day, day_number
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.swells import swells_of

_MOST_BUCKETS: Final = 1_500
_CANDIDATES: Final = 5
_COARSEST: Final = 9
_FESTIVAL_YEARS: Final = range(1901, 2101)


def busiest_year(source: EventSource) -> int | None:
    """The year in which most events begin; None in an empty store."""
    days = source.extent(EventQuery())
    if days is None:
        return None
    sizes: Counter[int] = Counter()
    for swells in swells_of(source, EventQuery(), days, _MOST_BUCKETS).values():
        for time, size in swells:
            sizes[civil_day(int(time)).year] += size
    candidates = [year for year, _size in sizes.most_common(_CANDIDATES)] or [civil_day(days[1]).year]
    return max(candidates, key=lambda year: _beginning(source, day_number(year), day_number(year, 12, 31)))


def festival_year(source: EventSource, otherwise: int) -> int:
    """The year (1901-2100) in whose January and February most events begin."""
    days = source.extent(EventQuery())
    if days is not None:
        years = range(civil_day(days[0]).year, civil_day(days[1]).year + 1)
        sizes = {
            year: _beginning(source, day_number(year), day_number(year, 3) - 1)
            for year in _FESTIVAL_YEARS
            if year in years
        }
        best = max(sizes, key=lambda year: sizes[year], default=otherwise)
        otherwise = best if sizes.get(best) else otherwise
    return min(max(otherwise, _FESTIVAL_YEARS[0]), _FESTIVAL_YEARS[-1])


def _beginning(source: EventSource, first_day: int, last_day: int) -> int:
    return sum(density.size for density in source.density(EventQuery(), _COARSEST, (first_day, last_day)))
