"""Lanes share the height: one more row for each in turn, as far as it needs them."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.card import CardMetrics
from qtviewer.timeline.layout import RowCounts, lane_height
from qtviewer.timeline.row_shares import MAX_BAR_ROWS, LaneNeed, RowsNeeded, distribute_rows, with_label_lines
from tests.timeline.samples import METRICS, PIXEL

ROW = METRICS.height + METRICS.gap
BAR_ROW = METRICS.bar_height + METRICS.bar_gap
LOW_LANES = METRICS._replace(min_lane_height=1)
many_examples = settings(max_examples=150, deadline=None)


def rows_needed(most: int) -> st.SearchStrategy[RowsNeeded]:
    """Rows of one kind, some of them only for events that began before the view."""
    shown = st.sets(st.integers(1, most)).map(lambda rows: tuple(sorted(rows)))
    return shown.flatmap(lambda rows: st.sampled_from((0, *rows)).map(lambda last: RowsNeeded(last, rows)))


def rows_to(last: int, begun: int = 0) -> RowsNeeded:
    """Rows that all show something, the first ones events that begin in view, then some of those that began before."""
    return RowsNeeded(last, tuple(range(1, last + begun + 1)))


needs = st.lists(st.builds(LaneNeed, rows_needed(14), rows_needed(15), st.booleans()), max_size=6)
heights = st.floats(1, 3000)
metrics_of_any_lanes = st.builds(
    lambda least, line: METRICS._replace(min_lane_height=least, label_height=30, label_line_height=line),
    st.floats(1, 400), st.floats(0, 40),
)  # fmt: skip


def shared(needed: list[LaneNeed], height: float, metrics: CardMetrics = LOW_LANES, wide: int = -1) -> list[RowCounts]:
    """Rows that lanes get which need so many; one of them may be wide."""
    by_lane = {f"lane-{at}": need for at, need in enumerate(needed)}
    return list(distribute_rows(by_lane, height, metrics, f"lane-{wide}").values())


def need(cards: int = 0, bars: int = 0, begun: int = 0, *, has_clusters: bool = False) -> LaneNeed:
    """What a lane needs: rows of events that begin in view, and further rows of cards for those that began before."""
    return LaneNeed(rows_to(bars), rows_to(cards, begun), has_clusters)


def cards(*rows: int) -> list[LaneNeed]:
    """Lanes that need so many rows of cards and nothing else."""
    return [need(count) for count in rows]


def height_of(rows: list[RowCounts], metrics: CardMetrics = LOW_LANES) -> float:
    """Height of lanes with so many rows, all together."""
    return sum(lane_height(counts, metrics) for counts in rows)


def granted(needed: list[LaneNeed]) -> list[RowCounts]:
    """What lanes have that get all they need."""
    return shared(needed, math.inf)


def test_each_lane_gets_what_it_needs_where_there_is_room() -> None:
    """On a high view no lane goes without, and none gets a row it has no use for."""
    needed = [need(1), need(7, begun=2), need(1, bars=12), need(4, bars=3, has_clusters=True), need()]
    assert shared(needed, 5000) == [
        RowCounts(0, 1), RowCounts(0, 9), RowCounts(12, 1), RowCounts(3, 4, has_clusters=True), RowCounts(0, 0)
    ]  # fmt: skip


def test_what_is_left_over_has_a_row_of_clusters() -> None:
    """Where the rows fit, only a lane that has clusters anyway keeps that; else each whose rows are too few."""
    needed = [need(2), need(0, begun=2), need(2, has_clusters=True), need(bars=MAX_BAR_ROWS + 1)]
    assert [counts.has_clusters for counts in granted(needed)] == [False, False, True, True]
    assert [counts.has_clusters for counts in shared(needed, height_of([RowCounts(0, 0, has_clusters=True)] * 4))] == [
        True, False, True, True
    ]  # fmt: skip


def test_lanes_too_low_for_anything_have_a_row_of_cards_each() -> None:
    """They scroll; so each that has events which begin in view shows one row of them."""
    needed = [need(9, bars=4), need(1), need(5, bars=12, has_clusters=True), need(0, begun=3)]
    assert shared(needed, 1) == [
        RowCounts(0, 1, has_clusters=True), RowCounts(0, 1), RowCounts(0, 1, has_clusters=True), RowCounts(0, 0)
    ]  # fmt: skip


def test_spare_rows_go_round_in_turn() -> None:
    """What the height has beyond that is shared row by row from the top, until it is used up or nobody needs more."""
    height = height_of([RowCounts(0, 5, has_clusters=True), RowCounts(0, 4), RowCounts(0, 5, has_clusters=True)])
    shares = [[counts.cards for counts in shared(cards(9, 4, 9), height + more)] for more in (0, ROW, -1)]
    assert shares == [[5, 4, 5], [6, 4, 5], [5, 4, 4]]


def test_the_last_rows_go_where_they_show_most() -> None:
    """Where not all lanes get another row, those whose next one shows more cards do, however far down they are."""
    needed = [LaneNeed(rows_to(0), RowsNeeded(1, (1,), (count,)), has_clusters=True) for count in (1, 2, 3, 2)]
    height = height_of([RowCounts(0, 0, has_clusters=True)] * 4)
    shares = [[counts.cards for counts in shared(needed, height + rows * ROW)] for rows in range(5)]
    assert shares == [[0, 0, 0, 0], [0, 0, 1, 0], [0, 1, 1, 0], [0, 1, 1, 1], [1, 1, 1, 1]]


def test_what_begins_in_view_comes_first() -> None:
    """A row only of what began before is given when no lane needs another for what begins in view."""
    needed = [need(1, begun=3), need(4)]
    full = height_of([RowCounts(0, 1), RowCounts(0, 4)])
    assert [[counts.cards for counts in shared(needed, full + more)] for more in (0, ROW - 1, ROW)] == [
        [1, 4], [1, 4], [2, 4]
    ]  # fmt: skip


def test_the_wide_lane_has_all_it_needs_before_the_others_get_more() -> None:
    """Also for what began before the view; the others keep their row of clusters."""
    needed = [need(4), need(3, begun=2, bars=2), need(4)]
    others = RowCounts(0, 0, has_clusters=True)
    height = height_of([others, RowCounts(2, 5), others])
    assert shared(needed, height, wide=1) == [others, RowCounts(2, 5), others]
    assert shared(needed, height)[1] < RowCounts(2, 5)
    assert shared(needed, 5000, wide=1) == shared(needed, 5000)


def test_bars_and_cards_of_a_lane_grow_in_turn() -> None:
    """Of the two kinds of rows that one is next of which the lane has fewer, as far as it needs more."""
    height = height_of([RowCounts(1, 1, has_clusters=True)])
    grown = [shared([need(3, bars=3)], height + extra)[0][:2] for extra in (0, ROW, ROW + BAR_ROW, 400)]
    assert grown == [(1, 1), (1, 2), (2, 2), (3, 3)]


def test_a_row_that_costs_nothing_is_given() -> None:
    """A lane that is higher for its name's sake than its rows need takes another row in that room."""
    roomy = METRICS._replace(min_lane_height=lane_height(RowCounts(0, 4, has_clusters=True), METRICS))
    assert shared(cards(9), roomy.min_lane_height, roomy) == [RowCounts(0, 4, has_clusters=True)]


def test_lines_below_a_name_get_what_the_rows_leave() -> None:
    """From the top; a lane that is high enough anyway has them for nothing."""
    metrics = METRICS._replace(min_lane_height=1, label_height=40, label_line_height=20)
    rows = {"a": RowCounts(0, 1), "b": RowCounts(0, 2), "c": RowCounts(0, 1)}
    wanted, used = dict.fromkeys(rows, 3), height_of(list(rows.values()), metrics)
    with_lines = [with_label_lines(rows, wanted, used + more, metrics) for more in (0, 33, 34, 68)]
    assert [[counts.label_lines for counts in each.values()] for each in with_lines] == [
        [0, 3, 0], [0, 3, 0], [3, 3, 0], [3, 3, 3]
    ]  # fmt: skip


@given(needed=needs, height=heights, metrics=metrics_of_any_lanes, wide=st.integers(-1, 5))
@many_examples
def test_no_lane_gets_more_than_it_needs(
    needed: list[LaneNeed], height: float, metrics: CardMetrics, wide: int
) -> None:
    """Its last rows show something; it has a row of clusters where it has clusters, or too few rows for what begins."""
    for wanted, counts in zip(needed, shared(needed, height, metrics, wide), strict=True):
        assert counts.bars <= MAX_BAR_ROWS
        assert counts.bars in {0, *wanted.bars.shown}
        assert counts.cards in {0, *wanted.cards.shown}
        is_short = counts.bars < wanted.bars.beginning or counts.cards < wanted.cards.beginning
        assert counts.has_clusters == (wanted.has_clusters or is_short)


@given(rows=st.lists(st.integers(0, 15), max_size=6), height=heights, min_lane_height=st.floats(1, 400))
@many_examples
def test_rows_of_cards_are_shared_fairly(rows: list[int], height: float, min_lane_height: float) -> None:
    """No two lanes of cards that need more differ by two rows."""
    granted_rows = shared(cards(*rows), height, METRICS._replace(min_lane_height=min_lane_height))
    short = [counts.cards for wanted, counts in zip(rows, granted_rows, strict=True) if counts.cards < wanted]
    assert not short or max(short) - min(short) <= 1


@given(needed=needs, height=heights, metrics=metrics_of_any_lanes, wide=st.integers(-1, 5))
@many_examples
def test_the_height_is_used_and_not_exceeded(
    needed: list[LaneNeed], height: float, metrics: CardMetrics, wide: int
) -> None:
    """More than the least is given only within the height, and no row of a lane's next kind still has room."""
    rows = shared(needed, height, metrics, wide)
    used = height_of(rows, metrics)
    least = [(0, min(wanted.cards.shown, default=0)) for wanted in needed]
    assert used <= height + PIXEL or all(counts[:2] <= few for counts, few in zip(rows, least, strict=True))
    spare = height - height_of(rows, metrics)
    for wanted, counts in zip(needed, rows, strict=True):
        more = [counts._replace(bars=row) for row in wanted.bars.shown if counts.bars < row <= MAX_BAR_ROWS][:1]
        more += [counts._replace(cards=row) for row in wanted.cards.shown if counts.cards < row][:1]
        costs = [lane_height(larger, metrics) - lane_height(counts, metrics) for larger in more]
        assert not costs or max(costs) > spare - PIXEL
