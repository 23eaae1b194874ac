"""Span bars: events longer than a tile, in rows of their own above the cards of their lane."""

from collections.abc import Iterable, Sequence

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import rank_key
from qtviewer.timeline.scale import TimeScale

SpanBarRows = tuple[tuple[EventHead, ...], ...]
"""The long events of a lane by row from the top, each row from the left."""


def span_bar_rows(heads: Iterable[EventHead], scale: TimeScale, previous: SpanBarRows, gap_days: float) -> SpanBarRows:
    """Place the events that touch a view into rows; `heads` may repeat, `gap_days` is the least time between two."""
    visible = [head for head in {head.id: head for head in heads}.values() if _is_visible(head, scale)]
    return assign_bar_rows(previous, sorted(visible, key=rank_key), gap_days)


def assign_bar_rows(previous: SpanBarRows, ranked: Sequence[EventHead], gap_days: float) -> SpanBarRows:
    """Place events into rows, in which no two are closer than `gap_days` days.

    An event keeps the row that it had in `previous`; any other takes the first row with room for it, the most important
    first. The last row is never empty, one above it may be.
    """
    rows = [[head for head in row if head in ranked] for row in previous]
    for head in ranked:
        if not any(head in row for row in rows):
            row = next((row for row in rows if all(_are_apart(head, other, gap_days) for other in row)), None)
            if row is None:
                rows.append(row := [])
            row.append(head)
    while rows and not rows[-1]:
        rows.pop()
    return tuple(tuple(sorted(row, key=lambda head: head.date.first_day)) for row in rows)


def _is_visible(head: EventHead, scale: TimeScale) -> bool:
    return head.date.first_day < scale.right and head.last_day + 1 > scale.left


def _are_apart(head: EventHead, other: EventHead, gap_days: float) -> bool:
    earlier, later = sorted((head, other), key=lambda either: either.date.first_day)
    return earlier.last_day + 1 + gap_days <= later.date.first_day
