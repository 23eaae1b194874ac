"""One lane of one tile arranged: cards in rows and, where there are too many, clusters in the last."""

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

_NOTHING: Final = Slot(math.inf, math.inf, -1)

CardRows = tuple[tuple[Card, ...], ...]


class TileLayout(NamedTuple):
    """A lane of a tile with its cards placed, as many as there is any room for.

    `heads` are the events that may have cards, by rank; a slot's `card` is a place among them. `widths` are theirs.
    """

    level: Level
    tile: int
    content: LaneTile
    heads: tuple[EventHead, ...]
    widths: tuple[float, ...]
    rows: Rows

    @property
    def end(self) -> float:
        """Where the tile ends, in pixels at the level's magnification."""
        return (self.level.days_of(self.tile)[1] + 1) * self.level.pixels_per_day


def lay_out_tile(
    level: Level, tile: int, content: LaneTile, sizes: CardSizes, neighbours: Sequence[Rows]
) -> TileLayout:
    """Place the cards of a lane of a tile around those of the tiles beside it."""
    heads = tuple(sorted(content.heads, key=rank_key))
    widths = tuple(min(sizes.width_of(head, with_year=level.with_years), sizes.metrics.max_width) for head in heads)
    slots = [_slot(at, head, width, level) for at, (head, width) in enumerate(zip(heads, widths, strict=True))]
    return TileLayout(level, tile, content, heads, widths, pack_slots(slots, sizes.metrics.gap, neighbours))


def _slot(at: int, head: EventHead, width: float, level: Level) -> Slot:
    """What a card keeps free: its own width, or all its time where it lasted."""
    left = head.date.first_day * level.pixels_per_day
    right = left + width
    if head.date.precision is Precision.INTERVAL:
        right = max(right, (head.date.last_day + 1) * level.pixels_per_day)
    return Slot(left, right, at)


def rows_needed(tile_layout: TileLayout, first: float, last: float) -> int:
    """Rows that show everything between two times, one of them for the clusters of a tile that has any."""
    scale = tile_layout.level.pixels_per_day
    in_view = [
        row
        for row, slots in enumerate(tile_layout.rows)
        if any(left < last * scale and right > first * scale for left, right in _reaches(tile_layout, slots))
    ]
    rows = max(in_view, default=-1) + 1
    return rows + (not _fits(tile_layout, rows))


def _reaches(tile_layout: TileLayout, slots: Sequence[Slot]) -> Iterator[tuple[float, float]]:
    """Where the cards of a row may stand: within their dates, as far as the next one lets them."""
    for slot, following in pairwise((*slots, _NOTHING)):
        end = (tile_layout.heads[slot.card].date.last_day + 1) * tile_layout.level.pixels_per_day
        yield slot.left, max(slot.right, min(end, following.left))


def _all_placed(tile_layout: TileLayout) -> bool:
    return sum(map(len, tile_layout.rows)) == len(tile_layout.heads)


def truncate_rows(tile_layout: TileLayout, rows: int, metrics: CardMetrics) -> CardRows:
    """The cards in some rows, at least 1; if that is not all, the last row has clusters of what is left.

    A card in the last row ends within its tile, so that clusters are never in the way of the tile beside it.
    """
    if _fits(tile_layout, rows):
        return tuple(tuple(_card(tile_layout, slot) for slot in row) for row in tile_layout.rows)
    shown = tile_layout.rows[: rows - 1]
    cards = [tuple(_card(tile_layout, slot) for slot in row) for row in shown]
    cards += [()] * (rows - 1 - len(cards))
    return (*cards, _clusters(tile_layout, shown, metrics))


def _fits(tile_layout: TileLayout, rows: int) -> bool:
    if tile_layout.content.remainders or len(tile_layout.rows) > rows or not _all_placed(tile_layout):
        return False
    last_row = tile_layout.rows[-1] if 0 < rows == len(tile_layout.rows) else ()
    return all(slot.right <= tile_layout.end for slot in last_row)


def _card(tile_layout: TileLayout, slot: Slot) -> Card:
    return event_card(
        tile_layout.heads[slot.card], tile_layout.widths[slot.card], with_year=tile_layout.level.with_years
    )


class _Part(NamedTuple):
    """A cell, the places of the events that have no card in it, and the ids of those that have."""

    cell: int
    members: Sequence[int]
    excluded_ids: frozenset[str]


def _clusters(tile_layout: TileLayout, shown: Rows, metrics: CardMetrics) -> tuple[Card, ...]:
    """A cluster for each cell with something left."""
    level, tile = tile_layout.level, tile_layout.tile
    with_card = {slot.card for row in shown for slot in row}
    own_cards: dict[int, set[str]] = defaultdict(set)
    left: dict[int, list[int]] = defaultdict(list)
    for at, head in enumerate(tile_layout.heads):
        cell = cell_at(level, tile, head.date.first_day)
        if at in with_card:
            own_cards[cell].add(head.id)
        else:
            left[cell].append(at)
    clusters: list[Card] = []
    for cell in sorted({*left, *tile_layout.content.remainders}, reverse=True):
        room_end = clusters[-1].first if clusters else level.days_of(tile)[1] + 1.0
        part = _Part(cell, left[cell], frozenset(own_cards[cell]))
        clusters.append(_cluster(tile_layout, part, room_end, metrics))
    return tuple(reversed(clusters))


def _cluster(tile_layout: TileLayout, part: _Part, room_end: float, metrics: CardMetrics) -> Card:
    """What is left of a cell: a cluster, or the card of the one event that is left.

    It stands where the first of them begins, or before that where it would reach beyond `room_end`, the time at which
    the next cluster or tile begins; there is always room from the cell's own beginning.
    """
    cell, members, apart = part
    level, content, rest = tile_layout.level, tile_layout.content, tile_layout.content.remainders.get(cell)
    heads = [tile_layout.heads[at] for at in members] + list(rest.heads if rest else ())
    first_day = min([head.date.first_day for head in heads] + ([rest.first_day] if rest else []))
    start = level.days_of(tile_layout.tile)[0] + cell * level.cell_days
    size = len(members) + (rest.size if rest else 0)
    return Card(
        category=content.category,
        heads=tuple(sorted(heads, key=rank_key)),
        size=size,
        first=min(max(float(first_day), start), room_end - metrics.cell_width / level.pixels_per_day),
        last=room_end - metrics.gap / level.pixels_per_day,
        width=min([metrics.cluster_width, *(tile_layout.widths[at] for at in members if size == 1)]),
        with_year=level.with_years,
        days=(math.ceil(start), math.ceil(start + level.cell_days) - 1),
        excluded_ids=apart | content.bars,
    )
