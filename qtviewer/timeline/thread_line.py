"""The line through the events that belong together: those of a thread, or a parent with its parts."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.date_order import date_order, sort_day
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.scale import nearest_pixel
from qtviewer.timeline.scene import Box, Scene

_INSET: Final = 3.0  # pixels from the left edge of a card
_HALF_WIDTH: Final = 2  # pixels that a painted line reaches beside its points, at most


class LinePoint(NamedTuple):
    """A point of the line: x in pixels from the left edge of the view, y from the top of the first lane."""

    x: int
    y: int


ThreadLine = tuple[LinePoint, ...]
"""Points that are joined by curves, from the left; empty or two at least."""


class RelatedEvents:
    """Events that belong together, at least one, prepared for being sought in cards: many take no longer than few."""

    def __init__(self, heads: Iterable[EventHead]) -> None:
        self._ordered = sorted(heads, key=date_order)
        self._places = {head.id: place for place, head in enumerate(self._ordered)}
        self._by_category: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, head in enumerate(self._ordered):
            self._by_category[head.category].append((head.first_minute, place))
        for begun in self._by_category.values():
            begun.sort()

    @property
    def last_place(self) -> int:
        """The place in date order, counted from 0, of the last of them."""
        return len(self._ordered) - 1

    def day_at(self, place: int) -> int:
        """Return the day at which the event at a place in date order stands."""
        return sort_day(self._ordered[place].date)

    def places_in(self, card: Card) -> tuple[int, int] | None:
        """Return the places in date order of the first and the last of them that a card stands for; None without."""
        if not card.is_cluster:
            place = self._places.get(card.heads[0].id) if card.heads else None
            return None if place is None else (place, place)
        begun = self._by_category.get(card.category, [])
        first, last = bisect_left(begun, (card.minutes[0], 0)), bisect_right(begun, (card.minutes[1], self.last_place))
        places = self._first_contained(card, begun[first:last]), self._first_contained(card, begun[first:last][::-1])
        return None if places[0] is None or places[1] is None else (places[0], places[1])

    def _first_contained(self, card: Card, begun: Sequence[tuple[int, int]]) -> int | None:
        """Return the first of some places whose event a cluster contains."""
        return next((place for _minute, place in begun if card.contains_event(self._ordered[place])), None)


def thread_line(scene: Scene, related: RelatedEvents) -> ThreadLine:
    """Return the points to join in date order: one in each card that stands for some of the events.

    A line to the edge of the view leads to those before and after it. Empty where there is nothing to join.
    """
    found = sorted(
        (*places, _point_in(shown.box))
        for shown in scene.cards
        if (places := related.places_in(shown.card)) is not None
    )
    if not found:
        return ()
    points, scale = [point for _first, _last, point in found], scene.viewport.scale
    if found[0][0] > 0 and related.day_at(0) < scale.left:
        points.insert(0, LinePoint(0, points[0].y))
    last_found = max(last for _first, last, _point in found)
    if last_found < related.last_place and related.day_at(related.last_place) >= scale.right:
        points.append(LinePoint(math.ceil(scale.width), points[-1].y))
    return tuple(points) if len(points) > 1 else ()


def _point_in(box: Box) -> LinePoint:
    """Return the point of a card where its date begins, in the middle of its height."""
    return LinePoint(nearest_pixel(box.x + min(_INSET, box.width / 2)), nearest_pixel(box.y + box.height / 2))


def changed_pieces(before: ThreadLine, after: ThreadLine, pixels: int) -> Iterator[Box]:
    """Yield the boxes of what a line has not in common with another one that was moved to the right by some pixels."""
    moved = [LinePoint(point.x + pixels, point.y) for point in before]
    for first, last in set(pairwise(moved)) ^ set(pairwise(after)):
        x, y = min(first.x, last.x) - _HALF_WIDTH, min(first.y, last.y) - _HALF_WIDTH
        yield Box(x, y, abs(last.x - first.x) + 2 * _HALF_WIDTH, abs(last.y - first.y) + 2 * _HALF_WIDTH)
