"""Lanes stand one below the other and share the height: a row of cards for each, then one more row in turn."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import Card, CardMetrics, event_card
from qtviewer.timeline.layout import LaneRows, Layout, RowCounts, distribute_rows, lane_height, place_lanes
from tests.timeline.samples import METRICS, PIXEL, head

ROW = METRICS.height + METRICS.gap
BAR_ROW = METRICS.bar_height + METRICS.bar_gap
LOW_LANES = METRICS._replace(min_lane_height=1)
row_counts = st.lists(st.builds(RowCounts, st.integers(0, 12), st.integers(1, 15), st.booleans()), max_size=6)


def shared(wanted: list[RowCounts], height: float, metrics: CardMetrics = LOW_LANES) -> list[RowCounts]:
    """Rows that lanes get which want so many."""
    return list(distribute_rows({f"lane-{at}": rows for at, rows in enumerate(wanted)}, height, metrics).values())


def cards(*rows: int) -> list[RowCounts]:
    """Lanes with so many rows of cards and nothing else."""
    return [RowCounts(0, count) for count in rows]


def height_of(rows: list[RowCounts], metrics: CardMetrics = LOW_LANES) -> float:
    """Height of lanes with so many rows, all together."""
    return sum(lane_height(counts, metrics) for counts in rows)


def test_the_height_of_a_lane() -> None:
    """Its rows, the gaps between them, its chips and what is free above and below; or what a lane has at least."""
    assert lane_height(RowCounts(0, 3), METRICS) == 3 * 48 + 2 * 9 + 2 * 9
    assert lane_height(RowCounts(2, 1), METRICS) == 2 * 30 + 48 + 2 * 9
    assert lane_height(RowCounts(0, 1, has_chips=True), METRICS) == 48 + 4 + 22 + 2 * 9
    assert lane_height(RowCounts(0, 1), METRICS._replace(min_lane_height=90)) == 90


def test_each_lane_gets_what_it_wants_where_there_is_room() -> None:
    """On a high view no lane goes without, and none gets a row it has no use for."""
    wanted = [*cards(1, 7, 12), RowCounts(12, 1), RowCounts(3, 4, has_chips=True)]
    assert shared(wanted, 5000) == wanted


def test_a_row_of_cards_and_the_chips_are_for_everyone() -> None:
    """However low the view: lanes scroll rather than lose them."""
    wanted = [RowCounts(4, 9), RowCounts(0, 1), RowCounts(12, 5, has_chips=True)]
    assert shared(wanted, 1) == [RowCounts(0, 1), RowCounts(0, 1), RowCounts(0, 1, has_chips=True)]


def test_a_style_may_keep_more_rows_for_each_lane() -> None:
    """As far as the lane needs them; bars come after these."""
    metrics = LOW_LANES._replace(min_rows=2)
    assert shared([RowCounts(4, 9), RowCounts(3, 1)], 1, metrics) == cards(2, 1)


def test_spare_rows_go_round_in_turn() -> None:
    """What the height has beyond that is shared row by row from the top, until it is used up or nobody wants more."""
    assert shared(cards(9, 4, 9), height_of(cards(5, 4, 5))) == cards(5, 4, 5)
    assert shared(cards(9, 4, 9), height_of(cards(5, 4, 5)) + ROW) == cards(6, 4, 5)
    assert shared(cards(9, 4, 9), height_of(cards(5, 4, 5)) - 1) == cards(5, 4, 4)


def test_bars_and_cards_of_a_lane_grow_in_turn() -> None:
    """Of the two kinds of rows that one is next of which the lane has fewer, as far as it wants more."""
    grown = [shared([RowCounts(3, 3)], height_of(cards(1)) + extra)[0] for extra in (BAR_ROW, BAR_ROW + ROW, 400)]
    assert grown == [RowCounts(1, 1), RowCounts(1, 2), RowCounts(3, 3)]


def test_a_row_that_costs_nothing_is_given() -> None:
    """A lane that is higher for its name's sake than its rows need takes another row in that room."""
    roomy = METRICS._replace(min_lane_height=height_of(cards(4)))
    assert shared(cards(9), height_of(cards(4)), roomy) == cards(4)


@given(wanted=row_counts, height=st.floats(1, 3000), min_lane_height=st.floats(1, 400))
@settings(max_examples=150, deadline=None)
def test_no_lane_gets_more_than_it_wants(wanted: list[RowCounts], height: float, min_lane_height: float) -> None:
    """And none less than one row of cards and its chips."""
    rows = shared(wanted, height, METRICS._replace(min_lane_height=min_lane_height))
    for want, counts in zip(wanted, rows, strict=True):
        assert 0 <= counts.bars <= want.bars
        assert 1 <= counts.cards <= want.cards
        assert counts.has_chips == want.has_chips


@given(wanted=st.lists(st.integers(1, 15), max_size=6), height=st.floats(1, 3000), min_lane_height=st.floats(1, 400))
@settings(max_examples=150, deadline=None)
def test_rows_of_cards_are_shared_fairly(wanted: list[int], height: float, min_lane_height: float) -> None:
    """No two lanes of cards that want more differ by two rows."""
    rows = shared(cards(*wanted), height, METRICS._replace(min_lane_height=min_lane_height))
    short = [counts.cards for want, counts in zip(wanted, rows, strict=True) if counts.cards < want]
    assert not short or max(short) - min(short) <= 1


@given(wanted=row_counts, height=st.floats(1, 3000), min_lane_height=st.floats(1, 400))
@settings(max_examples=150, deadline=None)
def test_the_height_is_used_and_not_exceeded(wanted: list[RowCounts], height: float, min_lane_height: float) -> None:
    """More than the least is given only within the height, and no row of a lane's next kind still has room."""
    metrics = METRICS._replace(min_lane_height=min_lane_height)
    rows = shared(wanted, height, metrics)
    used = height_of(rows, metrics)
    assert used <= height + PIXEL or all(counts[:2] == (0, 1) for counts in rows)
    for want, counts in zip(wanted, rows, strict=True):
        more = [counts._replace(bars=counts.bars + 1)] * (counts.bars < want.bars)
        more += [counts._replace(cards=counts.cards + 1)] * (counts.cards < want.cards)
        costs = [lane_height(larger, metrics) - lane_height(counts, metrics) for larger in more]
        assert not costs or used + max(costs) > height - PIXEL


def card(event_id: str) -> Card:
    """A card of 80 pixels."""
    return event_card(head(event_id, "2021-06-28"), 80.0, with_year=False)


def test_lanes_follow_one_another() -> None:
    """From the top, without a space between, each as high as its rows or its name needs."""
    lanes, height = place_lanes(
        [
            LaneRows("a", RowCounts(0, 3), ((card("x"),), (), ())),
            LaneRows("b", RowCounts(0, 1), ()),
            LaneRows("c", RowCounts(2, 1, has_chips=True), ((), (), ())),
        ],
        METRICS,
    )
    assert [(lane.category, lane.top, lane.height, lane.bottom) for lane in lanes] == [
        ("a", 0, 180, 180), ("b", 180, 66, 246), ("c", 246, 152, 398)
    ]  # fmt: skip
    assert height == 398


def test_bars_are_above_the_cards_and_chips_below() -> None:
    """Rows of bars are as low as a bar; below all rows of a lane is the line of its chips."""
    rows = [LaneRows("a", RowCounts(0, 1), ((),)), LaneRows("b", RowCounts(2, 2, has_chips=True), ((),) * 4)]
    layout = Layout(*place_lanes(rows, METRICS), METRICS)
    lane = layout.lanes[1]
    assert [layout.row_top(lane, number) - lane.top for number in range(4)] == [9, 39, 69, 126]
    assert [layout.row_height(lane, number) for number in range(4)] == [26, 26, 48, 48]
    assert layout.chips_top(lane) - lane.top == 126 + 48 + METRICS.bar_gap
    assert layout.chips_top(lane) + METRICS.chip_height + METRICS.lane_padding == lane.bottom


def test_where_an_event_is_shown() -> None:
    """The y of the row of its card, or of a cluster that names it; None for an event that is not there."""
    cluster = card("x")._replace(heads=(head("one", "2021"), head("two", "2021")), size=5)
    rows = LaneRows("a", RowCounts(0, 2), ((card("first"),), (card("second"), cluster)))
    layout = Layout(*place_lanes([rows], METRICS), METRICS)
    assert [layout.event_top(event_id) for event_id in ("first", "second", "two")] == [9, 66, 66]
    assert layout.event_top("third") is None
    assert list(layout.cards()) == [card("first"), card("second"), cluster]


def test_where_the_cluster_of_an_event_is() -> None:
    """The y of the cluster of its lane on whose days it begins, unless it has a card of its own."""
    june = head("", "2021-06").date
    cluster = card("x")._replace(
        heads=(), size=5, days=(june.first_day, june.last_day), excluded_ids=frozenset({"own"})
    )
    layout = Layout(*place_lanes([LaneRows("milestone", RowCounts(0, 2), ((), (cluster,)))], METRICS), METRICS)
    dates = {"within": "2021-06-30", "own": "2021-06-30", "after": "2021-07-01"}
    assert [layout.cluster_top(head(key, date)) for key, date in dates.items()] == [66, None, None]
    assert layout.cluster_top(head("within", "2021-06-30", "industry")) is None
