"""How many events go on at each place of the overview: those that have begun and not ended."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple, TypeVar

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.bucket_grid import BucketGrid, bucket_grid, bucket_time, counts_in_grid
from qtviewer.timeline.density_curve import BucketCount, DensityCurve
from qtviewer.timeline.density_scale import Weight, uneven_scale
from qtviewer.timeline.whole_units import Days, UnitCount, unit_counts, wide_units

Key = TypeVar("Key")

_REACH: Final = 0.016  # share of the width to either side of a place that belongs to it
_SMOOTHING: Final = 0.01  # standard deviation, as a share of the width
_UNIT_PARTS: Final = 12  # in which the events of a unit are spread for the scale
_COARSEST_LEVEL: Final = 9


class EdgeCounts(NamedTuple):
    """Events by when they begin and end.

    `before` is the number of those that have begun before the first day. `units` has those of which only a unit is
    known; `begun` and `ended` count all and take those away again, below 0.
    """

    before: int
    begun: Sequence[BucketCount]
    ended: Sequence[BucketCount]
    units: Sequence[UnitCount]


class CountingPlan(NamedTuple):
    """How the events from the first to the last of `days` are counted along a scale without heights."""

    days: Days
    scale: DensityCurve
    grid: BucketGrid
    units: Sequence[Days]
    """The units that are wider than what belongs to a place."""


def counting_plan(source: EventSource, query: EventQuery, days: Days, margin: float) -> CountingPlan:
    """Return the plan whose scale fits the matching events, with `margin` days to either side of `days`."""
    first, last = max(days[0] - margin, MIN_DAY), min(days[1] + 1 + margin, MAX_DAY + 1.0)
    grid = bucket_grid(source, query, days)
    begun = _added_up(count for counts in counts_in_grid(source, query, grid, "begin").values() for count in counts)
    units: dict[Days, float] = {}
    for _pass in range(2):  # what is spread over a unit that is wide on the first scale crowds no day of the second
        weights = _added_up([*begun.items(), *_weights_of_units(units, grid)])
        scale = DensityCurve(*uneven_scale([Weight(*each) for each in weights.items()], first, last), ())
        wide = wide_units(scale, days, 2 * _REACH)
        counted = unit_counts(source, query, wide).values()
        units = _added_up(unit for counts in counted for unit in counts)
    return CountingPlan(days, scale, grid, wide)


def _weights_of_units(units: Mapping[Days, float], grid: BucketGrid) -> Iterator[Weight]:
    """Iterate over weights that take the events of units from where they begin, and spread them."""
    for (first, last), size in units.items():
        yield Weight(bucket_time(grid, first), -size)
        length = (last + 1 - first) / _UNIT_PARTS
        yield from (Weight(first + (part + 0.5) * length, size / _UNIT_PARTS) for part in range(_UNIT_PARTS))


def _added_up(sizes: Iterable[tuple[Key, float]]) -> dict[Key, float]:
    """Return the sum of the sizes of each key."""
    sums: dict[Key, float] = {}
    for key, size in sizes:
        sums[key] = sums.get(key, 0) + size
    return sums


def edge_counts(source: EventSource, query: EventQuery, plan: CountingPlan) -> dict[str, EdgeCounts]:
    """Return the counts of the matching events of each category that has any."""
    begun, ended = (counts_in_grid(source, query, plan.grid, edge) for edge in ("begin", "end"))
    units, before = unit_counts(source, query, plan.units), Counter[str]()
    if plan.days[0] > MIN_DAY:
        for density in source.density(query, _COARSEST_LEVEL, (MIN_DAY, plan.days[0] - 1)):
            before[density.category] += density.size
    counts = {}
    for category in sorted({*begun, *before}):
        own = units.get(category, ())
        less = [[BucketCount(bucket_time(plan.grid, unit.days[at]), -unit.size) for unit in own] for at in (0, 1)]
        counts[category] = EdgeCounts(
            before[category], [*begun.get(category, ()), *less[0]], [*ended.get(category, ()), *less[1]], own
        )
    return counts


def merged_counts(counts: Iterable[EdgeCounts]) -> EdgeCounts:
    """Return the counts of several categories together."""
    every = tuple(counts)
    return EdgeCounts(
        sum(each.before for each in every),
        [count for each in every for count in each.begun],
        [count for each in every for count in each.ended],
        [unit for each in every for unit in each.units],
    )


def sizes_going_on(scale: DensityCurve, counts: EdgeCounts, steps: int) -> list[float]:
    """Return how many events go on at each of `steps` even steps of position along a scale, smoothed.

    An event goes on at a place if it has begun by the end of what belongs to the place and not ended before it. Of an
    event of which only a unit is known that is the part of the unit that belongs to the place.
    """
    changes, reach = [0.0] * (steps + 1), max(_REACH, 0.5 / steps)
    for sign, edge in ((1, counts.begun), (-1, counts.ended)):
        for time, size in _added_up(edge).items():
            step = math.ceil((scale.position_at(time) - sign * reach) * steps - 0.5)
            changes[min(max(step, 0), steps)] += sign * size
    sizes = [max(size, 0.0) for size in accumulate(changes[:-1], initial=float(counts.before))][1:]
    _add_units(sizes, scale, counts.units)
    return _smoothed(sizes)


def _add_units(sizes: list[float], scale: DensityCurve, units: Sequence[UnitCount]) -> None:
    """Add to the size at each step the part of each unit's events that belongs to it."""
    for (first, end), size in _added_up(((days[0], days[1] + 1), size) for days, size in units).items():
        for step, (start, stop) in enumerate(_places(scale, len(sizes))):
            if (shared := min(stop, end) - max(start, first)) > 0:
                sizes[step] += size * shared / (end - first)


@lru_cache(1)  # asked for every category
def _places(scale: DensityCurve, steps: int) -> list[tuple[float, float]]:
    """Return when the time that belongs to each step begins and ends."""
    centres = [(step + 0.5) / steps for step in range(steps)]
    return [(scale.time_at(centre - _REACH), scale.time_at(centre + _REACH)) for centre in centres]


def _smoothed(sizes: Sequence[float]) -> list[float]:
    """Return sizes averaged with their neighbours by a normal distribution."""
    deviation = _SMOOTHING * len(sizes)
    radius = int(deviation * 3)
    kernel = [math.exp(-((offset / deviation) ** 2) / 2) for offset in range(-radius, radius + 1)]
    padded = [sizes[0]] * radius + list(sizes) + [sizes[-1]] * radius
    total = sum(kernel)
    return [
        sum(share * size for share, size in zip(kernel, padded[step:], strict=False)) / total
        for step in range(len(sizes))
    ]
