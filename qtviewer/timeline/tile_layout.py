"""One lane of one tile arranged: cards in rows and, where there are too many, clusters in the last."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics, CardSizes, event_card, rank
from qtviewer.timeline.levels import Level
from qtviewer.timeline.packing import Rows, Slot, pack
from qtviewer.timeline.tile import LaneTile, cell_of

_NOTHING: Final = Slot(math.inf, math.inf, -1)

CardRows = tuple[tuple[Card, ...], ...]


class Arrangement(NamedTuple):
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


def arrange(level: Level, tile: int, content: LaneTile, sizes: CardSizes, neighbours: Sequence[Rows]) -> Arrangement:
    """Place the cards of a lane of a tile around those of the tiles beside it."""
    heads = tuple(sorted(content.heads, key=rank))
    widths = tuple(min(sizes.width_of(head, with_year=level.with_years), sizes.metrics.widest) for head in heads)
    slots = [_slot(at, head, width, level) for at, (head, width) in enumerate(zip(heads, widths, strict=True))]
    return Arrangement(level, tile, content, heads, widths, pack(slots, sizes.metrics.gap, neighbours))


def _slot(at: int, head: EventHead, width: float, level: Level) -> Slot:
    """What a card keeps free: its own width, or all its time where it lasted."""
    left = head.date.first_day * level.pixels_per_day
    right = left + width
    if head.date.precision is Precision.INTERVAL:
        right = max(right, (head.date.last_day + 1) * level.pixels_per_day)
    return Slot(left, right, at)


def rows_wanted(arrangement: Arrangement, first: float, last: float) -> int:
    """Rows that show everything between two times, one of them for the clusters of a tile that has any."""
    scale = arrangement.level.pixels_per_day
    in_view = [
        row
        for row, slots in enumerate(arrangement.rows)
        if any(left < last * scale and right > first * scale for left, right in _reaches(arrangement, slots))
    ]
    rows = max(in_view, default=-1) + 1
    return rows + (not _fits(arrangement, rows))


def _reaches(arrangement: Arrangement, slots: Sequence[Slot]) -> Iterator[tuple[float, float]]:
    """Where the cards of a row may stand: within their dates, as far as the next one lets them."""
    for slot, following in pairwise((*slots, _NOTHING)):
        end = (arrangement.heads[slot.card].date.last_day + 1) * arrangement.level.pixels_per_day
        yield slot.left, max(slot.right, min(end, following.left))


def _all_placed(arrangement: Arrangement) -> bool:
    return sum(map(len, arrangement.rows)) == len(arrangement.heads)


def cut(arrangement: Arrangement, rows: int, metrics: CardMetrics) -> CardRows:
    """The cards in some rows, at least 1; if that is not all, the last row has clusters of what is left.

    A card in the last row ends within its tile, so that clusters are never in the way of the tile beside it.
    """
    if _fits(arrangement, rows):
        return tuple(tuple(_card(arrangement, slot) for slot in row) for row in arrangement.rows)
    shown = arrangement.rows[: rows - 1]
    cards = [tuple(_card(arrangement, slot) for slot in row) for row in shown]
    cards += [()] * (rows - 1 - len(cards))
    return (*cards, _clusters(arrangement, shown, metrics))


def _fits(arrangement: Arrangement, rows: int) -> bool:
    if arrangement.content.rests or len(arrangement.rows) > rows or not _all_placed(arrangement):
        return False
    last_row = arrangement.rows[-1] if 0 < rows == len(arrangement.rows) else ()
    return all(slot.right <= arrangement.end for slot in last_row)


def _card(arrangement: Arrangement, slot: Slot) -> Card:
    return event_card(
        arrangement.heads[slot.card], arrangement.widths[slot.card], with_year=arrangement.level.with_years
    )


class _Part(NamedTuple):
    """A cell, the places of the events that have no card in it, and the ids of those that have."""

    cell: int
    members: Sequence[int]
    apart: frozenset[str]


def _clusters(arrangement: Arrangement, shown: Rows, metrics: CardMetrics) -> tuple[Card, ...]:
    """A cluster for each cell with something left."""
    level, tile = arrangement.level, arrangement.tile
    with_card = {slot.card for row in shown for slot in row}
    own_cards: dict[int, set[str]] = defaultdict(set)
    left: dict[int, list[int]] = defaultdict(list)
    for at, head in enumerate(arrangement.heads):
        cell = cell_of(level, tile, head.date.first_day)
        if at in with_card:
            own_cards[cell].add(head.id)
        else:
            left[cell].append(at)
    clusters: list[Card] = []
    for cell in sorted({*left, *arrangement.content.rests}, reverse=True):
        room_end = clusters[-1].first if clusters else level.days_of(tile)[1] + 1.0
        part = _Part(cell, left[cell], frozenset(own_cards[cell]))
        clusters.append(_cluster(arrangement, part, room_end, metrics))
    return tuple(reversed(clusters))


def _cluster(arrangement: Arrangement, part: _Part, room_end: float, metrics: CardMetrics) -> Card:
    """What is left of a cell: a cluster, or the card of the one event that is left.

    It stands where the first of them begins, or before that where it would reach beyond `room_end`, the time at which
    the next cluster or tile begins; there is always room from the cell's own beginning.
    """
    cell, members, apart = part
    level, content, rest = arrangement.level, arrangement.content, arrangement.content.rests.get(cell)
    heads = [arrangement.heads[at] for at in members] + list(rest.heads if rest else ())
    first_day = min([head.date.first_day for head in heads] + ([rest.first_day] if rest else []))
    start = level.days_of(arrangement.tile)[0] + cell * level.cell_days
    size = len(members) + (rest.size if rest else 0)
    return Card(
        category=content.category,
        heads=tuple(sorted(heads, key=rank)),
        size=size,
        first=min(max(float(first_day), start), room_end - metrics.cell_width / level.pixels_per_day),
        last=room_end - metrics.gap / level.pixels_per_day,
        width=min([metrics.cluster_width, *(arrangement.widths[at] for at in members if size == 1)]),
        with_year=level.with_years,
        days=(math.ceil(start), math.ceil(start + level.cell_days) - 1),
        apart=apart | content.bars,
    )
