"""The events of one lane in one tile, before they are laid out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from qtviewer.domain.source import Density, EventHead
from qtviewer.timeline.levels import CELLS_IN_TILE, Level

MAX_CARDS: Final = 48
"""Events of a lane in a tile up to which every one may have a card of its own."""


class CellRemainder(NamedTuple):
    """The events of a cell that can have no card of their own."""

    size: int
    """Number of events."""
    first_day: int
    """First day on which one of them may begin."""
    heads: tuple[EventHead, ...]
    """Those of them that are loaded."""


class LaneTile(NamedTuple):
    """The events of a category that begin in a tile."""

    category: str
    heads: tuple[EventHead, ...]
    """Events that may have cards of their own."""
    remainders: Mapping[int, CellRemainder]
    """All other events, by the number of their cell in the tile; cells without any are left out."""
    bars: frozenset[str]
    """Ids of events that are shown as span bars and are in neither."""


def length_in_days(head: EventHead) -> int:
    """Return the number of days from the first to the last that an event's date can mean."""
    return head.date.last_day - head.date.first_day + 1


def cell_at(level: Level, tile: int, day: float) -> int:
    """Return the number (0-7) of the cell of a tile in which a day begins; days outside are in the first or last."""
    return min(max(int((day - level.days_of(tile)[0]) / level.cell_days), 0), CELLS_IN_TILE - 1)


def tile_of_events(
    level: Level, tile: int, category: str, heads: Iterable[EventHead], bars: Collection[EventHead]
) -> LaneTile:
    """Return a lane of which every event is loaded; `bars` are the events that are shown as span bars."""
    bar_ids = frozenset(bar.id for bar in bars)
    short, long = [], []
    for head in heads:
        if length_in_days(head) < level.min_bar_days:
            short.append(head)
        elif head.id not in bar_ids:
            long.append(head)
    remainders = _remainders_by_cell(level, tile, [CellRemainder(1, head.date.first_day, (head,)) for head in long])
    return LaneTile(category, tuple(short), remainders, bar_ids)


def tile_of_densities(
    level: Level,
    tile: int,
    category: str,
    densities: Iterable[tuple[Density, EventHead]],
    bars: Collection[EventHead],
) -> LaneTile:
    """Return a lane with many events, of which only bucket counts are loaded, each with its representative event."""
    short, remaining = [], []
    bar_ids = frozenset(bar.id for bar in bars)
    for density, head in densities:
        has_card = length_in_days(head) < level.min_bar_days
        if has_card:
            short.append(head)
        size = density.size - has_card - sum(_begins_in(bar, level, density) for bar in bars)
        heads = () if has_card or head.id in bar_ids else (head,)
        if size > 0:
            first_day = max(density.bucket << 2 * level.density_level, level.days_of(tile)[0])
            remaining.append(CellRemainder(size, first_day, heads))
    return LaneTile(category, tuple(short), _remainders_by_cell(level, tile, remaining), bar_ids)


def _begins_in(head: EventHead, level: Level, density: Density) -> bool:
    """Return whether an event begins in the bucket of a density."""
    return head.date.first_day >> 2 * level.density_level == density.bucket


def _remainders_by_cell(level: Level, tile: int, parts: Iterable[CellRemainder]) -> dict[int, CellRemainder]:
    """Return the parts of each cell as one."""
    by_cell: dict[int, list[CellRemainder]] = defaultdict(list)
    for part in parts:
        by_cell[cell_at(level, tile, part.first_day)].append(part)
    return {
        cell: CellRemainder(
            sum(part.size for part in group),
            min(part.first_day for part in group),
            tuple(head for part in group for head in part.heads),
        )
        for cell, group in by_cell.items()
    }
