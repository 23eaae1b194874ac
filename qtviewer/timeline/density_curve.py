"""The tide: how dense the whole store is over time, on a scale that gives crowded times more room."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

_SEGMENTS: Final = 96
_EVEN_SHARE: Final = 0.4  # of the width that is shared out by time; the rest by events
_SMOOTHING: Final = 1.6  # standard deviation of the swell, in hundredths of the width


class DensityCurve(NamedTuple):
    """A scale from times to 0..1 made of straight pieces, and the height of the tide (0..1) at even steps along it."""

    times: tuple[float, ...]
    positions: tuple[float, ...]
    heights: tuple[float, ...]

    def position_at(self, time: float) -> float:
        """Where a time stands, 0 at the first and 1 at the last; times beyond stand at the ends."""
        return _interpolate(time, self.times, self.positions)

    def time_at(self, position: float) -> float:
        """The time at a place, the inverse of `position_at` between 0 and 1."""
        return _interpolate(position, self.positions, self.times)


class BucketCount(NamedTuple):
    """Some events that begin around a time."""

    time: float
    size: int


def flat_curve(swells: Sequence[BucketCount], first: float, last: float) -> DensityCurve:
    """A tide without heights between the times `first` and `last`, whose scale gives room to some events."""
    return DensityCurve(*_scale_for(swells, first, max(last, first + 1.0)), ())


def with_heights(scale: DensityCurve, sizes: Sequence[float]) -> DensityCurve:
    """A tide on the same scale, as high as the roots of some sizes at even steps along it."""
    highest = max(sizes, default=0.0) or 1.0
    return scale._replace(heights=tuple(math.sqrt(size / highest) for size in sizes))


def smoothed_counts(scale: DensityCurve, swells: Sequence[BucketCount], steps: int) -> list[float]:
    """How much there is at even steps along a scale."""
    counts = [0.0] * steps
    for time, size in swells:
        counts[min(int(scale.position_at(time) * steps), steps - 1)] += size
    return _smoothed(counts)


def _scale_for(swells: Sequence[BucketCount], first: float, last: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    length = (last - first) / _SEGMENTS
    counts = [0] * _SEGMENTS
    for time, size in swells:
        counts[min(max(int((time - first) / length), 0), _SEGMENTS - 1)] += size
    weights = [math.sqrt(count) for count in counts]
    total = sum(weights)
    position, positions = 0.0, [0.0]
    for weight in weights:
        position += _EVEN_SHARE / _SEGMENTS + (1 - _EVEN_SHARE) * weight / total if total else 1 / _SEGMENTS
        positions.append(position)
    return tuple(first + at * length for at in range(_SEGMENTS + 1)), tuple(p / position for p in positions)


def _smoothed(counts: Sequence[float]) -> list[float]:
    """Counts spread by a normal distribution."""
    deviation = _SMOOTHING * len(counts) / 100
    reach = max(int(deviation * 3), 1)
    kernel = [math.exp(-((offset / deviation) ** 2) / 2) for offset in range(-reach, reach + 1)]
    spread = [0.0] * len(counts)
    for at, count in enumerate(counts):
        if count:
            for offset, share in enumerate(kernel, at - reach):
                if 0 <= offset < len(counts):
                    spread[offset] += count * share
    return spread


def _interpolate(value: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    if value <= xs[0]:
        return ys[0]
    if value >= xs[-1]:
        return ys[-1]
    at = bisect_right(xs, value)
    share = (value - xs[at - 1]) / (xs[at] - xs[at - 1])
    return ys[at - 1] + share * (ys[at] - ys[at - 1])


def busiest_range(swells: Sequence[BucketCount], share: float) -> tuple[float, float]:
    """Times of the first and last swell of the shortest stretch with a share (0..1) of all events; there is one."""
    ordered = sorted(swells)
    needed = max(math.ceil(sum(swell.size for swell in ordered) * share), 1)
    best, held, start = (ordered[0].time, ordered[-1].time), 0, 0
    for end in ordered:
        held += end.size
        while held - ordered[start].size >= needed:
            held -= ordered[start].size
            start += 1
        if held >= needed and end.time - ordered[start].time < best[1] - best[0]:
            best = ordered[start].time, end.time
    return best
