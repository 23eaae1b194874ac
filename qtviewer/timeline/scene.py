"""What a viewport shows of a layout, as plain data, and which card is under a point."""

from collections.abc import Iterator
from typing import NamedTuple

from qtviewer.timeline.card import Card
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import Axis, MeasureText, axis_at

EDGE = 8.0  # pixels that a card which may move keeps from the edge of the view


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
    """A card in view: `box` is the part of the card that is seen, `reach` what its date leaves open.

    `begins` and `ends` tell whether the card's own left and right edges are in view, `is_whole` whether its top and
    bottom are: a line of text that is cut is not to be shown.
    """

    card: Card
    box: Box
    reach: Box
    begins: bool
    ends: bool
    is_whole: bool


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


def _cards_in_view(lane: Lane, layout: Layout, viewport: Viewport) -> Iterator[SceneCard]:
    for number, row in enumerate(lane.rows):
        top = layout.row_top(lane, number)
        if top >= viewport.bottom or top + layout.metrics.height <= viewport.top:
            continue
        for card, room_end in zip(row, _ends_of_room(row, layout.metrics.gap, viewport.scale), strict=True):
            scene_card = _scene_card(card, room_end, top, layout.metrics.height, viewport)
            if scene_card.box.width > 0:
                yield scene_card


def _ends_of_room(row: tuple[Card, ...], gap: float, scale: TimeScale) -> list[float]:
    """Up to which pixel each card of a row may move or grow."""
    return [scale.x_at(following.first) - gap for following in row[1:]] + [float("inf")] * bool(row)


def _scene_card(card: Card, room_end: float, top: float, height: float, viewport: Viewport) -> SceneCard:
    scale = viewport.scale
    first, last = scale.x_at(card.first), scale.x_at(card.last)
    left = first if card.spans else max(first, min(EDGE, min(last, room_end) - card.width))
    right = max(last, first + card.width) if card.spans else left + card.width
    return SceneCard(
        card,
        box=_between(max(left, 0.0), min(right, scale.width), top, height),
        reach=_between(max(first, 0.0), min(last, scale.width), top, height),
        begins=left >= 0,
        ends=right <= scale.width,
        is_whole=viewport.top <= top and top + height <= viewport.bottom,
    )


def _between(left: float, right: float, top: float, height: float) -> Box:
    return Box(left, top, max(right - left, 0.0), height)
