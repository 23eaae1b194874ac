"""Cards around a view by example: days have cards however far one magnifies."""

from collections.abc import Sequence

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, day_point
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import MIN_ROWS
from qtviewer.timeline.layout_cache import evict_oldest
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import CATEGORIES, head, is_clustered, layout_cache_of, level_of, settled_layout, view_of


def shown(heads: Sequence[EventHead], scale: TimeScale) -> list[list[tuple[str, bool]]]:
    """The first event and whether it is clustered, of each card of the first lane, row by row."""
    lane = settled_layout(heads, scale).lanes[0]
    return [[(card.heads[0].id, is_clustered(card)) for card in row] for row in lane.rows]


def test_long_events_of_neighbouring_tiles_are_both_shown() -> None:
    """Each is the best of a tile in view, where the other does not reach, and none is left out."""
    heads = [head("early", "2016/2021-03", importance=4), head("late", "2020/2027", importance=3)]
    scale = view_of("2019-06", "2022-06", 4000.0)
    assert level_of(scale).min_bar_days == 512
    assert shown(heads, scale)[:2] == [[("early", False)], [("late", False)]]


def test_days_have_cards_in_a_view_of_an_hour() -> None:
    """Where a tile is a day, three events of that day have a row each and are no cluster."""
    heads = [head(f"event-{importance}", "2021-06-28", importance=importance) for importance in (1, 2, 3)]
    noon = day_number(2021, 6, 28) + 0.5
    scale = TimeScale.spanning(noon, noon + 1 / 24, 1200.0)
    assert level_of(scale).tile_days == 1
    assert shown(heads, scale) == [[("event-3", False)], [("event-2", False)], [("event-1", False)]]


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


def test_a_lane_keeps_its_least_rows_beside_its_bars() -> None:
    """However low the window, two rows for cards where they are wanted, and the row of the bar."""
    heads = [head(f"event-{number}", "2021-06-10") for number in range(9)] + [head("long", "2010/2030")]
    scale = view_of("2021-06-01", "2021-06-30")
    shape = layout_cache_of(heads).shape_for(level_of(scale), scale, CATEGORIES, 1.0, None)
    assert [[event.id for event in row] for row in shape.bars["milestone"]] == [["long"]]
    assert shape.row_counts["milestone"] == MIN_ROWS
    assert (shape.row_counts["industry"], shape.bars["industry"]) == (1, ())


def test_preparing_ends_and_makes_a_view_ready() -> None:
    """Step by step all lanes of the tiles in and around a view are at hand, and then there is nothing left to do."""
    heads = [head(f"event-{number}", f"2021-06-{number + 1:02d}", CATEGORIES[number % 3]) for number in range(28)]
    cache, scale = layout_cache_of(heads), view_of("2021-06-01", "2021-06-20")
    level = level_of(scale)
    assert not cache.is_ready(level, scale, CATEGORIES)
    steps = 0
    while cache.prepare_next(level, scale, CATEGORIES):
        steps += 1
        assert steps < 100
    assert steps >= 3
    assert cache.is_ready(level, scale, CATEGORIES)


def test_the_oldest_is_forgotten_first() -> None:
    """So that there is room for one more."""
    kept = {"a": 1, "b": 2, "c": 3}
    evict_oldest(kept, 2)
    assert kept == {"c": 3}
    evict_oldest(kept, 2)
    assert kept == {"c": 3}
