"""A lane of a tile in rows: the upper ones stay the same however many are shown, what has no room in them remains."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import CELLS_IN_TILE, Level
from qtviewer.timeline.tile import cell_at
from qtviewer.timeline.tile_layout import TileLayout, TileRows, join_rows, lay_out_tile, truncate_rows
from tests.timeline.samples import CATEGORIES, METRICS, PIXEL, TitleSizes, head, level_of, tiles_of
from tests.timeline.strategies import situations

many_examples = settings(max_examples=40, deadline=None)
LEVEL = Level(2, 40.0)  # tiles of 32 days, cells of 4 days and 160 pixels
TILE = LEVEL.tile_at(day_number(2021, 6, 10))  # from 24 May to 24 June 2021


def laid_out(heads: list[EventHead], level: Level = LEVEL, tile: int = TILE) -> TileLayout:
    """The first lane of a tile without neighbours."""
    return lay_out_tile(level, tile, tiles_of(heads).lane(level, tile, "milestone", CATEGORIES), TitleSizes(), ())


@st.composite
def tile_layouts(draw: st.DrawFn) -> TileLayout:
    """The first lane of any tile around any events."""
    heads, scale = draw(situations())
    return laid_out(heads, level_of(scale), level_of(scale).tile_at(scale.centre))


@st.composite
def truncated_layouts(draw: st.DrawFn) -> tuple[TileLayout, int, list[EventHead]]:
    """The first lane of any tile, about as many rows as it has, and some of its long events as span bars."""
    tile_layout = draw(tile_layouts())
    long_heads = tile_layout.content.long_heads
    bars = draw(st.just(long_heads) | st.sets(st.sampled_from(long_heads)) if long_heads else st.just(()))
    return tile_layout, max(len(tile_layout.rows) + draw(st.integers(-3, 1)), 0), list(bars)


@given(drawn=truncated_layouts())
@many_examples
def test_the_upper_rows_are_the_same_however_many_are_shown(drawn: tuple[TileLayout, int, list[EventHead]]) -> None:
    """One row more leaves all others as they are."""
    tile_layout, rows, bars = drawn
    fewer, more = (truncate_rows(tile_layout, count, bars).rows for count in (rows, rows + 1))
    assert fewer == more[:rows]
    assert len(fewer) <= rows


@given(drawn=truncated_layouts())
@many_examples
def test_every_event_has_a_card_a_bar_or_is_in_a_remainder(drawn: tuple[TileLayout, int, list[EventHead]]) -> None:
    """Each of those that begin in the tile is counted once, however many rows there are, cell by cell."""
    tile_layout, rows, bars = drawn
    level, tile, content = tile_layout[:3]
    shown = truncate_rows(tile_layout, rows, bars)
    alone = [card.heads[0] for row in shown.rows for card in row]
    assert len(set(alone)) == len(alone)
    assert set(alone).isdisjoint(bars)
    first, last = level.days_of(tile)
    sizes = Counter(
        cell_at(level, tile, event.date.first_day)
        for event in (*alone, *bars)
        if first <= event.date.first_day <= last and event.category == content.category
    )
    sizes.update({rest.cell - tile * CELLS_IN_TILE: rest.size for rest in shown.remainders})
    assert sizes == content.cell_sizes


@given(drawn=truncated_layouts())
@many_examples
def test_a_remainder_says_which_events_of_its_cell_it_lacks(drawn: tuple[TileLayout, int, list[EventHead]]) -> None:
    """It names only events that begin in the cell and are not shown otherwise, and the ids of all that are."""
    tile_layout, rows, bars = drawn
    level = tile_layout.level
    shown = truncate_rows(tile_layout, rows, bars)
    alone = [*(card.heads[0] for row in shown.rows for card in row), *bars]
    assert [rest.cell for rest in shown.remainders] == sorted({rest.cell for rest in shown.remainders})
    for cell, size, heads, excluded_ids in shown.remainders:
        assert 0 < size >= len(set(heads)) == len(heads)
        in_cell = [each for each in (*heads, *alone) if each.date.first_day // level.cell_days == cell]
        assert set(heads) <= set(in_cell)
        assert excluded_ids == {each.id for each in in_cell} - {each.id for each in heads}


@given(drawn=truncated_layouts(), data=st.data())
@many_examples
def test_a_remainder_knows_whether_one_of_its_events_begins_on_some_days(
    drawn: tuple[TileLayout, int, list[EventHead]], data: st.DataObject
) -> None:
    """Just the events that are loaded decide; where some are not, any day of the cell may be theirs."""
    tile_layout, rows, bars = drawn
    level = tile_layout.level
    days = st.integers(level.days_of(tile_layout.tile)[0] - 2, level.days_of(tile_layout.tile)[1] + 2)
    first, last = sorted(data.draw(st.tuples(days, days)))
    for rest in truncate_rows(tile_layout, rows, bars).remainders:
        cell_days = [day for day in range(first, last + 1) if day // level.cell_days == rest.cell]
        begins = any(head.date.first_day in cell_days for head in rest.heads)
        says_so = rest.begins_between(level, first, last)
        assert says_so == (begins if len(rest.heads) == rest.size else bool(cell_days) or says_so)


@given(tile_layout=tile_layouts())
@many_examples
def test_a_card_keeps_its_width_and_what_lasted_keeps_its_time(tile_layout: TileLayout) -> None:
    """A slot begins where the date does."""
    scale = tile_layout.level.pixels_per_day
    for slot in (slot for row in tile_layout.rows for slot in row):
        event, width = tile_layout.heads[slot.card], tile_layout.widths[slot.card]
        natural = TitleSizes().width_of(event, with_year=tile_layout.level.with_years)
        assert width == min(natural, METRICS.max_width)
        assert slot.left == event.date.first_day * scale
        assert slot.right - slot.left >= width - PIXEL
        if event.date.precision is Precision.INTERVAL:
            assert slot.right >= (event.last_day + 1) * scale


def test_an_empty_lane_has_no_row() -> None:
    """And nothing remains."""
    assert truncate_rows(laid_out([]), 1, ()) == ((), ())
    assert join_rows([], 2) == ((), ())


def test_rows_of_tiles_are_joined_from_the_left() -> None:
    """A tile with fewer rows leaves the others theirs."""
    days = [[head("a", "2021-06-01")], [head("b", "2021-06-02"), head("c", "2021-06-02")]]
    tiles = [truncate_rows(laid_out(heads), 9, ()) for heads in days]
    rows = join_rows([tiles[0], TileRows((), ()), tiles[1]], 3)
    assert [[card.heads[0].id for card in row] for row in rows] == [["a", "b"], ["c"], []]


def test_the_most_important_keep_the_upper_row() -> None:
    """Of five events of a day in one row one has a card, the others remain, and are named by importance."""
    heads = [head(f"event-{importance}", "2021-06-10", importance=importance) for importance in (2, 4, 1, 5, 3)]
    rows, (rest,) = truncate_rows(laid_out(heads), 1, ())
    assert [[event.id for event in card.heads] for row in rows for card in row] == [["event-5"]]
    assert [event.id for event in rest.heads] == ["event-4", "event-3", "event-2", "event-1"]
    assert rest[:2] == (heads[0].date.first_day // 4, 4)
    assert rest.excluded_ids == {"event-5"}


def test_a_crowd_of_which_only_one_is_loaded_remains() -> None:
    """Far away only the representative of a day is at hand; all of its events are counted."""
    crowd = [head(f"event-{number}", "2021-06-10") for number in range(60)]
    rows, (rest,) = truncate_rows(laid_out(crowd), 0, ())
    assert (rows, rest.size, len(rest.heads)) == ((), 60, 1)
    ((card,),), (rest,) = truncate_rows(laid_out(crowd), 1, ())
    assert (rest.size, rest.heads, rest.excluded_ids) == (59, (), frozenset({card.heads[0].id}))


def test_a_long_event_remains_unless_it_is_a_bar() -> None:
    """It is too long for a card."""
    day, season = head("day", "2021-06-10"), head("season", "2021-06-10/2021-08-31")
    tile_layout = laid_out([day, season])
    assert truncate_rows(tile_layout, 1, [season]).remainders == ()
    (rest,) = truncate_rows(tile_layout, 1, []).remainders
    assert (rest.size, rest.heads, rest.excluded_ids) == (1, (season,), frozenset({"day"}))
