"""A scene holds the cards in view, where they stand, and what of them is seen."""

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.layout import LaneRows, Layout, RowCounts, place_lanes
from qtviewer.timeline.levels import Level
from qtviewer.timeline.placed_cards import EDGE_MARGIN
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import (
    Box,
    Scene,
    SceneCache,
    SceneCard,
    Viewport,
    VisibleLines,
    scene_at,
    visible_lines,
)
from tests.timeline.samples import (
    CATEGORIES,
    LOW,
    METRICS,
    head,
    measure_text,
    room_of,
    settled_layout,
    settling_layout_of,
)

JUNE = day_number(2021, 6)
NOTHING = LaneSum(0, 0, 0, {}, frozenset(), 0, 0, ())
SCALE = TimeScale(left=JUNE, pixels_per_day=20.0, width=800.0)  # forty days from 1 June 2021
LEVEL = Level(2, 20.0)


def scene_of(layout: Layout, scale: TimeScale, top: float = 0.0, height: float = 900.0) -> Scene:
    """The scene of a viewport, in Chinese."""
    return scene_at(layout, Viewport(scale, top, height), "zh", measure_text)


def scene_at_rest(heads: list[EventHead], scale: TimeScale, height: float = 900.0) -> Scene:
    """The scene of a view that stands still, with its sums; the lanes share a height."""
    settling = settling_layout_of(heads)
    layout = settling.layout(scale, room_of(height))
    sums = settling.lane_sums(scale, CATEGORIES, layout)
    return scene_at(layout, Viewport(scale, 0.0, 900.0), "zh", measure_text, sums)


def only_card(event: EventHead, scale: TimeScale) -> SceneCard:
    """The one card of a scene with one event."""
    (card,) = scene_of(settled_layout([event], scale), scale).cards
    return card


def test_a_card_stands_at_its_day() -> None:
    """Ten days from the left edge at twenty pixels a day, in the first row of its lane."""
    card = only_card(head("opens", "2021-06-11", title="Opens"), SCALE)
    assert card.box == pytest.approx((200, METRICS.lane_padding, 80, METRICS.height))
    assert card.date_box == pytest.approx((200, METRICS.lane_padding, 20, METRICS.height))
    assert (card.shows_left_edge, card.shows_right_edge, card.has_full_height, card.card.category) == (
        True,
        True,
        True,
        "milestone",
    )


def test_a_card_cut_by_the_right_edge() -> None:
    """Only the part in view is in the scene, and it says that the card goes on."""
    card = only_card(head("opens", "2021-07-09"), SCALE)
    assert (card.box.x, card.box.right) == pytest.approx((760, 800))
    assert (card.shows_left_edge, card.shows_right_edge) == (True, False)


def test_a_card_cut_by_the_left_edge() -> None:
    """While the view moves, the day before it still shows the rest of its card, which begins where the day ends."""
    layout = settled_layout([head("opens", "2021-05-30")], SCALE.panned(-100))
    (card,) = scene_of(layout, SCALE).cards
    assert (card.x, card.box.x, card.box.right) == pytest.approx((-20, 0, 60))
    assert (card.shows_left_edge, card.shows_right_edge) == (False, True)


def test_a_cluster_stands_over_the_days_of_its_events() -> None:
    """It begins at the first; when that is before the view it stays just inside the edge until the last is, too."""
    cluster = Card("milestone", (), 7, JUNE + 2.0, JUNE + 13.0, 150.0, minutes=minutes_of_days((JUNE + 2, JUNE + 12)))
    layout = place_lanes([LaneRows("milestone", RowCounts(0, 0, has_clusters=True), ((cluster,),))], METRICS, LEVEL)
    cards = [card for pixels in (0, 60, 250, 259, 265) for card in scene_of(layout, SCALE.panned(pixels)).cards]
    assert [round(card.x, 6) for card in cards] == [40, EDGE_MARGIN, EDGE_MARGIN, 1, -5]
    assert [round(card.date_box.right, 6) for card in cards] == [260, 200, 10, 1, 0]
    assert [card.has_begun for card in cards] == [False, True, True, True, True]


def test_at_rest_a_cluster_has_only_what_begins_in_view() -> None:
    """In a view that begins between its events it has those after, and its days; while the view moves it has all."""
    heads = [head(f"event-{at}", f"2021-06-{day:02d}", importance=at % 5 + 1)
             for at, day in enumerate((8, 8, 8, 9, 10, 10, 11))]  # fmt: skip
    scale = TimeScale.spanning(JUNE + 8, JUNE + 48, 800.0)  # from 9 June
    (shown,) = scene_at_rest(heads, scale, LOW).cards
    cluster = shown.card
    assert (shown.x, shown.date_box.x, shown.date_box.right, shown.has_begun) == pytest.approx((0, 0, 60, False))
    assert (cluster.size, cluster.minutes) == (4, minutes_of_days((JUNE + 8, JUNE + 10)))
    assert {event.id for event in cluster.heads} == {"event-3", "event-4", "event-5", "event-6"}
    moving = scene_of(settled_layout(heads, scale, LOW), scale)
    assert [card.card.size for card in moving.cards] == [7]
    assert moving.cards[0].card.minutes == minutes_of_days((JUNE + 7, JUNE + 10))


def test_at_rest_a_cluster_begins_where_the_first_of_its_events_in_view_does() -> None:
    """As far as the next in its row leaves room; one of a single event, too."""
    heads = [head(f"event-{at}", f"2021-06-{day:02d}") for at, day in enumerate((14, 14, 20, 22, 22))]
    scales = [TimeScale(JUNE + day, 20.0, 800.0) for day in (13.5, 16.0)]
    before, after = (scene_at_rest(heads, scale, LOW).cards for scale in scales)
    assert [(card.card.size, card.x, card.has_begun) for card in before] == [(5, EDGE_MARGIN, True)]
    assert [(card.card.size, card.x, card.has_begun) for card in after] == [(3, 60, False)]
    next_heads = [*heads[:3], *(head(f"next-{at}", "2021-06-27") for at in range(3))]
    pushed, following = scene_at_rest(next_heads, scales[1], LOW).cards
    assert (pushed.card.heads, pushed.date_box.x, following.x) == ((heads[2],), 60, 200)
    assert pushed.box.right == following.x - METRICS.gap


def test_at_rest_a_card_only_of_whose_width_a_bit_is_in_view_is_not_there() -> None:
    """What ended before the view is not in a view that stands still; passing by it still is."""
    heads = [head("opens", "2021-05-30")]
    assert scene_at_rest(heads, SCALE).cards == ()
    assert len(scene_of(settled_layout(heads, SCALE.panned(-100)), SCALE).cards) == 1


def test_a_span_bar_is_as_low_as_a_bar() -> None:
    """Its date box covers its days in view, cut where they begin before and end after."""
    (bar,) = scene_at_rest([head("long", "2010/2021-06-20")], SCALE).cards
    assert bar.date_box == bar.box == pytest.approx((0, METRICS.lane_padding, 400, METRICS.bar_height))
    assert (bar.has_begun, bar.shows_left_edge, bar.shows_right_edge) == (True, False, True)


@pytest.mark.parametrize("date", ["2021-05-20", "2021-04", "2021-07-11", "2022", "2021-05-01/2021-05-31"])
def test_what_is_beyond_the_edges_is_not_there(date: str) -> None:
    """An event before or after the view has no card in the scene."""
    assert scene_of(settled_layout([head("opens", date)], SCALE), SCALE).cards == ()


def test_an_interval_covers_all_its_days_in_view() -> None:
    """What lasted all summer fills the view and has no edge in it."""
    card = only_card(head("summer", "2021-05-01/2021-08-31"), SCALE)
    assert (card.box.x, card.box.right) == (0, 800)
    assert (card.shows_left_edge, card.shows_right_edge) == (False, False)


def test_a_short_interval_has_room_for_its_title() -> None:
    """Of what lasted two days the card is as wide as these, and its text beside them."""
    card = only_card(head("fair", "2021-06-11/2021-06-12", title="Opens"), SCALE)
    assert (card.box.x, card.box.width, card.date_box.width) == pytest.approx((200, 120, 40))


def test_the_card_of_a_year_stays_at_the_edge() -> None:
    """A card whose date began before the view stands just inside it, whole, and its date reaches over the view."""
    scale = SCALE.panned((day_number(2021) + 20 - JUNE) * 20)  # from 21 January
    card = only_card(head("year", "2021"), scale)
    assert card.has_begun
    assert (card.box.x, card.box.width) == pytest.approx((EDGE_MARGIN, 80))
    assert (card.date_box.x, card.date_box.right) == (0, 800)
    assert (card.shows_left_edge, card.shows_right_edge) == (True, True)


def test_the_card_of_a_month_leaves_with_its_month() -> None:
    """Where the month ends the card goes no further, and leaves the view as that end does."""
    layout = settled_layout([head("may", "2021-05")], SCALE.panned(-600))
    begins_at = {
        pixels: card.x
        for pixels in (0, 300, 590, 600, 640)
        for card in scene_of(layout, SCALE.panned(pixels - 600)).cards
    }
    assert begins_at == pytest.approx({0: 8, 300: 8, 590: 8, 600: 0, 640: -40})


def test_a_card_is_pushed_out_by_the_next_in_its_row() -> None:
    """Two days before a day of its month, the card of the month ends a gap before that of the day."""
    layout = settled_layout([head("month", "2021-06"), head("day", "2021-06-20")], SCALE)
    month, day = scene_of(layout, SCALE.panned(17 * 20)).cards
    assert month.card.heads[0].id == "month"
    assert day.box.x == pytest.approx(40)
    assert (month.x, month.box.right) == pytest.approx((40 - METRICS.gap - 80, 40 - METRICS.gap))
    assert not month.shows_left_edge
    assert month.shows_right_edge


def test_panning_moves_cards_and_changes_none() -> None:
    """The same layout serves every place in time: a card in two views has the same row and width."""
    layout = settled_layout([head("first", "2021-06-11"), head("second", "2021-06-12")], SCALE)
    before = scene_of(layout, SCALE).cards
    after = scene_of(layout, SCALE.panned(100)).cards
    assert [card.card for card in before] == [card.card for card in after]
    assert [(card.box.x - 100, *card.box[1:]) for card in before] == [pytest.approx(card.box) for card in after]


def test_only_lanes_in_view() -> None:
    """Scrolled down by a lane, the first lane and its cards are gone from the scene."""
    events = [head(category, "2021-06-11", category) for category in ("milestone", "livelihood", "industry")]
    layout = settled_layout(events, SCALE)
    scene = scene_of(layout, SCALE, top=layout.lanes[1].top, height=layout.lanes[1].height)
    assert [lane.category for lane in scene.lanes] == ["livelihood"]
    assert [card.card.category for card in scene.cards] == ["livelihood"]


@pytest.mark.parametrize(
    ("top", "height", "is_whole"), [(0, 57, True), (9, 48, True), (10, 400, False), (0, 56, False), (30, 10, False)]
)
def test_a_row_cut_above_or_below_is_not_whole(top: float, height: float, is_whole: bool) -> None:
    """A card says whether its whole height is in view; its box keeps its full height."""
    (card,) = scene_of(settled_layout([head("opens", "2021-06-11")], SCALE), SCALE, top, height).cards
    assert card.has_full_height == is_whole
    assert (card.box.y, card.box.height) == (9, 48)


def test_a_row_out_of_view_has_no_cards() -> None:
    """Of a lane in view, rows above and below the view are left out."""
    layout = settled_layout([head(f"event-{number}", "2021-06-11") for number in range(3)], SCALE)
    scene = scene_of(layout, SCALE, top=57, height=65)
    assert [card.card.heads[0].id for card in scene.cards] == ["event-1"]


def test_the_card_under_a_point() -> None:
    """Inside a card finds it, its right and bottom edges are outside, and between cards there is none."""
    scene = scene_of(settled_layout([head("opens", "2021-06-11", title="Opens")], SCALE), SCALE)
    (card,) = scene.cards
    assert scene.card_at(200, 9) is card
    assert scene.card_at(279, 56) is card
    for x, y in ((199, 9), (280, 9), (200, 8), (200, 57), (700, 20)):
        assert scene.card_at(x, y) is None


def test_boxes_that_only_touch_share_no_pixel() -> None:
    """Two boxes side by side do not overlap; moved by half a pixel they do."""
    box = Box(0, 0, 100, 50)
    assert not box.overlaps(Box(100, 0, 10, 50))
    assert not box.overlaps(Box(0, 50, 100, 10))
    assert box.overlaps(Box(99.5, 49.5, 10, 10))
    assert box.overlaps(Box(10, 10, 5, 5))


def test_a_scene_without_events_has_an_axis_and_names_its_lanes() -> None:
    """It carries the ticks of its own times, in its language, and all categories are in the line of the empty ones."""
    scene = scene_at(settled_layout([], SCALE), Viewport(SCALE, 0, 100), "en", measure_text)
    assert (scene.lanes, scene.empty, scene.empty_top) == ((), CATEGORIES, 0)
    assert [tick.label for tick in scene.axis.major if tick.label] == ["June 2021", "July 2021"]


@pytest.mark.parametrize(
    ("top", "height", "lines"),
    [(0, 48, (0.0, 1.0)), (0, 47, (0.0, 0.5)), (0, 23, None), (1, 60, (0.5, 1.0)), (25, 60, None), (10, 30, None)],
)
def test_a_line_of_text_is_shown_when_it_is_whole(top: float, height: float, lines: VisibleLines | None) -> None:
    """Of a card of two lines that the view cuts above or below, one may be whole; with neither it is not painted."""
    assert visible_lines(Box(0, 0, 100, 48), Viewport(TimeScale(0, 1, 100), top, height)) == lines


def test_a_scene_asked_for_again_is_the_same() -> None:
    """Until layout, view or sums change, nothing is made anew; what comes then is what a new scene would be."""
    cache = SceneCache("en", measure_text)
    layout = settled_layout([head("opens", "2021-06-11")], SCALE)
    view, beside = Viewport(SCALE, 0, 900), Viewport(SCALE.panned(10), 0, 900)
    sums = {"milestone": NOTHING}
    with_sums = cache.scene(layout, view, sums)
    assert with_sums.sums is sums
    assert cache.scene(layout, view, sums) is with_sums
    first = cache.scene(layout, view, None)
    assert cache.scene(layout, view, None) is first
    assert cache.scene(layout, beside, None) == scene_at(layout, beside, "en", measure_text) != first
    other = settled_layout([head("closes", "2021-06-11")], SCALE)
    assert [card.card.heads[0].id for card in cache.scene(other, beside, None).cards] == ["closes"]
