"""Cards, clusters and chips of a lane add up to what touches the view: known lanes."""

from collections.abc import Sequence

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, day_point
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.source import EventHead
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import CATEGORIES, LOW, head, room_of, settling_layout_of, view_of

JUNE = view_of("2021-06-01", "2021-06-30")


def sum_of(heads: Sequence[EventHead], scale: TimeScale = JUNE, height: float = 900.0) -> LaneSum:
    """The sum of the first lane; all three share the height."""
    settling = settling_layout_of(heads)
    layout = settling.layout(scale, room_of(height))
    return settling.lane_sums(scale, CATEGORIES, layout)["milestone"]


def periods(lane_sum: LaneSum) -> list[tuple[str, int]]:
    """The periods of a sum as EDTF, and the number of each."""
    return [(format_edtf(EventDate.from_point(period)), size) for period, size in lane_sum.periods]


def test_what_is_not_in_view_is_no_part_of_a_sum() -> None:
    """Events before and after the view, and those of other lanes."""
    heads = [head("before", "2021-05-31"), head("after", "2021-07-01"), head("other", "2021-06-10", "industry")]
    june = minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30)))
    assert sum_of([*heads, head("within", "2021-06-10")]) == LaneSum(1, 1, 0, {}, frozenset(), 0, 0, (), june)


def test_what_begins_in_view_has_cards_or_is_in_clusters() -> None:
    """Nine events of a day and two others: all have cards in a high window, in a low one the nine are a cluster."""
    heads = [head(f"event-{number}", "2021-06-10") for number in range(9)] + [
        head("a", "2021-06-01"),
        head("b", "2021-06-28"),
    ]
    assert sum_of(heads, height=2000.0)[:4] == (11, 11, 0, {})
    low = sum_of(heads, height=LOW)
    assert (low.touching, low.cards, low.clustered) == (11, 2, 9)
    assert [cluster.size for cluster in low.clusters.values() if cluster] == [9]


def test_what_goes_on_is_counted_by_a_chip_where_it_has_no_bar() -> None:
    """In a high window three long events that began before are span bars, in a low one two are a number."""
    heads = [head(f"long-{number}", "2010/2030") for number in range(3)]
    high, low = sum_of(heads), sum_of(heads, height=LOW)
    assert (high.cards, high.going_on, high.begun_ids) == (3, 0, frozenset({"long-0", "long-1", "long-2"}))
    assert (low.cards, low.going_on, low.begun_ids) == (1, 2, frozenset({"long-0"}))
    assert high.touching == low.touching == 3


def test_what_is_known_only_by_a_period_is_counted_for_it() -> None:
    """From the shortest to the longest; one day between two others is known by no period, and does not go on."""
    dates = ["2021", "2021~", "202X", "20XX", "[2021-01-01..2021-12-31]", "[..2021-12-31]", "2019/.."]
    lane_sum = sum_of([head(f"event-{date}", date) for date in dates])
    assert periods(lane_sum) == [("2021", 2), ("202X", 1), ("20XX", 1)]
    assert (lane_sum.touching, lane_sum.going_on, lane_sum.within, lane_sum.cards) == (7, 0, 2, 1)


def test_one_of_a_period_that_has_a_card_is_not_counted_for_it() -> None:
    """The month that began a few days before the view has its card at the edge; another of them is still counted."""
    scale = TimeScale.spanning(day_number(2021, 6, 3), day_number(2021, 7, 3), 1200.0)
    only, both = (
        sum_of([head(f"event-{number}", "2021-06", importance=number) for number in range(1, size + 1)], scale, LOW)
        for size in (1, 2)
    )
    assert (only.cards, periods(only), only.begun_ids) == (1, [], frozenset({"event-1"}))
    assert (both.touching, both.cards, periods(both), both.begun_ids) == (
        2,
        1,
        [("2021-06", 1)],
        frozenset({"event-2"}),
    )


def test_a_cluster_that_began_before_the_view_has_what_begins_in_it() -> None:
    """The others of its events are not in view any more, and it is a cluster of the days of those that are."""
    heads = [head(f"event-{number}", f"2021-06-{day:02d}") for number, day in enumerate((8, 8, 9, 10, 10))]
    scale = TimeScale.spanning(day_number(2021, 6, 9), day_number(2021, 7, 9), 1200.0)
    lane_sum = sum_of(heads, scale, LOW)
    (cluster,) = lane_sum.clusters.values()
    assert cluster is not None
    assert (cluster.size, cluster.minutes) == (3, minutes_of_days((day_number(2021, 6, 9), day_number(2021, 6, 10))))
    assert (lane_sum.touching, lane_sum.clustered, lane_sum.going_on) == (3, 3, 0)


def test_a_cluster_of_which_one_event_is_in_view_is_still_there() -> None:
    """As a cluster of one, which stands on the day of that event, be that loaded or not."""
    scale = TimeScale.spanning(day_number(2021, 6, 10), day_number(2021, 7, 10), 1200.0)
    for days in ((8, 8, 8, 11), (8,) * 60 + (11,)):
        heads = [head(f"event-{day}-{number}", f"2021-06-{day:02d}", title="x" * 20) for number, day in enumerate(days)]
        lane_sum = sum_of(heads, scale, LOW)
        (cluster,) = lane_sum.clusters.values()
        assert cluster is not None
        assert (cluster.is_cluster, cluster.size) == (True, 1)
        assert cluster.minutes == minutes_of_days((day_number(2021, 6, 11),) * 2)
        assert cluster.contains_event(heads[-1])
        assert (cluster.first, cluster.last) == (day_number(2021, 6, 11), day_number(2021, 6, 12))
        assert (lane_sum.touching, lane_sum.cards, lane_sum.clustered) == (1, 0, 1)


def test_a_cluster_without_room_before_the_next_is_one_with_that() -> None:
    """Of a cluster that began before the view the last day is in it, and the next cluster begins the day after."""
    days = range(day_number(2021), day_number(2021, 7))
    heads = [EventHead(f"{day}-{at}", EventDate.from_point(day_point(day)), "milestone", 3, "x" * 30, day)
             for day in days for at in range(9)]  # fmt: skip
    settling, scale = settling_layout_of(heads), view_of("2021-01-01", "2021-06-30")
    before, following = settling.layout(scale, room_of(LOW)).lanes[0].rows[-1][2:4]
    assert before.is_cluster
    assert before.minutes[1] + 1 == following.minutes[0]
    moved = scale._replace(left=float(before.minutes[1] // 1440))
    lane_sum = settling.lane_sums(moved, CATEGORIES, settling.layout(moved, room_of(LOW)))["milestone"]
    first = next(cluster for cluster in lane_sum.clusters.values() if cluster is not None)
    assert first.minutes == (before.minutes[1] - 1439, following.minutes[1])
    assert first.size == following.size + 9
    assert (lane_sum.touching, lane_sum.going_on) == (lane_sum.cards + lane_sum.clustered, 0)
