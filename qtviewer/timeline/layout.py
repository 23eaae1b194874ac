"""Lanes and the cards in them at one magnification; panning does not change a layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from qtviewer.domain.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.packing import PlacedSlot, Slot, pack, rows_needed


@dataclass(frozen=True, slots=True)
class CardMetrics:
    """Sizes in pixels, all above 0."""

    height: float
    gap: float
    widest: float
    stack_width: float
    lane_padding: float
    lane_least: float


@dataclass(frozen=True, slots=True)
class Card:
    """One event, or a stack of several, in a slot of time.

    The card is `width` pixels wide and may move between the times `first` and `last`, which is what its date leaves
    open; `spans` when it lasted all that time. `limit` is the time up to which nothing else stands in its row.
    """

    heads: tuple[EventHead, ...]
    first: float
    last: float
    limit: float
    width: float
    spans: bool

    @property
    def is_stack(self) -> bool:
        """Whether it stands for several events."""
        return len(self.heads) > 1


@dataclass(frozen=True, slots=True)
class Lane:
    """One category: where it stands and its cards, row by row from the left; pixels from the top of the layout."""

    category: str
    count: int
    top: float
    height: float
    rows: tuple[tuple[Card, ...], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """All lanes at one magnification."""

    lanes: tuple[Lane, ...]
    pixels_per_day: float
    height: float
    metrics: CardMetrics


class CardSizes(Protocol):
    """How large cards are, as whoever paints them measures it."""

    metrics: CardMetrics

    def width_of(self, head: EventHead) -> float:
        """Natural width of an event's card, in pixels."""


def lay_out(
    heads: Sequence[EventHead],
    categories: Sequence[str],
    pixels_per_day: float,
    height: float,
    sizes: CardSizes,
) -> Layout:
    """Arrange events (in date order) in one lane a category; lanes fill `height`, or more when they must."""
    metrics, by_category = sizes.metrics, _by_category(heads)
    slots = {category: _slots(by_category.get(category, ()), pixels_per_day, sizes) for category in categories}
    rows = share_rows(slots, height, metrics)
    lanes: list[Lane] = []
    top = 0.0
    for category in categories:
        members = by_category.get(category, ())
        placed = pack(slots[category], metrics.gap, max(rows[category], 1), metrics.stack_width)
        lane_height = lane_height_for(rows[category], metrics)
        cards = _rows_of_cards(placed, members, slots[category], pixels_per_day)
        lanes.append(Lane(category, len(members), top, lane_height, cards))
        top += lane_height
    return Layout(tuple(lanes), pixels_per_day, top, metrics)


def lane_height_for(rows: int, metrics: CardMetrics) -> float:
    """Height of a lane with some rows; never too low for its name."""
    return max(rows * (metrics.height + metrics.gap) - metrics.gap + 2 * metrics.lane_padding, metrics.lane_least)


def share_rows(slots: Mapping[str, Sequence[Slot]], height: float, metrics: CardMetrics) -> dict[str, int]:
    """Rows per lane: one each, then one more to the lanes that want it, in turn, while the height allows."""
    row_height = metrics.height + metrics.gap
    most = max(int(height // row_height), 1)
    wanted = {lane: rows_needed(of_lane, metrics.gap, most) for lane, of_lane in slots.items()}
    rows = {lane: min(want, 1) for lane, want in wanted.items()}
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


def _by_category(heads: Sequence[EventHead]) -> dict[str, tuple[EventHead, ...]]:
    ordered = sorted(heads, key=lambda head: head.category)  # stable: date order stays within a category
    return {category: tuple(members) for category, members in groupby(ordered, key=lambda head: head.category)}


def _slots(heads: Sequence[EventHead], pixels_per_day: float, sizes: CardSizes) -> tuple[Slot, ...]:
    slots = []
    for index, head in enumerate(heads):
        left = head.date.first_day * pixels_per_day
        width = min(sizes.width_of(head), sizes.metrics.widest)
        right = max(left + width, (head.date.last_day + 1) * pixels_per_day)
        slots.append(Slot(index, left, right, width, head.importance))
    return tuple(slots)


def _rows_of_cards(
    placed: Sequence[PlacedSlot], heads: Sequence[EventHead], slots: Sequence[Slot], pixels_per_day: float
) -> tuple[tuple[Card, ...], ...]:
    rows: list[list[tuple[float, Card]]] = [[] for _ in range(max((slot.row for slot in placed), default=-1) + 1)]
    for slot in placed:
        rows[slot.row].append((slot.left, _card(slot, heads, slots, pixels_per_day)))
    return tuple(tuple(card for _left, card in sorted(row, key=lambda pair: pair[0])) for row in rows)


def _card(placed: PlacedSlot, heads: Sequence[EventHead], slots: Sequence[Slot], pixels_per_day: float) -> Card:
    members = tuple(heads[index] for index in placed.indices)
    date = members[0].date
    first, limit = float(date.first_day), placed.right / pixels_per_day
    if len(members) > 1:
        return Card(members, first, first, limit, placed.right - placed.left, spans=False)
    span_end = min(date.last_day + 1.0, limit)
    width = min(slots[placed.indices[0]].width, placed.right - placed.left)
    return Card(members, first, span_end, limit, width, spans=date.precision is Precision.INTERVAL)
