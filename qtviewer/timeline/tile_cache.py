"""The tiles of the events that match a query, read from a source once and kept."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from qtviewer.domain.answers import BeginRange, BeginSpan, Density
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.timeline.levels import Level
from qtviewer.timeline.tile import MAX_CARDS, LaneTile, is_long, tile_of_densities, tile_of_events
from qtviewer.timeline.view_counts import ViewCounts, count_view

_MAX_LANE_TILES: Final = 1_200
_MAX_BEGIN_SPANS: Final = 5_000
_MAX_VIEW_COUNTS: Final = 8

_Key = tuple[int, int, str]  # exponent of the level, tile, category


class TileCache:
    """Reads tiles of the events that match a query; the query's own categories have no effect.

    `lang` is the language of the titles. A tile serves all levels of the same exponent.
    """

    def __init__(self, source: EventSource, query: EventQuery, lang: str) -> None:
        self._source = source
        self._query = query
        self._lang = lang
        self._lane_tiles: OrderedDict[_Key, LaneTile] = OrderedDict()
        self._view_counts: OrderedDict[tuple[Minutes, frozenset[str]], ViewCounts] = OrderedDict()
        self._begin_spans: dict[BeginRange, BeginSpan] = {}
        self._bars: dict[tuple[int, int], dict[str, list[EventHead]]] = {}

    def lane(self, level: Level, tile: int, category: str, categories: Collection[str]) -> LaneTile:
        """Return a lane of a tile; if it has to be read, so are those of the other `categories` that are missing."""
        key = (level.exponent, tile, category)
        if key not in self._lane_tiles:
            self._read(
                level, tile, [other for other in categories if (level.exponent, tile, other) not in self._lane_tiles]
            )
        self._lane_tiles.move_to_end(key)
        return self._lane_tiles[key]

    def has_bars(self, level: Level, tile: int) -> bool:
        """Return whether `bars` answers for a tile without reading from the source."""
        return (level.exponent, tile) in self._bars

    def bars(self, level: Level, tile: int) -> Mapping[str, Sequence[EventHead]]:
        """Return the most important events, longer than a card can show, that touch a tile, by category."""
        key = (level.exponent, tile)
        if key not in self._bars:
            if len(self._bars) > _MAX_LANE_TILES:
                self._bars.clear()
            query = self._query._replace(categories=None)
            heads = self._source.heads_of_long_events(query, self._lang, level.days_of(tile), level.min_bar_days)
            self._bars[key] = _by_category(head for head in heads if is_long(head, level))
        return self._bars[key]

    def count_view(self, minutes: Minutes, categories: Collection[str]) -> ViewCounts:
        """Count the events of some categories that touch the minutes of a view; the counts of a few views are kept."""
        key = minutes, frozenset(categories)
        if key not in self._view_counts:
            while len(self._view_counts) >= _MAX_VIEW_COUNTS:
                self._view_counts.popitem(last=False)
            self._view_counts[key] = count_view(self._source, self._query, minutes, categories)
        return self._view_counts[key]

    def count_beginning(self, category: str, minutes: Minutes) -> int:
        """Return how many events of a category begin in some minutes, first and last included."""
        query = self._query._replace(categories=frozenset({category}))
        return self._source.count_beginning(query, minutes).get(category, 0)

    def only_event(self, category: str, minutes: Minutes, excluded_ids: frozenset[str]) -> EventHead:
        """Return the one event of a category that begins in some minutes besides the excluded ones."""
        query = self._query._replace(categories=frozenset({category}))
        heads = self._source.heads_beginning(query, self._lang, minutes, len(excluded_ids) + 1)
        return next(head for head in heads if head.id not in excluded_ids)

    def begin_spans(self, ranges: Sequence[BeginRange]) -> Sequence[BeginSpan]:
        """Return for each range when its events begin; each has an event."""
        if len(self._begin_spans) > _MAX_BEGIN_SPANS:
            self._begin_spans.clear()
        missing = [each for each in ranges if each not in self._begin_spans]
        if missing:
            found = self._source.begin_spans(self._query._replace(categories=None), missing)
            self._begin_spans |= dict(zip(missing, found, strict=True))
        return [self._begin_spans[each] for each in ranges]

    def _read(self, level: Level, tile: int, categories: Sequence[str]) -> None:
        """Read lanes of a tile: all events of those with few, bucket counts of the others."""
        densities = self._densities(level, tile, categories)
        sizes = {category: sum(density.size for density in found) for category, found in densities.items()}
        crowded = [category for category in categories if sizes[category] > MAX_CARDS]
        few = [category for category in categories if 0 < sizes[category] <= MAX_CARDS]
        heads = self._heads_beginning(few, level.minutes_of(tile))
        representatives = self._source.heads_by_number(
            [density.representative for category in crowded for density in densities[category]],
            self._lang,
            self._query.today,
        )
        for category in categories:
            if category in crowded:
                pairs = [(density, representatives[density.representative]) for density in densities[category]]
                lane_tile = tile_of_densities(level, tile, category, pairs)
            else:
                lane_tile = tile_of_events(level, tile, category, heads.get(category, ()))
            self._lane_tiles[level.exponent, tile, category] = lane_tile
        while len(self._lane_tiles) > _MAX_LANE_TILES:
            self._lane_tiles.popitem(last=False)

    def _densities(self, level: Level, tile: int, categories: Sequence[str]) -> dict[str, list[Density]]:
        query = self._query._replace(categories=frozenset(categories))
        by_category: dict[str, list[Density]] = {category: [] for category in categories}
        if level.density_level < 0:
            found = self._source.minute_density(query, level.density_level, level.minutes_of(tile))
        else:
            found = self._source.density(query, level.density_level, level.days_of(tile))
        for density in found:
            by_category[density.category].append(density)
        return by_category

    def _heads_beginning(self, categories: Sequence[str], minutes: Minutes) -> dict[str, list[EventHead]]:
        if not categories:
            return {}
        query = self._query._replace(categories=frozenset(categories))
        return _by_category(self._source.heads_beginning(query, self._lang, minutes))


def _by_category(heads: Iterable[EventHead]) -> dict[str, list[EventHead]]:
    """Return events by category, in the order they had."""
    ordered = sorted(heads, key=lambda head: head.category)  # stable: date order stays within a category
    return {category: list(members) for category, members in groupby(ordered, key=lambda head: head.category)}
