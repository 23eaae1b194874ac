"""Stretches of time a visitor may want to see: the year with most events, the Spring Festival with most."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from qtviewer.domain.day_number import civil_day, day_number
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventSource

_MOST_BUCKETS: Final = 1_500
_CANDIDATES: Final = 5
_COARSEST: Final = 9
_FINE: Final = 2  # 16 days
_FESTIVAL_YEARS: Final = range(1901, 2101)


def busiest_year(source: EventSource) -> int | None:
    """The year in which most events begin; None in an empty store."""
    days = source.extent(EventQuery())
    if days is None:
        return None
    level = 0
    while (days[1] - days[0] + 1) >> 2 * level > _MOST_BUCKETS:
        level += 1
    sizes = _sizes(source, level, [days])
    if level > _FINE:  # a bucket may be longer than a year
        crowded = [bucket for bucket, _size in sizes.most_common(_CANDIDATES)]
        stretches = [(bucket * 4**level, (bucket + 1) * 4**level - 1) for bucket in crowded]
        level, sizes = _FINE, _sizes(source, _FINE, stretches)
    years: Counter[int] = Counter()
    for bucket, size in sizes.items():
        years[civil_day(int((bucket + 0.5) * 4**level)).year] += size
    candidates = [year for year, _size in years.most_common(_CANDIDATES)] or [civil_day(days[1]).year]
    return max(candidates, key=lambda year: _beginning(source, day_number(year), day_number(year, 12, 31)))


def _sizes(source: EventSource, level: int, stretches: Iterable[tuple[int, int]]) -> Counter[int]:
    """Events that begin in each bucket of some stretches of time."""
    sizes: Counter[int] = Counter()
    for days in stretches:
        for density in source.density(EventQuery(), level, days):
            sizes[density.bucket] += density.size
    return sizes


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
