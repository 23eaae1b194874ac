"""A lane of a tile in rows: the upper ones stay the same however many are shown, the last has the clusters."""

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile_layout import TileLayout, lay_out_tile, rows_needed, truncate_rows
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    TitleSizes,
    head,
    is_clustered,
    level_of,
    situations,
    tiles_of,
)

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
def truncated_layouts(draw: st.DrawFn) -> tuple[TileLayout, int]:
    """The first lane of any tile, and about as many rows as it has."""
    tile_layout = draw(tile_layouts())
    return tile_layout, max(len(tile_layout.rows) + draw(st.integers(-2, 2)), 1)


@given(drawn=truncated_layouts())
@many_examples
def test_the_upper_rows_are_the_same_however_many_are_shown(drawn: tuple[TileLayout, int]) -> None:
    """One row more leaves all rows but the one with the clusters as they are."""
    tile_layout, rows = drawn
    fewer, more = truncate_rows(tile_layout, rows, METRICS), truncate_rows(tile_layout, rows + 1, METRICS)
    assert fewer[: rows - 1] == more[: rows - 1]
    assert len(fewer) <= rows


@given(drawn=truncated_layouts())
@many_examples
def test_clusters_take_what_the_rows_do_not_show(drawn: tuple[TileLayout, int]) -> None:
    """Cards and clusters together are all events of the tile but its bars, however many rows there are."""
    tile_layout, rows = drawn
    shown = truncate_rows(tile_layout, rows, METRICS)
    size = sum(card.size for row in shown for card in row)
    assert size == len(tile_layout.heads) + sum(rest.size for rest in tile_layout.content.remainders.values())
    alone = [card.heads[0].id for row in shown for card in row if not is_clustered(card)]
    assert len(alone) == len(set(alone))


@given(drawn=truncated_layouts())
@many_examples
def test_clusters_are_in_the_last_row_and_apart(drawn: tuple[TileLayout, int]) -> None:
    """One a cell at most, in the order of time, with a gap between, and none beyond the end of the tile."""
    tile_layout, rows = drawn
    for number, row in enumerate(truncate_rows(tile_layout, rows, METRICS)):
        clusters = [card for card in row if is_clustered(card)]
        assert not clusters or (number == rows - 1 and len(clusters) == len(row))
        scale = tile_layout.level.pixels_per_day
        for cluster, following in pairwise(clusters):
            assert (following.first - cluster.first) * scale >= cluster.width + METRICS.gap - PIXEL
        for cluster in clusters:
            assert cluster.first * scale + cluster.width <= tile_layout.right + PIXEL
            assert cluster.width <= METRICS.cluster_width


@given(drawn=truncated_layouts())
@many_examples
def test_the_last_row_never_reaches_into_the_next_tile(drawn: tuple[TileLayout, int]) -> None:
    """There may be a cluster at its very beginning."""
    tile_layout, rows = drawn
    shown = truncate_rows(tile_layout, rows, METRICS)
    if len(shown) == rows:
        for card in shown[-1]:
            right = card.first * tile_layout.level.pixels_per_day + card.width
            if card.is_span:
                right = max(right, card.last * tile_layout.level.pixels_per_day)
            assert right <= tile_layout.right + PIXEL


@given(tile_layout=tile_layouts(), data=st.data())
@many_examples
def test_the_rows_a_view_wants_show_all_of_its_cards(tile_layout: TileLayout, data: st.DataObject) -> None:
    """With as many rows every card that has a place at all and may move into view stands in one of them."""
    start, end = (float(day) for day in tile_layout.level.days_of(tile_layout.tile))
    first, last = sorted(data.draw(st.tuples(st.floats(start, end + 1), st.floats(start, end + 1))))
    wanted = rows_needed(tile_layout, first, last)
    shown = {card.heads[0].id for row in truncate_rows(tile_layout, max(wanted, 1), METRICS) for card in row
             if not is_clustered(card)}  # fmt: skip
    scale = tile_layout.level.pixels_per_day
    for row in tile_layout.rows:
        for slot, following in zip(row, [*row[1:], None], strict=True):
            event = tile_layout.heads[slot.card]
            end = min((event.date.last_day + 1) * scale, following.left if following else math.inf)
            if slot.left < last * scale and max(slot.right, end) > first * scale:
                assert event.id in shown


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
            assert slot.right >= (event.date.last_day + 1) * scale


def test_an_empty_lane_wants_no_row() -> None:
    """And shows nothing."""
    tile_layout = laid_out([])
    start, end = LEVEL.days_of(TILE)
    assert rows_needed(tile_layout, start, end) == 0
    assert truncate_rows(tile_layout, 1, METRICS) == ()


def test_the_most_important_keep_the_upper_row() -> None:
    """Of five events of a day in two rows one has a card, the others are a cluster that names them by importance."""
    heads = [head(f"event-{importance}", "2021-06-10", importance=importance) for importance in (2, 4, 1, 5, 3)]
    (card,), (cluster,) = truncate_rows(laid_out(heads), 2, METRICS)
    assert [event.id for event in card.heads] == ["event-5"]
    assert [event.id for event in cluster.heads] == ["event-4", "event-3", "event-2", "event-1"]
    assert (cluster.size, cluster.width, cluster.excluded_ids) == (4, METRICS.cluster_width, frozenset({"event-5"}))
    assert cluster.first == day_number(2021, 6, 10)


def test_one_that_is_left_over_alone_is_a_card_in_its_cell() -> None:
    """No cluster is of one; its card is cut to what fits a cell."""
    heads = [head("first", "2021-06-10", importance=5), head("second", "2021-06-10", title="x" * 30)]
    crowd = [head(f"far-{number}", "2021-06-22") for number in range(4)]
    left, _cluster = truncate_rows(laid_out([*heads, *crowd]), 2, METRICS)[1]
    assert (left.size, left.is_cluster, left.heads[0].id) == (1, False, "second")
    assert left.width == METRICS.cluster_width


def test_a_cluster_at_the_end_of_its_cell_stands_at_its_day() -> None:
    """It may reach into the next cell, where nothing else is clustered."""
    heads = [head(f"event-{number}", "2021-06-12", importance=number) for number in range(1, 4)]
    cell_end = (heads[0].date.first_day // 4 + 1) * 4
    (cluster,) = truncate_rows(laid_out(heads), 1, METRICS)[0]
    assert cluster.first == heads[0].date.first_day
    assert cluster.days == (cell_end - 4, cell_end - 1)


def test_a_cluster_that_names_one_event_is_as_wide_as_a_cluster() -> None:
    """Far away only the representative of a crowd is at hand, and its narrow card does not make a narrow cluster."""
    crowd = [head(f"event-{number}", "2021-06-10", title="") for number in range(60)]
    (cluster,) = truncate_rows(laid_out(crowd), 1, METRICS)[0]
    assert (len(cluster.heads), cluster.size, cluster.width) == (1, 60, METRICS.cluster_width)


def test_a_crowd_elsewhere_in_the_tile_leaves_cards_in_view_alone() -> None:
    """A lane in which one card is in view and a crowd out of it asks for a second row, for the clusters."""
    crowd = [head(f"event-{number}", "2021-06-20") for number in range(9)]
    tile_layout = laid_out([head("alone", "2021-06-01"), *crowd])
    assert rows_needed(tile_layout, day_number(2021, 5, 30), day_number(2021, 6, 8)) == 2
