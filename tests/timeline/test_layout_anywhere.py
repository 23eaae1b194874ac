"""What holds of the layout of any events, at any magnification and height."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import lane_height_for, lay_out
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    TitleSizes,
    cards_of,
    head_lists,
    laid_out,
    magnifications,
)

heights = st.floats(1, 3000)
many_examples = settings(max_examples=80, deadline=None)


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_lanes_follow_one_another(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """Lanes stand in the order of the categories, without a space between, from the top to the height."""
    layout = laid_out(heads, pixels_per_day, height)
    assert [lane.category for lane in layout.lanes] == list(CATEGORIES)
    assert layout.lanes[0].top == 0
    assert all(upper.bottom == lower.top for upper, lower in pairwise(layout.lanes))
    assert layout.lanes[-1].bottom == layout.height


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_rows_stand_inside_their_lane(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """No row reaches over an edge of its lane, and no lane is too low for its name."""
    layout = laid_out(heads, pixels_per_day, height)
    for lane in layout.lanes:
        assert lane.height >= lane_height_for(len(lane.rows), METRICS) >= METRICS.lane_least
        tops = [layout.row_top(lane, number) for number in range(len(lane.rows))]
        assert all(lane.top + METRICS.lane_padding <= top for top in tops)
        assert all(top + METRICS.height + METRICS.lane_padding <= lane.bottom + PIXEL for top in tops)


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_every_event_is_on_one_card_of_its_lane(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """Each event of a lane is shown once there and nowhere else; who has no lane is not shown."""
    for lane in laid_out(heads, pixels_per_day, height).lanes:
        members = sorted(event.id for event in heads if event.category == lane.category)
        assert sorted(event.id for row in lane.rows for card in row for event in card.heads) == members
        assert lane.size == len(members)


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_no_card_gets_in_the_way_of_the_next(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """Wherever the dates let cards stand, they end a gap before the next card of the row may begin."""
    layout = laid_out(heads, pixels_per_day, height)
    for row in (row for lane in layout.lanes for row in lane.rows):
        for card, following in pairwise(row):
            room = (following.first - card.first) * pixels_per_day - METRICS.gap
            assert card.width <= room + PIXEL
            assert (card.last - card.first) * pixels_per_day <= room + PIXEL
            assert (card.limit - card.first) * pixels_per_day <= room + PIXEL


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_a_card_moves_only_within_its_date(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """A card may stand between the first and the last moment of its date or dates, and nowhere beyond."""
    for card in cards_of(laid_out(heads, pixels_per_day, height)):
        assert card.first == min(event.date.first_day for event in card.heads)
        assert card.first < card.last <= max(event.date.last_day for event in card.heads) + 1
        assert 0 < card.width <= METRICS.widest


@given(heads=head_lists(), pixels_per_day=magnifications)
@many_examples
def test_with_room_for_all_nothing_is_stacked(heads: list[EventHead], pixels_per_day: float) -> None:
    """On a view as high as it takes, every event has its own card with its own width, and all its date to move in."""
    layout = laid_out(heads, pixels_per_day, height=1e5)
    for card in cards_of(layout):
        (event,) = card.heads
        assert card.width == pytest.approx(min(TitleSizes().width_of(event), METRICS.widest), abs=PIXEL)
        assert card.spans == (event.date.precision is Precision.INTERVAL)
        is_long = (card.heads[0].date.last_day + 1 - card.first) * pixels_per_day > METRICS.longest_free + PIXEL
        if card.spans or is_long:
            assert card.last == event.date.last_day + 1


@given(heads=head_lists(), pixels_per_day=magnifications, height=heights)
@many_examples
def test_the_same_events_are_laid_out_the_same(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """A layout depends on nothing but what goes in, nor on how the lanes of others are mixed in."""
    layout = laid_out(heads, pixels_per_day, height)
    assert laid_out(list(heads), pixels_per_day, height) == layout
    lane_by_lane = [event for key in (*CATEGORIES, "switched-off") for event in heads if event.category == key]
    assert laid_out(lane_by_lane, pixels_per_day, height) == layout


@given(heads=head_lists(), pixels_per_day=magnifications)
@many_examples
def test_the_order_of_lanes_moves_no_card(heads: list[EventHead], pixels_per_day: float) -> None:
    """Where lanes have room, listing them the other way round changes nothing about their rows."""
    rows, reversed_rows = (
        {lane.category: lane.rows for lane in lay_out(heads, order, pixels_per_day, 1e5, TitleSizes()).lanes}
        for order in (CATEGORIES, CATEGORIES[::-1])
    )
    assert rows == reversed_rows
