"""What holds of the cards around any view of any events: none is lost, none is counted twice, none changes its row."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import shown_times
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from tests.timeline.judge import check_clusters, members
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    cards_in_view,
    layout_cache_of,
    level_of,
    rows_by_event,
    settled_layout,
    shape_of,
)
from tests.timeline.strategies import Situation, situations

many_examples = settings(max_examples=40, deadline=None)
heights = st.floats(1, 1500)


@st.composite
def views(draw: st.DrawFn, most: int = 30) -> tuple[list[EventHead], TimeScale, Layout]:
    """Events, a view at or near one of them, and the layout that suits it."""
    heads, scale = draw(situations(most))
    return heads, scale, settled_layout(heads, scale, draw(heights))


@given(drawn=views())
@many_examples
def test_what_begins_in_view_is_shown_once(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """On a card, in a cluster or as a bar; what has no lane is not shown."""
    heads, scale, layout = drawn
    shown = Counter(card.heads[0].id for card in layout.cards() if not card.is_cluster)
    for card in layout.cards():
        shown.update(event.id for event in members(card, heads))
    for event in heads:
        if scale.left <= event.first_minute / 1440 < scale.right:
            assert shown[event.id] == (event.category in CATEGORIES), event


@given(drawn=views())
@many_examples
def test_what_is_listed_for_a_cluster_is_what_it_stands_for(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """Its number is true, it stands over just the time in which its events begin, and names some of them."""
    heads, _scale, layout = drawn
    for lane in layout.lanes:
        check_clusters(lane, [event for event in heads if event.category == lane.category], layout.level)


@given(drawn=views())
@many_examples
def test_clusters_have_the_last_row_and_room(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """Of the rows of a lane only the last has clusters, each a gap before what follows it, and wide enough to read."""
    _heads, scale, layout = drawn
    scale_of_level = level_of(scale).pixels_per_day
    for lane in layout.lanes:
        assert not any(card.is_cluster for row in lane.rows[:-1] for card in row)
        for card, following in pairwise(lane.rows[-1]):
            room = (following.first - card.first) * scale_of_level
            assert card.width + METRICS.gap <= room + PIXEL
            assert not card.is_cluster or card.minutes[1] < following.first * 1440
        for card in filter(lambda card: card.is_cluster, lane.rows[-1]):
            assert card.width == pytest.approx(METRICS.cluster_width)


@given(drawn=views())
@many_examples
def test_a_card_of_its_own_stands_at_its_date(drawn: tuple[list[EventHead], TimeScale, Layout]) -> None:
    """From the first time that it can mean to the last."""
    _heads, _scale, layout = drawn
    for card in layout.cards():
        if not card.is_cluster:
            (event,) = card.heads
            assert (card.first, card.last) == shown_times(event, layout.level)
            assert 0 < card.width <= METRICS.max_width
            assert card.category == event.category


@given(data=st.data(), situation=situations(), height=heights)
@many_examples
def test_panning_changes_no_row(data: st.DataObject, situation: Situation, height: float) -> None:
    """With the same lanes a card is in the same row, whatever part of the time is in view."""
    heads, scale = situation
    cache = layout_cache_of(heads)
    shape = shape_of(heads, cache, scale, height)
    before = rows_by_event(cache.layout(shape, scale))
    for pixels in data.draw(st.lists(st.floats(-4000, 4000), min_size=1, max_size=3)):
        after = rows_by_event(cache.layout(shape, scale.panned(pixels)))
        assert all(before[key] == after[key] for key in before.keys() & after.keys())


@given(situation=situations(), height=heights, pixels=st.floats(-1500, 1500))
@many_examples
def test_what_reaches_into_view_is_shown(situation: Situation, height: float, pixels: float) -> None:
    """What begins in a view, and another view with the same lanes shows, this one shows, too."""
    heads, scale = situation
    cache = layout_cache_of(heads)
    shape = shape_of(heads, cache, scale, height)
    shown = {event.id for event in heads for card in cache.layout(shape, scale).cards() if card.represents(event)}
    for card in cards_in_view(cache.layout(shape, scale.panned(pixels)), scale):
        assert {event.id for event in heads if card.represents(event) and is_in_view(event, scale)} <= shown


def is_in_view(event: EventHead, scale: TimeScale) -> bool:
    """Whether an event begins in a view."""
    return scale.left <= event.date.first_day < scale.right


@given(data=st.data(), situation=situations(), height=heights)
@many_examples
def test_rows_do_not_depend_on_where_one_came_from(data: st.DataObject, situation: Situation, height: float) -> None:
    """Tiles may be asked for in any order: a cache that has been elsewhere shows what a new one does."""
    heads, scale = situation
    level = level_of(scale)
    fresh, used = layout_cache_of(heads), layout_cache_of(heads)
    shape = shape_of(heads, fresh, scale, height)
    for pixels in data.draw(st.lists(st.floats(-9000, 9000), max_size=3)):
        used.layout(shape, scale.panned(pixels))
    for _step in used.prepare(level, scale.panned(data.draw(st.floats(-3000, 3000))), CATEGORIES[::-1]):
        pass
    assert used.layout(shape, scale) == fresh.layout(shape, scale)


@given(drawn=views(most=12))
@many_examples
def test_with_room_for_all_nothing_in_view_is_clustered(
    drawn: tuple[list[EventHead], TimeScale, Layout],
) -> None:
    """On a view as high as it takes, a few events all have cards or span bars of their own."""
    heads, scale, _layout = drawn
    heads = heads[:12]
    layout = settled_layout(heads, scale, 1e5)
    alone = {card.heads[0].id for card in cards_in_view(layout, scale) if not card.is_cluster}
    for event in heads:
        if event.category in CATEGORIES and scale.left < event.first_minute / 1440 < scale.right:
            assert event.id in alone, event
