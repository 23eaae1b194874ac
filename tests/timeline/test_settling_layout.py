"""A moving view keeps its lanes and rows; they settle when it stops, and never after more than there is to show."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.source import EventHead
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.settling_layout import Stage
from tests.timeline.samples import (
    CATEGORIES,
    METRICS,
    PIXEL,
    Situation,
    TitleSizes,
    head,
    is_clustered,
    rows_by_event,
    settled,
    situations,
    tiles_of,
    view_of,
)

HEIGHT = 600.0
JUNE = view_of("2021-06-01", "2021-06-30")
CROWD = [head(f"event-{number}", f"2021-06-{number + 1:02d}", title="x" * 20) for number in range(28)]


def stage_of(heads: list[EventHead]) -> Stage:
    """A stage on which nothing has been shown."""
    return Stage(tiles_of(heads), TitleSizes())


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_every_frame_of_a_movement_is_whole(data: st.DataObject, situation: Situation) -> None:
    """Panned and magnified at will, no two cards of a row overlap, and clusters have room in their cells."""
    heads, scale = situation
    stage = stage_of(heads)
    stage.settle(scale, CATEGORIES, HEIGHT)
    for _ in range(data.draw(st.integers(1, 4))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), data.draw(st.floats(0, scale.width)))
        scale = scale.panned(data.draw(st.floats(-1000, 1000)))
        layout = stage.layout(scale, CATEGORIES, HEIGHT)
        for row in (row for lane in layout.lanes for row in lane.rows):
            for card, following in pairwise(row):
                right = scale.x_at(card.first) + card.width
                right = max(right, scale.x_at(card.last)) if card.spans else right
                assert right <= scale.x_at(following.first) + PIXEL
        clusters = [card for card in layout.cards() if is_clustered(card)]
        assert all((card.last - card.first) * scale.pixels_per_day >= card.width - PIXEL for card in clusters)


@given(data=st.data(), situation=situations())
@settings(max_examples=40, deadline=None)
def test_panning_moves_no_lane_and_changes_no_row(data: st.DataObject, situation: Situation) -> None:
    """Lanes stay as high as they are until the view stops."""
    heads, scale = situation
    stage = stage_of(heads)
    before = stage.layout(scale, CATEGORIES, HEIGHT)
    after = stage.layout(scale.panned(data.draw(st.floats(-3000, 3000))), CATEGORIES, HEIGHT)
    assert [lane[:3] for lane in before.lanes] == [lane[:3] for lane in after.lanes]
    rows, rows_after = rows_by_event(before), rows_by_event(after)
    assert all(rows[key] == rows_after[key] for key in rows.keys() & rows_after.keys())


def test_lanes_settle_when_the_view_stops() -> None:
    """Panned to where nothing is, the lanes shrink on settling and not before; settling twice changes nothing."""
    stage, beyond = stage_of(CROWD), view_of("2031-06-01", "2031-06-30")
    crowded = stage.layout(JUNE, CATEGORIES, HEIGHT).height
    assert stage.layout(beyond, CATEGORIES, HEIGHT).height == crowded > 3 * METRICS.lane_least
    assert stage.settle(beyond, CATEGORIES, HEIGHT)
    assert stage.layout(beyond, CATEGORIES, HEIGHT).height == 3 * METRICS.lane_least
    assert not stage.settle(beyond, CATEGORIES, HEIGHT)


def test_the_same_view_is_the_same_layout() -> None:
    """A frame in which nothing changed costs nothing, settled or not."""
    stage = stage_of(CROWD)
    layout = stage.layout(JUNE, CATEGORIES, HEIGHT)
    assert stage.layout(JUNE.panned(1), CATEGORIES, HEIGHT) is layout
    assert not stage.settle(JUNE, CATEGORIES, HEIGHT)
    assert stage.layout(JUNE, CATEGORIES, HEIGHT) is layout


def test_what_is_in_sight_at_rest_is_what_suits_the_view() -> None:
    """A stage that settled shows what a new one shows."""
    stage = stage_of(CROWD)
    stage.layout(view_of("2021", "2021"), CATEGORIES, HEIGHT)
    stage.settle(JUNE, CATEGORIES, HEIGHT)
    assert stage.layout(JUNE, CATEGORIES, HEIGHT) == settled(CROWD, JUNE, HEIGHT)


def test_a_lower_magnification_is_arranged_at_once() -> None:
    """Cards packed for a higher one would be over each other."""
    stage = stage_of(CROWD)
    stage.layout(JUNE, CATEGORIES, HEIGHT)
    year = view_of("2021", "2021")
    assert stage.layout(year, CATEGORIES, HEIGHT) == settled(CROWD, year, HEIGHT)


def test_a_movement_to_more_time_is_arranged_for_before_it_begins() -> None:
    """So that nothing jumps on the way; one to less time goes on with what is there."""
    stage, year = stage_of(CROWD), view_of("2021", "2021")
    before = stage.layout(JUNE, CATEGORIES, HEIGHT)
    stage.expect(JUNE.zoomed(2, 0), CATEGORIES, HEIGHT)
    assert stage.layout(JUNE, CATEGORIES, HEIGHT) is before
    stage.expect(year, CATEGORIES, HEIGHT)
    shapes = {
        lane[:3] for share in (0, 0.5, 1) for lane in stage.layout(JUNE.towards(year, share), CATEGORIES, HEIGHT).lanes
    }
    assert len(shapes) == len(CATEGORIES)


def test_other_lanes_or_another_height_are_arranged_at_once() -> None:
    """A category that is switched off has no lane in the next frame."""
    stage = stage_of(CROWD)
    high = stage.layout(JUNE, CATEGORIES, HEIGHT)
    assert [lane.category for lane in stage.layout(JUNE, CATEGORIES[1:], HEIGHT).lanes] == list(CATEGORIES[1:])
    assert stage.layout(JUNE, CATEGORIES, 250.0).height < high.height


def test_what_is_prepared_is_ready_and_ahead() -> None:
    """After preparing, the view and those of more time around it can be shown at once."""
    stage = stage_of(CROWD)
    stage.layout(JUNE, CATEGORIES, HEIGHT)
    outside = JUNE.zoomed(1 / 1.42**2, 600)
    assert not stage.is_ready(outside, CATEGORIES)
    while stage.prepare(JUNE, CATEGORIES):
        pass
    assert stage.is_ready(JUNE, CATEGORIES)
    assert stage.is_ready(outside, CATEGORIES)
    assert len(list(stage.layouts_ahead(JUNE, CATEGORIES, HEIGHT))) == 3
    assert list(stage_of(CROWD).layouts_ahead(JUNE, CATEGORIES, HEIGHT)) == []


def test_far_magnified_cards_are_arranged_anew_where_they_are_at_hand() -> None:
    """A view on its way to much less time gets the cards of its own level as soon as they are prepared."""
    stage, day = stage_of(CROWD), JUNE.zoomed(8, 600)
    coarse = stage.layout(JUNE, CATEGORIES, HEIGHT)
    assert [lane.top for lane in stage.layout(day, CATEGORIES, HEIGHT).lanes] == [lane.top for lane in coarse.lanes]
    while stage.prepare(day, CATEGORIES):
        pass
    assert stage.layout(day, CATEGORIES, HEIGHT) == settled(CROWD, day, HEIGHT)


def test_the_scale_it_is_asked_for_may_be_any() -> None:
    """From ten thousand years to an hour at the ends of the calendar."""
    stage = stage_of(CROWD)
    for first, days in ((-2_000_000.0, 3_652_425.0), (5_373_000.0, 1 / 24), (2_459_000.0, 300.0)):
        layout = stage.layout(TimeScale.spanning(first, first + days, 1000.0), CATEGORIES, HEIGHT)
        assert [lane.category for lane in layout.lanes] == list(CATEGORIES)
