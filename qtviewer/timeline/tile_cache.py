"""What the tiles of a timeline hold, asked of the store once and kept."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import Density, EventHead, EventSource
from qtviewer.timeline.card import rank_key
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile import MAX_CARDS, LaneTile, tile_of_densities, tile_of_events

MAX_BARS: Final = 1  # events of a lane longer than a tile that are shown over their whole length
_KEPT: Final = 1_200  # lanes of tiles

Key = tuple[int, int, str]


class TileCache:
    """The tiles of the events that match a query, whatever its categories."""

    def __init__(self, source: EventSource, query: EventQuery, lang: str) -> None:
        self._source = source
        self._query = query
        self._lang = lang
        self._tiles: OrderedDict[Key, LaneTile] = OrderedDict()
        self._bars: dict[tuple[int, int], dict[str, tuple[EventHead, ...]]] = {}

    def lane(self, level: Level, tile: int, category: str, categories: Collection[str]) -> LaneTile:
        """A lane of a tile; those of the other `categories` are asked for along with it."""
        key = (level.exponent, tile, category)
        if key not in self._tiles:
            self._load(level, tile, [each for each in categories if (level.exponent, tile, each) not in self._tiles])
        self._tiles.move_to_end(key)
        return self._tiles[key]

    def has_bars(self, level: Level, tile: int) -> bool:
        """Whether the long events of a tile are at hand."""
        return (level.exponent, tile) in self._bars

    def bars(self, level: Level, tile: int) -> Mapping[str, tuple[EventHead, ...]]:
        """The most important events longer than a tile that touch it, by category."""
        key = (level.exponent, tile)
        if key not in self._bars:
            if len(self._bars) > _KEPT:
                self._bars.clear()
            heads = self._source.heads_of_long_events(
                self._query._replace(categories=None), self._lang, level.days_of(tile), level.min_bar_days
            )
            self._bars[key] = {
                category: tuple(sorted(members, key=rank_key)[:MAX_BARS])
                for category, members in _by_category(heads).items()
            }
        return self._bars[key]

    def _load(self, level: Level, tile: int, categories: Sequence[str]) -> None:
        days, query = level.days_of(tile), self._query._replace(categories=frozenset(categories))
        by_category: dict[str, list[Density]] = {category: [] for category in categories}
        for density in self._source.density(query, level.density_level, days):
            by_category[density.category].append(density)
        sizes = {category: sum(part.size for part in parts) for category, parts in by_category.items()}
        near = [category for category, size in sizes.items() if 0 < size <= MAX_CARDS]
        far = [category for category, size in sizes.items() if size > MAX_CARDS]
        heads = self._heads_beginning(near, days)
        representatives = self._source.heads_by_number(
            [part.representative for category in far for part in by_category[category]], self._lang
        )
        for category in categories:
            bars = self.bars(level, tile).get(category, ())
            self._tiles[level.exponent, tile, category] = (
                tile_of_densities(
                    level,
                    tile,
                    category,
                    [(density, representatives[density.representative]) for density in by_category[category]],
                    bars,
                )
                if category in far
                else tile_of_events(level, tile, category, heads.get(category, ()), bars)
            )
        while len(self._tiles) > _KEPT:
            self._tiles.popitem(last=False)

    def _heads_beginning(self, categories: Sequence[str], days: tuple[int, int]) -> dict[str, list[EventHead]]:
        if not categories:
            return {}
        query = self._query._replace(categories=frozenset(categories))
        return _by_category(self._source.heads_beginning(query, self._lang, days))


def _by_category(heads: Iterable[EventHead]) -> dict[str, list[EventHead]]:
    ordered = sorted(heads, key=lambda head: head.category)  # stable: date order stays within a category
    return {category: list(members) for category, members in groupby(ordered, key=lambda head: head.category)}
