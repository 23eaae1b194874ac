"""A lane needs rows down to the last one that shows something at rest, and clusters only where some are in view."""

from typing import Any

import pytest

from qtviewer.timeline.card import event_card
from qtviewer.timeline.lane_need import lane_need
from qtviewer.timeline.levels import Level
from qtviewer.timeline.row_shares import LaneNeed, RowsNeeded
from qtviewer.timeline.tile_layout import CardRows, CellRemainder, TileRows
from tests.timeline.samples import METRICS, head, view_of

LEVEL = Level(2, 40.0)  # cells of 4 days
JUNE = view_of("2021-06-10", "2021-07-09")  # 40 pixels a day
NO_ROWS = RowsNeeded(0, ())


def rows_of(*rows: str) -> CardRows:
    """Rows of cards of 80 pixels, each with dates from the left."""
    return tuple(tuple(event_card(head(date, date), 80.0, LEVEL) for date in row.split()) for row in rows)


def need_of(bars: CardRows = (), cards: CardRows = (), rest: tuple[CellRemainder, ...] = ()) -> LaneNeed:
    """What a lane of a tile needs in June."""
    return lane_need(bars, [TileRows(cards, rest)], LEVEL, JUNE, METRICS.gap)


@pytest.mark.parametrize(
    ("rows", "needed"),
    [
        ((), (0, (), ())),
        (("2021-06-10", "2021-06-12", "2021-05-31", "2021-07-10"), (2, (1, 2), (1, 1))),  # before and after the view
        (("2021-06-10", "2021-06"), (1, (1, 2), (1, 1))),  # began before and goes on
        (("2021-06", "2021-06-10"), (2, (1, 2), (1, 1))),
        (("2021-06 2021-06-11", "2021-06 2021-06-10"), (2, (1, 2), (2, 1))),
        (("2021-06-12", "2021-06 2021-06-10"), (2, (1, 2), (1, 1))),
        (("2021-06-10", "2021-06-08"), (1, (1,), (1,))),  # its card reaches into view, its day does not
        (("2021-05-01/2021-06-10",), (0, (1,), (1,))),
        (("2021-05-31", "2021-06-10", "2021-05-30", "2021-06"), (2, (2, 4), (1, 1))),
    ],
)
def test_rows_down_to_the_last_that_shows_something(rows: tuple[str, ...], needed: tuple[Any, ...]) -> None:
    """Of cards as of bars: for events that begin in view, and for all that touch it."""
    assert need_of(cards=rows_of(*rows)) == LaneNeed(NO_ROWS, RowsNeeded(*needed), has_clusters=False)
    assert need_of(bars=rows_of(*rows)) == LaneNeed(RowsNeeded(*needed), NO_ROWS, has_clusters=False)


def test_a_card_that_is_pushed_out_needs_no_row() -> None:
    """The next in its row leaves it less than can be seen, where that begins beyond the view, too."""
    hour = JUNE.zoomed(60, 0.0)  # half a day
    rows = rows_of("2021-06", "2021-06 2021-06-11")
    assert lane_need((), [TileRows(rows, ())], LEVEL, hour, METRICS.gap).cards[:2] == (0, (1, 2))
    evening = hour.panned(hour.pixels_per_day - 30.0)  # 30 pixels before 11 June
    assert lane_need((), [TileRows(rows, ())], LEVEL, evening, METRICS.gap).cards[:2] == (2, (1, 2))
    rows = rows_of("2021-06 2021-06-11")
    assert lane_need((), [TileRows(rows, ())], LEVEL, evening, METRICS.gap).cards[:2] == (1, (1,))


def test_a_row_of_tiles_is_one_row() -> None:
    """A card of the tile before is pushed out by that of the next."""
    tiles = [TileRows(rows_of("2021-06-11"), ()), TileRows(rows_of("2021-06-20", "2021-06-20"), ())]
    assert lane_need((), tiles, LEVEL, JUNE, METRICS.gap).cards[:2] == (2, (1, 2))


def test_clusters_are_needed_for_what_has_no_row_and_begins_in_view() -> None:
    """Of a cell of which not all is loaded, where the view touches it."""
    days = {date: head(date, date) for date in ("2021-06-09", "2021-06-10")}
    cell = days["2021-06-10"].date.first_day // 4
    loaded = [CellRemainder(cell, 1, (event,), frozenset()) for event in days.values()]
    assert [need_of(rest=(rest,)).has_clusters for rest in loaded] == [False, True]
    far = [CellRemainder(cell + more, 9, (), frozenset()) for more in (-1, 0, 7, 8)]
    assert [need_of(rest=(rest,)).has_clusters for rest in far] == [False, True, True, False]


def test_the_cards_of_a_row_are_counted() -> None:
    """Only those that touch the view."""
    rows = rows_of("2021-06-02 2021-06-10 2021-06-14", "2021-06-20")
    assert lane_need((), [TileRows(rows, ())], LEVEL, JUNE, METRICS.gap).cards == (2, (1, 2), (2, 1))
