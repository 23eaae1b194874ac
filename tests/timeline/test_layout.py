"""A layout puts every event on one card of its lane, and no card in the way of another."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.day_number import day_number
from qtviewer.domain.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import Card, Layout, lane_height_for, lay_out
from tests.timeline.samples import CATEGORIES, METRICS, PIXEL, TitleSizes, head, head_lists, laid_out, magnifications

heights = st.floats(1, 3000)
many_examples = settings(max_examples=120, deadline=None)


def cards_of(layout: Layout) -> Iterator[Card]:
    """All cards, lane by lane."""
    return (card for lane in layout.lanes for row in lane.rows for card in row)


def shown_alone(layout: Layout) -> list[str]:
    """Ids of the events that have a card to themselves."""
    return [card.heads[0].id for card in cards_of(layout) if not card.is_stack]


def test_no_event_leaves_empty_lanes() -> None:
    """Without events every category still has a lane, high enough for its name."""
    layout = laid_out([], 10.0)
    assert [(lane.category, lane.size, lane.rows) for lane in layout.lanes] == [(key, 0, ()) for key in CATEGORIES]
    assert [lane.height for lane in layout.lanes] == [METRICS.lane_least] * 3


def test_a_day_has_a_card_as_wide_as_its_title() -> None:
    """A card begins at its day, however short the day is on the screen."""
    (card,) = cards_of(laid_out([head("opens", "2021-06-28", title="Opens")], 2.0))
    assert (card.first, card.width, card.spans, card.is_stack) == (day_number(2021, 6, 28), 80, False, False)


def test_no_card_is_wider_than_the_widest() -> None:
    """A long title is cut, not its neighbours."""
    (card,) = cards_of(laid_out([head("opens", "2021-06-28", title="x" * 200)], 2.0))
    assert card.width == METRICS.widest


def test_an_interval_spans_its_days() -> None:
    """What lasted is shown from its first moment to its last."""
    (card,) = cards_of(laid_out([head("fair", "2021-06-01/2021-06-10")], 50.0))
    assert card.spans
    assert (card.first, card.last) == (day_number(2021, 6, 1), day_number(2021, 6, 11))


def test_a_month_leaves_open_where_its_card_stands() -> None:
    """A day somewhere in a month may stand anywhere in it."""
    (card,) = cards_of(laid_out([head("opens", "2021-06")], 20.0))
    assert (card.first, card.last, card.spans) == (day_number(2021, 6, 1), day_number(2021, 7, 1), False)


def test_a_neighbour_limits_where_a_card_may_stand() -> None:
    """The card of a month stays clear of the next one in its row."""
    month, _day = cards_of(laid_out([head("month", "2021-06"), head("day", "2021-06-20")], 20.0))
    assert month.limit == month.last
    assert month.last * 20 + METRICS.gap <= day_number(2021, 6, 20) * 20 + PIXEL


def test_a_date_longer_than_a_view_has_its_row_to_itself() -> None:
    """Nothing else stands in the row of a year that is wider than the view, so that its card can stay in sight."""
    heads = [head("year", "2021"), head("day", "2021-06-28")]
    assert [len(lane.rows) for lane in laid_out(heads, METRICS.longest_free / 365 + 0.1).lanes] == [2, 0, 0]
    assert [len(lane.rows) for lane in laid_out(heads, METRICS.longest_free / 365 - 0.1).lanes] == [1, 0, 0]


def test_a_stack_begins_with_the_most_important() -> None:
    """What has no room is stacked, the most important first, among equals in date order."""
    heads = [head(f"event-{number}", "2021-06-28", importance=number % 3 + 1) for number in range(6)]
    layout = laid_out(heads, 10.0, height=1.0)
    (stack,) = (card for card in cards_of(layout) if card.is_stack)
    assert shown_alone(layout) == ["event-2", "event-5"]
    assert [event.id for event in stack.heads] == ["event-1", "event-4", "event-0", "event-3"]


def test_a_known_day_goes_before_a_vague_date() -> None:
    """Of two equally important events the one whose day is known keeps its place."""
    crowd = [head(f"month-{number}", "2021-06") for number in range(6)]
    layout = laid_out([*crowd, head("day", "2021-06-01")], 1.0, height=1.0)
    assert "day" in shown_alone(layout)


def test_where_an_event_is_shown() -> None:
    """The y of an event's card, or None for an event that is not there."""
    layout = laid_out([head("first", "2021-06-28"), head("second", "2021-06-28"), head("third", "2021", "industry")], 10)
    assert [layout.top_of(event_id) for event_id in ("first", "second")] == [9, 9 + 48 + 9]
    assert layout.top_of("third") == layout.lanes[2].top + 9
    assert layout.top_of("fourth") is None


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
