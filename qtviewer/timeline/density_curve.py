"""The density curve: how many events go on over time, on a scale that gives crowded times more room."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class DensityCurve(NamedTuple):
    """A piecewise linear scale from times to positions (0 to 1), and the height of the curve along it.

    Times are Julian day numbers with fractions. `times` and `positions` rise and have the same length. `heights` (0 to
    1) belong to even steps of position; there are none on a curve that serves as a scale only.
    """

    times: tuple[float, ...]
    positions: tuple[float, ...]
    heights: tuple[float, ...]

    def position_at(self, time: float) -> float:
        """Return the position of a time: 0 at the first and before, 1 at the last and after."""
        return _interpolate(time, self.times, self.positions)

    def time_at(self, position: float) -> float:
        """Return the time at a position; the inverse of `position_at` between 0 and 1."""
        return _interpolate(position, self.positions, self.times)


class BucketCount(NamedTuple):
    """The number of events that begin, or end, in a bucket; `time` is the middle of the bucket."""

    time: float
    size: int


def with_heights(curve: DensityCurve, sizes: Sequence[float]) -> DensityCurve:
    """Return a curve on the same scale whose heights are the square roots of `sizes`, the largest of which becomes 1.

    `sizes` are at least 0 and belong to even steps of position.
    """
    highest = max(sizes, default=0.0) or 1.0
    return curve._replace(heights=tuple(math.sqrt(size / highest) for size in sizes))


def busiest_range(counts: Sequence[BucketCount], needed: int) -> tuple[float, float]:
    """Return the first and last bucket time of the shortest range that holds at least `needed` (1 or more) events.

    `counts` may be in any order, but not empty; where they are fewer, the range of all is returned.
    """
    ordered = sorted(counts)
    best, held, start = (ordered[0].time, ordered[-1].time), 0, 0
    for end in ordered:
        held += end.size
        while held - ordered[start].size >= needed:
            held -= ordered[start].size
            start += 1
        if held >= needed and end.time - ordered[start].time < best[1] - best[0]:
            best = ordered[start].time, end.time
    return best


def _interpolate(value: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return the y of a value between rising xs, or the y of the nearest end outside of them."""
    if value <= xs[0]:
        return ys[0]
    if value >= xs[-1]:
        return ys[-1]
    index = bisect_right(xs, value)
    share = (value - xs[index - 1]) / (xs[index] - xs[index - 1])
    return ys[index - 1] + share * (ys[index] - ys[index - 1])
