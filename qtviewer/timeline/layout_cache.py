"""Layouts of the tiles around a view, computed when they are needed and kept while the view moves."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from qtviewer.domain.answers import BeginRange
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardSizes, card_width, event_card
from qtviewer.timeline.cluster_row import RowItem, cluster_row
from qtviewer.timeline.lane_need import heads_begun, lane_need
from qtviewer.timeline.layout import LaneRoom, LaneRows, Layout, RowCounts, place_lanes
from qtviewer.timeline.levels import Level, level_for
from qtviewer.timeline.packing import MAX_ROWS
from qtviewer.timeline.row_shares import distribute_rows, with_clusters, with_label_lines
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.span_bars import SpanBarRows, span_bar_rows
from qtviewer.timeline.tile import has_events
from qtviewer.timeline.tile_cache import TileCache
from qtviewer.timeline.tile_layout import (
    CardRows,
    CellRemainder,
    TileLayout,
    TileRows,
    join_rows,
    lay_out_tile,
    truncate_rows,
)

_MAX_TILE_LAYOUTS: Final = 2_400
_MAX_LAYOUTS: Final = 6
_MAX_LANE_ROWS: Final = 400
_NEW_LANE: Final = RowCounts(0, 1, has_clusters=True)  # of a lane that comes in while the view moves


class LayoutShape(NamedTuple):
    """The parts of a layout that stay the same while the view is panned."""

    level: Level
    room: LaneRoom
    bars: dict[str, SpanBarRows]
    """Span bars by category."""
    row_counts: dict[str, RowCounts]
    """Rows of each lane by category; its order is that of the lanes."""
    empty: tuple[str, ...] = ()
    """Categories without a lane, since none of their events is in view."""


class LayoutCache:
    """Lays out the tiles of one query for cards of one style, and keeps what may be needed again."""

    def __init__(self, tiles: TileCache, sizes: CardSizes) -> None:
        self._tiles = tiles
        self._sizes = sizes
        self._tile_layouts: dict[tuple[Level, int, str], TileLayout] = {}
        self._tile_rows: dict[tuple[Level, int, str, int, frozenset[str]], TileRows] = {}
        self._lane_rows: dict[tuple[object, ...], CardRows] = {}
        self._layouts: dict[tuple[int, range], tuple[LayoutShape, Layout]] = {}

    def level_for(self, pixels_per_day: float, steps_in_octave: int) -> Level:
        """Return the level of detail of a magnification, with a number of levels from one to its double."""
        return level_for(pixels_per_day, self._sizes.metrics.cell_width, steps_in_octave)

    def shape_for(
        self, level: Level, scale: TimeScale, room: LaneRoom, *, previous: LayoutShape | None, shown: Collection[str]
    ) -> LayoutShape:
        """Return the shape that suits a view at a level, which is not finer than the view's own.

        Span bars that are in the `previous` shape keep their rows. `shown` are the categories that have a lane, those
        with events in view. There are no lines below their names.
        """
        metrics = self._sizes.metrics
        lanes = [category for category in room.categories if category in shown]
        empty = tuple(category for category in room.categories if category not in shown)
        bars = {category: self._bars_in_view(level, scale, category, previous) for category in lanes}
        tiles = self.tiles_in_view(level, scale)
        needed = {}
        for key in lanes:
            tile_layouts = self._lane_layouts(level, tiles, key, room.categories)
            by_tile = self._rows_of_tiles(tile_layouts, MAX_ROWS, bars[key])
            needed[key] = lane_need(self._bar_rows(level, bars[key]), by_tile, level, scale, metrics.gap)
        row_counts = distribute_rows(needed, self._height_of_lanes(room, empty), metrics, room.wide)
        return LayoutShape(level, room, {key: bars[key][: row_counts[key].bars] for key in lanes}, row_counts, empty)

    def moved_shape(self, previous: LayoutShape, level: Level, scale: TimeScale) -> LayoutShape:
        """Return the shape at another level for a moving view, in which the lanes of the previous one keep their rows.

        Lanes without events come in as low ones as soon as one of theirs may be in view.
        """
        room = previous.room
        shown = [
            key
            for key in room.categories
            if key in previous.row_counts or self.has_events(level, scale, key, room.categories)
        ]
        bars = {key: self._bars_in_view(level, scale, key, previous) for key in shown}
        counts = {key: previous.row_counts.get(key, _NEW_LANE) for key in shown}
        tiles = self.tiles_in_view(level, scale)
        for key in shown:
            bars[key] = bars[key][: counts[key].bars]
            tile_layouts = self._lane_layouts(level, tiles, key, room.categories)
            if any(rows.remainders for rows in self._rows_of_tiles(tile_layouts, counts[key].cards, bars[key])):
                counts[key] = with_clusters(counts[key])
        empty = tuple(category for category in room.categories if category not in shown)
        return LayoutShape(level, room, bars, counts, empty)

    def with_label_lines(self, shape: LayoutShape, lines: Mapping[str, int]) -> LayoutShape:
        """Return a shape with lines below the names of its lanes, by category, where the height has room for them."""
        height, bare = self._height_of_lanes(shape.room, shape.empty), shape.row_counts
        return shape._replace(row_counts=with_label_lines(bare, lines, height, self._sizes.metrics))

    def begun_heads(self, shape: LayoutShape, scale: TimeScale, category: str) -> list[EventHead]:
        """Return the events of a lane with a card in a view at rest that began before it."""
        rows = self._card_rows(shape, category, self.tiles_in_view(shape.level, scale))
        return heads_begun(rows[:-1], shape.level, scale, self._sizes.metrics.gap)

    def _height_of_lanes(self, room: LaneRoom, empty: Sequence[str]) -> float:
        """Return the pixels that the lanes have beside the line that names the empty ones."""
        return room.height - bool(empty) * self._sizes.metrics.empty_line_height

    def layout(self, shape: LayoutShape, scale: TimeScale) -> Layout:
        """Return the layout of the tiles in a view, whose magnification is not below that of the shape's level."""
        tiles = self.tiles_in_view(shape.level, scale)
        key = (id(shape), tiles)
        if key not in self._layouts:
            evict_oldest(self._layouts, _MAX_LAYOUTS)
            lanes = [
                LaneRows(category, counts, self._card_rows(shape, category, tiles))
                for category, counts in shape.row_counts.items()
            ]
            layout = place_lanes(lanes, self._sizes.metrics, shape.level, shape.empty)
            self._layouts[key] = shape, layout  # the shape is held: no id reused
        return self._layouts[key][1]

    def lanes(self, shape: LayoutShape, scale: TimeScale) -> Iterator[Iterator[Card]]:
        """Make the rows that the layout of a view needs; each step returns the cards of a lane."""
        return self._lanes_on(shape, self.tiles_in_view(shape.level, scale))

    def lanes_beside(self, shape: LayoutShape, scale: TimeScale) -> Iterator[Iterator[Card]]:
        """Do the same for the views that begin and end a tile later or earlier."""
        tiles = self.tiles_in_view(shape.level, scale)
        for beside in (range(tiles.start + 1, tiles.stop + 1), range(tiles.start - 1, tiles.stop - 1)):
            yield from self._lanes_on(shape, beside)

    def _lanes_on(self, shape: LayoutShape, tiles: range) -> Iterator[Iterator[Card]]:
        for category in shape.row_counts:
            yield chain.from_iterable(self._card_rows(shape, category, tiles))

    def prepare(self, level: Level, scale: TimeScale, categories: Sequence[str]) -> Iterator[None]:
        """Lay out the lanes of the tiles in and beside a view; each step is one lane of one tile."""
        tiles = self.tiles_in_view(level, scale)
        around = range(tiles.start - 1 - tiles.start % 2, tiles.stop + 1 + tiles.stop % 2)
        for tile in (*around[::2], *around[1::2]):  # the even ones first, around which the others are packed
            if not self._tiles.has_bars(level, tile):
                self._tiles.bars(level, tile)
                yield
            for category in categories:
                if (level, tile, category) not in self._tile_layouts:
                    self._tile_layout(level, tile, category, (category,))
                    yield

    def tiles_in_view(self, level: Level, scale: TimeScale) -> range:
        """Return the tiles that touch a view and the one before, whose cards may reach into it."""
        return range(level.tile_at(scale.left) - 1, level.tile_at(scale.right) + 1)

    def has_events(self, level: Level, scale: TimeScale, category: str, categories: Sequence[str]) -> bool:
        """Return whether an event of a lane may begin in a view: where not all are loaded, in a cell in it."""
        tiles = range(level.tile_at(scale.left), level.tile_at(scale.right) + 1)
        return any(
            has_events(level, tile, self._tiles.lane(level, tile, category, categories), scale) for tile in tiles
        )

    def _card_rows(self, shape: LayoutShape, category: str, tiles: range) -> CardRows:
        """Return the rows of a lane for some tiles, those made before if they are kept; the last one has clusters."""
        bars, count = shape.bars[category], shape.row_counts[category].cards
        key = shape.level, category, tiles, count, tuple(tuple(head.id for head in row) for row in bars)
        if key not in self._lane_rows:
            evict_oldest(self._lane_rows, _MAX_LANE_ROWS)
            self._lane_rows[key] = self._make_card_rows(shape, category, tiles)
        return self._lane_rows[key]

    def _make_card_rows(self, shape: LayoutShape, category: str, tiles: range) -> CardRows:
        """Return the rows of a lane: its span bars, then the cards of some tiles side by side, then their clusters."""
        level, bars, counts = shape.level, shape.bars[category], shape.row_counts[category]
        tile_layouts = self._lane_layouts(level, tiles, category, shape.room.categories)
        by_tile = self._rows_of_tiles(tile_layouts, counts.cards, bars)
        remainders = [remainder for tile_rows in by_tile for remainder in tile_rows.remainders]
        clusters = cluster_row(category, self._items_of(level, category, remainders), level, self._sizes.metrics)
        return (*self._bar_rows(level, bars), *join_rows(by_tile, counts.cards), clusters)

    def _items_of(self, level: Level, category: str, remainders: Sequence[CellRemainder]) -> Iterator[RowItem]:
        """Yield the cluster, or the card of the only event, of each cell."""
        ranges = [BeginRange(category, *level.minutes_of_cell(rest.cell), rest.excluded_ids) for rest in remainders]
        for remainder, span in zip(remainders, self._tiles.begin_spans(ranges), strict=True):
            _cell, size, heads, excluded_ids = remainder
            width = self._sizes.metrics.cluster_width
            if size == 1:
                heads = heads or (self._tiles.only_event(category, span.minutes, excluded_ids),)
                width = card_width(heads[0], self._sizes, level.card_date)
            yield RowItem(remainder.cell, level.shown_span(span), size, heads, excluded_ids, width)

    def _bar_rows(self, level: Level, bars: SpanBarRows) -> CardRows:
        return tuple(tuple(self._bar(head, level) for head in row) for row in bars)

    def _bar(self, head: EventHead, level: Level) -> Card:
        return event_card(head, card_width(head, self._sizes, level.card_date), level)

    def _lane_layouts(self, level: Level, tiles: range, category: str, categories: Sequence[str]) -> list[TileLayout]:
        return [self._tile_layout(level, tile, category, categories) for tile in tiles]

    def _rows_of_tiles(self, tile_layouts: Sequence[TileLayout], row_count: int, bars: SpanBarRows) -> list[TileRows]:
        """Return at most some rows of each tile, and its events that have neither room there nor a span bar."""
        heads = [head for row in bars for head in row]
        return [self._rows_of_tile(tile_layout, row_count, heads) for tile_layout in tile_layouts]

    def _rows_of_tile(self, tile_layout: TileLayout, row_count: int, bars: Sequence[EventHead]) -> TileRows:
        level, tile, content = tile_layout[:3]
        key = level, tile, content.category, row_count, frozenset(bar.id for bar in bars)
        if key not in self._tile_rows:
            evict_oldest(self._tile_rows, _MAX_TILE_LAYOUTS)
            self._tile_rows[key] = truncate_rows(tile_layout, row_count, bars)
        return self._tile_rows[key]

    def _tile_layout(self, level: Level, tile: int, category: str, categories: Sequence[str]) -> TileLayout:
        """Return a lane of a tile; tiles with even numbers are packed first, the others around the two beside them."""
        key = (level, tile, category)
        if key not in self._tile_layouts:
            evict_oldest(self._tile_layouts, _MAX_TILE_LAYOUTS)
            neighbours = (tile - 1, tile + 1) if tile % 2 else ()
            neighbour_rows = [self._tile_layout(level, other, category, categories).rows for other in neighbours]
            content = self._tiles.lane(level, tile, category, categories)
            self._tile_layouts[key] = lay_out_tile(level, tile, content, self._sizes, neighbour_rows)
        return self._tile_layouts[key]

    def _bars_in_view(self, level: Level, scale: TimeScale, category: str, previous: LayoutShape | None) -> SpanBarRows:
        tiles = range(level.tile_at(scale.left), level.tile_at(scale.right) + 1)
        heads = [head for tile in tiles for head in self._tiles.bars(level, tile).get(category, ())]
        previous_rows = previous.bars.get(category, ()) if previous else ()
        return span_bar_rows(heads, scale, previous_rows, self._sizes.metrics.gap / level.pixels_per_day)


def evict_oldest(cache: dict[Any, Any], max_size: int) -> None:
    """Remove the entries that were added first until there is room for one more."""
    while len(cache) >= max_size:
        del cache[next(iter(cache))]
