"""The year with most events, and the year whose Spring Festival has most."""

from collections import Counter
from typing import Final

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_histogram import bucket_level

_MAX_BUCKETS: Final = 800  # as many as the overview asks for, so that both ask the same
_MAX_CANDIDATES: Final = 12
_COARSEST_LEVEL: Final = 9
_FESTIVAL_YEARS: Final = range(1901, 2101)


def busiest_year(source: EventSource) -> int | None:
    """Return the astronomical year in which most events begin, or None for an empty source.

    Only the dozen years that may have most, judged by their buckets, are counted exactly.
    """
    days = source.extent(EventQuery())
    if days is None:
        return None
    best, size = civil_day(days[1]).year, 0
    for year, upper_bound in _upper_bounds_by_year(source, days).most_common(_MAX_CANDIDATES):
        if upper_bound <= size:
            break
        count = _count_beginning(source, day_number(year), day_number(year, 12, 31))
        if count > size:
            best, size = year, count
    return best


def _upper_bounds_by_year(source: EventSource, days: tuple[int, int]) -> Counter[int]:
    """Return the number of events in all the buckets that touch a year."""
    level = bucket_level(days, _MAX_BUCKETS)
    buckets: Counter[int] = Counter()
    for density in source.density(EventQuery(), level, days):
        buckets[density.bucket] += density.size
    upper_bounds: Counter[int] = Counter()
    for bucket, size in buckets.items():
        first, last = max(bucket << 2 * level, days[0]), min((bucket + 1 << 2 * level) - 1, days[1])
        for year in range(civil_day(first).year, civil_day(last).year + 1):
            upper_bounds[year] += size
    return upper_bounds


def busiest_festival_year(source: EventSource, default: int) -> int:
    """Return the year in whose January and February most events begin, within 1901 to 2100.

    Without such events it is the year of that range nearest to `default`.
    """
    days = source.extent(EventQuery())
    if days is not None:
        years = range(civil_day(days[0]).year, civil_day(days[1]).year + 1)
        sizes = {
            year: _count_beginning(source, day_number(year), day_number(year, 3) - 1)
            for year in _FESTIVAL_YEARS
            if year in years
        }
        best = max(sizes, key=lambda year: sizes[year], default=default)
        default = best if sizes.get(best) else default
    return min(max(default, _FESTIVAL_YEARS[0]), _FESTIVAL_YEARS[-1])


def _count_beginning(source: EventSource, first_day: int, last_day: int) -> int:
    """Return the number of events that begin from the first to the last day."""
    return sum(density.size for density in source.density(EventQuery(), _COARSEST_LEVEL, (first_day, last_day)))
