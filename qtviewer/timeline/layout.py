"""Lanes, how high they are, and the rows of cards in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics

MIN_ROWS: Final = 2  # of a lane that wants as many: the lanes scroll when there are too many of them


class Lane(NamedTuple):
    """One category and its cards near the view, row by row from the left; `top` in pixels from that of the layout."""

    category: str
    top: float
    height: float
    rows: tuple[tuple[Card, ...], ...]

    @property
    def bottom(self) -> float:
        """The y after its last pixel."""
        return self.top + self.height


class Layout(NamedTuple):
    """Lanes with the cards of some tiles; good for every magnification from that of their level up."""

    lanes: tuple[Lane, ...]
    height: float
    metrics: CardMetrics

    def cards(self) -> Iterator[Card]:
        """All cards, lane by lane."""
        return (card for lane in self.lanes for row in lane.rows for card in row)

    def row_top(self, lane: Lane, number: int) -> float:
        """The y of a row of a lane, counted from 0."""
        first = lane.top + self.metrics.lane_padding + self.metrics.lane_heading_height
        return first + number * (self.metrics.height + self.metrics.gap)

    def event_top(self, event_id: str) -> float | None:
        """The y of the card that shows an event, or of a cluster that names it; None when there is none."""
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
        """The y of the cluster that counts an event, named or not; None when there is none."""
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


def lane_height_for(rows: int, metrics: CardMetrics) -> float:
    """Height of a lane with some rows; never too low for its name."""
    cards = rows * (metrics.height + metrics.gap) - metrics.gap
    return max(metrics.lane_heading_height + cards + 2 * metrics.lane_padding, metrics.min_lane_height)


def distribute_rows(
    wanted: Mapping[str, int], least: Mapping[str, int], height: float, metrics: CardMetrics
) -> dict[str, int]:
    """Rows per lane: the least for each that wants them, then one more to each in turn, while the height allows."""
    rows = {lane: min(want, least[lane]) for lane, want in wanted.items()}
    spare = height - sum(lane_height_for(count, metrics) for count in rows.values())
    growing = [lane for lane in rows if rows[lane] < wanted[lane]]
    while growing:
        for lane in list(growing):
            cost = lane_height_for(rows[lane] + 1, metrics) - lane_height_for(rows[lane], metrics)
            if cost > spare:
                return rows
            rows[lane] += 1
            spare -= cost
            if rows[lane] == wanted[lane]:
                growing.remove(lane)
    return rows


def place_lanes(
    cards: Sequence[tuple[str, int, tuple[tuple[Card, ...], ...]]], metrics: CardMetrics
) -> tuple[tuple[Lane, ...], float]:
    """Lanes one below the other, from their categories, numbers of rows and cards, and the height of all."""
    lanes, top = [], 0.0
    for category, rows, cards_by_row in cards:
        height = lane_height_for(rows, metrics)
        lanes.append(Lane(category, top, height, cards_by_row))
        top += height
    return tuple(lanes), top
