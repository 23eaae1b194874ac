"""The stretch of time that is shown first: the days of a query, or else those in which most of its events lie."""

import math
from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_curve import busiest_range
from qtviewer.timeline.density_histogram import bucket_level, density_histogram, merge_categories

INITIAL_SHARE: Final = 0.8
"""Share of the matching events that begin in the range shown first, and the share of these that end in it, too."""
_MAX_BUCKETS: Final = 1_000  # precision with which that range is sought
_FINER: Final = 4  # a stretch so many times shorter than the days in which it was sought is sought in finer buckets
_MOST_SAMPLED: Final = 64  # events of which the end is read; of more events, some that are counted in as many buckets
_YEAR: Final = 365  # days before or after the one day of a query, where no event is known to begin or end
_MARGIN: Final = 0.03  # of the stretch, left free beside it
_CARD_MARGINS: Final = 8  # margins left free for the card of an event that begins at the end of the busiest stretch

Days = tuple[int, int]
"""A first and a last day, both included."""


def initial_range(source: EventSource, query: EventQuery) -> tuple[float, float] | None:
    """Return the first and last time to show first; None where the query has no days and nothing matches."""
    return asked_range(source, query) or events_range(source, query)


def asked_range(source: EventSource, query: EventQuery) -> tuple[float, float] | None:
    """Return the first and last time of the days of a query with a margin, or None when it has none.

    Where it has only one of the two days, the matching events say the other; None when nothing matches then.
    """
    first = None if query.first_day == MIN_DAY else query.first_day
    last = None if query.last_day == MAX_DAY else query.last_day
    if first is not None and last is not None:
        return _with_margins(min(first, last), max(first, last))
    known = None if first is None and last is None else source.extent(query)
    if known is None:
        return None
    if last is not None:
        return _with_margins(known[0] if known[0] <= last else last - _YEAR, last)
    first = known[0] if first is None else first
    return _with_margins(first, known[1] if known[1] >= first else first + _YEAR)


def events_range(source: EventSource, query: EventQuery) -> tuple[float, float] | None:
    """Return the first and last time of the shortest stretch in which most of the matching events begin and end.

    Open ends do not count. None when nothing matches.
    """
    known = source.extent(query)
    if known is None:
        return None
    first, last_begin = _busiest_days(source, query, known)
    last = min(max(last_begin, _last_day_of_most(source, query, (first, last_begin))), known[1])
    margin = (last + 1 - first) * _MARGIN + 1
    return first - margin, 1 + max(last + margin, last_begin + margin * _CARD_MARGINS)


def _with_margins(first: int, last: int) -> tuple[float, float]:
    margin = (last + 1 - first) * _MARGIN
    return first - margin, last + 1 + margin


def _busiest_days(source: EventSource, query: EventQuery, days: Days, needed: int = 0) -> Days:
    """Return the shortest stretch in `days` in which `needed` (or most) matching events begin; `days` if none do."""
    counts = merge_categories(density_histogram(source, query, days, _MAX_BUCKETS))
    if not counts:
        return days
    needed = needed or math.ceil(sum(count.size for count in counts) * INITIAL_SHARE)
    half_bucket = 4.0 ** bucket_level(days, _MAX_BUCKETS) / 2
    first, last = busiest_range(counts, needed)
    busiest = max(math.floor(first - half_bucket), days[0]), min(math.ceil(last + half_bucket) - 1, days[1])
    is_coarse = half_bucket > 1 and (busiest[1] - busiest[0]) * _FINER < days[1] - days[0]
    return _busiest_days(source, query, busiest, needed) if is_coarse else busiest


def _last_day_of_most(source: EventSource, query: EventQuery, days: Days) -> int:
    """Return the day by which most of the matching events that begin in `days` have ended, so far as that is known."""
    ends = sorted(_sampled_ends(source, query, days))
    needed = math.ceil(sum(size for _day, size in ends) * INITIAL_SHARE)
    for day, size in ends:
        needed -= size
        if needed <= 0:
            return day
    return days[1]


def _sampled_ends(source: EventSource, query: EventQuery, days: Days) -> list[tuple[int, int]]:
    """Return last known days of matching events that begin in `days`, each with the number of events it stands for."""
    densities = source.density(query, bucket_level(days, _MOST_SAMPLED), days)
    if sum(density.size for density in densities) <= _MOST_SAMPLED:
        return [(head.date.known_days[1], 1) for head in source.heads_beginning(query, "", minutes_of_days(days))]
    sample = densities[:: math.ceil(len(densities) / _MOST_SAMPLED)]
    heads = source.heads_by_number([density.representative for density in sample], "", query.today)
    return [(heads[density.representative].date.known_days[1], density.size) for density in sample]
