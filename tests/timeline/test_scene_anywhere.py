"""What holds of the scene of any events at any magnification in any viewport."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.day_number import day_number
from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import Layout, lay_out
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import EDGE, Scene, Viewport, scene_at
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    TitleSizes,
    head_lists,
    laid_out,
    lengths,
    measure_text,
    widths,
)

many_examples = settings(max_examples=100, deadline=None)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Layout, Scene]:
    """A layout and a scene of it, of times at or near an event, at any height of the lanes."""
    heads = draw(head_lists())
    days, width = draw(lengths), draw(widths)
    ends = [day for head in heads for day in (head.date.first_day, head.date.last_day + 1)]
    near = draw(st.sampled_from(ends or [day_number(2021)])) - draw(st.floats(-0.2, 1.2)) * days
    scale = TimeScale.spanning(near, near + days, width)
    layout = laid_out(heads, scale.pixels_per_day, draw(st.floats(1, 1500)))
    top = draw(st.just(0.0) | st.floats(0, layout.height))
    return layout, scene_at(layout, Viewport(scale, top, draw(st.floats(1, 2000))), "zh", measure_text)


@given(drawn=scenes())
@many_examples
def test_no_two_cards_overlap(drawn: tuple[Layout, Scene]) -> None:
    """Cards share no pixel, in one row or in different ones, wherever their dates let them move."""
    _layout, scene = drawn
    assert not any(first.box.overlaps(second.box) for first, second in combinations(scene.cards, 2))


@given(drawn=scenes())
@many_examples
def test_every_box_is_in_view(drawn: tuple[Layout, Scene]) -> None:
    """What is seen of a card is at least something, and inside the view from left to right."""
    _layout, scene = drawn
    for card in scene.cards:
        assert card.box.width > 0
        for box in (card.box, card.reach):
            assert box.x >= 0
            assert box.right <= scene.viewport.scale.width + PIXEL
        assert card.box.y < scene.viewport.bottom
        assert card.box.bottom > scene.viewport.top


@given(drawn=scenes())
@many_examples
def test_only_lanes_and_all_lanes_in_view(drawn: tuple[Layout, Scene]) -> None:
    """A lane is in the scene exactly when a pixel of it is in view, and cards are of those lanes."""
    layout, scene = drawn
    top, bottom = scene.viewport.top, scene.viewport.bottom
    assert scene.lanes == tuple(lane for lane in layout.lanes if lane.top < bottom and top < lane.bottom)
    assert {card.category for card in scene.cards} <= {lane.category for lane in scene.lanes}


@given(drawn=scenes())
@many_examples
def test_a_card_is_in_sight_while_its_time_is(drawn: tuple[Layout, Scene]) -> None:
    """Looked for one by one, every card of a row in view that has a pixel in view is in the scene, once."""
    layout, scene = drawn
    view, scale = scene.viewport, scene.viewport.scale
    shown = Counter(card.card for card in scene.cards)
    for lane in layout.lanes:
        for number, row in enumerate(lane.rows):
            top = layout.row_top(lane, number)
            is_row_in_view = top < view.bottom and view.top < top + METRICS.height
            for card in row:
                left, right = scale.x_at(card.first), max(scale.x_at(card.last), scale.x_at(card.first) + card.width)
                if min(abs(left - scale.width), abs(right)) > PIXEL:
                    assert shown[card] == (is_row_in_view and left < scale.width and right > 0)


@given(drawn=scenes())
@many_examples
def test_a_card_is_whole_where_its_date_has_room_for_it(drawn: tuple[Layout, Scene]) -> None:
    """A card that may move is seen in full wherever as much of its date is in view as it takes."""
    _layout, scene = drawn
    for card in scene.cards:
        if not card.card.spans and card.reach.width >= card.card.width + EDGE + PIXEL:
            assert (card.begins, card.ends) == (True, True)
            assert card.box.width == pytest.approx(card.card.width)
            assert card.reach.x - PIXEL <= card.box.x
            assert card.box.right <= card.reach.right + PIXEL


@given(drawn=scenes())
@many_examples
def test_cut_cards_say_so(drawn: tuple[Layout, Scene]) -> None:
    """A card without its left or right edge reaches to that edge of the view, one with both is as wide as it is."""
    _layout, scene = drawn
    for card in scene.cards:
        assert card.begins or card.box.x == 0
        assert card.ends or card.box.right == pytest.approx(scene.viewport.scale.width)
        if card.begins and card.ends:
            assert card.box.width >= card.card.width - PIXEL
        is_all_in_view = scene.viewport.top <= card.box.y and card.box.bottom <= scene.viewport.bottom
        assert card.is_whole == is_all_in_view


@given(drawn=scenes(), across=st.floats(0, 0.999), down=st.floats(0, 0.999))
@many_examples
def test_every_card_is_found_under_its_points(drawn: tuple[Layout, Scene], across: float, down: float) -> None:
    """A point of a card finds that card and no other."""
    _layout, scene = drawn
    for card in scene.cards:
        point = card.box.x + across * card.box.width, card.box.y + down * card.box.height
        assert scene.card_at(*point) is card


@given(drawn=scenes(), x=st.floats(-50, 4050), y=st.floats(-50, 2000))
@many_examples
def test_a_point_finds_a_card_only_where_one_is(drawn: tuple[Layout, Scene], x: float, y: float) -> None:
    """Compared with every box in view."""
    _layout, scene = drawn
    under = [c for c in scene.cards if c.box.x <= x < c.box.right and c.box.y <= y < c.box.bottom]
    assert scene.card_at(x, y) is (under[0] if under else None)


@given(heads=head_lists(), days=lengths, width=widths, share=st.floats(-0.5, 1.5))
@many_examples
def test_a_date_longer_than_a_view_is_always_named(
    heads: list[EventHead], days: float, width: float, share: float
) -> None:
    """Where lanes have room, what fills more than a view keeps its card in sight until its end leaves the view."""
    first = day_number(2021) + share * 365
    scale = TimeScale.spanning(first, first + days, width)
    layout = laid_out(heads, scale.pixels_per_day, height=1e5)
    scene = scene_at(layout, Viewport(scale, 0, layout.height), "zh", measure_text)
    shown = {event.id for card in scene.cards for event in card.card.heads}
    for event in heads:
        left, right = scale.x_at(event.date.first_day), scale.x_at(event.date.last_day + 1)
        is_long = right - left > METRICS.longest_free + PIXEL and event.category in CATEGORIES
        if is_long and left < scale.width - PIXEL and right > PIXEL:
            assert event.id in shown


def test_a_scene_grows_with_pixels_and_not_with_events() -> None:
    """Of twenty thousand events in one view there are only as many cards as have room."""
    dates = [parse_edtf(f"{year}-{month:02d}") for year in range(1000, 2667) for month in range(1, 13)]
    heads = [EventHead(f"event-{number}", date, "milestone", 3, "Opens") for number, date in enumerate(dates)]
    scale = TimeScale.spanning(day_number(1000), day_number(2667), 1200)
    layout = lay_out(heads, CATEGORIES, scale.pixels_per_day, 900, TitleSizes())
    scene = scene_at(layout, Viewport(scale, 0, 900), "en", measure_text)
    assert sum(len(card.card.heads) for card in scene.cards) == len(heads)
    rows_in_view = 900 / (METRICS.height + METRICS.gap)
    assert 50 < len(scene.cards) <= rows_in_view * (1200 / (80 + METRICS.gap) + 1)
