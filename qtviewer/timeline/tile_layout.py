"""The layout of one lane of one tile: cards in rows, and by cell the events for which these rows have no room."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardSizes, card_width, event_card, rank_key, span_width
from qtviewer.timeline.levels import CELLS_IN_TILE, Level
from qtviewer.timeline.packing import Rows, Slot, pack_slots
from qtviewer.timeline.tile import LaneTile, cell_at

_NO_SLOT: Final = Slot(math.inf, math.inf, -1)

CardRows = tuple[tuple[Card, ...], ...]
"""Cards by row from the top, each row from the left."""


class CellRemainder(NamedTuple):
    """The events that begin in a cell and have neither a card nor a span bar of their own."""

    cell: int
    """Number of the cell, counted from day 0; a tile has eight."""
    size: int
    """Number of events."""
    heads: tuple[EventHead, ...]
    """Those of them that are loaded."""
    excluded_ids: frozenset[str]
    """Ids of the events that begin in the cell, too, but have a card or a span bar."""

    def begins_between(self, level: Level, first: int, last: int) -> bool:
        """Return whether one of the events may begin on some days: where not all are loaded, one of the cell."""
        if len(self.heads) == self.size:
            return any(first <= head.date.first_day <= last for head in self.heads)
        return first < (self.cell + 1) * level.cell_days and self.cell * level.cell_days < last + 1


class TileRows(NamedTuple):
    """The rows of a lane of a tile; without remainders every event has a card or a span bar."""

    rows: CardRows
    remainders: tuple[CellRemainder, ...]


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
    widths = tuple(card_width(head, sizes, with_year=level.with_years) for head in heads)
    slots = [_slot(index, head, width, level) for index, (head, width) in enumerate(zip(heads, widths, strict=True))]
    return TileLayout(level, tile, content, heads, widths, pack_slots(slots, sizes.metrics.gap, neighbours))


def _slot(index: int, head: EventHead, width: float, level: Level) -> Slot:
    """Return the room for a card: its width from its first day on, for a span what its days and its text take."""
    left = head.date.first_day * level.pixels_per_day
    if head.date.precision is Precision.INTERVAL:
        width = span_width((head.last_day + 1) * level.pixels_per_day - left, width)
    return Slot(left, left + width, index)


def truncate_rows(tile_layout: TileLayout, row_count: int, bars: Sequence[EventHead]) -> TileRows:
    """Return the cards in at most some rows, and the remaining events.

    `bars` are the events of the lane that have span bars.
    """
    kept = tile_layout.rows[:row_count]
    rows = tuple(tuple(_card(tile_layout, slot) for slot in row) for row in kept)
    return TileRows(rows, _remainders(tile_layout, kept, bars))


def join_rows(tiles: Sequence[TileRows], row_count: int) -> CardRows:
    """Return the first rows of a lane from those of its tiles, which are given from the left; some may be empty."""
    return tuple(
        tuple(card for tile in tiles if number < len(tile.rows) for card in tile.rows[number])
        for number in range(row_count)
    )


def _card(tile_layout: TileLayout, slot: Slot) -> Card:
    width, with_year = tile_layout.widths[slot.card], tile_layout.level.with_years
    return event_card(tile_layout.heads[slot.card], width, with_year=with_year)


def _remainders(tile_layout: TileLayout, kept: Rows, bars: Sequence[EventHead]) -> tuple[CellRemainder, ...]:
    """Return the events of each cell that are neither in the rows that are kept nor span bars, from the left."""
    level, tile, content = tile_layout.level, tile_layout.tile, tile_layout.content
    first_day, last_day = level.days_of(tile)
    with_card = {slot.card for row in kept for slot in row}
    shown = [tile_layout.heads[index] for index in with_card]
    shown += [bar for bar in bars if first_day <= bar.date.first_day <= last_day]
    shown_ids: dict[int, set[str]] = defaultdict(set)
    for head in shown:
        shown_ids[cell_at(level, tile, head.date.first_day)].add(head.id)
    sizes = Counter(content.cell_sizes)
    sizes.subtract({cell: len(ids) for cell, ids in shown_ids.items()})
    remaining: dict[int, list[EventHead]] = defaultdict(list)
    for head in (*tile_layout.heads, *content.long_heads):
        cell = cell_at(level, tile, head.date.first_day)
        if head.id not in shown_ids[cell]:
            remaining[cell].append(head)
    return tuple(
        CellRemainder(tile * CELLS_IN_TILE + cell, size, tuple(remaining[cell]), frozenset(shown_ids[cell]))
        for cell, size in sorted(sizes.items())
        if size > 0
    )
