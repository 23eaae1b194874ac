"""Lanes of cards placed one below the other."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.levels import Level


class RowCounts(NamedTuple):
    """How many rows of each kind a lane has or needs, from the top down."""

    bars: int
    """Thin rows of span bars."""
    cards: int
    has_clusters: bool = False
    """Whether there is a thin row for clusters of the events without a card."""
    label_lines: int = 0
    """Lines below the name of the lane, for chips and the number of its events."""


class Lane(NamedTuple):
    """The lane of a category with its cards in and around the view."""

    category: str
    top: float
    """Pixels below the top of the layout."""
    height: float
    """In pixels."""
    rows: tuple[tuple[Card, ...], ...]
    """Cards by row from the top, each row from the left; the last row has the clusters."""
    counts: RowCounts
    """Rows that it has room for."""

    @property
    def bottom(self) -> float:
        """The y after its last pixel."""
        return self.top + self.height


class Layout(NamedTuple):
    """Cards of some tiles placed in lanes; fits every magnification not below that of its level of detail."""

    lanes: tuple[Lane, ...]
    """Those that have events in view, or had when the view last stood still."""
    height: float
    """Height of all lanes in pixels, with the line that names the empty ones."""
    metrics: CardMetrics
    level: Level
    """The level of detail of its cards."""
    empty: tuple[str, ...] = ()
    """Categories without events in view, named together in a line below the lanes."""

    def cards(self) -> Iterator[Card]:
        """Iterate over all cards, lane by lane."""
        return (card for lane in self.lanes for row in lane.rows for card in row)

    def row_top(self, lane: Lane, number: int) -> float:
        """Return the y of a row of a lane, counted from 0.

        That of the row of clusters is valid only where there is room for it.
        """
        first = lane.top + self.metrics.lane_padding + self.metrics.lane_heading_height
        return first + _rows_height(lane.counts, number, self.metrics)

    def has_room_for_clusters(self, lane: Lane) -> bool:
        """Return whether a lane has room for its row of clusters, as it has wherever one begins in a view at rest."""
        bottom = self.row_top(lane, len(lane.rows) - 1) + self.metrics.cluster_height + self.metrics.lane_padding
        return bottom <= lane.bottom

    def row_height(self, lane: Lane, number: int) -> float:
        """Return the height in pixels of a row of a lane, counted from 0."""
        if number == len(lane.rows) - 1:
            return self.metrics.cluster_height
        return self.metrics.bar_height if number < lane.counts.bars else self.metrics.height

    @property
    def empty_top(self) -> float:
        """The y of the line that names the categories without events in view."""
        return self.lanes[-1].bottom if self.lanes else 0.0

    def event_top(self, event_id: str) -> float | None:
        """Return the y of the card of an event, or of a cluster that has it among its heads; None without either."""
        return next(
            (
                self.row_top(lane, number)
                for lane in self.lanes
                for number, row in enumerate(lane.rows)
                if any(head.id == event_id for card in row for head in card.heads)
            ),
            None,
        )

    def cluster_top(self, event: EventHead) -> float | None:
        """Return the y of the cluster that contains an event, among its heads or not; None without one."""
        return next(
            (
                self.row_top(lane, number)
                for lane in self.lanes
                if lane.category == event.category
                for number, row in enumerate(lane.rows)
                if any(card.contains_event(event) for card in row)
            ),
            None,
        )


class LaneRoom(NamedTuple):
    """The room that lanes are laid out in."""

    categories: tuple[str, ...]
    """Categories that have a lane where they have events in view, from the top down."""
    height: float
    """Pixels that the lanes share."""
    wide: str = ""
    """Category whose lane gets all the rows that it needs before the others get more, or an empty text."""


class LaneRows(NamedTuple):
    """The rows of a lane before it has a place among the others."""

    category: str
    counts: RowCounts
    rows: tuple[tuple[Card, ...], ...]


def lane_height(counts: RowCounts, metrics: CardMetrics) -> float:
    """Return the height in pixels of a lane with some rows, not below the least height of a lane."""
    last = metrics.cluster_height if counts.has_clusters else -(metrics.gap if counts.cards else metrics.bar_gap)
    rows = _rows_height(counts, counts.bars + counts.cards, metrics) + last
    label = metrics.label_height + counts.label_lines * metrics.label_line_height
    return max(metrics.lane_heading_height + rows + 2 * metrics.lane_padding, metrics.min_lane_height, label)


def _rows_height(counts: RowCounts, number: int, metrics: CardMetrics) -> float:
    """Return the height of the first rows of a lane, with the gap below each."""
    bars = min(number, counts.bars)
    return bars * (metrics.bar_height + metrics.bar_gap) + (number - bars) * (metrics.height + metrics.gap)


def place_lanes(lanes: Sequence[LaneRows], metrics: CardMetrics, level: Level, empty: tuple[str, ...] = ()) -> Layout:
    """Place lanes of a level one below the other from 0, and the line that names the `empty` categories below them."""
    placed, top = [], 0.0
    for category, counts, rows in lanes:
        height = lane_height(counts, metrics)
        placed.append(Lane(category, top, height, rows, counts))
        top += height
    return Layout(tuple(placed), top + bool(empty) * metrics.empty_line_height, metrics, level, empty)
