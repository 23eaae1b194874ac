"""What a viewport shows of a layout, as plain data, and which card is under a point."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.timeline.card import Card
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import Axis, MeasureText, axis_at

EDGE_MARGIN = 8.0  # pixels that a card which may move keeps from the edge of the view


class Box(NamedTuple):
    """A rectangle in pixels; the right and bottom edges are outside."""

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
        """Whether a point is inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Box") -> bool:
        """Whether they share a pixel."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


class Viewport(NamedTuple):
    """What is in view: the times of `scale`, and `height` pixels of the lanes from `top` down."""

    scale: TimeScale
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """The y after the last pixel in view."""
        return self.top + self.height


class SceneCard(NamedTuple):
    """A card in view: `box` is the part of the card that is seen, `reach` what its date leaves open, `x` its left end.

    `begins` and `ends` tell whether the card's own left and right edges are in view, `is_whole` whether its top and
    bottom are: a line of text that is cut is not to be shown.
    """

    card: Card
    x: float
    box: Box
    date_box: Box
    shows_left_edge: bool
    shows_right_edge: bool
    has_full_height: bool


VisibleLines = tuple[float, float]
"""The lines of text of a card from the first to the last that is shown, as shares of its height."""

ALL_LINES: Final[VisibleLines] = (0.0, 1.0)


def visible_lines(box: Box, viewport: Viewport) -> VisibleLines | None:
    """Those of the two lines of a card that are whole in view; None when neither is."""
    middle = box.y + box.height / 2
    first = 0.0 if box.y >= viewport.top else 0.5
    last = 1.0 if box.bottom <= viewport.bottom else 0.5
    is_cut_further = (first > 0 and middle < viewport.top) or (last < 1 and middle > viewport.bottom)
    return None if is_cut_further or first >= last else (first, last)


class Scene(NamedTuple):
    """Everything the timeline paints for one viewport; y counts from the top of the first lane."""

    viewport: Viewport
    axis: Axis
    lanes: tuple[Lane, ...]
    cards: tuple[SceneCard, ...]

    def card_at(self, x: float, y: float) -> SceneCard | None:
        """The card under a point, if any."""
        return next((card for card in self.cards if card.box.contains(x, y)), None)


def scene_at(layout: Layout, viewport: Viewport, lang: str, measure: MeasureText) -> Scene:
    """The scene of a viewport; its magnification must not be below that of the layout's level."""
    lanes = tuple(lane for lane in layout.lanes if lane.top < viewport.bottom and lane.bottom > viewport.top)
    cards = tuple(card for lane in lanes for card in _cards_in_view(lane, layout, viewport))
    return Scene(viewport, axis_at(viewport.scale, lang, measure), lanes, cards)


class SceneCache:
    """Makes scenes in one language; the one that is asked for again is the same one."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang, self._measure = lang, measure
        self._last: tuple[Layout, Scene] | None = None

    def at(self, layout: Layout, viewport: Viewport) -> Scene:
        """The scene of a viewport, as of `scene_at`."""
        if self._last is None or self._last[0] is not layout or self._last[1].viewport != viewport:
            self._last = layout, scene_at(layout, viewport, self._lang, self._measure)
        return self._last[1]


def _cards_in_view(lane: Lane, layout: Layout, viewport: Viewport) -> Iterator[SceneCard]:
    height = layout.metrics.height
    for number, row in enumerate(lane.rows):
        top = layout.row_top(lane, number)
        if top < viewport.bottom and top + height > viewport.top:
            is_whole = viewport.top <= top and top + height <= viewport.bottom
            for card, left, right, first, last in _stretches(row, viewport.scale, layout.metrics.gap):
                seen, end, reach = max(left, 0.0), min(right, viewport.scale.width), max(first, 0.0)
                box = Box(seen, top, end - seen, height)
                open_box = Box(reach, top, max(min(last, viewport.scale.width) - reach, 0.0), height)
                yield SceneCard(card, left, box, open_box, left >= 0, right <= viewport.scale.width, is_whole)


def _stretches(row: Sequence[Card], scale: TimeScale, gap: float) -> Iterator[tuple[Card, float, float, float, float]]:
    """The cards of a row that are in view: left and right end, first and last pixel of what their dates leave open."""
    start, per_day, view_width = scale
    for at, card in enumerate(row):
        first, last, width = (card.first - start) * per_day, (card.last - start) * per_day, card.width
        if first >= view_width:
            return
        if card.is_span:
            left, right = first, max(last, first + width)
        else:
            room_end = min(last, (row[at + 1].first - start) * per_day - gap) if at + 1 < len(row) else last
            left = max(first, min(EDGE_MARGIN, room_end - width))
            right = left + width
        if right > 0:
            yield card, left, right, first, last
