"""What a lane needs for the events that touch a view."""

from collections.abc import Sequence

from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import Level
from qtviewer.timeline.packing import MAX_ROWS
from qtviewer.timeline.placed_cards import placed_cards
from qtviewer.timeline.row_shares import LaneNeed, RowsNeeded
from qtviewer.timeline.scale import TimeScale, time_of_minute
from qtviewer.timeline.tile_layout import CardRows, TileRows, join_rows


def lane_need(bars: CardRows, tiles: Sequence[TileRows], level: Level, scale: TimeScale, gap: float) -> LaneNeed:
    """Return what a lane needs for a view at rest, without lines below its name.

    `bars` are its span bars in view, `tiles` all rows of its tiles, from the left, and `gap` the space between cards.
    """
    minutes = level.touched_minutes(scale)
    has_clusters = any(rest.begins_between(level, *minutes) for tile in tiles for rest in tile.remainders)
    bars_needed, cards_needed = (_rows_needed(rows, scale, minutes, gap) for rows in (bars, join_rows(tiles, MAX_ROWS)))
    return LaneNeed(bars_needed, cards_needed, has_clusters)


def _rows_needed(rows: CardRows, scale: TimeScale, minutes: Minutes, gap: float) -> RowsNeeded:
    beginning, start, cards = 0, time_of_minute(minutes[0]), dict[int, int]()
    for number, row in enumerate(rows, 1):
        shown = [placed.card for placed in placed_cards(row, scale, gap, minutes)]
        beginning = number if any(card.first >= start for card in shown) else beginning
        cards |= {number: len(shown)} if shown else {}
    return RowsNeeded(beginning, tuple(cards), tuple(cards.values()))


def heads_begun(rows: CardRows, level: Level, scale: TimeScale, gap: float) -> list[EventHead]:
    """Return the events with a card in some rows of a view at rest that began before it."""
    minutes = level.touched_minutes(scale)
    start = time_of_minute(minutes[0])
    drawn = (placed.card for row in rows for placed in placed_cards(row, scale, gap, minutes))
    return [card.heads[0] for card in drawn if card.first < start]
