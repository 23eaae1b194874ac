"""Lanes stand one below the other, each as high as its rows."""

from qtviewer.timeline.card import Card, event_card
from qtviewer.timeline.layout import LaneRows, RowCounts, lane_height, place_lanes
from qtviewer.timeline.levels import Level
from tests.timeline.samples import METRICS, head

LEVEL = Level(2, 40.0)


def test_the_height_of_a_lane() -> None:
    """Its rows, the gaps between them and what is free above and below; or what a lane has at least, or its name."""
    assert lane_height(RowCounts(0, 3), METRICS) == 3 * 48 + 2 * 9 + 2 * 9
    assert lane_height(RowCounts(2, 1), METRICS) == 2 * 30 + 48 + 2 * 9
    assert lane_height(RowCounts(3, 0), METRICS) == 2 * 30 + 26 + 2 * 9
    assert lane_height(RowCounts(1, 1, has_clusters=True), METRICS) == 30 + 57 + 22 + 2 * 9
    assert lane_height(RowCounts(0, 0, has_clusters=True), METRICS._replace(min_lane_height=1)) == 22 + 2 * 9
    assert lane_height(RowCounts(0, 1), METRICS._replace(min_lane_height=90)) == 90
    label = METRICS._replace(label_height=50, label_line_height=25)
    assert [lane_height(RowCounts(0, 1, label_lines=lines), label) for lines in (0, 1, 3)] == [66, 75, 125]


def card(event_id: str) -> Card:
    """A card of 80 pixels."""
    return event_card(head(event_id, "2021-06-28"), 80.0, LEVEL)


def test_lanes_follow_one_another() -> None:
    """From the top, without a space between, each as high as its rows or its name needs; below them the empty ones."""
    rows = [
        LaneRows("a", RowCounts(0, 3), ((card("x"),), (), (), ())),
        LaneRows("b", RowCounts(0, 1), ((), ())),
        LaneRows("c", RowCounts(2, 1, has_clusters=True), ((), (), (), ())),
    ]
    layout, with_empty = place_lanes(rows, METRICS, LEVEL), place_lanes(rows, METRICS, LEVEL, ("d", "e"))
    assert [(lane.category, lane.top, lane.height, lane.bottom) for lane in layout.lanes] == [
        ("a", 0, 180, 180), ("b", 180, 66, 246), ("c", 246, 157, 403)
    ]  # fmt: skip
    assert (layout.height, layout.empty) == (403, ())
    assert (with_empty.lanes, with_empty.empty) == (layout.lanes, ("d", "e"))
    assert (with_empty.empty_top, with_empty.height) == (403, 403 + METRICS.empty_line_height)
    assert place_lanes([], METRICS, LEVEL, ("d",)).empty_top == 0


def test_bars_are_above_the_cards_and_clusters_below() -> None:
    """Rows of bars and of clusters are lower than those of cards."""
    counts = RowCounts(2, 2, has_clusters=True)
    layout = place_lanes([LaneRows("a", RowCounts(0, 1), ((), ())), LaneRows("b", counts, ((),) * 5)], METRICS, LEVEL)
    lane = layout.lanes[1]
    assert [layout.row_top(lane, number) - lane.top for number in range(5)] == [9, 39, 69, 126, 183]
    assert [layout.row_height(lane, number) for number in range(5)] == [26, 26, 48, 48, 22]
    assert layout.row_top(lane, 4) + METRICS.cluster_height + METRICS.lane_padding == lane.bottom


def test_clusters_have_room_in_their_row_or_in_a_lane_that_is_higher_than_its_rows() -> None:
    """For its name's sake, that is."""
    rows = [(RowCounts(0, 1), 2), (RowCounts(0, 1, has_clusters=True), 2), (RowCounts(0, 0), 1)]
    layout = place_lanes([LaneRows("a", counts, ((),) * size) for counts, size in rows], METRICS, LEVEL)
    assert [layout.has_room_for_clusters(lane) for lane in layout.lanes] == [False, True, True]


def test_where_an_event_is_shown() -> None:
    """The y of the row of its card, or of a cluster that names it; None for an event that is not there."""
    cluster = card("x")._replace(heads=(head("one", "2021"), head("two", "2021")), size=5)
    rows = LaneRows("a", RowCounts(0, 2, has_clusters=True), ((card("first"),), (card("second"),), (cluster,)))
    layout = place_lanes([rows], METRICS, LEVEL)
    assert [layout.event_top(event_id) for event_id in ("first", "second", "two")] == [9, 66, 123]
    assert layout.event_top("third") is None
    assert list(layout.cards()) == [card("first"), card("second"), cluster]


def test_where_the_cluster_of_an_event_is() -> None:
    """The y of the cluster of its lane in whose minutes it begins, unless it has a card of its own."""
    june = head("", "2021-06")
    cluster = card("x")._replace(
        heads=(), size=5, minutes=(june.first_minute, june.last_minute), excluded_ids=frozenset({"own"})
    )
    rows = LaneRows("milestone", RowCounts(0, 1, has_clusters=True), ((), (cluster,)))
    layout = place_lanes([rows], METRICS, LEVEL)
    dates = {"within": "2021-06-30", "own": "2021-06-30", "after": "2021-07-01"}
    assert [layout.cluster_top(head(key, date)) for key, date in dates.items()] == [66, None, None]
    assert layout.cluster_top(head("within", "2021-06-30", "industry")) is None
