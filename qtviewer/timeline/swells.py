"""How events spread over all of their time, asked of a source."""

from collections import defaultdict

from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.tide import Swell

Swells = dict[str, list[Swell]]
"""Swells in the order of their times, by category."""


def swells_of(source: EventSource, query: EventQuery, days: tuple[int, int], most: int) -> Swells:
    """The matching events that begin on some days, in at most so many buckets of time."""
    level = 0
    while (days[1] - days[0] + 1) >> 2 * level > most:
        level += 1
    length = 4.0**level
    swells: Swells = defaultdict(list)
    for density in source.density(query, level, days):
        swells[density.category].append(Swell((density.bucket + 0.5) * length, density.size))
    return dict(swells)
