"""The part of a store's answers that counts events, over all of time or by days and minutes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from qtviewer.domain.answers import BeginRange, BeginSpan, Density
from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.minutes import Minutes, days_of_minutes
from qtviewer.domain.event_query import EventQuery, query_touching
from qtviewer.domain.source import Edge, FacetCounts, Grouping
from qtviewer.store.aggregate_queries import count_by_category, density_rows, has_ordered_days
from qtviewer.store.aggregates import COARSEST_LEVEL
from qtviewer.store.extent_queries import extent_from_aggregates, extent_from_events
from qtviewer.store.minute_queries import count_beginning_outside, count_not_touching, minute_density_rows
from qtviewer.store.position_queries import count_by_period, count_within, read_begin_spans
from qtviewer.store.store_connection import StoreConnection
from qtviewer.store.where_clause import where_clause

_CACHED_DENSITIES: Final = 256  # the first view, the overview and the buttons ask for the same
_CACHED_EXTENTS: Final = 16  # a start asks for that of all events several times


class CountingReader(StoreConnection):
    """An open store that counts its events as `EventSource` says; every method raises StoreError."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._cached_densities = lru_cache(_CACHED_DENSITIES)(partial(_read_densities, self._connection))
        self._cached_extent = lru_cache(_CACHED_EXTENTS)(partial(_read_extent, self._connection))

    def count(self, query: EventQuery) -> int:
        """Return how many events match."""
        if self._is_answered_by_aggregates(query):
            return sum(self.count_by(query, "category").values())
        where, parameters = where_clause(self._remaining_query(query))
        with self._store_errors():
            return int(self._connection.execute(f"SELECT count(*) FROM event {where}", parameters).fetchone()[0])

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """Return how many events match per value of a grouping, without the values of no matching event."""
        with self._store_errors():
            if grouping == "category" and self._is_answered_by_aggregates(query) and has_ordered_days(query):
                return count_by_category(self._connection, query)
            from qtviewer.store.group_queries import count_by_group  # noqa: PLC0415 - the window starts without

            return count_by_group(self._connection, self._remaining_query(query), grouping)

    def facets(self, query: EventQuery) -> FacetCounts:
        """Return, for each value of each facet, how many events would match if only it were chosen for that facet."""
        if self._is_selection:  # it lacks the events that only differ in the facet's own condition
            with closing(self.open_again(lambda: False)) as whole:
                return whole.facets(query)
        from qtviewer.store.facet_queries import count_facets  # noqa: PLC0415 - the window starts without

        with self._store_errors():
            return count_facets(self._connection, self._remaining_query(query), is_stale=self.is_stale)

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Return the first and last day of the matching events, ignoring open ends; None when nothing matches."""
        with self._store_errors():
            return self._cached_extent(self._remaining_query(query), self._is_answered_by_aggregates(query))

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> Sequence[Density]:
        """Return the matching events that begin (or end) in `days`, counted in buckets of 4^level days."""
        if not self._is_answered_by_aggregates(query):
            with closing(self.select(query)) as selection:
                return selection.density(query, level, days, edge)
        with self._store_errors():
            return self._cached_densities(query, level, days, edge)

    def minute_density(self, query: EventQuery, level: int, minutes: Minutes) -> Sequence[Density]:
        """Return the matching events that begin in `minutes`, counted in buckets of 4^level days, level below 0."""
        with self._store_errors():
            rows = minute_density_rows(self._connection, self._remaining_query(query), level, minutes)
            return [Density(*row) for row in rows]

    def count_beginning(self, query: EventQuery, minutes: Minutes) -> Mapping[str, int]:
        """Return how many matching events begin in `minutes`, by category."""
        counts = Counter[str]()
        for density in self.density(query, COARSEST_LEVEL, days_of_minutes(minutes)):
            counts[density.category] += density.size
        with self._store_errors():
            return counts - count_beginning_outside(self._connection, self._remaining_query(query), minutes)

    def count_touching(self, query: EventQuery, minutes: Minutes) -> Mapping[str, int]:
        """Return how many matching events touch `minutes`, by category."""
        counts = Counter(self.count_by(query_touching(query, days_of_minutes(minutes)), "category"))
        with self._store_errors():
            return counts - count_not_touching(self._connection, self._remaining_query(query), minutes)

    def begin_spans(self, query: EventQuery, ranges: Sequence[BeginRange]) -> Sequence[BeginSpan]:
        """Return for each range when the matching events begin that begin in it."""
        with self._store_errors():
            return read_begin_spans(self._connection, self._remaining_query(query), ranges)

    def count_by_period(self, query: EventQuery, period: DatePoint) -> Mapping[str, int]:
        """Return how many matching events are known only by a day, month, year, decade or century, by category."""
        with self._store_errors():
            return count_by_period(self._connection, self._remaining_query(query), period)

    def count_within(self, query: EventQuery, minute: int) -> Mapping[str, int]:
        """Return how many matching events were on one unknown day, beginning before `minute` or not, by category."""
        with self._store_errors():
            return count_within(self._connection, self._remaining_query(query), minute)


def _read_extent(connection: Connection, query: EventQuery, has_aggregates: bool) -> tuple[int, int] | None:
    days = extent_from_aggregates(connection, query) if has_aggregates else None
    days = days or extent_from_events(connection, query)
    if days is not None and not MIN_DAY <= days[0] <= days[1] <= MAX_DAY:
        raise ValueError(f"its days {days[0]} and {days[1]} are not in the calendar")
    return days


def _read_densities(
    connection: Connection, query: EventQuery, level: int, days: tuple[int, int], edge: Edge
) -> Sequence[Density]:
    return [Density(*row) for row in density_rows(connection, query, level, days, edge)]
