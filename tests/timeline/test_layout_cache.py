"""Cards around a view by example: days have cards however far one magnifies."""

from collections.abc import Sequence

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, day_point
from qtviewer.domain.dates.minutes import days_of_minutes
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import RowCounts
from qtviewer.timeline.layout_cache import evict_oldest
from qtviewer.timeline.row_shares import MAX_BAR_ROWS
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import (
    CATEGORIES,
    LOW,
    METRICS,
    head,
    layout_cache_of,
    level_of,
    settled_layout,
    shape_of,
    view_of,
)

PAIR = [head("important", "2021-06-22", importance=5), head("unimportant", "2021-06-22", importance=1)]


def shown(heads: Sequence[EventHead], scale: TimeScale) -> list[list[tuple[str, bool]]]:
    """The first event and whether it is clustered, of each card of the first lane, row by row."""
    lane = settled_layout(heads, scale).lanes[0]
    return [[(card.heads[0].id, card.is_cluster) for card in row] for row in lane.rows]


def test_long_events_of_neighbouring_tiles_are_both_shown() -> None:
    """Each is the best of a tile in view, where the other does not reach, and none is left out."""
    heads = [head("early", "2016/2021-03", importance=4), head("late", "2020/2027", importance=3)]
    scale = view_of("2019-06", "2022-06", 4000.0)
    assert level_of(scale).min_bar_days == 512
    assert shown(heads, scale)[:2] == [[("early", False)], [("late", False)]]


def test_events_of_a_minute_have_cards_in_a_view_of_an_hour() -> None:
    """Where a tile is an hour and a half, three events of one minute have a row each and are no cluster."""
    heads = [head(f"event-{rank}", "2021-06-28", importance=rank, time="12:30") for rank in (1, 2, 3)]
    noon = day_number(2021, 6, 28) + 0.5
    scale = TimeScale.spanning(noon, noon + 1 / 24, 1200.0)
    assert level_of(scale).tile_days == 1 / 16
    assert shown(heads, scale) == [[("event-3", False)], [("event-2", False)], [("event-1", False)], []]


def test_what_reaches_in_from_the_tile_before_is_there() -> None:
    """A wide card of the last day of a tile, seen from the beginning of the next, whose own card is in another row."""
    level = level_of(view_of("2021-06-01", "2021-06-30"))
    tile = level.tile_at(day_number(2021, 6))
    for border in (level.days_of(tile)[0], level.days_of(tile)[1] + 1):
        days = [format_edtf(EventDate.from_point(day_point(day))) for day in (border - 1, border + 1)]
        heads = [head("before", days[0], title="x" * 30), head("after", days[1])]
        scale = TimeScale(float(border), level.pixels_per_day, 1000.0)
        rows = shown(heads, scale)
        assert sorted(filter(None, rows)) == [[("after", False)], [("before", False)]]


def test_a_lane_has_the_rows_that_its_events_need() -> None:
    """Its long event is among the clusters where there is hardly room, else a span bar, and none is left over."""
    heads = [head(f"event-{number}", "2021-06-10") for number in range(9)] + [head("long", "2021-06-12/2021-12-31")]
    scale = view_of("2021-06-01", "2021-06-30")
    low, high = (shape_of(heads, layout_cache_of(heads), scale, height) for height in (LOW, 2000.0))
    assert (low.bars, low.row_counts) == (
        {"milestone": ()}, {"milestone": RowCounts(0, 0, has_clusters=True)}
    )  # fmt: skip
    assert [[event.id for event in row] for row in high.bars["milestone"]] == [["long"]]
    assert (high.row_counts, high.empty) == ({"milestone": RowCounts(1, 9)}, CATEGORIES[1:])
    (row,) = settled_layout(heads, scale, LOW).lanes[0].rows
    assert [card.size for card in row] == [10]
    assert days_of_minutes(row[0].minutes) == (day_number(2021, 6, 10), day_number(2021, 6, 12))


def test_a_lane_has_some_span_bars_at_most() -> None:
    """Of a crowd of long events the most important are bars, the others are counted."""
    heads = [head(f"long-{number}", "2010/2030", importance=number % 5 + 1) for number in range(20)]
    scale = view_of("2021-06-01", "2021-06-30")
    shape = shape_of(heads, layout_cache_of(heads), scale, 5000.0)
    assert shape.row_counts["milestone"][:2] == (MAX_BAR_ROWS, 0)
    assert [row[0].importance for row in shape.bars["milestone"]] == [5] * 4 + [4] * 4 + [3] * 4


def test_the_only_event_that_is_left_over_is_a_card() -> None:
    """No cluster is of one: among clusters it stands with its title, far away, too, where it was not loaded before."""
    crowd = [head(f"event-{number}", "2021-06-10") for number in range(60)]
    scale = view_of("2021-06-01", "2021-06-30")
    *_rows, last = settled_layout([*crowd, *PAIR], scale, 260.0).lanes[0].rows
    assert [(card.size, [event.id for event in card.heads]) for card in last[1:]] == [(1, ["unimportant"])]


def test_something_long_that_is_left_over_is_no_span_where_the_next_stands() -> None:
    """A card that would reach over the next cluster keeps its title, and a narrower card than it would have alone."""
    crowd = [head(f"event-{number}", "2021-06-15") for number in range(9)]
    alone = [head("alone", "2021-06-08/2021-06-20", title="x" * 50)]
    scale = view_of("2021-06-01", "2021-06-30")
    card, cluster = settled_layout([*crowd, *alone], scale, LOW).lanes[0].rows[0]
    assert (card.heads, card.size, card.is_span, cluster.size) == (tuple(alone), 1, False, 9)
    assert (cluster.first - card.first) * level_of(scale).pixels_per_day == pytest.approx(card.width + METRICS.gap)


def test_preparing_ends() -> None:
    """Step by step all lanes of the tiles in and around a view are at hand, and then there is nothing left to do."""
    heads = [head(f"event-{number}", f"2021-06-{number + 1:02d}", CATEGORIES[number % 3]) for number in range(28)]
    cache, scale = layout_cache_of(heads), view_of("2021-06-01", "2021-06-20")
    level = level_of(scale)
    assert len(list(cache.prepare(level, scale, CATEGORIES))) >= 3
    assert list(cache.prepare(level, scale, CATEGORIES)) == []


def test_the_oldest_is_forgotten_first() -> None:
    """So that there is room for one more."""
    kept = {"a": 1, "b": 2, "c": 3}
    evict_oldest(kept, 2)
    assert kept == {"c": 3}
    evict_oldest(kept, 2)
    assert kept == {"c": 3}
