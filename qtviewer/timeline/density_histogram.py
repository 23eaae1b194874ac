"""The density histogram: how many events of a source begin in each bucket of time."""

from collections import Counter, defaultdict

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_curve import BucketCount

DensityHistogram = dict[str, list[BucketCount]]
"""The counts of the buckets that have events, in the order of time, by category."""


def bucket_level(days: tuple[int, int], max_buckets: int) -> int:
    """Return the finest density level that divides a range of days into at most `max_buckets` buckets.

    A range that begins and ends within a bucket may touch one bucket more.
    """
    level = 0
    while (days[1] - days[0] + 1) >> 2 * level > max_buckets:
        level += 1
    return level


def density_histogram(
    source: EventSource, query: EventQuery, days: tuple[int, int], max_buckets: int
) -> DensityHistogram:
    """Count the matching events that begin from the first to the last of `days`, in about `max_buckets` buckets."""
    level = bucket_level(days, max_buckets)
    histogram: DensityHistogram = defaultdict(list)
    for density in source.density(query, level, days):
        histogram[density.category].append(BucketCount((density.bucket + 0.5) * 4.0**level, density.size))
    return dict(histogram)


def merge_categories(histogram: DensityHistogram) -> list[BucketCount]:
    """Return one count for each bucket, over all categories, in no particular order."""
    sizes: Counter[float] = Counter()
    for counts in histogram.values():
        for time, size in counts:
            sizes[time] += size
    return [BucketCount(time, size) for time, size in sizes.items()]
