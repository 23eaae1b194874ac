"""What holds of the cards around any view of any events: none is lost, none is counted twice, none changes its row."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile import length_in_days
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    Situation,
    cards_in_view,
    is_clustered,
    layout_cache_of,
    level_of,
    rows_by_event,
    settled_layout,
    situations,
    source_of,
)

many_examples = settings(max_examples=40, deadline=None)
heights = st.floats(1, 1500)


@st.composite
def views(draw: st.DrawFn, most: int = 30) -> tuple[list[EventHead], TimeScale, Layout]:
    """Events, a view at or near one of them, and the layout that suits it."""
    heads, scale = draw(situations(most))
    return heads, scale, settled_layout(heads, scale, draw(heights))


def listed(card: Card, heads: list[EventHead]) -> set[str]:
    """Ids of what is listed when a cluster is opened."""
    found = source_of(heads).heads_beginning(EventQuery(categories=frozenset({card.category})), "zh", card.days)
    return {each.id for each in found} - card.excluded_ids


@given(drawn=views())
@many_examples
def test_what_begins_in_view_is_shown_once(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """On a card, in the cluster of its cell or as a bar; what has no lane is not shown."""
    heads, scale, layout = drawn
    shown = Counter(card.heads[0].id for card in layout.cards() if not is_clustered(card))
    for card in filter(is_clustered, layout.cards()):
        shown.update(listed(card, heads))
    for event in heads:
        if scale.left <= event.date.first_day < scale.right:
            may_be_bar = length_in_days(event) >= level_of(scale).min_bar_days  # and counted where it begins
            has_lane = event.category in CATEGORIES
            assert has_lane <= shown[event.id] <= has_lane + (has_lane and may_be_bar), event


@given(drawn=views())
@many_examples
def test_a_cluster_has_as_many_events_as_are_listed_for_it(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """Its number is true, and the events it names are among those listed."""
    heads, _scale, layout = drawn
    for card in filter(is_clustered, layout.cards()):
        ids = listed(card, heads)
        assert len(ids) == card.size >= 1
        assert {event.id for event in card.heads} <= ids


@given(drawn=views())
@many_examples
def test_a_cluster_begins_in_its_cell(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """No earlier than the cell, no later than what it stands for, a gap before the next one, in the lane's last row."""
    _heads, scale, layout = drawn
    level = level_of(scale)
    for lane in layout.lanes:
        clusters = [(row, card) for row, cards in enumerate(lane.rows) for card in filter(is_clustered, cards)]
        assert {row for row, _card in clusters} <= {len(lane.rows) - 1}
        for _row, card in clusters:
            cell = card.days[0] // level.cell_days
            assert cell * level.cell_days <= card.days[0] <= card.days[1] < (cell + 1) * level.cell_days
            assert cell * level.cell_days <= card.first <= card.days[1]
        for (_row, card), (_other_row, following) in pairwise(clusters):
            end = card.first + (card.width + METRICS.gap) / level.pixels_per_day
            assert (end - following.first) * level.pixels_per_day <= PIXEL
            assert card.last <= following.first


@given(drawn=views())
@many_examples
def test_a_card_of_its_own_stands_at_its_date(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """It may move only between the first and the last moment its date can mean."""
    _heads, _scale, layout = drawn
    for card in layout.cards():
        if not is_clustered(card):
            (event,) = card.heads
            assert (card.first, card.last) == (event.date.first_day, event.date.last_day + 1)
            assert 0 < card.width <= METRICS.max_width
            assert card.category == event.category


@given(data=st.data(), situation=situations(), height=heights)
@many_examples
def test_panning_changes_no_row(data: st.DataObject, situation: Situation, height: float) -> None:
    """With the same lanes a card is in the same row, whatever part of the time is in view."""
    heads, scale = situation
    cache = layout_cache_of(heads)
    shape = cache.shape_for(level_of(scale), scale, CATEGORIES, height, None)
    before = rows_by_event(cache.layout(shape, scale))
    for pixels in data.draw(st.lists(st.floats(-4000, 4000), min_size=1, max_size=3)):
        after = rows_by_event(cache.layout(shape, scale.panned(pixels)))
        assert all(before[key] == after[key] for key in before.keys() & after.keys())


@given(situation=situations(), height=heights, pixels=st.floats(-1500, 1500))
@many_examples
def test_what_reaches_into_view_is_shown(situation: Situation, height: float, pixels: float) -> None:
    """A card that another view with the same lanes has in this one's time is there in this one, too."""
    heads, scale = situation
    cache = layout_cache_of(heads)
    shape = cache.shape_for(level_of(scale), scale, CATEGORIES, height, None)
    cards = set(cache.layout(shape, scale).cards())
    assert set(cards_in_view(cache.layout(shape, scale.panned(pixels)), scale)) <= cards


@given(data=st.data(), situation=situations(), height=heights)
@many_examples
def test_rows_do_not_depend_on_where_one_came_from(data: st.DataObject, situation: Situation, height: float) -> None:
    """Tiles may be asked for in any order: a cache that has been elsewhere shows what a new one does."""
    heads, scale = situation
    level = level_of(scale)
    fresh, used = layout_cache_of(heads), layout_cache_of(heads)
    shape = fresh.shape_for(level, scale, CATEGORIES, height, None)
    for pixels in data.draw(st.lists(st.floats(-9000, 9000), max_size=3)):
        used.layout(shape, scale.panned(pixels))
    while used.prepare_next(level, scale.panned(data.draw(st.floats(-3000, 3000))), CATEGORIES[::-1]):
        pass
    assert used.layout(shape, scale) == fresh.layout(shape, scale)


@given(drawn=views(most=12), data=st.data())
@many_examples
def test_with_room_for_all_nothing_in_view_is_clustered(
    drawn: tuple[list[EventHead], TimeScale, Layout], data: st.DataObject
) -> None:
    """On a view as high as it takes, a few events shorter than a tile all have cards of their own."""
    heads, scale, _layout = drawn
    heads = heads[:12]
    layout = settled_layout(heads, scale, 1e5)
    alone = {card.heads[0].id for card in cards_in_view(layout, scale) if not is_clustered(card)}
    for event in heads:
        is_short = length_in_days(event) < max(level_of(scale).tile_days, 2)
        if is_short and event.category in CATEGORIES and scale.left < event.date.first_day < scale.right:
            assert event.id in alone, event
