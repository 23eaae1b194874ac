"""Tiles are asked of the source once and kept, whatever the categories of the query."""

from collections.abc import Collection, Sequence

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Density, Edge, EventHead
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

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> list[Density]:
        """As the source itself answers."""
        self.asked.append(query.categories)
        return super().density(query, level, days, edge)


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
