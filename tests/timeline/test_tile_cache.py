"""Tiles are asked of the source once and kept, whatever the categories of the query."""

from collections.abc import Collection, Sequence

from qtviewer.domain.answers import BeginRange, BeginSpan, Density
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Edge, EventHead
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile_cache import TileCache
from tests.store.memory_source import MemorySource
from tests.timeline.samples import CATEGORIES, head, source_of, tiles_of

LEVEL = Level(2, 40.0)
HEADS = [
    head("spring", "2021-03-01/2021-06-15"),
    head("day", "2021-06-10", "milestone"),
    head("fair", "2021-06-12/2021-06-14", "livelihood"),
]
TILE = LEVEL.tile_at(HEADS[1].date.first_day)


class CountingSource(MemorySource):
    """Notes the categories it is asked for."""

    def __init__(self, source: MemorySource) -> None:
        self.all, self.vocabulary = source.all, source.vocabulary
        self.asked: list[Collection[str] | None] = []
        self.ranges: list[BeginRange] = []

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> list[Density]:
        """As the source itself answers."""
        self.asked.append(query.categories)
        return super().density(query, level, days, edge)

    def begin_spans(self, query: EventQuery, ranges: Sequence[BeginRange]) -> list[BeginSpan]:
        """As the source itself answers."""
        self.ranges += ranges
        return super().begin_spans(query, ranges)


def ids(heads: Sequence[EventHead]) -> list[str]:
    """The ids of some events."""
    return [each.id for each in heads]


def test_all_lanes_of_a_tile_are_asked_for_at_once_and_only_once() -> None:
    """A category that is switched on later is asked for alone."""
    source = CountingSource(source_of(HEADS))
    tiles = TileCache(source, EventQuery(), "zh")
    for category in (*CATEGORIES[:2], *CATEGORIES[:2]):
        assert ids(tiles.lane(LEVEL, TILE, category, CATEGORIES[:2]).heads) == [
            {"milestone": "day", "livelihood": "fair"}[category]
        ]
    assert tiles.lane(LEVEL, TILE, "industry", CATEGORIES).heads == ()
    assert source.asked == [frozenset(CATEGORIES[:2]), frozenset(CATEGORIES[2:])]


def test_a_tile_serves_every_magnification_of_its_cells() -> None:
    """What begins in a cell does not depend on how wide it is."""
    source = CountingSource(source_of(HEADS))
    tiles = TileCache(source, EventQuery(), "zh")
    first = tiles.lane(LEVEL, TILE, "milestone", CATEGORIES)
    assert tiles.lane(Level(2, 56.6), TILE, "milestone", CATEGORIES) is first
    assert tiles.lane(Level(3, 40.0), LEVEL.tile_at(0), "milestone", CATEGORIES) is not first
    assert len(source.asked) == 2


def test_the_categories_of_the_query_hide_no_lane() -> None:
    """Which lanes there are is said by who asks; every other condition holds."""
    tiles = tiles_of(HEADS, EventQuery(categories=frozenset({"milestone"}), last_day=HEADS[1].date.first_day))
    assert ids(tiles.lane(LEVEL, TILE, "milestone", CATEGORIES).heads) == ["day"]
    assert tiles.lane(LEVEL, TILE, "livelihood", CATEGORIES).heads == ()
    assert ids(tiles.bars(LEVEL, TILE)["milestone"]) == ["spring"]


def test_a_long_event_is_a_bar_of_every_tile_it_touches() -> None:
    """And of no other."""
    tiles = tiles_of(HEADS)
    first, last = LEVEL.tile_at(HEADS[0].date.first_day), LEVEL.tile_at(HEADS[0].date.last_day)
    with_bar = [tile for tile in range(first - 2, last + 3) if "milestone" in tiles.bars(LEVEL, tile)]
    assert with_bar == list(range(first, last + 1))


def test_when_a_cluster_begins_is_asked_for_once() -> None:
    """The first and the last minute in which one of its events begins, in the order of the ranges."""
    source = CountingSource(source_of(HEADS))
    tiles = TileCache(source, EventQuery(categories=frozenset({"industry"})), "zh")
    all_of_june = minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30)))
    june = BeginRange("milestone", *all_of_june, frozenset())
    year = BeginRange("milestone", *minutes_of_days((day_number(2021), day_number(2021, 12, 31))), frozenset())
    spring, day, fair = (event.begin_span for event in HEADS)
    both = BeginSpan(spring.first_minute, day.last_minute, day.end_minute)
    assert list(tiles.begin_spans([june])) == [day]
    assert list(tiles.begin_spans([june, year, june])) == [day, both, day]
    assert list(tiles.begin_spans([year._replace(excluded_ids=frozenset({"spring"}))])) == [day]
    assert list(tiles.begin_spans([BeginRange("livelihood", *all_of_june, frozenset())])) == [fair]
    assert source.ranges == [june, year, *source.ranges[2:]]
    assert len(source.ranges) == 4


def test_when_clusters_begin_is_answered_however_many_were_asked_before() -> None:
    """Also of ranges that were known when others made too many of them to be kept."""
    tiles, (_spring, day, _fair) = tiles_of(HEADS), HEADS
    june = minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30)))
    ranges = [BeginRange("milestone", *june, frozenset({f"other-{number}"})) for number in range(8_000)]
    for start in range(0, 8_000, 1_000):
        spans = tiles.begin_spans([*ranges[:1], *ranges[start : start + 1_000]])
        assert set(spans) == {day.begin_span}


def test_the_only_other_event_of_a_day() -> None:
    """Found by who is excluded, whatever begins on that day in another lane."""
    heads = [
        head("a", "2021-06-10"),
        head("b", "2021-06-10"),
        head("c", "2021-06-10"),
        head("d", "2021-06-10", "industry"),
    ]
    tiles = tiles_of(heads, EventQuery(categories=frozenset({"industry"})))
    assert tiles.only_event("milestone", heads[0].begin_span.minutes, frozenset({"a", "c"})).id == "b"


def test_events_that_begin_in_some_minutes_are_counted_with_the_query() -> None:
    """The first and the last minute included, the categories of the query without effect."""
    tiles = tiles_of([*HEADS, head("minor", "2021-06-11", importance=1)],
                     EventQuery(categories=frozenset({"industry"}), min_importance=2))  # fmt: skip
    minute = HEADS[1].first_minute
    spans = [(minute, minute), (minute - 1, minute + 1440), (minute + 1, minute + 9)]
    assert [tiles.count_beginning("milestone", minutes) for minutes in spans] == [1, 1, 0]


def test_the_counts_of_a_view_are_kept() -> None:
    """For every view that touches the same minutes in the same lanes."""
    source = CountingSource(source_of(HEADS))
    tiles = TileCache(source, EventQuery(), "zh")
    june = minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30)))
    counts = tiles.count_view(june, CATEGORIES)
    assert {key: (lane.touching, lane.begun) for key, lane in counts.lanes.items()} == {
        "milestone": (2, 1), "livelihood": (1, 0), "industry": (0, 0)
    }  # fmt: skip
    assert tiles.count_view((june[0] - 1, june[1]), CATEGORIES) is not counts
    assert tiles.count_view(june, CATEGORIES[::-1]) is counts
    assert set(tiles.count_view(june, CATEGORIES[:1]).lanes) == {"milestone"}


def test_many_ranges_are_answered_in_order_even_when_few_of_them_are_kept() -> None:
    """Ranges that were asked for before, and new ones, have their own answers however many there are."""
    tiles = TileCache(CountingSource(source_of(HEADS)), EventQuery(), "zh")
    june = BeginRange("milestone", *minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30))), frozenset())
    many = [june._replace(excluded_ids=frozenset({f"other-{number}"})) for number in range(6_000)]
    assert set(tiles.begin_spans(many)) == {HEADS[1].begin_span}
    assert list(tiles.begin_spans([*many[-2:], june])) == 3 * [HEADS[1].begin_span]
