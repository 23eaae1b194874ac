"""Lanes share the height: a few rows for each that wants them, then one more in turn while there is room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import LEAST_ROWS, CardMetrics, lane_height_for, lay_out, share_rows
from qtviewer.timeline.packing import Slot
from tests.timeline.samples import CATEGORIES, METRICS, TitleSizes, head_lists, laid_out, magnifications

ROW = METRICS.height + METRICS.gap
MONTHS = range(1, 13)
LOW_LANES = METRICS._replace(lane_least=1)


def busy(rows: int) -> list[Slot]:
    """Slots of a lane that wants this many rows."""
    return [Slot(card, 0, 100, 100, 6) for card in range(rows)]


def shared(wanted: list[int], height: float, metrics: CardMetrics = LOW_LANES) -> list[int]:
    """Rows that lanes get which want so many."""
    slots = {f"lane-{number}": busy(rows) for number, rows in enumerate(wanted)}
    return list(share_rows(slots, height, metrics).values())


def height_of(rows: list[int], metrics: CardMetrics = LOW_LANES) -> float:
    """Height of lanes with so many rows, all together."""
    return sum(lane_height_for(count, metrics) for count in rows)


def test_each_lane_gets_what_it_wants_where_there_is_room() -> None:
    """On a high view no lane goes without, and none gets a row it has no use for."""
    assert shared([0, 1, 7, 12], 5000) == [0, 1, 7, 12]


def test_a_few_rows_are_for_everyone() -> None:
    """However low the view, a lane gets the few rows it wants: lanes scroll rather than shrink to stacks."""
    assert shared([9, 1, 2, 5], 1) == [LEAST_ROWS, 1, 2, LEAST_ROWS]


def test_spare_rows_go_round_in_turn() -> None:
    """What the height has beyond that is shared row by row from the top, until it is used up or nobody wants more."""
    assert shared([9, 4, 9], height_of([5, 4, 5])) == [5, 4, 5]
    assert shared([9, 4, 9], height_of([5, 4, 5]) + ROW) == [6, 4, 5]
    assert shared([9, 4, 9], height_of([5, 4, 5]) - 1) == [5, 4, 4]


def test_a_row_that_costs_nothing_is_given() -> None:
    """A lane that is higher for its name's sake than its rows need takes another row in that room."""
    roomy = METRICS._replace(lane_least=height_of([4]))
    assert shared([9], height_of([4]), roomy) == [4]


@given(
    wanted=st.lists(st.integers(0, 15), max_size=6),
    height=st.floats(1, 3000),
    lane_least=st.floats(1, 400),
)
@settings(max_examples=150, deadline=None)
def test_rows_are_shared_fairly(wanted: list[int], height: float, lane_least: float) -> None:
    """No lane gets more than it wants, none fewer than its few, and no two that want more differ by two rows."""
    rows = shared(wanted, height, METRICS._replace(lane_least=lane_least))
    assert all(min(want, LEAST_ROWS) <= count <= want for want, count in zip(wanted, rows, strict=True))
    short = [count for want, count in zip(wanted, rows, strict=True) if count < want]
    assert not short or max(short) - min(short) <= 1


@given(
    wanted=st.lists(st.integers(0, 15), max_size=6),
    height=st.floats(1, 3000),
    lane_least=st.floats(1, 400),
)
@settings(max_examples=150, deadline=None)
def test_the_height_is_used_and_not_exceeded(wanted: list[int], height: float, lane_least: float) -> None:
    """More than the few rows are given only within the height, and none is kept back that still has room."""
    metrics = METRICS._replace(lane_least=lane_least)
    rows = shared(wanted, height, metrics)
    used = height_of(rows, metrics)
    assert used <= height or rows == [min(want, LEAST_ROWS) for want in wanted]
    for want, count in zip(wanted, rows, strict=True):
        if count < want:
            assert used + lane_height_for(count + 1, metrics) - lane_height_for(count, metrics) > height


@given(heads=head_lists(), pixels_per_day=magnifications, height=st.floats(1, 1500))
@settings(max_examples=80, deadline=None)
def test_stacks_only_where_there_is_no_room(heads: list[EventHead], pixels_per_day: float, height: float) -> None:
    """A lane with a stack has its few rows already, and the view has no room for another."""
    layout = laid_out(heads, pixels_per_day, height)
    for lane in layout.lanes:
        if any(card.is_stack for row in lane.rows for card in row):
            assert len(lane.rows) >= LEAST_ROWS
            higher = lane_height_for(len(lane.rows) + 1, METRICS) - lane.height
            assert layout.height + higher > height


def test_twenty_thousand_events_are_each_measured_once() -> None:
    """A large store is laid out in one go over its events: no card is measured twice, none is lost."""
    heads = [
        EventHead(f"event-{number}", date, CATEGORIES[number % 3], number % 5 + 1, "Opens")
        for number, date in enumerate(
            parse_edtf(f"{year:04d}-{month:02d}") for year in range(300, 1967) for month in MONTHS
        )
    ]
    sizes = TitleSizes()
    layout = lay_out(heads, CATEGORIES, 0.05, 900.0, sizes)
    assert sizes.times_asked == len(heads) == 20_004
    assert sum(len(card.heads) for lane in layout.lanes for row in lane.rows for card in row) == 20_004
