"""What there is to show in one lane of one tile, before it is arranged."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple

from qtviewer.domain.source import Density, EventHead
from qtviewer.timeline.levels import CELLS_IN_TILE, Level

MAX_CARDS: Final = 48  # events of a lane in a tile up to which every one may become a card


class CellRemainder(NamedTuple):
    """Events of one cell that have no card: how many, the first day one of them may begin, and some of them."""

    size: int
    first_day: int
    heads: tuple[EventHead, ...]


class LaneTile(NamedTuple):
    """The events of a category that begin in a tile: those that may become cards, and the rest by cell.

    `bars` are ids of events that are shown over their whole length and are in neither.
    """

    category: str
    heads: tuple[EventHead, ...]
    remainders: Mapping[int, CellRemainder]
    bars: frozenset[str]


def length_in_days(head: EventHead) -> int:
    """Days from the first to the last an event can mean."""
    return head.date.last_day - head.date.first_day + 1


def tile_of_events(
    level: Level, tile: int, category: str, heads: Iterable[EventHead], bars: Collection[EventHead]
) -> LaneTile:
    """A lane of which every event is at hand; `bars` are those of its events that are shown over their whole length."""
    bar_ids = frozenset(bar.id for bar in bars)
    short, long = [], []
    for head in heads:
        if length_in_days(head) < level.min_bar_days:
            short.append(head)
        elif head.id not in bar_ids:
            long.append(head)
    remainders = _remainders_by_cell(level, tile, [(head.date.first_day, 1, (head,)) for head in long])
    return LaneTile(category, tuple(short), remainders, bar_ids)


def tile_of_densities(
    level: Level,
    tile: int,
    category: str,
    densities: Iterable[tuple[Density, EventHead]],
    bars: Collection[EventHead],
) -> LaneTile:
    """A lane of which only counts are at hand, each with the event that represents it."""
    shown, left = [], []
    bar_ids = frozenset(bar.id for bar in bars)
    for density, head in densities:
        is_card = length_in_days(head) < level.min_bar_days
        if is_card:
            shown.append(head)
        size = density.size - is_card - sum(_begins_in(bar, level, density) for bar in bars)
        named = () if is_card or head.id in bar_ids else (head,)
        if size > 0:
            left.append((max(density.bucket << 2 * level.density_level, level.days_of(tile)[0]), size, named))
    return LaneTile(category, tuple(shown), _remainders_by_cell(level, tile, left), bar_ids)


def _begins_in(head: EventHead, level: Level, density: Density) -> bool:
    return head.date.first_day >> 2 * level.density_level == density.bucket


def cell_at(level: Level, tile: int, day: float) -> int:
    """The cell of a tile in which a day begins, counted from 0."""
    return min(max(int((day - level.days_of(tile)[0]) / level.cell_days), 0), CELLS_IN_TILE - 1)


_Part = tuple[int, int, tuple[EventHead, ...]]


def _remainders_by_cell(level: Level, tile: int, parts: Iterable[_Part]) -> dict[int, CellRemainder]:
    by_cell: dict[int, list[_Part]] = defaultdict(list)
    for part in parts:
        by_cell[cell_at(level, tile, part[0])].append(part)
    return {
        cell: CellRemainder(sum(size for _day, size, _heads in group), min(day for day, _size, _heads in group),
                   tuple(head for _day, _size, heads in group for head in heads))
        for cell, group in by_cell.items()
    }  # fmt: skip
