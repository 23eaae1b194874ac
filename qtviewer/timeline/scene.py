"""The scene: what one viewport shows of a layout, as plain data."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.timeline.card import Card
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import Axis, MeasureText, axis_at

EDGE_MARGIN: Final = 8.0
"""Pixels that a card which may move keeps from the left edge of the view."""


class Box(NamedTuple):
    """A rectangle in pixels; its right and bottom edges are outside of it."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x after its last pixel."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y after its last pixel."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Return whether a point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Box") -> bool:
        """Return whether the boxes share a pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Viewport(NamedTuple):
    """The part of a layout in view."""

    scale: TimeScale
    """The times in view."""
    top: float
    """The y of the layout at the upper edge of the view, in pixels."""
    height: float
    """Pixels of the layout in view."""

    @property
    def bottom(self) -> float:
        """The y after the last pixel in view."""
        return self.top + self.height


class SceneCard(NamedTuple):
    """A card in view. The y of its boxes counts from the top of the first lane."""

    card: Card
    x: float
    """Pixel of the left edge of the whole card, below 0 where the view cuts it."""
    box: Box
    """The card between the left and right edge of the view, in its full height."""
    date_box: Box
    """The same for the time that the event's date can mean."""
    shows_left_edge: bool
    """Whether the left edge of the card is in view."""
    shows_right_edge: bool
    """Whether the right edge of the card is in view."""
    has_full_height: bool
    """Whether the view cuts the card neither above nor below."""


VisibleLines = tuple[float, float]
"""Top of the first and bottom of the last line of text that a card shows, as shares of its height."""

ALL_LINES: Final[VisibleLines] = (0.0, 1.0)


def visible_lines(box: Box, viewport: Viewport) -> VisibleLines | None:
    """Return which of a card's two lines of text the view shows uncut, or None when it cuts both."""
    middle = box.y + box.height / 2
    first = 0.0 if box.y >= viewport.top else 0.5
    last = 1.0 if box.bottom <= viewport.bottom else 0.5
    is_cut_further = (first > 0 and middle < viewport.top) or (last < 1 and middle > viewport.bottom)
    return None if is_cut_further or first >= last else (first, last)


class Scene(NamedTuple):
    """Everything that the timeline paints for one viewport; y counts from the top of the first lane."""

    viewport: Viewport
    axis: Axis
    lanes: tuple[Lane, ...]
    cards: tuple[SceneCard, ...]

    def card_at(self, x: float, y: float) -> SceneCard | None:
        """Return the card under a point, or None."""
        return next((card for card in self.cards if card.box.contains(x, y)), None)


def scene_at(layout: Layout, viewport: Viewport, lang: str, measure: MeasureText) -> Scene:
    """Return the scene of a viewport, whose magnification must not be below that of the layout's level.

    `lang` and `measure` are for the labels of the axis.
    """
    lanes = tuple(lane for lane in layout.lanes if lane.top < viewport.bottom and lane.bottom > viewport.top)
    cards = tuple(card for lane in lanes for card in _cards_in_view(lane, layout, viewport))
    return Scene(viewport, axis_at(viewport.scale, lang, measure), lanes, cards)


class SceneCache:
    """Computes scenes in one language and keeps the last one."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang, self._measure = lang, measure
        self._last: tuple[Layout, Scene] | None = None

    def scene(self, layout: Layout, viewport: Viewport) -> Scene:
        """Return `scene_at` of a layout and viewport; the same object when both are those of the last call."""
        if self._last is None or self._last[0] is not layout or self._last[1].viewport != viewport:
            self._last = layout, scene_at(layout, viewport, self._lang, self._measure)
        return self._last[1]


def _cards_in_view(lane: Lane, layout: Layout, viewport: Viewport) -> Iterator[SceneCard]:
    height, view_width = layout.metrics.height, viewport.scale.width
    for number, row in enumerate(lane.rows):
        top = layout.row_top(lane, number)
        if top < viewport.bottom and top + height > viewport.top:
            is_uncut = viewport.top <= top and top + height <= viewport.bottom
            for card, left, right, first, last in _placed_cards(row, viewport.scale, layout.metrics.gap):
                box = _clipped_box(left, right, top, height, view_width)
                date_box = _clipped_box(first, last, top, height, view_width)
                yield SceneCard(card, left, box, date_box, left >= 0, right <= view_width, is_uncut)


def _clipped_box(left: float, right: float, top: float, height: float, view_width: float) -> Box:
    """Return a box without what is to the left or right of the view."""
    x = max(left, 0.0)
    return Box(x, top, max(min(right, view_width) - x, 0.0), height)


def _placed_cards(
    row: Sequence[Card], scale: TimeScale, gap: float
) -> Iterator[tuple[Card, float, float, float, float]]:
    """Iterate over the cards of a row in view: the card, its left and right end, first and last pixel of its date."""
    start, per_day, view_width = scale
    for index, card in enumerate(row):
        first, last, width = (card.first - start) * per_day, (card.last - start) * per_day, card.width
        if first >= view_width:
            return
        if card.is_span:
            left, right = first, max(last, first + width)
        else:
            room_end = last
            if index + 1 < len(row):
                room_end = min(last, (row[index + 1].first - start) * per_day - gap)
            left = max(first, min(EDGE_MARGIN, room_end - width))
            right = left + width
        if right > 0:
            yield card, left, right, first, last
