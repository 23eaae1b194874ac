"""The cards around a view, kept arranged while it moves."""

from collections.abc import Sequence
from typing import NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.arrangement import Arrangement, CardRows, arrange, cut, rows_wanted
from qtviewer.timeline.card import Card, CardSizes, event_card, rank
from qtviewer.timeline.layout import LEAST_ROWS, Layout, share_rows, stacked_lanes
from qtviewer.timeline.levels import Level, level_at
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_source import MOST_BARS, TileSource

_KEPT = 1_200  # arrangements

Bars = tuple[EventHead | None, ...]
"""What is in each of the rows for long events."""


class Shape(NamedTuple):
    """What stays while the view is panned: the level, the lanes, their rows of bars and of cards, and the height."""

    level: Level
    height: float
    bars: dict[str, Bars]
    rows: dict[str, int]


class Board:
    """Arranges the tiles of a source for one look of the cards."""

    def __init__(self, tiles: TileSource, sizes: CardSizes) -> None:
        self._tiles = tiles
        self._sizes = sizes
        self._arrangements: dict[tuple[Level, int, str], Arrangement] = {}
        self._rows: dict[tuple[Level, int, str, int], CardRows] = {}
        self._layout: tuple[object, Layout] | None = None

    def level_for(self, pixels_per_day: float) -> Level:
        """The level of a magnification."""
        return level_at(pixels_per_day, self._sizes.metrics.cell_width)

    def shape(
        self, level: Level, scale: TimeScale, categories: Sequence[str], height: float, before: Shape | None
    ) -> Shape:
        """The lanes that suit a view; long events keep the rows they had `before`."""
        bars = {key: self._bars_in_view(level, scale, key, before) for key in categories}
        wanted = {
            key: len(bars[key])
            + max(1, *(rows_wanted(self._arranged(level, tile, key, categories), scale.left, scale.right)
                       for tile in self._tiles_in_view(level, scale)))
            for key in categories
        }  # fmt: skip
        least = {key: LEAST_ROWS + len(bars[key]) for key in categories}
        rows = share_rows(wanted, least, height, self._sizes.metrics)
        return Shape(level, height, bars, {key: rows[key] - len(bars[key]) for key in categories})

    def layout(self, shape: Shape, scale: TimeScale) -> Layout:
        """The cards in and around a view, at a magnification no lower than that of the shape's level."""
        tiles = self._tiles_in_view(shape.level, scale)
        key = (id(shape), tiles)
        if self._layout is None or self._layout[0] != key:
            lanes = [self._lane(shape, category, tiles) for category in shape.rows]
            made, height = stacked_lanes(lanes, self._sizes.metrics)
            self._layout = key, Layout(made, height, self._sizes.metrics)
        return self._layout[1]

    def prepare(self, level: Level, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Arrange one tile of those around a view that are not at hand; False when all are."""
        tiles = self._tiles_in_view(level, scale)
        for tile in range(tiles.start - 1, tiles.stop + 1):
            if not all((level, tile, category) in self._arrangements for category in categories):
                for category in categories:
                    self._arranged(level, tile, category, categories)
                return True
        return False

    def _tiles_in_view(self, level: Level, scale: TimeScale) -> range:
        """The tiles that touch a view, and the one before, whose cards may reach into it."""
        return range(level.tile_at(scale.left) - 1, level.tile_at(scale.right) + 1)

    def _lane(self, shape: Shape, category: str, tiles: range) -> tuple[str, int, tuple[tuple[Card, ...], ...]]:
        bars, rows = shape.bars[category], shape.rows[category]
        of_tiles = [self._cut(shape.level, tile, category, rows, tuple(shape.rows)) for tile in tiles]
        joined = [
            tuple(card for of_tile in of_tiles if row < len(of_tile) for card in of_tile[row]) for row in range(rows)
        ]
        widest = self._sizes.metrics.widest
        of_bars = [
            (event_card(bar, min(self._sizes.width_of(bar), widest)),) if bar is not None else () for bar in bars
        ]
        return category, len(bars) + rows, (*of_bars, *joined)

    def _cut(self, level: Level, tile: int, category: str, rows: int, categories: Sequence[str]) -> CardRows:
        key = (level, tile, category, rows)
        if key not in self._rows:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            self._rows[key] = cut(self._arranged(level, tile, category, categories), rows, self._sizes.metrics)
        return self._rows[key]

    def _arranged(self, level: Level, tile: int, category: str, categories: Sequence[str]) -> Arrangement:
        """A lane of a tile; every other tile is packed first, and those between them around it."""
        key = (level, tile, category)
        if key not in self._arrangements:
            if len(self._arrangements) > _KEPT:
                self._arrangements.clear()
            beside = (tile - 1, tile + 1) if tile % 2 else ()
            neighbours = [self._arranged(level, other, category, categories).rows for other in beside]
            content = self._tiles.lane(level, tile, category, categories)
            self._arrangements[key] = arrange(level, tile, content, self._sizes, neighbours)
        return self._arrangements[key]

    def _bars_in_view(self, level: Level, scale: TimeScale, category: str, before: Shape | None) -> Bars:
        tiles = range(level.tile_at(scale.left), level.tile_at(scale.right) + 1)
        long = {head.id: head for tile in tiles for head in self._tiles.bars(level, tile).get(category, ())}
        seen = [head for head in long.values() if _is_seen(head, scale)]
        return keep_rows(before.bars.get(category, ()) if before else (), sorted(seen, key=rank))


def _is_seen(head: EventHead, scale: TimeScale) -> bool:
    return head.date.first_day < scale.right and head.date.last_day + 1 > scale.left


def keep_rows(before: Bars, ranked: Sequence[EventHead]) -> Bars:
    """The first of some events in rows, those that had one in the same, and no empty row at the end."""
    rows: list[EventHead | None] = [head if head in ranked else None for head in before[:MOST_BARS]]
    rows += [None] * (min(len(ranked), MOST_BARS) - len(rows))
    for head in ranked:
        if head not in rows and None in rows:
            rows[rows.index(None)] = head
    while rows and rows[-1] is None:
        rows.pop()
    return tuple(rows)
