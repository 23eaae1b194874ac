"""Lanes stand one below the other and share the height: a few rows for each that wants them, then one in turn."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import Card, CardMetrics, event_card
from qtviewer.timeline.layout import LaneRows, Layout, distribute_rows, lane_height, place_lanes
from tests.timeline.samples import METRICS, head

LEAST = 2
ROW = METRICS.height + METRICS.gap
LOW_LANES = METRICS._replace(min_lane_height=1)


def shared(wanted: list[int], height: float, metrics: CardMetrics = LOW_LANES) -> list[int]:
    """Rows that lanes get which want so many."""
    lanes = {f"lane-{number}": rows for number, rows in enumerate(wanted)}
    return list(distribute_rows(lanes, dict.fromkeys(lanes, LEAST), height, metrics).values())


def height_of(rows: list[int], metrics: CardMetrics = LOW_LANES) -> float:
    """Height of lanes with so many rows, all together."""
    return sum(lane_height(count, metrics) for count in rows)


def test_each_lane_gets_what_it_wants_where_there_is_room() -> None:
    """On a high view no lane goes without, and none gets a row it has no use for."""
    assert shared([0, 1, 7, 12], 5000) == [0, 1, 7, 12]


def test_a_few_rows_are_for_everyone() -> None:
    """However low the view, a lane gets the few rows it wants: lanes scroll rather than shrink to clusters."""
    assert shared([9, 1, 2, 5], 1) == [LEAST, 1, 2, LEAST]


def test_spare_rows_go_round_in_turn() -> None:
    """What the height has beyond that is shared row by row from the top, until it is used up or nobody wants more."""
    assert shared([9, 4, 9], height_of([5, 4, 5])) == [5, 4, 5]
    assert shared([9, 4, 9], height_of([5, 4, 5]) + ROW) == [6, 4, 5]
    assert shared([9, 4, 9], height_of([5, 4, 5]) - 1) == [5, 4, 4]


def test_a_row_that_costs_nothing_is_given() -> None:
    """A lane that is higher for its name's sake than its rows need takes another row in that room."""
    roomy = METRICS._replace(min_lane_height=height_of([4]))
    assert shared([9], height_of([4]), roomy) == [4]


@given(
    wanted=st.lists(st.integers(0, 15), max_size=6),
    height=st.floats(1, 3000),
    min_lane_height=st.floats(1, 400),
)
@settings(max_examples=150, deadline=None)
def test_rows_are_shared_fairly(wanted: list[int], height: float, min_lane_height: float) -> None:
    """No lane gets more than it wants, none fewer than its few, and no two that want more differ by two rows."""
    rows = shared(wanted, height, METRICS._replace(min_lane_height=min_lane_height))
    assert all(min(want, LEAST) <= count <= want for want, count in zip(wanted, rows, strict=True))
    short = [count for want, count in zip(wanted, rows, strict=True) if count < want]
    assert not short or max(short) - min(short) <= 1


@given(
    wanted=st.lists(st.integers(0, 15), max_size=6),
    height=st.floats(1, 3000),
    min_lane_height=st.floats(1, 400),
)
@settings(max_examples=150, deadline=None)
def test_the_height_is_used_and_not_exceeded(wanted: list[int], height: float, min_lane_height: float) -> None:
    """More than the few rows are given only within the height, and none is kept back that still has room."""
    metrics = METRICS._replace(min_lane_height=min_lane_height)
    rows = shared(wanted, height, metrics)
    used = height_of(rows, metrics)
    assert used <= height or rows == [min(want, LEAST) for want in wanted]
    for want, count in zip(wanted, rows, strict=True):
        if count < want:
            assert used + lane_height(count + 1, metrics) - lane_height(count, metrics) > height


def test_a_lane_with_bars_has_more_rows_for_sure() -> None:
    """The least rows are each lane's own: those of its bars come on top."""
    assert distribute_rows({"a": 9, "b": 9, "c": 1}, {"a": 3, "b": 2, "c": 2}, 1.0, METRICS) == {"a": 3, "b": 2, "c": 1}


def card(event_id: str) -> Card:
    """A card of 80 pixels."""
    return event_card(head(event_id, "2021-06-28"), 80.0, with_year=False)


def test_lanes_follow_one_another() -> None:
    """From the top, without a space between, each as high as its rows or its name needs."""
    lanes, height = place_lanes(
        [LaneRows("a", 3, ((card("x"),), (), ())), LaneRows("b", 0, ()), LaneRows("c", 1, ((),))], METRICS
    )
    assert [(lane.category, lane.top, lane.height, lane.bottom) for lane in lanes] == [
        ("a", 0, 180, 180), ("b", 180, 66, 246), ("c", 246, 66, 312)
    ]  # fmt: skip
    assert height == 312


def test_where_an_event_is_shown() -> None:
    """The y of the row of its card, or of a cluster that names it; None for an event that is not there."""
    cluster = card("x")._replace(heads=(head("one", "2021"), head("two", "2021")), size=5)
    layout = Layout(*place_lanes([LaneRows("a", 2, ((card("first"),), (card("second"), cluster)))], METRICS), METRICS)
    assert [layout.event_top(event_id) for event_id in ("first", "second", "two")] == [9, 66, 66]
    assert layout.event_top("third") is None
    assert list(layout.cards()) == [card("first"), card("second"), cluster]
