"""How events spread over all of their time, asked of a source."""

from collections import Counter, defaultdict
from typing import Final

from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_curve import BucketCount, busiest_range

DensityHistogram = dict[str, list[BucketCount]]
"""DensityHistogram in the order of their times, by category."""
INITIAL_SHARE: Final = 0.8
"""Of the events, how many are in the stretch of time that is shown first."""
_FIRST_BUCKETS: Final = 1_000  # of time in which that stretch is sought


def bucket_level(days: tuple[int, int], most: int) -> int:
    """The finest level at which some days are at most so many buckets, not counting one that their ends cut."""
    level = 0
    while (days[1] - days[0] + 1) >> 2 * level > most:
        level += 1
    return level


def density_histogram(source: EventSource, query: EventQuery, days: tuple[int, int], most: int) -> DensityHistogram:
    """The matching events that begin on some days, in about so many buckets of time at most."""
    level = bucket_level(days, most)
    swells: DensityHistogram = defaultdict(list)
    for density in source.density(query, level, days):
        swells[density.category].append(BucketCount((density.bucket + 0.5) * 4.0**level, density.size))
    return dict(swells)


def merge_categories(swells: DensityHistogram) -> list[BucketCount]:
    """Those of all categories at a time as one."""
    sizes: Counter[float] = Counter()
    for of_category in swells.values():
        for time, size in of_category:
            sizes[time] += size
    return [BucketCount(time, size) for time, size in sizes.items()]


def initial_range(source: EventSource, query: EventQuery, days: tuple[int, int]) -> tuple[float, float]:
    """The shortest stretch of some days in which most of the events of a query are; all of the days without any."""
    swells = merge_categories(density_histogram(source, query, days, _FIRST_BUCKETS))
    return busiest_range(swells, INITIAL_SHARE) if swells else days
