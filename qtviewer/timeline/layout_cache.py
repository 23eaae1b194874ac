"""The cards around a view, kept arranged while it moves."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardSizes, event_card, rank_key
from qtviewer.timeline.layout import MIN_ROWS, Layout, distribute_rows, place_lanes
from qtviewer.timeline.levels import Level, level_for
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_cache import TileCache
from qtviewer.timeline.tile_layout import CardRows, TileLayout, lay_out_tile, rows_needed, truncate_rows

_KEPT = 2_400  # tile layouts
_LAYOUTS_KEPT = 6

SpanBarRows = tuple[tuple[EventHead, ...], ...]
"""What is in each of the rows for long events, from the left."""


class LayoutShape(NamedTuple):
    """What stays while the view is panned: the level, the lanes, their rows of bars and of cards, and the height."""

    level: Level
    height: float
    bars: dict[str, SpanBarRows]
    rows: dict[str, int]


class LayoutCache:
    """Arranges the tiles of a source for one look of the cards."""

    def __init__(self, tiles: TileCache, sizes: CardSizes) -> None:
        self._tiles = tiles
        self._sizes = sizes
        self._arrangements: dict[tuple[Level, int, str], TileLayout] = {}
        self._rows: dict[tuple[Level, int, str, int], CardRows] = {}
        self._layouts: dict[tuple[int, range], tuple[LayoutShape, Layout]] = {}

    def level_for(self, pixels_per_day: float) -> Level:
        """The level of a magnification."""
        return level_for(pixels_per_day, self._sizes.metrics.cell_width)

    def shape(
        self, level: Level, scale: TimeScale, categories: Sequence[str], height: float, before: LayoutShape | None
    ) -> LayoutShape:
        """The lanes that suit a view; long events keep the rows they had `before`."""
        bars = {key: self._bars_in_view(level, scale, key, before) for key in categories}
        wanted = {
            key: len(bars[key])
            + max(1, *(rows_needed(self._tile_layout(level, tile, key, categories), scale.left, scale.right)
                       for tile in self._tiles_in_view(level, scale)))
            for key in categories
        }  # fmt: skip
        least = {key: MIN_ROWS + len(bars[key]) for key in categories}
        rows = distribute_rows(wanted, least, height, self._sizes.metrics)
        return LayoutShape(level, height, bars, {key: rows[key] - len(bars[key]) for key in categories})

    def layout(self, shape: LayoutShape, scale: TimeScale) -> Layout:
        """The cards in and around a view, at a magnification no lower than that of the shape's level."""
        tiles = self._tiles_in_view(shape.level, scale)
        key = (id(shape), tiles)
        if key not in self._layouts:
            evict_oldest(self._layouts, _LAYOUTS_KEPT)
            lanes = [self._lane(shape, category, tiles) for category in shape.rows]
            made, height = place_lanes(lanes, self._sizes.metrics)
            self._layouts[key] = shape, Layout(made, height, self._sizes.metrics)  # holds the shape: its id stays taken
        return self._layouts[key][1]

    def prepare(self, level: Level, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Arrange one lane of the tiles around a view that is not at hand; False when all are."""
        tiles = self._tiles_in_view(level, scale)
        around = range(tiles.start - 1 - tiles.start % 2, tiles.stop + 1 + tiles.stop % 2)
        for tile in (*around[::2], *around[1::2]):  # the even ones first, around which the others are packed
            if not self._tiles.has_bars(level, tile):
                self._tiles.bars(level, tile)
                return True
            for category in categories:
                if (level, tile, category) not in self._arrangements:
                    self._tile_layout(level, tile, category, (category,))
                    return True
        return False

    def is_ready(self, level: Level, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Whether all tiles of a view are at hand."""
        tiles = self._tiles_in_view(level, scale)
        return all((level, tile, category) in self._arrangements for tile in tiles for category in categories)

    def _tiles_in_view(self, level: Level, scale: TimeScale) -> range:
        """The tiles that touch a view, and the one before, whose cards may reach into it."""
        return range(level.tile_at(scale.left) - 1, level.tile_at(scale.right) + 1)

    def _lane(self, shape: LayoutShape, category: str, tiles: range) -> tuple[str, int, tuple[tuple[Card, ...], ...]]:
        bars, rows = shape.bars[category], shape.rows[category]
        of_tiles = [self._truncated_rows(shape.level, tile, category, rows, tuple(shape.rows)) for tile in tiles]
        joined = [
            tuple(card for of_tile in of_tiles if row < len(of_tile) for card in of_tile[row]) for row in range(rows)
        ]
        of_bars = [tuple(self._bar(bar, shape.level) for bar in row) for row in bars]
        return category, len(bars) + rows, (*of_bars, *joined)

    def _bar(self, head: EventHead, level: Level) -> Card:
        width = min(self._sizes.width_of(head, with_year=level.with_years), self._sizes.metrics.max_width)
        return event_card(head, width, with_year=level.with_years)

    def _truncated_rows(self, level: Level, tile: int, category: str, rows: int, categories: Sequence[str]) -> CardRows:
        key = (level, tile, category, rows)
        if key not in self._rows:
            evict_oldest(self._rows, _KEPT)
            self._rows[key] = truncate_rows(
                self._tile_layout(level, tile, category, categories), rows, self._sizes.metrics
            )
        return self._rows[key]

    def _tile_layout(self, level: Level, tile: int, category: str, categories: Sequence[str]) -> TileLayout:
        """A lane of a tile; every other tile is packed first, and those between them around it."""
        key = (level, tile, category)
        if key not in self._arrangements:
            evict_oldest(self._arrangements, _KEPT)
            beside = (tile - 1, tile + 1) if tile % 2 else ()
            neighbours = [self._tile_layout(level, other, category, categories).rows for other in beside]
            content = self._tiles.lane(level, tile, category, categories)
            self._arrangements[key] = lay_out_tile(level, tile, content, self._sizes, neighbours)
        return self._arrangements[key]

    def _bars_in_view(self, level: Level, scale: TimeScale, category: str, before: LayoutShape | None) -> SpanBarRows:
        tiles = range(level.tile_at(scale.left), level.tile_at(scale.right) + 1)
        long = {head.id: head for tile in tiles for head in self._tiles.bars(level, tile).get(category, ())}
        seen = [head for head in long.values() if _is_seen(head, scale)]
        gap_days = self._sizes.metrics.gap / level.pixels_per_day
        return assign_bar_rows(before.bars.get(category, ()) if before else (), sorted(seen, key=rank_key), gap_days)


def evict_oldest(kept: dict[Any, Any], most: int) -> None:
    """Make room for one more."""
    while len(kept) >= most:
        del kept[next(iter(kept))]


def _is_seen(head: EventHead, scale: TimeScale) -> bool:
    return head.date.first_day < scale.right and head.date.last_day + 1 > scale.left


def assign_bar_rows(before: SpanBarRows, ranked: Sequence[EventHead], gap_days: float) -> SpanBarRows:
    """Events in rows, those that had one in the same, the others in the first that is free; no empty row at the end."""
    rows = [[head for head in row if head in ranked] for row in before]
    for head in ranked:
        if not any(head in row for row in rows):
            row = next((row for row in rows if all(_are_apart(head, other, gap_days) for other in row)), None)
            if row is None:
                rows.append(row := [])
            row.append(head)
    while rows and not rows[-1]:
        rows.pop()
    return tuple(tuple(sorted(row, key=lambda head: head.date.first_day)) for row in rows)


def _are_apart(head: EventHead, other: EventHead, gap_days: float) -> bool:
    earlier, later = sorted((head, other), key=lambda each: each.date.first_day)
    return earlier.date.last_day + 1 + gap_days <= later.date.first_day
