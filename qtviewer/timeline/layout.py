"""Lanes and the cards in them at one magnification; panning does not change a layout."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple, Protocol

from qtviewer.domain.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.packing import PlacedSlot, Slot, pack, rows_needed

LEAST_ROWS: Final = 3  # of a lane that wants as many: the lanes scroll when there are too many of them


class CardMetrics(NamedTuple):
    """Sizes in pixels, all above 0; a date longer than `longest_free` keeps its row to itself, to stay in sight."""

    height: float
    gap: float
    widest: float
    stack_width: float
    longest_free: float
    lane_padding: float
    lane_least: float


class Card(NamedTuple):
    """One event, or a stack of several (the most important first), in a slot of time.

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


class Lane(NamedTuple):
    """One category and its cards, row by row from the left.

    `size` counts its events, `top` pixels from the top of the layout.
    """

    category: str
    size: int
    top: float
    height: float
    rows: tuple[tuple[Card, ...], ...]

    @property
    def bottom(self) -> float:
        """The y after its last pixel."""
        return self.top + self.height


class Layout(NamedTuple):
    """All lanes at one magnification."""

    lanes: tuple[Lane, ...]
    pixels_per_day: float
    height: float
    metrics: CardMetrics

    def top_of(self, event_id: str) -> float | None:
        """The y of the card or stack that shows an event; None when there is none."""
        return next(
            (
                self.row_top(lane, number)
                for lane in self.lanes
                for number, row in enumerate(lane.rows)
                if any(head.id == event_id for card in row for head in card.heads)
            ),
            None,
        )

    def row_top(self, lane: Lane, number: int) -> float:
        """The y of a row of a lane, counted from 0."""
        return lane.top + self.metrics.lane_padding + number * (self.metrics.height + self.metrics.gap)


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
    magnification = _Magnification(pixels_per_day, metrics)
    lanes: list[Lane] = []
    top = 0.0
    for category in categories:
        members = by_category.get(category, ())
        placed = pack(slots[category], metrics.gap, max(rows[category], 1), metrics.stack_width)
        lane_height = lane_height_for(rows[category], metrics)
        cards = _rows_of_cards(placed, members, slots[category], magnification)
        lanes.append(Lane(category, len(members), top, lane_height, cards))
        top += lane_height
    return Layout(tuple(lanes), pixels_per_day, top, metrics)


def lane_height_for(rows: int, metrics: CardMetrics) -> float:
    """Height of a lane with some rows; never too low for its name."""
    return max(rows * (metrics.height + metrics.gap) - metrics.gap + 2 * metrics.lane_padding, metrics.lane_least)


def share_rows(slots: Mapping[str, Sequence[Slot]], height: float, metrics: CardMetrics) -> dict[str, int]:
    """Rows per lane: a few for each that wants them, then one more to each in turn, while the height allows."""
    row_height = metrics.height + metrics.gap
    most = max(int(height // row_height), LEAST_ROWS)
    wanted = {lane: rows_needed(of_lane, metrics.gap, most) for lane, of_lane in slots.items()}
    rows = {lane: min(want, LEAST_ROWS) for lane, want in wanted.items()}
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
    """What each card keeps free: its own width, or all its time where it lasted or is longer than a view."""
    slots = []
    for index, head in enumerate(heads):
        left = head.date.first_day * pixels_per_day
        end = (head.date.last_day + 1) * pixels_per_day
        width = min(sizes.width_of(head), sizes.metrics.widest)
        keeps_all = head.date.precision is Precision.INTERVAL or end - left > sizes.metrics.longest_free
        right = max(left + width, end) if keeps_all else left + width
        slots.append(Slot(index, left, right, width, _rank(head)))
    return tuple(slots)


def _rank(head: EventHead) -> int:
    """Importance first; among equals a known day before a vaguer date."""
    return head.importance * 2 + (head.date.precision is Precision.DAY)


def _rows_of_cards(
    placed: Sequence[PlacedSlot], heads: Sequence[EventHead], slots: Sequence[Slot], layout_at: "_Magnification"
) -> tuple[tuple[Card, ...], ...]:
    rows: list[list[PlacedSlot]] = [[] for _ in range(max((slot.row for slot in placed), default=-1) + 1)]
    for slot in sorted(placed, key=lambda slot: slot.left):
        rows[slot.row].append(slot)
    return tuple(
        tuple(
            _card(slot, tuple(heads[at] for at in slot.cards), slots[slot.cards[0]].width, free_until, layout_at)
            for slot, free_until in zip(row, _ends_of_room(row, layout_at.metrics.gap), strict=True)
        )
        for row in rows
    )


def _ends_of_room(row: Sequence[PlacedSlot], gap: float) -> list[float]:
    """Up to where each slot of a row could grow."""
    return [following.left - gap for following in row[1:]] + [float("inf")] * bool(row)


class _Magnification(NamedTuple):
    pixels_per_day: float
    metrics: CardMetrics


def _card(
    placed: PlacedSlot, members: tuple[EventHead, ...], width: float, free_until: float, layout_at: _Magnification
) -> Card:
    scale, dates = layout_at.pixels_per_day, [head.date for head in members]
    first = float(dates[0].first_day)
    last = min(max(date.last_day for date in dates) + 1.0, max(placed.right, free_until) / scale)
    if len(members) > 1:
        width = min(layout_at.metrics.widest, max(free_until - placed.left, layout_at.metrics.stack_width))
        by_importance = tuple(sorted(members, key=lambda head: -head.importance))
        return Card(by_importance, first, last, max(last, first + width / scale), width, spans=False)
    width = min(width, placed.right - placed.left)
    limit = max(last, placed.right / scale)
    return Card(members, first, last, limit, width, spans=dates[0].precision is Precision.INTERVAL)
