"""What holds of the scene of any events at any magnification in any viewport."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.day_number import day_number
from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import Layout, lay_out
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import Scene, SceneCard, Viewport, scene_at
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

many_examples = settings(max_examples=150, deadline=None)


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
    view = Box_of(scene.viewport)
    assert scene.lanes == tuple(lane for lane in layout.lanes if lane.top < view[1] and view[0] < lane.bottom)
    assert {card.category for card in scene.cards} <= {lane.category for lane in scene.lanes}
