"""Cards around a view by example: bars keep their rows, days have cards however far one magnifies."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, point_of
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import rank_key
from qtviewer.timeline.layout import MIN_ROWS
from qtviewer.timeline.layout_cache import SpanBarRows, assign_bar_rows, evict_oldest
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import CATEGORIES, head, is_clustered, layout_cache_of, level_of, settled, view_of

GAP = 5.0  # days
SEVENTIES, EIGHTIES, BOTH = head("a", "1970/1979"), head("b", "1981/1989"), head("c", "1975/1985", importance=2)


def ids(bars: SpanBarRows) -> list[list[str]]:
    """The ids in each row."""
    return [[event.id for event in row] for row in bars]


def test_long_events_share_a_row_where_they_leave_each_other_room() -> None:
    """One after the other in one row, over each other in two, the most important in the upper."""
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES], GAP)) == [["a", "b"]]
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES, BOTH], GAP)) == [["a", "b"], ["c"]]
    assert ids(assign_bar_rows((), [BOTH, SEVENTIES, EIGHTIES], GAP)) == [["c"], ["a", "b"]]
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES], 400.0)) == [["a"], ["b"]]


def test_a_long_event_keeps_its_row() -> None:
    """The one that was there first stays, a better one goes below, and a row that empties in between stays empty."""
    before = assign_bar_rows((), [BOTH], GAP)
    assert ids(assign_bar_rows(before, [SEVENTIES, BOTH], GAP)) == [["c"], ["a"]]
    both_rows = assign_bar_rows(before, [SEVENTIES, BOTH], GAP)
    assert ids(assign_bar_rows(both_rows, [SEVENTIES], GAP)) == [[], ["a"]]
    assert ids(assign_bar_rows(both_rows, [BOTH], GAP)) == [["c"]]
    assert assign_bar_rows(both_rows, [], GAP) == ()


@st.composite
def ranked_events(draw: st.DrawFn) -> list[EventHead]:
    """Some of a dozen long events, the most important first."""
    numbers = draw(st.lists(st.integers(0, 11), unique=True))
    events = [head(f"e-{n}", f"{1900 + n * 5}/{1904 + n * 5 + n * 7 % 20}", importance=n % 5 + 1) for n in numbers]
    return sorted(events, key=rank_key)


@given(views=st.lists(ranked_events(), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_rows_of_long_events_hold_each_once_and_none_over_another(views: list[list[EventHead]]) -> None:
    """From view to view: all that are seen, none in another row than before, no empty row at the end."""
    bars: SpanBarRows = ()
    for ranked in views:
        before, bars = bars, assign_bar_rows(bars, ranked, GAP)
        assert sorted(event.id for row in bars for event in row) == sorted(event.id for event in ranked)
        assert not bars or bars[-1]
        for number, row in enumerate(bars):
            assert list(row) == sorted(row, key=lambda event: event.date.first_day)
            for event, other in combinations(row, 2):
                assert event.date.last_day + 1 + GAP <= other.date.first_day
            stayed = [event for event in (before[number] if number < len(before) else ()) if event in ranked]
            assert set(stayed) <= set(row)


def shown(heads: Sequence[EventHead], scale: TimeScale) -> list[list[tuple[str, bool]]]:
    """The first event and whether it is clustered, of each card of the first lane, row by row."""
    lane = settled(heads, scale).lanes[0]
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
        days = [format_edtf(EventDate.from_point(point_of(day))) for day in (border - 1, border + 1)]
        heads = [head("before", days[0], title="x" * 30), head("after", days[1])]
        scale = TimeScale(float(border), level.pixels_per_day, 1000.0)
        rows = shown(heads, scale)
        assert sorted(filter(None, rows)) == [[("after", False)], [("before", False)]]


def test_a_lane_keeps_its_least_rows_beside_its_bars() -> None:
    """However low the window, two rows for cards where they are wanted, and the row of the bar."""
    heads = [head(f"event-{number}", "2021-06-10") for number in range(9)] + [head("long", "2010/2030")]
    scale = view_of("2021-06-01", "2021-06-30")
    shape = layout_cache_of(heads).shape(level_of(scale), scale, CATEGORIES, 1.0, None)
    assert (shape.rows["milestone"], ids(shape.bars["milestone"])) == (MIN_ROWS, [["long"]])
    assert (shape.rows["industry"], shape.bars["industry"]) == (1, ())


def test_preparing_ends_and_makes_a_view_ready() -> None:
    """Step by step all lanes of the tiles in and around a view are at hand, and then there is nothing left to do."""
    heads = [head(f"event-{number}", f"2021-06-{number + 1:02d}", CATEGORIES[number % 3]) for number in range(28)]
    cache, scale = layout_cache_of(heads), view_of("2021-06-01", "2021-06-20")
    level = level_of(scale)
    assert not cache.is_ready(level, scale, CATEGORIES)
    steps = 0
    while cache.prepare(level, scale, CATEGORIES):
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
