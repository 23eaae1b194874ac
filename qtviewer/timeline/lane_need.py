"""How many rows a lane needs for the events that touch a view."""

from collections.abc import Sequence

from qtviewer.timeline.levels import Level
from qtviewer.timeline.packing import MAX_ROWS
from qtviewer.timeline.placed_cards import placed_cards
from qtviewer.timeline.row_shares import LaneNeed, RowsNeeded
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_layout import CardRows, TileRows, join_rows
from qtviewer.timeline.view_counts import touched_days


def lane_need(bars: CardRows, tiles: Sequence[TileRows], level: Level, scale: TimeScale, gap: float) -> LaneNeed:
    """Return what a lane needs for a view at rest, without lines below its name.

    `bars` are its span bars in view, `tiles` all rows of its tiles, from the left, and `gap` the space between cards.
    """
    days = touched_days(scale)
    has_clusters = any(rest.begins_between(level, *days) for tile in tiles for rest in tile.remainders)
    cards = _rows_needed(join_rows(tiles, MAX_ROWS), scale, gap)
    return LaneNeed(_rows_needed(bars, scale, gap), cards, has_clusters)


def _rows_needed(rows: CardRows, scale: TimeScale, gap: float) -> RowsNeeded:
    days = touched_days(scale)
    beginning, shown_rows = 0, []
    for number, row in enumerate(rows, 1):
        shown = [placed.card for placed in placed_cards(row, scale, gap, days)]
        beginning = number if any(card.first >= days[0] for card in shown) else beginning
        shown_rows += [number] if shown else []
    return RowsNeeded(beginning, tuple(shown_rows))
