"""A moving view keeps its lanes and rows; they settle when it stops, and never after more than there is to show."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import span_width
from qtviewer.timeline.layout import lane_height
from qtviewer.timeline.placed_cards import placed_cards
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    head,
    rows_by_event,
    settled_layout,
    settling_layout_of,
    view_of,
)
from tests.timeline.strategies import Situation, situations

HEIGHT = 600.0
JUNE = view_of("2021-06-01", "2021-06-30")
CROWD = [head(f"event-{number}", f"2021-06-{number + 1:02d}", title="x" * 20) for number in range(28)]


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_every_frame_of_a_movement_is_whole(data: st.DataObject, situation: Situation) -> None:
    """Panned and magnified at will, no two cards of a row overlap, where they begin and where they are shown."""
    heads, scale = situation
    settling = settling_layout_of(heads)
    settling.settle(scale, CATEGORIES, HEIGHT)
    for _ in range(data.draw(st.integers(1, 4))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), data.draw(st.floats(0, scale.width)))
        scale = scale.panned(data.draw(st.floats(-1000, 1000)))
        layout = settling.layout(scale, CATEGORIES, HEIGHT)
        for row in (row for lane in layout.lanes for row in lane.rows):
            for card, following in pairwise(row):
                length = (card.last - card.first) * scale.pixels_per_day
                width = span_width(length, card.width) if card.is_span else card.width
                assert scale.x_at(card.first) + width <= scale.x_at(following.first) + PIXEL
            for placed, next_placed in pairwise(placed_cards(row, scale, METRICS.gap)):
                assert placed.right <= next_placed.left + PIXEL


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_panning_moves_no_lane_and_changes_no_row(data: st.DataObject, situation: Situation) -> None:
    """Lanes stay as high as they are until the view stops."""
    heads, scale = situation
    settling = settling_layout_of(heads)
    before = settling.layout(scale, CATEGORIES, HEIGHT)
    after = settling.layout(scale.panned(data.draw(st.floats(-3000, 3000))), CATEGORIES, HEIGHT)
    assert [lane[:3] for lane in before.lanes] == [lane[:3] for lane in after.lanes]
    rows, rows_after = rows_by_event(before), rows_by_event(after)
    assert all(rows[key] == rows_after[key] for key in rows.keys() & rows_after.keys())


def test_lanes_settle_when_the_view_stops() -> None:
    """Panned to where nothing is, the lanes shrink on settling and not before; settling twice changes nothing."""
    settling, beyond = settling_layout_of(CROWD), view_of("2031-06-01", "2031-06-30")
    crowded = settling.layout(JUNE, CATEGORIES, HEIGHT).height
    assert settling.layout(beyond, CATEGORIES, HEIGHT).height == crowded > 3 * METRICS.min_lane_height
    assert settling.settle(beyond, CATEGORIES, HEIGHT)
    assert settling.layout(beyond, CATEGORIES, HEIGHT).height == 3 * METRICS.min_lane_height
    assert not settling.settle(beyond, CATEGORIES, HEIGHT)


def test_the_line_of_chips_comes_and_goes_with_the_settled_view() -> None:
    """A lane has it where something began before the view; while the view moves no lane changes its height."""
    settling, before = settling_layout_of([*CROWD, head("year", "2021")]), view_of("2021-01-01", "2021-01-30")
    assert not settling.layout(before, CATEGORIES, HEIGHT).lanes[0].counts.has_chips
    assert not settling.layout(JUNE, CATEGORIES, HEIGHT).lanes[0].counts.has_chips
    assert settling.settle(JUNE, CATEGORIES, HEIGHT)
    lane = settling.layout(JUNE, CATEGORIES, HEIGHT).lanes[0]
    assert lane.counts.has_chips
    assert lane.height == lane_height(lane.counts, METRICS)


def test_a_view_at_rest_is_added_up_for_the_lanes_it_has() -> None:
    """Twenty-eight events of a month, one that goes on and one of an unknown day of the year."""
    settling = settling_layout_of([*CROWD, head("year", "2021"), head("on", "[2021-01-01..2021-12-31]")])
    layout = settling.layout(JUNE, CATEGORIES[:1], HEIGHT)
    (lane_sum,) = settling.lane_sums(JUNE, CATEGORIES[:1], layout).values()
    assert (lane_sum.touching, lane_sum.cards + lane_sum.clustered, lane_sum.going_on) == (30, 28, 1)
    assert [size for _period, size in lane_sum.periods] == [1]


def test_the_same_view_is_the_same_layout() -> None:
    """A frame in which nothing changed costs nothing, settled or not."""
    settling = settling_layout_of(CROWD)
    layout = settling.layout(JUNE, CATEGORIES, HEIGHT)
    assert settling.layout(JUNE.panned(1), CATEGORIES, HEIGHT) is layout
    assert not settling.settle(JUNE, CATEGORIES, HEIGHT)
    assert settling.layout(JUNE, CATEGORIES, HEIGHT) is layout


def test_what_is_in_sight_at_rest_is_what_suits_the_view() -> None:
    """A layout that settled shows what a new one shows."""
    settling = settling_layout_of(CROWD)
    settling.layout(view_of("2021", "2021"), CATEGORIES, HEIGHT)
    settling.settle(JUNE, CATEGORIES, HEIGHT)
    assert settling.layout(JUNE, CATEGORIES, HEIGHT) == settled_layout(CROWD, JUNE, HEIGHT)


def test_a_lower_magnification_is_arranged_at_once() -> None:
    """Cards packed for a higher one would be over each other."""
    settling = settling_layout_of(CROWD)
    settling.layout(JUNE, CATEGORIES, HEIGHT)
    year = view_of("2021", "2021")
    assert settling.layout(year, CATEGORIES, HEIGHT) == settled_layout(CROWD, year, HEIGHT)


def test_a_movement_to_more_time_is_arranged_for_before_it_begins() -> None:
    """So that nothing jumps on the way; one to less time goes on with what is there."""
    settling, year = settling_layout_of(CROWD), view_of("2021", "2021")
    before = settling.layout(JUNE, CATEGORIES, HEIGHT)
    settling.arrange_for(JUNE.zoomed(2, 0), CATEGORIES, HEIGHT)
    assert settling.layout(JUNE, CATEGORIES, HEIGHT) is before
    settling.arrange_for(year, CATEGORIES, HEIGHT)
    shapes = {
        lane[:3]
        for share in (0, 0.5, 1)
        for lane in settling.layout(JUNE.interpolated(year, share), CATEGORIES, HEIGHT).lanes
    }
    assert len(shapes) == len(CATEGORIES)


def test_other_lanes_or_another_height_are_arranged_at_once() -> None:
    """A category that is switched off has no lane in the next frame."""
    settling = settling_layout_of(CROWD)
    high = settling.layout(JUNE, CATEGORIES, HEIGHT)
    assert [lane.category for lane in settling.layout(JUNE, CATEGORIES[1:], HEIGHT).lanes] == list(CATEGORIES[1:])
    assert settling.layout(JUNE, CATEGORIES, 250.0).height < high.height


def test_what_is_prepared_is_ready_and_ahead() -> None:
    """After preparing, the view and those of more time around it can be shown at once."""
    settling = settling_layout_of(CROWD)
    settling.layout(JUNE, CATEGORIES, HEIGHT)
    outside = JUNE.zoomed(1 / 1.42**2, 600)
    assert not settling.is_ready(outside, CATEGORIES)
    while settling.prepare_next(JUNE, CATEGORIES):
        pass
    assert settling.is_ready(JUNE, CATEGORIES)
    assert settling.is_ready(outside, CATEGORIES)
    assert len(list(settling.prepared_layouts(JUNE, CATEGORIES, HEIGHT))) == 3
    assert list(settling_layout_of(CROWD).prepared_layouts(JUNE, CATEGORIES, HEIGHT)) == []


def test_far_magnified_cards_are_arranged_anew_where_they_are_at_hand() -> None:
    """A view on its way to much less time gets the cards of its own level as soon as they are prepared."""
    settling, day = settling_layout_of(CROWD), JUNE.zoomed(8, 600)
    coarse = settling.layout(JUNE, CATEGORIES, HEIGHT)
    assert [lane.top for lane in settling.layout(day, CATEGORIES, HEIGHT).lanes] == [lane.top for lane in coarse.lanes]
    while settling.prepare_next(day, CATEGORIES):
        pass
    assert settling.layout(day, CATEGORIES, HEIGHT) == settled_layout(CROWD, day, HEIGHT)


def test_the_scale_it_is_asked_for_may_be_any() -> None:
    """From ten thousand years to an hour at the ends of the calendar."""
    settling = settling_layout_of(CROWD)
    for first, days in ((-2_000_000.0, 3_652_425.0), (5_373_000.0, 1 / 24), (2_459_000.0, 300.0)):
        layout = settling.layout(TimeScale.spanning(first, first + days, 1000.0), CATEGORIES, HEIGHT)
        assert [lane.category for lane in layout.lanes] == list(CATEGORIES)
