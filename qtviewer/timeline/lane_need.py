"""How many rows a lane needs for the events that touch a view."""

from collections.abc import Iterator, Sequence

from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import LaneNeed, RowsNeeded
from qtviewer.timeline.placed_cards import MIN_VISIBLE_WIDTH
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.span_bars import SpanBarRows
from qtviewer.timeline.tile_layout import TileLayout, remainders
from qtviewer.timeline.view_counts import touched_days


def lane_need(tile_layouts: Sequence[TileLayout], bars: SpanBarRows, scale: TimeScale, label_lines: int) -> LaneNeed:
    """Return what a lane needs for a view; `tile_layouts` are those of its tiles, from the left."""
    days = touched_days(scale)
    rows = [list(_heads_of_row(tile_layouts, number)) for number in range(max(len(each.rows) for each in tile_layouts))]
    bar_heads = [head for row in bars for head in row]
    has_clusters = any(
        remainder.begins_between(each.level, *days)
        for each in tile_layouts
        for remainder in remainders(each, each.rows, bar_heads)
    )
    cards = _rows_needed(rows, days, [_shows_begun_card(row, days[0], scale) for row in rows])
    return LaneNeed(_rows_needed(bars, days, [True] * len(bars)), cards, has_clusters, label_lines)


def _rows_needed(rows: Sequence[Sequence[EventHead]], days: tuple[int, int], has_begun: Sequence[bool]) -> RowsNeeded:
    """Return the rows that are needed; `has_begun` tells of each whether it shows an event begun before the days."""
    begins = [any(days[0] <= head.date.first_day <= days[1] for head in row) for row in rows]
    beginning = max((number for number, is_needed in enumerate(begins, 1) if is_needed), default=0)
    begun = max((number for number, is_needed in enumerate(has_begun, 1) if is_needed), default=0)
    return RowsNeeded(beginning, max(beginning, begun))


def _heads_of_row(tile_layouts: Sequence[TileLayout], number: int) -> Iterator[EventHead]:
    """Iterate over the events with a card in a row, counted from 0, from the left."""
    for each in tile_layouts:
        for slot in each.rows[number] if number < len(each.rows) else ():
            yield each.heads[slot.card]


def _shows_begun_card(row: Sequence[EventHead], day: int, scale: TimeScale) -> bool:
    """Return whether a card of a row that began before the first day in view has room at its left edge."""
    begun = [head for head in row if head.date.first_day < day]
    following = row[len(begun) :]
    has_room = not following or scale.x_at(following[0].date.first_day) >= MIN_VISIBLE_WIDTH
    return bool(begun) and begun[-1].date.last_day >= day and has_room
