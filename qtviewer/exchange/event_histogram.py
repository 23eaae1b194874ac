"""Events counted by month or year, and the bars of a histogram of them."""

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.edtf import parse_edtf

_MAX_BUCKETS: Final = 400  # more would be thinner than a pointer can hit
_TIME_SHARE: Final = 0.4  # of the width, given to periods by their length; the rest by their number of events


class HistogramBucket(NamedTuple):
    """A month or year and the number of events that begin in it."""

    period: str
    """EDTF, such as 1921 or 1921-05."""
    first: int
    """Day number of the first day."""
    last: int
    """Day number of the last day."""
    events: int


class HistogramBar(NamedTuple):
    """The place of a bucket in a histogram whose width and height are 1."""

    bucket: HistogramBucket
    left: float
    right: float
    height: float

    @property
    def is_year(self) -> bool:
        """Whether the bucket is a year; it is painted behind the months of that year."""
        return "-" not in self.bucket.period[1:]


def histogram_buckets(counts: Mapping[str, int]) -> list[HistogramBucket]:
    """Return the last 400 buckets of counts by EDTF month or year, as `EventSource.count_by` returns them."""
    dates = [(period, parse_edtf(period), count) for period, count in counts.items()]
    buckets = [HistogramBucket(period, date.first_day, date.last_day, count) for period, date, count in dates]
    return buckets[-_MAX_BUCKETS:]


def histogram_bars(buckets: Sequence[HistogramBucket]) -> list[HistogramBar]:
    """Return the bars of one or more buckets, longest period first, so that months are painted over their year."""
    positions = _day_positions(buckets)
    highest = max(bucket.events for bucket in buckets)
    longest_first = sorted(buckets, key=lambda bucket: bucket.first - bucket.last)
    return [
        HistogramBar(bucket, positions[bucket.first], positions[bucket.last + 1], math.sqrt(bucket.events / highest))
        for bucket in longest_first
    ]


def _day_positions(buckets: Sequence[HistogramBucket]) -> dict[int, float]:
    """Return the horizontal position (0..1) of every day on which a bucket begins or ends.

    Times with many events get more room than their length.
    """
    days = sorted({day for bucket in buckets for day in (bucket.first, bucket.last + 1)})
    gaps = list(pairwise(days))
    weights = [math.sqrt(sum(_events_between(bucket, *gap) for bucket in buckets)) for gap in gaps]
    length, total_weight = days[-1] - days[0], sum(weights)
    widths = (
        _TIME_SHARE * (end - start) / length + (1 - _TIME_SHARE) * weight / total_weight
        for (start, end), weight in zip(gaps, weights, strict=True)
    )
    return dict(zip(days, accumulate(widths, initial=0.0), strict=True))


def _events_between(bucket: HistogramBucket, start: int, end: int) -> float:
    """Return how many events of a bucket fall between two days, spread evenly over the bucket."""
    if not bucket.first <= start < bucket.last + 1:
        return 0.0
    return bucket.events * (end - start) / (bucket.last + 1 - bucket.first)
