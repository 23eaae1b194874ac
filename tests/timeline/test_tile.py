"""A lane of a tile knows what may become cards and how many are left in each cell, whether all are at hand or not."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile import (
    MAX_CARDS,
    CellRemainder,
    LaneTile,
    cell_at,
    length_in_days,
    tile_of_densities,
    tile_of_events,
)
from qtviewer.timeline.tile_cache import MAX_BARS
from tests.timeline.samples import CATEGORIES, head, head_lists, level_of, scales_near, source_of, tiles_of

LEVEL = Level(2, 40.0)  # tiles of 32 days, cells of 4, buckets of 1
JUNE_TILE = LEVEL.tile_at(head("", "2021-06-10").date.first_day)  # from 24 May to 24 June 2021
many_examples = settings(max_examples=40, deadline=None)


def begins_in_cells(heads: list[EventHead], level: Level, tile: int) -> Counter[int]:
    """How many of some events begin in each cell of a tile."""
    first, last = level.days_of(tile)
    return Counter(cell_at(level, tile, each.date.first_day) for each in heads if first <= each.date.first_day <= last)


def shown_in_cells(content: LaneTile, heads: list[EventHead], level: Level, tile: int) -> Counter[int]:
    """How many events there are in each cell, those that may become cards, the remainder and the bars together."""
    bars = [each for each in heads if each.id in content.bars]
    shown = begins_in_cells([*content.heads, *bars], level, tile)
    shown.update({cell: rest.size for cell, rest in content.remainders.items()})
    return +shown


def test_near_short_events_may_become_cards_and_long_ones_are_the_rest() -> None:
    """An event as long as the tile cannot be packed in it; without a bar it is counted in its cell."""
    day, month, season = head("day", "2021-06-10"), head("month", "2021-06"), head("season", "2021-06-10/2021-08-31")
    content = tile_of_events(LEVEL, JUNE_TILE, "milestone", [month, day, season], [])
    assert content.heads == (month, day)
    assert list(content.remainders.values()) == [CellRemainder(1, season.date.first_day, (season,))]
    assert tile_of_events(LEVEL, JUNE_TILE, "milestone", [month, day, season], [season]) == LaneTile(
        "milestone", (month, day), {}, frozenset({"season"})
    )


def test_far_a_bucket_is_its_representative_and_how_many_more() -> None:
    """Of three events of a day one may have a card, the other two are counted in the cell."""
    heads = [head(f"event-{number}", "2021-06-10", importance=number) for number in (1, 5, 3)]
    source = source_of(heads)
    (density,) = source.density(EventQuery(), LEVEL.density_level, LEVEL.days_of(JUNE_TILE))
    content = tile_of_densities(LEVEL, JUNE_TILE, "milestone", [(density, heads[1])], [])
    assert content.heads == (heads[1],)
    assert list(content.remainders.values()) == [CellRemainder(2, heads[0].date.first_day, ())]


def test_far_a_long_representative_is_named_in_the_rest_unless_it_is_a_bar() -> None:
    """It cannot be a card of the tile, and a bar is counted nowhere else."""
    season, day = head("season", "2021-06-10/2021-08-31", importance=5), head("day", "2021-06-10")
    source = source_of([season, day])
    (density,) = source.density(EventQuery(), LEVEL.density_level, LEVEL.days_of(JUNE_TILE))
    remainders = [
        list(tile_of_densities(LEVEL, JUNE_TILE, "milestone", [(density, season)], bars).remainders.values())
        for bars in ([], [season])
    ]
    assert remainders == [[CellRemainder(2, day.date.first_day, (season,))], [CellRemainder(1, day.date.first_day, ())]]


@given(data=st.data(), heads=head_lists())
@many_examples
def test_every_event_of_a_tile_is_counted_once(data: st.DataObject, heads: list[EventHead]) -> None:
    """Cell by cell, cards, remainder and bars are as many events as begin there, in any lane of any tile."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    for tile in range(level.tile_at(scale.left) - 1, level.tile_at(scale.right) + 1):
        for category in CATEGORIES:
            content = tiles.lane(level, tile, category, CATEGORIES)
            own = [each for each in heads if each.category == category]
            assert shown_in_cells(content, own, level, tile) == begins_in_cells(own, level, tile)
            assert all(length_in_days(each) < level.min_bar_days for each in content.heads)
            assert {each.id for each in content.heads}.isdisjoint(content.bars)


@given(data=st.data(), heads=head_lists())
@many_examples
def test_a_rest_names_only_what_is_in_it(data: st.DataObject, heads: list[EventHead]) -> None:
    """The events it has at hand begin in its cell and have no card, and none begins before its first day."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    content = tiles.lane(level, tile, "milestone", CATEGORIES)
    for cell, rest in content.remainders.items():
        assert rest.size > 0
        assert len(rest.heads) <= rest.size
        assert cell_at(level, tile, rest.first_day) == cell
        for each in rest.heads:
            assert each not in content.heads
            assert each.id not in content.bars
            assert rest.first_day <= each.date.first_day
            assert cell_at(level, tile, each.date.first_day) == cell


@given(data=st.data(), heads=head_lists())
@many_examples
def test_tiles_hold_what_a_query_lets_through(data: st.DataObject, heads: list[EventHead]) -> None:
    """Events before or after the days asked for, and the unimportant, are in no lane; those that touch the days are."""
    days = sorted(data.draw(st.tuples(*[st.sampled_from([each.date.last_day for each in heads] or [0])] * 2)))
    query = EventQuery(first_day=days[0], last_day=days[1], min_importance=data.draw(st.integers(1, 4)))
    matching = [
        each
        for each in heads
        if each.date.first_day <= days[1] and each.date.last_day >= days[0] and each.importance >= query.min_importance
    ]
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads, query)
    tile = level.tile_at(scale.centre)
    content = tiles.lane(level, tile, "milestone", CATEGORIES)
    own = [each for each in matching if each.category == "milestone"]
    assert shown_in_cells(content, own, level, tile) == begins_in_cells(own, level, tile)


@given(data=st.data(), heads=head_lists())
@many_examples
def test_bars_are_the_best_of_the_long_events(data: st.DataObject, heads: list[EventHead]) -> None:
    """At most a few a lane, each touching the tile and longer than it, none less important than one left out."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    first, last = level.days_of(tile)
    for category in CATEGORIES:
        long = [
            each.importance
            for each in heads
            if each.category == category
            and length_in_days(each) >= level.min_bar_days
            and each.date.first_day <= last
            and each.date.last_day >= first
        ]
        bars = tiles.bars(level, tile).get(category, ())
        assert [bar.importance for bar in bars] == sorted(long, reverse=True)[:MAX_BARS]
    assert tiles.has_bars(level, tile)
    assert not tiles.has_bars(level, tile + 9)


@given(data=st.data(), heads=head_lists())
@many_examples
def test_few_events_are_all_at_hand(data: st.DataObject, heads: list[EventHead]) -> None:
    """Up to some number in a lane of a tile, each short event may become a card; in the order of dates."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    first, last = level.days_of(tile)
    own = [each for each in heads if each.category == "milestone" and first <= each.date.first_day <= last]
    content = tiles.lane(level, tile, "milestone", CATEGORIES)
    if len(own) <= MAX_CARDS:
        assert {each.id for each in content.heads} == {
            each.id for each in own if length_in_days(each) < level.min_bar_days
        }
    else:
        assert len(content.heads) < len(own)
    starts = [each.date.first_day for each in content.heads]
    assert starts == sorted(starts)
