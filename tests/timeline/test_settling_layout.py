"""A moving view keeps its lanes and rows; they settle when it stops, and never after more than there is to show."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import span_width
from qtviewer.timeline.layout import LaneRoom
from qtviewer.timeline.placed_cards import placed_cards
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import (
    CATEGORIES,
    LOW,
    METRICS,
    PIXEL,
    head,
    level_of,
    room_of,
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
    settling.settle(scale, room_of(HEIGHT))
    for _ in range(data.draw(st.integers(1, 4))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), data.draw(st.floats(0, scale.width)))
        scale = scale.panned(data.draw(st.floats(-1000, 1000)))
        layout = settling.layout(scale, room_of(HEIGHT))
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
    """Lanes stay as high as they are until the view stops, or one of those without events may have one in it."""
    heads, scale = situation
    settling = settling_layout_of(heads)
    before = settling.layout(scale, room_of(HEIGHT))
    scale = scale.panned(data.draw(st.floats(-3000, 3000)))
    after = settling.layout(scale, room_of(HEIGHT))
    if after.empty != before.empty:
        assert set(before.empty) - set(after.empty)
    else:
        assert [lane[:3] for lane in before.lanes] == [lane[:3] for lane in after.lanes]
        rows, rows_after = rows_by_event(before), rows_by_event(after)
        assert all(rows[key] == rows_after[key] for key in rows.keys() & rows_after.keys())


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_what_begins_in_a_moving_view_has_a_lane(data: st.DataObject, situation: Situation) -> None:
    """Lanes without events come back before one of theirs is in view; at rest there is one for all that touches it."""
    heads, scale = situation
    settling = settling_layout_of(heads)
    settling.settle(scale, room_of(HEIGHT))
    for _ in range(data.draw(st.integers(1, 3))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), 0.0).panned(data.draw(st.floats(-4000, 4000)))
        layout = settling.layout(scale, room_of(HEIGHT))
        first, last = layout.level.touched_minutes(scale)
        lanes = [lane.category for lane in layout.lanes]
        assert sorted((*lanes, *layout.empty)) == sorted(CATEGORIES)
        begins = {each.category for each in heads if first <= each.first_minute <= last}
        assert begins.isdisjoint(layout.empty)
    settling.settle(scale, room_of(HEIGHT))
    first, last = level_of(scale).touched_minutes(scale)
    touching = {each.category for each in heads if each.first_minute <= last and each.last_minute >= first}
    assert touching.isdisjoint(settling.layout(scale, room_of(HEIGHT)).empty)


def test_lanes_settle_when_the_view_stops() -> None:
    """Panned to where nothing is, the lanes go on settling and not before; settling twice changes nothing."""
    settling, beyond = settling_layout_of(CROWD), view_of("2031-06-01", "2031-06-30")
    crowded = settling.layout(JUNE, room_of(HEIGHT))
    assert [lane.category for lane in crowded.lanes] == ["milestone"]
    assert settling.layout(beyond, room_of(HEIGHT)).height == crowded.height > 3 * METRICS.min_lane_height
    assert settling.settle(beyond, room_of(HEIGHT))
    layout = settling.layout(beyond, room_of(HEIGHT))
    assert (layout.lanes, layout.empty, layout.height) == ((), CATEGORIES, METRICS.empty_line_height)
    assert not settling.settle(beyond, room_of(HEIGHT))


def test_a_lane_without_events_comes_back_while_the_view_moves() -> None:
    """As soon as one of its events is in view, and not before; the order of the lanes is always the same."""
    settling = settling_layout_of([*CROWD, head("early", "2021-07-10", "livelihood")])
    days = [settling.layout(JUNE.panned(40.0 * day), room_of(HEIGHT)) for day in (0, 5, 15, 20)]
    assert [[lane.category for lane in layout.lanes] for layout in days] == [
        ["milestone"], ["milestone"], ["milestone", "livelihood"], ["milestone", "livelihood"]
    ]  # fmt: skip
    assert [layout.empty for layout in days] == [CATEGORIES[1:]] * 2 + [CATEGORIES[2:]] * 2


def test_lines_below_a_name_come_and_go_with_the_settled_view() -> None:
    """One for the number of its events, and one for each chip: none where what has begun has a card."""
    settling, january = settling_layout_of([*CROWD, head("year", "2021")]), view_of("2021-01-01", "2021-01-30")
    lines = [settling.layout(view, room_of(HEIGHT)).lanes[0].counts.label_lines for view in (january, JUNE)]
    assert settling.settle(JUNE, room_of(HEIGHT))
    assert [*lines, settling.layout(JUNE, room_of(HEIGHT)).lanes[0].counts.label_lines] == [1, 1, 2]
    for height, long, expected in ((HEIGHT, 3, 1), (HEIGHT, 20, 2), (LOW, 3, 2)):
        going_on = settling_layout_of([head(f"long-{at}", "2010/2030") for at in range(long)])
        assert going_on.layout(JUNE, room_of(height)).lanes[0].counts.label_lines == expected


def test_a_view_at_rest_is_added_up_for_the_lanes_it_has() -> None:
    """Twenty-eight events of a month, one of an unknown day and one known by its year."""
    settling = settling_layout_of([*CROWD, head("year", "2021"), head("on", "[2021-01-01..2021-12-31]")])
    layout = settling.layout(JUNE, LaneRoom(CATEGORIES[:1], HEIGHT))
    (lane_sum,) = settling.lane_sums(JUNE, CATEGORIES[:1], layout).values()
    assert (lane_sum.touching, lane_sum.cards + lane_sum.clustered, lane_sum.within) == (30, 28, 1)
    assert [size for _period, size in lane_sum.periods] == [1]


def test_the_same_view_is_the_same_layout() -> None:
    """A frame in which nothing changed costs nothing, settled or not."""
    settling = settling_layout_of(CROWD)
    layout = settling.layout(JUNE, room_of(HEIGHT))
    assert settling.layout(JUNE.panned(1), room_of(HEIGHT)) is layout
    assert not settling.settle(JUNE, room_of(HEIGHT))
    assert settling.layout(JUNE, room_of(HEIGHT)) is layout


def test_what_is_in_sight_at_rest_is_what_suits_the_view() -> None:
    """A layout that settled shows what a new one shows."""
    settling = settling_layout_of(CROWD)
    settling.layout(view_of("2021", "2021"), room_of(HEIGHT))
    settling.settle(JUNE, room_of(HEIGHT))
    assert settling.layout(JUNE, room_of(HEIGHT)) == settled_layout(CROWD, JUNE, HEIGHT)


def test_a_movement_to_more_time_is_arranged_for_before_it_begins() -> None:
    """So that nothing jumps on the way; one to less time goes on with what is there."""
    settling, year = settling_layout_of(CROWD), view_of("2021", "2021")
    before = settling.layout(JUNE, room_of(HEIGHT))
    settling.arrange_for(JUNE.zoomed(2, 0), room_of(HEIGHT))
    assert settling.layout(JUNE, room_of(HEIGHT)) is before
    settling.arrange_for(year, room_of(HEIGHT))
    shapes = {
        lane[:3]
        for share in (0, 0.5, 1)
        for lane in settling.layout(JUNE.interpolated(year, share), room_of(HEIGHT)).lanes
    }
    assert len(shapes) == 1


def test_another_room_is_arranged_for_at_once() -> None:
    """A category that is switched off has no lane in the next frame, and one that is wide has more rows there."""
    settling = settling_layout_of([*CROWD, *(each._replace(category="industry") for each in CROWD)])
    both = settling.layout(JUNE, room_of(HEIGHT)).lanes
    assert [lane.category for lane in both] == ["milestone", "industry"]
    (alone,) = settling.layout(JUNE, LaneRoom(CATEGORIES[1:], HEIGHT)).lanes
    assert alone.category == "industry"
    assert alone.height > both[1].height
    assert settling.layout(JUNE, room_of(250.0)).height < both[1].bottom
    narrow, wide = settling.layout(JUNE, room_of(HEIGHT, "industry")).lanes
    assert (narrow.counts.cards < both[0].counts.cards, wide.counts.cards > both[1].counts.cards) == (True, True)


def test_what_is_prepared_is_ready_and_ahead() -> None:
    """After preparing, views of more time around the one there is can be shown at once."""
    settling = settling_layout_of(CROWD)
    settling.layout(JUNE, room_of(HEIGHT))
    outside = JUNE.zoomed(1 / 1.42**2, 600)
    assert not settling.is_ready(outside, room_of(HEIGHT))
    prepared = {card for cards in settling.preparations(JUNE, room_of(HEIGHT)) for card in cards}
    assert settling.is_ready(outside, room_of(HEIGHT))
    for view in (JUNE, JUNE.panned(700), outside):
        assert prepared.issuperset(settling.layout(view, room_of(HEIGHT)).cards())
    assert settling.wanted(JUNE) != settling.wanted(outside)


def test_far_magnified_cards_are_arranged_anew_where_they_are_at_hand() -> None:
    """On its way to much less time a view gets cards of a finer level as soon as those around its end are prepared."""
    settling, day = settling_layout_of(CROWD), JUNE.zoomed(8, 600)
    coarse, on_the_way = settling.layout(JUNE, room_of(HEIGHT)), day.zoomed(1 / 1.42, 600)
    assert settling.layout(on_the_way, room_of(HEIGHT)).level == coarse.level
    for _step in settling.preparations(day, room_of(HEIGHT)):
        pass
    fine = settling.layout(on_the_way, room_of(HEIGHT))
    assert fine.level.pixels_per_day > coarse.level.pixels_per_day
    assert [lane[:3] for lane in fine.lanes] == [lane[:3] for lane in coarse.lanes]


def test_on_the_way_to_more_time_lanes_keep_their_rows_and_what_has_no_room_is_in_clusters() -> None:
    """A row of cards gives way to one of clusters where there was none; nothing is left out."""
    few = CROWD[::7]
    settling = settling_layout_of(few)
    (lane,) = settling.layout(JUNE, room_of(HEIGHT)).lanes
    assert (lane.counts.cards, lane.counts.has_clusters) == (1, False)
    wide = settling.layout(JUNE.zoomed(1 / 40, 600), room_of(HEIGHT))
    assert (wide.lanes[0].counts.cards, wide.lanes[0].counts.has_clusters) == (1, True)
    assert sum(card.size for card in wide.cards()) == len(few)


def test_the_scale_it_is_asked_for_may_be_any() -> None:
    """From ten thousand years to an hour at the ends of the calendar."""
    settling = settling_layout_of(CROWD)
    for first, days in ((-2_000_000.0, 3_652_425.0), (5_373_000.0, 1 / 24), (2_459_000.0, 300.0)):
        layout = settling.layout(TimeScale.spanning(first, first + days, 1000.0), room_of(HEIGHT))
        assert sorted((*layout.empty, *(lane.category for lane in layout.lanes))) == sorted(CATEGORIES)
