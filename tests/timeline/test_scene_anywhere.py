"""What holds of the scene of any events, at any magnification, in any viewport."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scene import EDGE_MARGIN, Scene, Viewport, scene_at
from tests.timeline.samples import CATEGORIES, METRICS, PIXEL, layout_cache_of, level_of, measure_text, situations

heights = st.just(900.0) | st.floats(1, 2000)
many_examples = settings(max_examples=40, deadline=None)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Layout, Scene]:
    """A layout that settled on one view, and a scene of it in another: panned, magnified, scrolled."""
    (heads, scale), height = draw(situations()), draw(heights)
    cache = layout_cache_of(heads)
    shape = cache.shape_for(level_of(scale), scale, CATEGORIES, height, None)
    to_event = [scale.x_at(event.date.first_day) for event in heads if event.date.first_day > scale.left - scale.days]
    pixels = draw(st.sampled_from([0.0, *to_event[:10]])) + draw(st.floats(0, 300) | st.floats(-3000, 3000))
    moved = scale.panned(pixels)
    moved = moved.zoomed(draw(st.just(1.0) | st.floats(1, 2) | st.floats(1, 50)), draw(st.floats(0, scale.width)))
    layout = cache.layout(shape, moved)
    top = draw(st.just(0.0) | st.floats(0, layout.height))
    return layout, scene_at(layout, Viewport(moved, top, draw(heights)), "zh", measure_text)


@given(drawn=scenes())
@many_examples
def test_no_two_cards_overlap(drawn: tuple[Layout, Scene]) -> None:
    """Cards share no pixel, in one row or in different ones, wherever their dates let them move."""
    _layout, scene = drawn
    for first, second in combinations(scene.cards, 2):
        shared = min(first.box.right, second.box.right) - max(first.box.x, second.box.x)
        assert shared <= PIXEL or first.box.y != second.box.y
        assert first.box.y == second.box.y or abs(first.box.y - second.box.y) >= METRICS.height


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
        for number, row in enumerate(lane.rows):
            top = layout.row_top(lane, number)
            is_row_in_view = top < view.bottom and view.top < top + METRICS.height
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
