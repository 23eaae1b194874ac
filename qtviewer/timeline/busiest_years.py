"""Stretches of time a visitor may want to see: the year with most events, the Spring Festival with most."""

from collections import Counter
from typing import Final

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_histogram import bucket_level

_MOST_BUCKETS: Final = 800  # as many as the overview asks for, so that both ask the same
_YEARS_TRIED: Final = 12
_COARSEST: Final = 9
_FESTIVAL_YEARS: Final = range(1901, 2101)


def busiest_year(source: EventSource) -> int | None:
    """The year in which most events begin, sought among those that may have most; None in an empty store."""
    days = source.extent(EventQuery())
    if days is None:
        return None
    best, size = civil_day(days[1]).year, 0
    for year, most in _most_by_year(source, days).most_common(_YEARS_TRIED):
        if most <= size:
            break
        found = _beginning(source, day_number(year), day_number(year, 12, 31))
        if found > size:
            best, size = year, found
    return best


def _most_by_year(source: EventSource, days: tuple[int, int]) -> Counter[int]:
    """How many events may begin in a year: all those of the buckets that touch it."""
    level = bucket_level(days, _MOST_BUCKETS)
    buckets: Counter[int] = Counter()
    for density in source.density(EventQuery(), level, days):
        buckets[density.bucket] += density.size
    most: Counter[int] = Counter()
    for bucket, size in buckets.items():
        first, last = max(bucket << 2 * level, days[0]), min((bucket + 1 << 2 * level) - 1, days[1])
        for year in range(civil_day(first).year, civil_day(last).year + 1):
            most[year] += size
    return most


def busiest_festival_year(source: EventSource, otherwise: int) -> int:
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
