"""Lanes of cards placed one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics


class RowCounts(NamedTuple):
    """How many rows of each kind a lane has or needs."""

    bars: int
    """Thin rows of span bars, above the cards."""
    cards: int
    has_chips: bool = False
    """Whether there is a line for chips below the cards."""


class Lane(NamedTuple):
    """The lane of a category with its cards in and around the view."""

    category: str
    top: float
    """Pixels below the top of the layout."""
    height: float
    """In pixels."""
    rows: tuple[tuple[Card, ...], ...]
    """Cards by row from the top, each row from the left."""
    counts: RowCounts
    """The first `counts.bars` rows are those of span bars."""

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
        metrics, bars = self.metrics, min(number, lane.counts.bars)
        first = lane.top + metrics.lane_padding + metrics.lane_heading_height
        return first + bars * (metrics.bar_height + metrics.bar_gap) + (number - bars) * (metrics.height + metrics.gap)

    def row_height(self, lane: Lane, number: int) -> float:
        """Return the height in pixels of a row of a lane, counted from 0."""
        return self.metrics.bar_height if number < lane.counts.bars else self.metrics.height

    def chips_top(self, lane: Lane) -> float:
        """Return the y of the line of chips of a lane."""
        return lane.bottom - self.metrics.lane_padding - self.metrics.chip_height

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
    counts: RowCounts
    """Rows to keep room for; there may be fewer rows of cards."""
    rows: tuple[tuple[Card, ...], ...]


def lane_height(counts: RowCounts, metrics: CardMetrics) -> float:
    """Return the height in pixels of a lane with some rows, not below the least height of a lane."""
    rows = counts.bars * (metrics.bar_height + metrics.bar_gap) + counts.cards * (metrics.height + metrics.gap)
    chips = metrics.chip_height + metrics.bar_gap if counts.has_chips else 0.0
    height = metrics.lane_heading_height + rows - metrics.gap + chips + 2 * metrics.lane_padding
    return max(height, metrics.min_lane_height)


def distribute_rows(needed: Mapping[str, RowCounts], height: float, metrics: CardMetrics) -> dict[str, RowCounts]:
    """Return the rows of each lane when `height` pixels are shared between the lanes.

    Each lane gets its line of chips and the rows of cards that it needs up to the least number, even where the height
    is exceeded. After that, lanes that need more get one more row of span bars or of cards in turn, until none fits.
    """
    rows = {lane: need._replace(bars=0, cards=min(need.cards, metrics.min_rows)) for lane, need in needed.items()}
    spare = height - sum(lane_height(counts, metrics) for counts in rows.values())
    growing = list(rows)
    while growing:
        for lane in list(growing):
            more = _one_row_more(rows[lane], needed[lane])
            cost = lane_height(more, metrics) - lane_height(rows[lane], metrics)
            if more == rows[lane] or cost > spare:
                growing.remove(lane)
                continue
            rows[lane] = more
            spare -= cost
    return rows


def _one_row_more(counts: RowCounts, needed: RowCounts) -> RowCounts:
    """Return counts with one more row of the kind of which there are fewer, as far as it is needed."""
    wants_bar, wants_cards = counts.bars < needed.bars, counts.cards < needed.cards
    if wants_bar and (not wants_cards or counts.bars < counts.cards):
        return counts._replace(bars=counts.bars + 1)
    return counts._replace(cards=counts.cards + wants_cards)


def place_lanes(lanes: Sequence[LaneRows], metrics: CardMetrics) -> tuple[tuple[Lane, ...], float]:
    """Place lanes one below the other from 0; return them and their height in pixels."""
    placed, top = [], 0.0
    for category, counts, rows in lanes:
        height = lane_height(counts, metrics)
        placed.append(Lane(category, top, height, rows, counts))
        top += height
    return tuple(placed), top
