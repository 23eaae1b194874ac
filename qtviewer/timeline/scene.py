"""The scene: what one viewport shows of a layout, as plain data."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from qtviewer.timeline.card import Card
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.placed_cards import PlacedCard, moved_into_view, placed_cards, rows_in_lane
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import Axis, MeasureText, axis_at

DATE_LINE_HEIGHT: Final = 2.0
"""Pixels of the line below a card over the days that its date can mean."""


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
    has_begun: bool
    """Whether its date began before the view."""

    @property
    def line_box(self) -> Box:
        """The line below the card, over the time that its date can mean."""
        return Box(self.date_box.x, self.box.bottom, self.date_box.width, DATE_LINE_HEIGHT)


VisibleLines = tuple[float, float]
"""Top of the first and bottom of the last line of text that a card shows, as shares of its height."""

ALL_LINES: Final[VisibleLines] = (0.0, 1.0)
NO_LINES: Final[VisibleLines] = (0.0, 0.0)


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
    empty: tuple[str, ...] = ()
    """Categories without events in view, named together in a line below the lanes."""
    empty_top: float = 0.0
    """The y of that line."""
    sums: Mapping[str, LaneSum] | None = None
    """For a view at rest, how the events of each lane add up, by category; None while the view moves."""

    def card_at(self, x: float, y: float) -> SceneCard | None:
        """Return the card under a point, or None."""
        return next((card for card in self.cards if card.box.contains(x, y)), None)


def scene_at(
    layout: Layout, viewport: Viewport, lang: str, measure: MeasureText, sums: Mapping[str, LaneSum] | None = None
) -> Scene:
    """Return the scene of a viewport, whose magnification must not be below that of the layout's level.

    `lang` and `measure` are for the labels of the axis. With `sums`, clusters have only the events that touch the view.
    """
    lanes = tuple(lane for lane in layout.lanes if lane.top < viewport.bottom and lane.bottom > viewport.top)
    cards = tuple(card for lane in lanes for card in _cards_in_view(lane, layout, viewport, sums))
    axis = axis_at(viewport.scale, lang, measure)
    return Scene(viewport, axis, lanes, cards, layout.empty, layout.empty_top, sums)


class SceneCache:
    """Computes scenes in one language and keeps the last one."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang, self._measure = lang, measure
        self._last: tuple[Layout, Scene] | None = None

    def scene(self, layout: Layout, viewport: Viewport, sums: Mapping[str, LaneSum] | None) -> Scene:
        """Return `scene_at` of a layout, a viewport and sums; the same object when all are those of the last call."""
        last = self._last
        if last is None or last[0] is not layout or last[1].viewport != viewport or last[1].sums is not sums:
            self._last = last = layout, scene_at(layout, viewport, self._lang, self._measure, sums)
        return last[1]


def _cards_in_view(
    lane: Lane, layout: Layout, viewport: Viewport, sums: Mapping[str, LaneSum] | None
) -> Iterator[SceneCard]:
    lane_sum = sums.get(lane.category) if sums is not None else None
    minutes = None if lane_sum is None else lane_sum.minutes
    for number, row in enumerate(rows_in_lane(lane, layout)):
        top, height = layout.row_top(lane, number), layout.row_height(lane, number)
        if top >= viewport.bottom or top + height <= viewport.top:
            continue
        is_uncut = viewport.top <= top and top + height <= viewport.bottom
        for placed in placed_cards(row, viewport.scale, layout.metrics.gap, minutes):
            shown = placed if lane_sum is None else _in_view(placed, viewport.scale, lane_sum)
            if shown is not None:
                yield _scene_card(shown, top, height, viewport.scale.width, is_uncut=is_uncut)


def _scene_card(placed: PlacedCard, top: float, height: float, view_width: float, *, is_uncut: bool) -> SceneCard:
    card, left, right, date_left, date_right, _room_end = placed
    box = _clipped_box(left, right, top, height, view_width)
    date_box = _clipped_box(date_left, date_right, top, height, view_width)
    return SceneCard(card, left, box, date_box, left >= 0, right <= view_width, is_uncut, date_left < 0)


def _in_view(placed: PlacedCard, scale: TimeScale, lane_sum: LaneSum) -> PlacedCard | None:
    """Return a placed card; a cluster has only the events that begin in view, and is None without any."""
    if placed.card.key not in lane_sum.clusters:
        return placed
    card = lane_sum.clusters[placed.card.key]
    if card is None or card is placed.card:
        return card and placed
    return moved_into_view(placed, card, scale)


def _clipped_box(left: float, right: float, top: float, height: float, view_width: float) -> Box:
    """Return a box without what is to the left or right of the view."""
    x = left if left > 0 else 0.0
    width = (right if right < view_width else view_width) - x
    return Box(x, top, width if width > 0 else 0.0, height)
