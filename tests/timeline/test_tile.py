"""A lane of a tile knows what may become cards and how many begin in each cell, whether all are loaded or not."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile import (
    MAX_CARDS,
    LaneTile,
    cell_at,
    has_events,
    is_long,
    length_in_days,
    tile_of_densities,
    tile_of_events,
)
from tests.store.memory_source import LONG_HEADS
from tests.timeline.samples import CATEGORIES, head, level_of, source_of, tiles_of, view_of
from tests.timeline.strategies import head_lists, scales_near

LEVEL = Level(2, 40.0)  # tiles of 32 days, cells of 4, buckets of 1
JUNE_TILE = LEVEL.tile_at(head("", "2021-06-10").date.first_day)  # from 24 May to 24 June 2021
many_examples = settings(max_examples=40, deadline=None)


def begins_in_cells(heads: list[EventHead], level: Level, tile: int) -> Counter[int]:
    """How many of some events begin in each cell of a tile."""
    own = [each for each in heads if begins_in_tile(each, level, tile)]
    return Counter(cell_at(level, tile, each.first_minute / 1440) for each in own)


def begins_in_tile(event: EventHead, level: Level, tile: int) -> bool:
    """Whether an event begins in a tile."""
    first, last = level.minutes_of(tile)
    return first <= event.first_minute <= last


def test_near_short_events_may_become_cards_and_long_ones_may_not() -> None:
    """An event as long as the tile cannot be packed in it; it is counted in its cell all the same."""
    day, month, season = head("day", "2021-06-10"), head("month", "2021-06"), head("season", "2021-06-10/2021-08-31")
    content = tile_of_events(LEVEL, JUNE_TILE, "milestone", [month, day, season])
    assert content == LaneTile("milestone", (month, day), (season,), {1: 1, 4: 2})
    assert content.is_complete


def test_only_what_lasted_is_long() -> None:
    """An event of an unknown day in a year is as short as any other."""
    dates = ("2021-06-10/2021-07-11", "2021-06-10/2021-07-10", "2021", "[2021-01-01..2021-12-31]", "2021/..")
    assert [is_long(head("", date), LEVEL) for date in dates] == [True, False, False, False, True]


def test_far_a_bucket_is_its_representative_and_how_many_more() -> None:
    """Of three events of a day one may have a card; all three are counted in the cell."""
    heads = [head(f"event-{number}", "2021-06-10", importance=number) for number in (1, 5, 3)]
    source = source_of(heads)
    (density,) = source.density(EventQuery(), LEVEL.density_level, LEVEL.days_of(JUNE_TILE))
    content = tile_of_densities(LEVEL, JUNE_TILE, "milestone", [(density, heads[1])])
    assert content == LaneTile("milestone", (heads[1],), (), {4: 3})
    assert not content.is_complete


def test_far_a_long_representative_is_no_card() -> None:
    """It may be a span bar, or is in a cluster."""
    season, day = head("season", "2021-06-10/2021-08-31", importance=5), head("day", "2021-06-10")
    source = source_of([season, day])
    (density,) = source.density(EventQuery(), LEVEL.density_level, LEVEL.days_of(JUNE_TILE))
    content = tile_of_densities(LEVEL, JUNE_TILE, "milestone", [(density, season)])
    assert content == LaneTile("milestone", (), (season,), {4: 2})


def test_whether_an_event_begins_in_a_view() -> None:
    """On a day of which a part is in view; of a crowd that is not loaded, in a cell of which a part is."""
    few = tile_of_events(
        LEVEL, JUNE_TILE, "milestone", [head("day", "2021-06-10"), head("on", "2021-06-01/2021-08-31")]
    )
    many = LaneTile("milestone", (head("day", "2021-06-10"),), (), {4: 60})  # a cell from 10 to 13 June
    views = [("2021-06-02", "2021-06-09"), ("2021-06-10", "2021-06-10"), ("2021-06-12", "2021-06-20"),
             ("2021-06-14", "2021-06-20"), ("2021-05-25", "2021-06-01")]  # fmt: skip
    found = [[has_events(LEVEL, JUNE_TILE, tile, view_of(*days)) for days in views] for tile in (few, many)]
    assert found == [[False, True, False, False, True], [False, True, True, False, False]]


@given(data=st.data(), heads=head_lists())
@many_examples
def test_no_event_that_begins_in_a_view_is_missed(data: st.DataObject, heads: list[EventHead]) -> None:
    """A lane of a tile says so where one does, and only then if all of its events are loaded."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    first, last = level.touched_minutes(scale)
    for tile in range(level.tile_at(scale.left), level.tile_at(scale.right) + 1):
        content = tiles.lane(level, tile, "milestone", CATEGORIES)
        own = [each for each in heads if each.category == "milestone" and begins_in_tile(each, level, tile)]
        begins = any(first <= each.first_minute <= last for each in own)
        says_so = has_events(level, tile, content, scale)
        assert says_so >= begins
        assert says_so == begins or not content.is_complete


@given(data=st.data(), heads=head_lists())
@many_examples
def test_every_event_of_a_tile_is_counted_once(data: st.DataObject, heads: list[EventHead]) -> None:
    """Each cell of any lane of any tile has as many events as begin there."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    for tile in range(level.tile_at(scale.left) - 1, level.tile_at(scale.right) + 1):
        for category in CATEGORIES:
            content = tiles.lane(level, tile, category, CATEGORIES)
            own = [each for each in heads if each.category == category]
            assert content.cell_sizes == begins_in_cells(own, level, tile)
            assert all(content.cell_sizes.values())


@given(data=st.data(), heads=head_lists())
@many_examples
def test_a_tile_has_each_of_its_events_once_at_most(data: st.DataObject, heads: list[EventHead]) -> None:
    """All of them in a complete tile; each begins in the tile, and is either short or long."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    own = {each for each in heads if each.category == "milestone" and begins_in_tile(each, level, tile)}
    content = tiles.lane(level, tile, "milestone", CATEGORIES)
    at_hand = (*content.heads, *content.long_heads)
    assert len(set(at_hand)) == len(at_hand)
    assert set(at_hand) <= own
    assert content.is_complete == (set(at_hand) == own)
    assert not any(is_long(each, level) for each in content.heads)
    assert all(is_long(each, level) for each in content.long_heads)


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
    assert content.cell_sizes == begins_in_cells(own, level, tile)


@given(data=st.data(), heads=head_lists())
@many_examples
def test_bars_are_the_best_of_the_long_events(data: st.DataObject, heads: list[EventHead]) -> None:
    """Some a lane, each touching the tile and longer than it, none less important than one left out."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    first, last = level.days_of(tile)
    for category in CATEGORIES:
        long = [
            each.importance
            for each in heads
            if each.category == category
            and each.date.precision is Precision.INTERVAL
            and length_in_days(each) >= level.min_bar_days
            and each.date.first_day <= last
            and each.date.last_day >= first
        ]
        bars = tiles.bars(level, tile).get(category, ())
        assert sorted((bar.importance for bar in bars), reverse=True) == sorted(long, reverse=True)[:LONG_HEADS]
    assert tiles.has_bars(level, tile)
    assert not tiles.has_bars(level, tile + 9)


@given(data=st.data(), heads=head_lists())
@many_examples
def test_few_events_are_all_at_hand(data: st.DataObject, heads: list[EventHead]) -> None:
    """Up to some number in a lane of a tile, each short event may become a card; in the order of dates."""
    scale = data.draw(scales_near(heads))
    level, tiles = level_of(scale), tiles_of(heads)
    tile = level.tile_at(scale.centre)
    own = [each for each in heads if each.category == "milestone" and begins_in_tile(each, level, tile)]
    content = tiles.lane(level, tile, "milestone", CATEGORIES)
    if len(own) <= MAX_CARDS:
        assert {each.id for each in content.heads} == {each.id for each in own if not is_long(each, level)}
        assert content.is_complete
    else:
        assert len(content.heads) < len(own)
    starts = [each.date.first_day for each in content.heads]
    assert starts == sorted(starts)
