"""A moving view keeps its lanes and rows; they settle when it stops, and never after more than there is to show."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.source import EventHead
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.settling_layout import SettlingLayout
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    Situation,
    TitleSizes,
    head,
    is_clustered,
    rows_by_event,
    settled_layout,
    situations,
    tiles_of,
    view_of,
)

HEIGHT = 600.0
JUNE = view_of("2021-06-01", "2021-06-30")
CROWD = [head(f"event-{number}", f"2021-06-{number + 1:02d}", title="x" * 20) for number in range(28)]


def settling_layout_of(heads: list[EventHead]) -> SettlingLayout:
    """A layout on which nothing has been shown."""
    return SettlingLayout(tiles_of(heads), TitleSizes())


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_every_frame_of_a_movement_is_whole(data: st.DataObject, situation: Situation) -> None:
    """Panned and magnified at will, no two cards of a row overlap, and clusters have room in their cells."""
    heads, scale = situation
    settling = settling_layout_of(heads)
    settling.settle(scale, CATEGORIES, HEIGHT)
    for _ in range(data.draw(st.integers(1, 4))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), data.draw(st.floats(0, scale.width)))
        scale = scale.panned(data.draw(st.floats(-1000, 1000)))
        layout = settling.layout(scale, CATEGORIES, HEIGHT)
        for row in (row for lane in layout.lanes for row in lane.rows):
            for card, following in pairwise(row):
                right = scale.x_at(card.first) + card.width
                right = max(right, scale.x_at(card.last)) if card.is_span else right
                assert right <= scale.x_at(following.first) + PIXEL
        clusters = [card for card in layout.cards() if is_clustered(card)]
        assert all((card.last - card.first) * scale.pixels_per_day >= card.width - PIXEL for card in clusters)


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
