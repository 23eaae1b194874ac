"""Lanes with the rows of cards in them, and how high they are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics

MIN_ROWS: Final = 2
"""Rows that a lane gets whenever it needs as many; lanes that are too high together scroll."""


class Lane(NamedTuple):
    """The lane of a category with its cards in and around the view."""

    category: str
    top: float
    """Pixels below the top of the layout."""
    height: float
    """In pixels."""
    rows: tuple[tuple[Card, ...], ...]
    """Cards by row from the top, each row from the left."""

    @property
    def bottom(self) -> float:
        """The y after its last pixel."""
        return self.top + self.height


class Layout(NamedTuple):
    """Cards of some tiles placed in lanes; fits every magnification not below that of its level of detail."""

    lanes: tuple[Lane, ...]
    height: float
    """Height of all lanes in pixels."""
    metrics: CardMetrics

    def cards(self) -> Iterator[Card]:
        """Iterate over all cards, lane by lane."""
        return (card for lane in self.lanes for row in lane.rows for card in row)

    def row_top(self, lane: Lane, number: int) -> float:
        """Return the y of a row of a lane, counted from 0."""
        first = lane.top + self.metrics.lane_padding + self.metrics.lane_heading_height
        return first + number * (self.metrics.height + self.metrics.gap)

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


class LaneRows(NamedTuple):
    """The rows of a lane before it has a place among the others."""

    category: str
    row_count: int
    """Rows to keep room for; there may be fewer rows of cards."""
    rows: tuple[tuple[Card, ...], ...]


def lane_height(row_count: int, metrics: CardMetrics) -> float:
    """Return the height in pixels of a lane with some rows, not below the least height of a lane."""
    cards = row_count * (metrics.height + metrics.gap) - metrics.gap
    return max(metrics.lane_heading_height + cards + 2 * metrics.lane_padding, metrics.min_lane_height)


def distribute_rows(
    needed: Mapping[str, int], least: Mapping[str, int], height: float, metrics: CardMetrics
) -> dict[str, int]:
    """Return the number of rows of each lane when `height` pixels are shared between the lanes.

    A lane gets the rows it needs up to its least number, even where the height is exceeded. After that, lanes that need
    more get one more row each in turn, until the next would exceed the height.
    """
    rows = {lane: min(need, least[lane]) for lane, need in needed.items()}
    spare = height - sum(lane_height(count, metrics) for count in rows.values())
    growing = [lane for lane in rows if rows[lane] < needed[lane]]
    while growing:
        for lane in list(growing):
            cost = lane_height(rows[lane] + 1, metrics) - lane_height(rows[lane], metrics)
            if cost > spare:
                return rows
            rows[lane] += 1
            spare -= cost
            if rows[lane] == needed[lane]:
                growing.remove(lane)
    return rows


def place_lanes(lanes: Sequence[LaneRows], metrics: CardMetrics) -> tuple[tuple[Lane, ...], float]:
    """Place lanes one below the other from 0; return them and their height in pixels."""
    placed, top = [], 0.0
    for category, row_count, rows in lanes:
        height = lane_height(row_count, metrics)
        placed.append(Lane(category, top, height, rows))
        top += height
    return tuple(placed), top
