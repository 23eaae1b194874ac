"""Where the cards of a row stand in a view."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, Minutes
from qtviewer.timeline.card import Card, span_width
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.levels import CardDate
from qtviewer.timeline.scale import TimeScale, time_of_minute

EDGE_MARGIN: Final = 8.0
"""Pixels that a card which began before the view keeps from its left edge."""
_MIN_VISIBLE_WIDTH: Final = 24.0  # pixels of a card that began before the view, below which it counts as not shown
_MIN_CLUSTER_WIDTH: Final = 4.0  # the same for a cluster, some of whose events begin in view


class PlacedCard(NamedTuple):
    """A card and its place in a view, in pixels from the left edge of the view."""

    card: Card
    left: float
    right: float
    date_left: float
    """Where its date begins, or that of the first event of a cluster."""
    date_right: float
    """Where its date ends, or the last time at which an event of a cluster may begin."""
    room_end: float
    """As far as the next card of the row leaves room."""

    @property
    def has_begun(self) -> bool:
        """Whether it began before the view."""
        return self.date_left < 0


def placed_cards(
    row: Sequence[Card], scale: TimeScale, gap: float, minutes: Minutes | None = None
) -> Iterator[PlacedCard]:
    """Yield the cards of a row that are in view, from the left.

    A card stands where its date begins. If that is before the view and the date goes on in it, the card stands at the
    left edge as far as the next card leaves room, a cluster where the first of its events begins that does so in view,
    if that is known. With `minutes`, the first and last that the view touches, only cards are yielded whose dates touch
    them and of which enough can be seen, and a span has room beside it for a text that no longer fits into the part of
    it in view; without, those that reach into the view are yielded, too.
    """
    start, per_day, view_width = scale
    for index in range(_last_begun(row, start + gap / per_day), len(row)):
        card = row[index]
        first, last = (card.first - start) * per_day, (card.last - start) * per_day
        if first >= view_width and minutes is None:
            return
        room_end = (row[index + 1].first - start) * per_day - gap if index + 1 < len(row) else math.inf
        if card.is_span or first >= 0:
            left = first
            right = first + (span_width(last - first, card.width) if card.is_span else card.width)
            if minutes is not None and first < 0 < last < card.width:  # of the filled part too little is in view
                right = max(right, min(last + card.width, room_end))
        else:
            left = max(first, min(_place_in_view(card, scale, last), room_end - card.width))
            right = left + card.width
        placed = PlacedCard(card, left, right, first, last, room_end)
        if right > 0 if minutes is None else _is_shown(placed, minutes):
            yield placed


def _last_begun(row: Sequence[Card], time: float) -> int:
    """Return the index of the last card of a row that begins up to a time; those before it end before it begins."""
    return max(bisect_right(row, time, key=attrgetter("first")) - 1, 0)


def _place_in_view(card: Card, scale: TimeScale, last: float) -> float:
    """Return where a card that began before a view would stand in it; `last` is where its date ends, in pixels."""
    unit = 1 / MINUTES_IN_DAY if card.date is CardDate.WITH_TIME else 1.0
    number = bisect_right(card.begins, scale.left - unit)
    return _stuck(scale.x_at(card.begins[number]) if number < len(card.begins) else -math.inf, last)


def _stuck(first: float, last: float) -> float:
    """Return where something from one pixel to another stands that is stuck to the left edge if it begins before."""
    return first if first >= 0 else min(EDGE_MARGIN, last)


def rows_in_lane(lane: Lane, layout: Layout) -> Sequence[Sequence[Card]]:
    """Return the rows of a lane that it has room for.

    The row of clusters is left out where the lane has no room for it: at rest none of its clusters begins in view then.
    """
    return lane.rows if layout.has_room_for_clusters(lane) else lane.rows[:-1]


def cards_in_lane(lane: Lane, layout: Layout, scale: TimeScale, minutes: Minutes | None) -> Iterator[PlacedCard]:
    """Yield the cards of the rows of a lane that are in view; `minutes` are as for `placed_cards`."""
    for row in rows_in_lane(lane, layout):
        yield from placed_cards(row, scale, layout.metrics.gap, minutes)


def moved_into_view(placed: PlacedCard, card: Card, scale: TimeScale) -> PlacedCard:
    """Return the place of a card that stands for those events of a placed cluster that begin in view.

    It stands where the first of them begins, or to the left of that as far as it must to leave room for the next card.
    """
    first, last = scale.x_at(card.first), scale.x_at(card.last)
    left = min(_stuck(first, last), placed.room_end - card.width)
    return PlacedCard(card, left, left + card.width, first, last, placed.room_end)


def _is_shown(placed: PlacedCard, minutes: Minutes) -> bool:
    """Return whether a date touches some minutes, and its card shows enough if it began before them."""
    card, start, end = placed.card, time_of_minute(minutes[0]), time_of_minute(minutes[1] + 1)
    if card.last <= start or card.first >= end:
        return False
    least = _MIN_CLUSTER_WIDTH if card.is_cluster else _MIN_VISIBLE_WIDTH
    return card.first >= start or placed.right >= least
