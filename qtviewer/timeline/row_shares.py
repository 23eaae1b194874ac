"""The rows that each lane gets when all lanes share the height of a view."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from qtviewer.timeline.card import CardMetrics
from qtviewer.timeline.layout import RowCounts, lane_height

MAX_BAR_ROWS: Final = 12
"""Rows of span bars that a lane has at most."""


class RowsNeeded(NamedTuple):
    """Rows of one kind that a lane needs."""

    beginning: int
    """Up to the last one with an event that begins in the view."""
    shown: tuple[int, ...]
    """Numbers, from 1, of those with an event that touches the view."""
    cards: tuple[int, ...] = ()
    """How many cards each of those shows, where that is known."""

    @property
    def all(self) -> int:
        """Up to the last one with an event that touches the view."""
        return self.shown[-1] if self.shown else 0

    def more_than(self, granted: int, most: int) -> int:
        """Return how many rows show more than some do, at least: `granted` itself where `most` rows do not."""
        return next((row for row in self.shown if granted < row <= most), granted)

    def cards_of(self, granted: int) -> int:
        """Return how many cards the last of some granted rows shows; 0 where that is not known."""
        return dict(zip(self.shown, self.cards, strict=False)).get(granted, 0)


class LaneNeed(NamedTuple):
    """Rows that a lane needs."""

    bars: RowsNeeded
    cards: RowsNeeded
    has_clusters: bool
    """Whether there are clusters in view, however many rows there are."""


def distribute_rows(
    needed: Mapping[str, LaneNeed], height: float, metrics: CardMetrics, wide: str = ""
) -> dict[str, RowCounts]:
    """Return the rows of each lane when `height` pixels are shared between the lanes.

    At first the lane of the category `wide` gets what it needs; then all lanes get one more row of span bars or of
    cards in turn, until none fits, at first for events that begin in view, and then for those that began before it. In
    each turn lanes whose next row shows more cards come first.
    Only rows that show something count. Where the lanes exceed the height even without any row of cards, each has the
    first one if it has events that begin in view.
    """
    rows = {key: _granted(need, 0, 0) for key, need in needed.items()}
    if sum(lane_height(counts, metrics) for counts in rows.values()) > height:
        rows = {key: _granted(need, 0, need.cards.more_than(0, need.cards.beginning)) for key, need in needed.items()}
    everything = {key: (need.bars.all, need.cards.all) for key, need in needed.items()}
    beginning = {key: (need.bars.all, need.cards.beginning) for key, need in needed.items()}
    only_wide = {key: everything[key] for key in needed if key == wide}
    for wanted in (only_wide, beginning, everything):
        _grow(rows, wanted, needed, height, metrics)
    return rows


def with_clusters(counts: RowCounts) -> RowCounts:
    """Return counts with a row for clusters, which takes the place of the last row of cards if there are several."""
    if counts.has_clusters:
        return counts
    return counts._replace(cards=counts.cards - (counts.cards > 1), has_clusters=True)


def with_label_lines(
    rows: Mapping[str, RowCounts], lines: Mapping[str, int], height: float, metrics: CardMetrics
) -> dict[str, RowCounts]:
    """Return rows with lines below the names of their lanes, from the top, for all of which the height has room."""
    with_lines = dict(rows)
    spare = height - sum(lane_height(counts, metrics) for counts in rows.values())
    for lane, counts in rows.items():
        higher = counts._replace(label_lines=lines[lane])
        cost = lane_height(higher, metrics) - lane_height(counts, metrics)
        if cost <= spare:
            with_lines[lane] = higher
            spare -= cost
    return with_lines


def _grow(
    rows: dict[str, RowCounts],
    wanted: Mapping[str, tuple[int, int]],
    needed: Mapping[str, LaneNeed],
    height: float,
    metrics: CardMetrics,
) -> None:
    """Give lanes one more row in turn, up to the rows of bars and of cards that are wanted, until none fits."""
    spare = height - sum(lane_height(counts, metrics) for counts in rows.values())
    growing = list(wanted)
    while growing:
        larger = {lane: _one_row_more(rows[lane], needed[lane], *wanted[lane]) for lane in growing}
        for lane in sorted(growing, key=lambda lane: -_cards_more(rows[lane], larger[lane], needed[lane])):
            more = larger[lane]
            cost = lane_height(more, metrics) - lane_height(rows[lane], metrics)
            if more == rows[lane] or cost > spare:
                growing.remove(lane)
                continue
            rows[lane] = more
            spare -= cost


def _one_row_more(counts: RowCounts, needed: LaneNeed, bars: int, cards: int) -> RowCounts:
    """Return counts with one more row that shows something, of the kind of which there are fewer, as far as wanted."""
    more_bars = needed.bars.more_than(counts.bars, min(bars, MAX_BAR_ROWS))
    more_cards = needed.cards.more_than(counts.cards, cards)
    if more_bars > counts.bars and (more_cards == counts.cards or counts.bars < counts.cards):
        return _granted(needed, more_bars, counts.cards)
    return _granted(needed, counts.bars, more_cards)


def _cards_more(counts: RowCounts, more: RowCounts, needed: LaneNeed) -> int:
    """Return how many cards the rows show that a lane gets in addition."""
    bars = needed.bars.cards_of(more.bars) if more.bars > counts.bars else 0
    return bars + (needed.cards.cards_of(more.cards) if more.cards > counts.cards else 0)


def _granted(needed: LaneNeed, bars: int, cards: int) -> RowCounts:
    """Return counts with a row for clusters where a lane gets fewer rows than its events that begin in view need."""
    has_clusters = needed.has_clusters or bars < needed.bars.beginning or cards < needed.cards.beginning
    return RowCounts(bars, cards, has_clusters)
