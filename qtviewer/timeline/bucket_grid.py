"""The grid of buckets in which the overview counts: finer where many events are."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.answers import Density
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Edge, EventSource
from qtviewer.timeline.density_curve import BucketCount
from qtviewer.timeline.density_histogram import bucket_level

_MAX_BUCKETS: Final = 800  # of all of time
_MAX_FINER_BUCKETS: Final = 64  # of a crowded stretch
_CROWDED: Final = 1 / 16  # share of all events from which a bucket is divided


class GridPart(NamedTuple):
    """Buckets of 4^level days that hold `days`, both included."""

    level: int
    days: tuple[int, int]


BucketGrid = Sequence[GridPart]
"""Parts of which the first holds all days; where others lie within it, the last of them counts."""


def bucket_grid(source: EventSource, query: EventQuery, days: tuple[int, int]) -> BucketGrid:
    """Return the grid for the matching events, in which no bucket longer than a day holds very many of them."""
    grid = [GridPart(bucket_level(days, _MAX_BUCKETS), days)]
    found = source.density(query, *grid[0])
    most = sum(density.size for density in found) * _CROWDED
    divided = 0
    while divided < len(grid):
        part = grid[divided]
        grid += _finer_parts(part, source.density(query, *part), most) if part.level else ()
        divided += 1
    return grid


def _finer_parts(part: GridPart, found: Sequence[Density], most: float) -> Iterator[GridPart]:
    """Iterate over the stretches of crowded buckets, those side by side as one."""
    sizes: dict[int, int] = defaultdict(int)
    for density in found:
        sizes[density.bucket] += density.size
    crowded = sorted(bucket for bucket, size in sizes.items() if size > most)
    runs: list[list[int]] = []
    for bucket in crowded:
        if runs and runs[-1][-1] == bucket - 1:
            runs[-1].append(bucket)
        else:
            runs.append([bucket])
    for run in runs:
        first, last = run[0] << 2 * part.level, (run[-1] + 1 << 2 * part.level) - 1
        days = max(first, part.days[0]), min(last, part.days[1])
        yield GridPart(min(bucket_level(days, _MAX_FINER_BUCKETS), part.level - 1), days)


def counts_in_grid(
    source: EventSource, query: EventQuery, grid: BucketGrid, edge: Edge
) -> dict[str, list[BucketCount]]:
    """Return how many matching events begin (or end) in each bucket that has any, by category, in order of time."""
    counts: dict[str, list[BucketCount]] = defaultdict(list)
    for number, (level, days) in enumerate(grid):
        finer = [each.days for each in grid[number + 1 :]]
        for bucket, category, size, *_ in source.density(query, level, days, edge):
            is_divided = finer and any(first >> 2 * level <= bucket <= last >> 2 * level for first, last in finer)
            if not is_divided:
                counts[category].append(BucketCount((bucket + 0.5) * 4.0**level, size))
    return {category: sorted(found) for category, found in counts.items()}


def bucket_time(grid: BucketGrid, day: int) -> float:
    """Return the middle of the bucket that holds a day."""
    level = next(part.level for part in reversed(grid) if part.days[0] <= day <= part.days[1])
    return ((day >> 2 * level) + 0.5) * 4.0**level
