"""The layout of one lane of one tile: cards in rows and, where there are too many, clusters in the last row."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics, CardSizes, event_card, rank_key
from qtviewer.timeline.levels import Level
from qtviewer.timeline.packing import Rows, Slot, pack_slots
from qtviewer.timeline.tile import LaneTile, cell_at

_NO_SLOT: Final = Slot(math.inf, math.inf, -1)

CardRows = tuple[tuple[Card, ...], ...]
"""Cards by row from the top, each row from the left."""


class TileLayout(NamedTuple):
    """A lane of a tile whose events are packed into rows, as many rows as it takes.

    Pixels are those of the level's own magnification, counted from day 0.
    """

    level: Level
    tile: int
    content: LaneTile
    heads: tuple[EventHead, ...]
    """Events that may have cards of their own, by rank; the `card` of a slot is an index of them."""
    widths: tuple[float, ...]
    """Widths of their cards in pixels."""
    rows: Rows

    @property
    def right(self) -> float:
        """The pixel at which the tile ends."""
        return (self.level.days_of(self.tile)[1] + 1) * self.level.pixels_per_day


def lay_out_tile(
    level: Level, tile: int, content: LaneTile, sizes: CardSizes, neighbours: Sequence[Rows]
) -> TileLayout:
    """Pack the cards of a lane of a tile around those of the tiles beside it, as far as these are given."""
    heads = tuple(sorted(content.heads, key=rank_key))
    widths = tuple(min(sizes.width_of(head, with_year=level.with_years), sizes.metrics.max_width) for head in heads)
    slots = [_slot(index, head, width, level) for index, (head, width) in enumerate(zip(heads, widths, strict=True))]
    return TileLayout(level, tile, content, heads, widths, pack_slots(slots, sizes.metrics.gap, neighbours))


def _slot(index: int, head: EventHead, width: float, level: Level) -> Slot:
    """Return the room for a card: its width from its first day on; for a span all of its dates at least."""
    left = head.date.first_day * level.pixels_per_day
    right = left + width
    if head.date.precision is Precision.INTERVAL:
        right = max(right, (head.date.last_day + 1) * level.pixels_per_day)
    return Slot(left, right, index)


def rows_needed(tile_layout: TileLayout, first: float, last: float) -> int:
    """Return the rows that show all cards between two times, and one more if there have to be clusters."""
    scale = tile_layout.level.pixels_per_day
    in_view = [
        row
        for row, slots in enumerate(tile_layout.rows)
        if any(left < last * scale and right > first * scale for left, right in _reachable_pixels(tile_layout, slots))
    ]
    row_count = max(in_view, default=-1) + 1
    return row_count + (not _fits(tile_layout, row_count))


def _reachable_pixels(tile_layout: TileLayout, slots: Sequence[Slot]) -> Iterator[tuple[float, float]]:
    """Iterate over the first and last pixel that the cards of a row can cover: within their dates, up to the next."""
    for slot, following in pairwise((*slots, _NO_SLOT)):
        date_end = (tile_layout.heads[slot.card].date.last_day + 1) * tile_layout.level.pixels_per_day
        yield slot.left, max(slot.right, min(date_end, following.left))


def truncate_rows(tile_layout: TileLayout, row_count: int, metrics: CardMetrics) -> CardRows:
    """Return the cards in at most `row_count` rows, which is at least 1.

    If they do not all fit, there are exactly so many rows, and the last one has only clusters of all that is not in the
    rows above. No card in the last row reaches beyond the tile, so that the clusters of the next have room.
    """
    if _fits(tile_layout, row_count):
        return tuple(tuple(_card(tile_layout, slot) for slot in row) for row in tile_layout.rows)
    kept = tile_layout.rows[: row_count - 1]
    cards = [tuple(_card(tile_layout, slot) for slot in row) for row in kept]
    cards += [()] * (row_count - 1 - len(cards))
    return (*cards, _clusters(tile_layout, kept, metrics))


def _fits(tile_layout: TileLayout, row_count: int) -> bool:
    """Return whether some rows show every event without clusters."""
    is_all_placed = sum(map(len, tile_layout.rows)) == len(tile_layout.heads)
    if tile_layout.content.remainders or len(tile_layout.rows) > row_count or not is_all_placed:
        return False
    last_row = tile_layout.rows[-1] if 0 < row_count == len(tile_layout.rows) else ()
    return all(slot.right <= tile_layout.right for slot in last_row)


def _card(tile_layout: TileLayout, slot: Slot) -> Card:
    width, with_year = tile_layout.widths[slot.card], tile_layout.level.with_years
    return event_card(tile_layout.heads[slot.card], width, with_year=with_year)


class _CellMembers(NamedTuple):
    """The events of a cell: indices of those without a card of their own, ids of those with one."""

    cell: int
    clustered: Sequence[int]
    card_ids: frozenset[str]


def _clusters(tile_layout: TileLayout, kept: Rows, metrics: CardMetrics) -> tuple[Card, ...]:
    """Return a cluster for each cell with events that are not in the rows that are kept, from the left."""
    clusters: list[Card] = []
    room_end = tile_layout.level.days_of(tile_layout.tile)[1] + 1.0
    for members in reversed(_cells_to_cluster(tile_layout, kept)):
        clusters.append(_cluster(tile_layout, members, room_end, metrics))
        room_end = clusters[-1].first
    return tuple(reversed(clusters))


def _cells_to_cluster(tile_layout: TileLayout, kept: Rows) -> list[_CellMembers]:
    with_card = {slot.card for row in kept for slot in row}
    card_ids: dict[int, set[str]] = defaultdict(set)
    clustered: dict[int, list[int]] = defaultdict(list)
    for index, head in enumerate(tile_layout.heads):
        cell = cell_at(tile_layout.level, tile_layout.tile, head.date.first_day)
        if index in with_card:
            card_ids[cell].add(head.id)
        else:
            clustered[cell].append(index)
    cells = sorted({*clustered, *tile_layout.content.remainders})
    return [_CellMembers(cell, clustered[cell], frozenset(card_ids[cell])) for cell in cells]


def _cluster(tile_layout: TileLayout, members: _CellMembers, room_end: float, metrics: CardMetrics) -> Card:
    """Return the cluster of a cell, or a card if one event is all there is.

    It begins with the first of its events, or before that if it would reach beyond `room_end`, the time at which the
    next cluster or tile begins; from the beginning of its cell there is always room.
    """
    cell, clustered, card_ids = members
    level, content = tile_layout.level, tile_layout.content
    remainder = content.remainders.get(cell)
    heads = [tile_layout.heads[index] for index in clustered] + list(remainder.heads if remainder else ())
    first_day = min([head.date.first_day for head in heads] + ([remainder.first_day] if remainder else []))
    start = level.days_of(tile_layout.tile)[0] + cell * level.cell_days
    size = len(clustered) + (remainder.size if remainder else 0)
    return Card(
        category=content.category,
        heads=tuple(sorted(heads, key=rank_key)),
        size=size,
        first=min(max(float(first_day), start), room_end - metrics.cell_width / level.pixels_per_day),
        last=room_end - metrics.gap / level.pixels_per_day,
        width=min([metrics.cluster_width, *(tile_layout.widths[index] for index in clustered if size == 1)]),
        with_year=level.with_years,
        days=(math.ceil(start), math.ceil(start + level.cell_days) - 1),
        excluded_ids=card_ids | content.bars,
    )
