"""What holds of the scene of any events, at any magnification, in any viewport."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import shown_times
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.placed_cards import EDGE_MARGIN
from qtviewer.timeline.scene import Scene, Viewport, scene_at
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    layout_cache_of,
    measure_text,
    room_of,
    settling_layout_of,
    shape_of,
)
from tests.timeline.strategies import situations

heights = st.just(900.0) | st.floats(1, 2000)
many_examples = settings(max_examples=40, deadline=None)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Layout, Scene]:
    """A layout that settled on one view, and a scene of it in another: panned, magnified, scrolled."""
    (heads, scale), height = draw(situations()), draw(heights)
    cache = layout_cache_of(heads)
    shape = shape_of(heads, cache, scale, height)
    begins = [event.first_minute / 1440 for event in heads]
    to_event = [scale.x_at(begin) for begin in begins if begin > scale.left - scale.days]
    pixels = draw(st.sampled_from([0.0, *to_event[:10]])) + draw(st.floats(0, 300) | st.floats(-3000, 3000))
    moved = scale.panned(pixels)
    moved = moved.zoomed(draw(st.just(1.0) | st.floats(1, 2) | st.floats(1, 50)), draw(st.floats(0, scale.width)))
    layout = cache.layout(shape, moved)
    top = draw(st.just(0.0) | st.floats(0, layout.height))
    return layout, scene_at(layout, Viewport(moved, top, draw(heights)), "zh", measure_text)


@given(drawn=scenes())
@many_examples
def test_no_two_cards_overlap(drawn: tuple[Layout, Scene]) -> None:
    """Cards and clusters share no pixel, in one row or in different ones, wherever they begin."""
    _layout, scene = drawn
    for first, second in combinations(scene.cards, 2):
        shared = min(first.box.right, second.box.right) - max(first.box.x, second.box.x)
        assert shared <= PIXEL or first.box.y != second.box.y
        upper, lower = sorted((first.box, second.box), key=lambda box: box.y)
        assert upper.y == lower.y or upper.bottom <= lower.y


@given(drawn=scenes())
@many_examples
def test_every_box_is_in_view_and_says_where_it_is_cut(drawn: tuple[Layout, Scene]) -> None:
    """What is seen of a card is inside the view; without its left or right edge it reaches to that of the view."""
    _layout, scene = drawn
    for card in scene.cards:
        assert card.box.width > 0
        for box in (card.box, card.date_box):
            assert box.x >= 0
            assert box.right <= scene.viewport.scale.width + PIXEL
        assert card.box.y < scene.viewport.bottom
        assert card.box.bottom > scene.viewport.top
        assert card.shows_left_edge or card.box.x == 0
        assert card.shows_right_edge or card.box.right == pytest.approx(scene.viewport.scale.width)
        assert card.box.width >= card.card.width - PIXEL or not (card.shows_left_edge and card.shows_right_edge)
        is_all_in_view = scene.viewport.top <= card.box.y and card.box.bottom <= scene.viewport.bottom
        assert card.has_full_height == is_all_in_view


@given(drawn=scenes())
@many_examples
def test_a_card_is_in_sight_while_its_time_is(drawn: tuple[Layout, Scene]) -> None:
    """Looked for one by one, every lane and every card of a row that has a pixel in view is in the scene, once."""
    layout, scene = drawn
    view, scale = scene.viewport, scene.viewport.scale
    assert scene.lanes == tuple(lane for lane in layout.lanes if lane.top < view.bottom and view.top < lane.bottom)
    shown = [id(card.card) for card in scene.cards]
    assert len(shown) == len(set(shown))
    for lane in layout.lanes:
        for number, row in enumerate(lane.rows if layout.has_room_for_clusters(lane) else lane.rows[:-1]):
            top = layout.row_top(lane, number)
            is_row_in_view = top < view.bottom and view.top < top + layout.row_height(lane, number)
            for card in row:
                left = scale.x_at(card.first)
                is_in_sight = left < scale.width and max(left + card.width, card.is_span * scale.x_at(card.last)) > 0
                if min(abs(left - scale.width), abs(left + card.width), abs(scale.x_at(card.last))) > PIXEL:
                    assert not (is_row_in_view and is_in_sight) or id(card) in shown
                    assert is_row_in_view or id(card) not in shown


@given(drawn=scenes())
@many_examples
def test_a_card_is_whole_where_its_date_has_room_for_it(drawn: tuple[Layout, Scene]) -> None:
    """A card that may move is seen in full wherever as much of its date is in view as it takes."""
    layout, scene = drawn
    followed = {id(card) for lane in layout.lanes for row in lane.rows for card in row[:-1]}
    for card in scene.cards:
        is_free = not card.card.is_span and id(card.card) not in followed
        if is_free and card.date_box.width >= card.card.width + EDGE_MARGIN + PIXEL:
            assert (card.shows_left_edge, card.shows_right_edge) == (True, True)
            assert card.box.width == pytest.approx(card.card.width)
            assert card.date_box.x - PIXEL <= card.box.x
            assert card.box.right <= card.date_box.right + PIXEL


@given(drawn=scenes())
@many_examples
def test_a_date_box_is_exactly_the_time_in_view(drawn: tuple[Layout, Scene]) -> None:
    """From the first time that the date can mean to the last, cut by the edges of the view; for a bar, the bar."""
    layout, scene = drawn
    scale = scene.viewport.scale
    for card in scene.cards:
        heads, is_cluster = card.card.heads, card.card.is_cluster
        first, last = (card.card.first, card.card.last) if is_cluster else shown_times(heads[0], layout.level)
        left, right = max(scale.x_at(first), 0.0), min(scale.x_at(last), scale.width)
        assert card.date_box.x == pytest.approx(left, abs=PIXEL)
        assert card.date_box.width == pytest.approx(max(right - left, 0.0), abs=PIXEL)
        assert card.has_begun == (scale.x_at(first) < 0)
        if card.box.height == METRICS.bar_height:
            assert card.box == pytest.approx(card.date_box, abs=PIXEL)


@st.composite
def scenes_at_rest(draw: st.DrawFn) -> tuple[Layout, Scene]:
    """The scene of a view that stands still, with its sums, as high as its lanes; it may have moved before."""
    (heads, scale), height = draw(situations()), draw(heights)
    settling, room = settling_layout_of(heads), room_of(height, draw(st.sampled_from(["", *CATEGORIES])))
    for pixels in draw(st.lists(st.floats(-3000, 3000), max_size=2)):
        settling.layout(scale.panned(pixels), room)
    settling.settle(scale, room)
    layout = settling.layout(scale, room)
    sums = settling.lane_sums(scale, CATEGORIES, layout)
    return layout, scene_at(layout, Viewport(scale, 0.0, layout.height), "zh", measure_text, sums)


@given(drawn=scenes_at_rest())
@many_examples
def test_a_scene_at_rest_has_what_its_sums_count(drawn: tuple[Layout, Scene]) -> None:
    """The cards of each lane are those counted, and clusters are of events in view."""
    layout, scene = drawn
    assert scene.sums is not None
    first, last = layout.level.touched_minutes(scene.viewport.scale)
    for lane in scene.lanes:
        cards = [card.card for card in scene.cards if card.card.category == lane.category]
        lane_sum = scene.sums[lane.category]
        visible = [card for card in lane_sum.clusters.values() if card is not None]
        alone = [card for card in cards if card not in visible]
        assert len(cards) == len(alone) + len(visible)
        assert len(alone) == lane_sum.cards
        assert sum(card.size for card in visible) == lane_sum.clustered
        assert all(first <= card.first * 1440 < last + 1 for card in visible)
        assert all(card.first * 1440 < last + 1 and card.last * 1440 > first for card in alone)


@given(drawn=scenes_at_rest())
@many_examples
def test_a_cluster_stands_where_it_stood_while_the_view_moved(drawn: tuple[Layout, Scene]) -> None:
    """As long as all of its events are known, and it has not become one with the next cluster."""
    layout, at_rest = drawn
    assert at_rest.sums is not None
    moving = {card.card.key: card for card in scene_at(layout, at_rest.viewport, "zh", measure_text).cards}
    places = {card.card.key: card.x for card in at_rest.cards}
    for lane_sum in at_rest.sums.values():
        for key, cluster in lane_sum.clusters.items():
            if cluster is not None and moving[key].card.begins and cluster.first >= moving[key].card.first:
                assert abs(places[cluster.key] - moving[key].x) < PIXEL


@given(drawn=scenes_at_rest())
@many_examples
def test_at_rest_no_two_boxes_overlap_and_all_are_in_their_lane(drawn: tuple[Layout, Scene]) -> None:
    """Neither bars nor cards nor clusters, nor any of them with the name of a lane above or the line below."""
    layout, scene = drawn
    for card, other in combinations(scene.cards, 2):
        assert not card.box.overlaps(other.box._replace(x=other.box.x + PIXEL, width=other.box.width - 2 * PIXEL))
    lanes = {lane.category: lane for lane in layout.lanes}
    for card in scene.cards:
        lane = lanes[card.card.category]
        assert lane.top + METRICS.lane_padding <= card.box.y
        assert card.box.bottom <= lane.bottom - METRICS.lane_padding + PIXEL


@given(drawn=scenes_at_rest())
@many_examples
def test_at_rest_no_row_is_in_vain(drawn: tuple[Layout, Scene]) -> None:
    """The last row of bars and that of cards show something, and what begins in view among clusters has its row."""
    layout, scene = drawn
    for lane in layout.lanes:
        shown = [card for card in scene.cards if card.card.category == lane.category]
        tops = {card.box.y for card in shown}
        bars, cards, has_clusters, _lines = lane.counts
        assert bars == 0 or layout.row_top(lane, bars - 1) in tops
        assert cards == 0 or layout.row_top(lane, bars + cards - 1) in tops
        assert has_clusters or all(card.has_begun for card in shown if card.box.height == METRICS.cluster_height)


@given(
    drawn=scenes(), across=st.floats(0.02, 0.98), down=st.floats(0, 0.999), x=st.floats(-9, 4009), y=st.floats(-9, 900)
)
@many_examples
def test_a_point_finds_the_card_that_is_there(
    drawn: tuple[Layout, Scene], across: float, down: float, x: float, y: float
) -> None:
    """A point of a card finds that card and no other, any other point what every box in view says."""
    _layout, scene = drawn
    for card in scene.cards:
        if card.box.width > 1:
            assert scene.card_at(card.box.x + across * card.box.width, card.box.y + down * card.box.height) is card
    under = [c for c in scene.cards if c.box.x <= x < c.box.right and c.box.y <= y < c.box.bottom]
    assert scene.card_at(x, y) is (under[0] if under else None)
