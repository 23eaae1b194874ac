"""The scale of a poster, on which crowded times are wider than others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number

_MAX_PIECES: Final = 720  # of time, each with a width of its own
_CROWDED_SHARE: Final = 0.03  # of the events in one piece, from which it is divided
_MAX_PARTS: Final = 31
_EVEN_SHARE: Final = 0.2  # of the width is shared out by time alone, the rest by the number of events


class PosterScale(NamedTuple):
    """A piecewise linear scale; `times` (Julian day numbers) and `positions` (any unit of length) rise together."""

    times: tuple[float, ...]
    positions: tuple[float, ...]

    def x_at(self, time: float) -> float:
        """Return the position of a time; for times outside of the scale, that of the nearest end."""
        return _interpolate(time, self.times, self.positions)

    def time_at(self, x: float) -> float:
        """Return the time of a position; for positions outside of the scale, that of the nearest end."""
        return _interpolate(x, self.positions, self.times)


def _interpolate(value: float, known: Sequence[float], wanted: Sequence[float]) -> float:
    """Return what stands in `wanted` where a value stands in the rising `known`; beside it that of the nearest end."""
    index = min(max(bisect_right(known, value), 1), len(known) - 1)
    (first, last), (left, right) = known[index - 1 : index + 1], wanted[index - 1 : index + 1]
    share = min(max((value - first) / (last - first), 0.0), 1.0) if last > first else 0.0
    return left + share * (right - left)


def poster_scale(dates: Sequence[tuple[float, float]], extent: tuple[float, float], width: float) -> PosterScale:
    """Return the scale from the first to the last time of `extent`, a longer one than 0, on a width.

    `dates` are the first and last times that the dates of the events can mean. Each month, year or longer piece of time
    gets a share of the width, some of it by its length, most of it by its events.
    """
    edges = _divide_crowded(dates, tuple(_piece_edges(*extent)))
    days = extent[1] - extent[0]
    weights = _events_by_piece(dates, edges)
    total = sum(weights)
    even = _EVEN_SHARE if total else 1.0
    shares = (
        even * (end - start) / days + ((1 - even) * weight / total if total else 0.0)
        for (start, end), weight in zip(pairwise(edges), weights, strict=True)
    )
    return PosterScale(edges, tuple(width * min(position, 1.0) for position in accumulate(shares, initial=0.0)))


def _divide_crowded(dates: Sequence[tuple[float, float]], edges: Sequence[float]) -> tuple[float, ...]:
    """Return edges between which pieces with many events are divided, months into days."""
    most = max(len(dates) * _CROWDED_SHARE, 1.0)
    finer: list[float] = []
    for (start, end), weight in zip(pairwise(edges), _events_by_piece(dates, edges), strict=True):
        step = max(int(end - start) // _MAX_PARTS, 1)
        finer += range(int(start), int(end), step) if weight > most else [start]
    return (*map(float, finer), edges[-1])


def _events_by_piece(dates: Sequence[tuple[float, float]], edges: Sequence[float]) -> list[float]:
    """Return the number of events in each piece; an event whose date touches several is shared between them."""
    weights = [0.0] * (len(edges) - 1)
    for first_time, last_time in dates:
        first = min(max(bisect_right(edges, first_time) - 1, 0), len(weights) - 1)
        last = min(max(bisect_left(edges, last_time), first + 1), len(weights))
        for piece in range(first, last):
            weights[piece] += 1 / (last - first)
    return weights


def _piece_edges(first: float, last: float) -> Iterator[float]:
    """Iterate over the ends of the extent and the months between; years, or round years, if months are too many."""
    (first_year, first_month, _), (last_year, last_month, _) = civil_day(int(first)), civil_day(int(last))
    months = range(first_year * 12 + first_month, last_year * 12 + last_month)
    step = 1
    while len(months) // step > _MAX_PIECES:
        step = 12 if step == 1 else step * 10
    yield first
    for month in months:
        year, number = divmod(month // step * step, 12)
        if month % step == 0 and MIN_YEAR <= year <= MAX_YEAR and first < (day := day_number(year, number + 1)) < last:
            yield float(day)
    yield last
