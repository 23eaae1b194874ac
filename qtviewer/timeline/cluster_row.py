"""The last row of a lane: clusters of the events that have no card, and events that are alone in their place.

Everything in it begins exactly where the first of its events begins. Two of them that would overlap there become one.
Which ones depends only on the cells around them, so that clusters stay as they are while the view moves.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from qtviewer.domain.answers import BeginSpan
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics, cluster_times, event_card, rank_key, span_width
from qtviewer.timeline.levels import CardDate, Level
from qtviewer.timeline.scale import time_of_minute


class RowItem(NamedTuple):
    """A card or a cluster before it has its width."""

    cell: int
    """Number of the cell, counted from day 0, in which it begins."""
    span: BeginSpan
    """When its events begin, as it is shown at the level."""
    size: int
    """Number of events."""
    heads: tuple[EventHead, ...]
    """Those of them that are loaded."""
    excluded_ids: frozenset[str] = frozenset()
    """Ids of events that begin in this span, too, and are shown elsewhere."""
    width: float = 0.0
    """Width in pixels that it would like to have."""


def cluster_row(category: str, items: Iterable[RowItem], level: Level, metrics: CardMetrics) -> tuple[Card, ...]:
    """Return the row of some items, merged where they would overlap, from the left."""
    merged = sorted(_merge_overlapping(items, level, metrics), key=lambda item: item.span)
    starts = [time_of_minute(item.span.first_minute) * level.pixels_per_day for item in merged]
    rooms = [following - start - metrics.gap for start, following in pairwise((*starts, math.inf))]
    return tuple(_card(category, item, room, level) for item, room in zip(merged, rooms, strict=True))


def _card(category: str, item: RowItem, room: float, level: Level) -> Card:
    """Return the card of an item; an event that lasted longer than the next item leaves room is no span here."""
    heads = tuple(sorted(item.heads, key=rank_key))
    if item.size == 1 and heads:
        card = event_card(heads[0], min(item.width, room), level)
        width = span_width((card.last - card.first) * level.pixels_per_day, card.width)
        return card._replace(is_span=card.is_span and width <= room)
    return Card(
        category,
        heads,
        item.size,
        *cluster_times(item.span),
        min(item.width, room),
        False,
        level.card_date,
        item.span.minutes,
        item.excluded_ids,
        begins=_begin_times(heads, level) if len(heads) == item.size else (),
    )


def _begin_times(heads: Sequence[EventHead], level: Level) -> tuple[float, ...]:
    """Return the times at which events begin, in order; where hours are not shown, those of their days."""
    if level.card_date is CardDate.WITH_TIME:
        return tuple(sorted(time_of_minute(head.first_minute) for head in heads))
    return tuple(sorted(float(head.date.first_day) for head in heads))


def _merge_overlapping(items: Iterable[RowItem], level: Level, metrics: CardMetrics) -> list[RowItem]:
    """Merge items that begin less than a cell's width after another, pairs of an even cell and the next one first."""
    by_cell: dict[int, list[RowItem]] = defaultdict(list)
    for item in sorted(items, key=lambda item: item.span):
        by_cell[item.cell].append(item)
    reach_days = metrics.cell_width / level.pixels_per_day
    for parity in (0, 1):
        for cell in sorted(by_cell):
            if cell % 2 == parity and by_cell[cell] and by_cell.get(cell + 1):
                _absorb(by_cell[cell], by_cell[cell + 1], reach_days, metrics)
    return [item for cell_items in by_cell.values() for item in cell_items]


def _absorb(left: list[RowItem], right: list[RowItem], reach_days: float, metrics: CardMetrics) -> None:
    """Move the items of a cell that the last item of the cell before it would overlap into that one."""
    end = time_of_minute(left[-1].span.first_minute) + reach_days
    overlapping = [item for item in right if time_of_minute(item.span.first_minute) < end]
    if overlapping:
        left[-1] = _union([left[-1], *overlapping], metrics)
        del right[: len(overlapping)]


def _union(items: Sequence[RowItem], metrics: CardMetrics) -> RowItem:
    heads = tuple(head for item in items for head in item.heads)
    excluded_ids = frozenset[str]().union(*(item.excluded_ids for item in items)) - {head.id for head in heads}
    last, end = (max(item.span[at] for item in items) for at in (1, 2))
    span = BeginSpan(items[0].span.first_minute, last, end)
    return RowItem(items[0].cell, span, sum(item.size for item in items), heads, excluded_ids, metrics.cluster_width)
