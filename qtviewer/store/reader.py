"""The `EventSource` that reads events from a store file; used by the window, the exports and the command line."""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from sqlite3 import Connection
from typing import Final

from qtviewer.domain.answers import BeginRange, Density, Listing
from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Anniversaries, Edge, EventHead, FacetCounts, Grouping, Order
from qtviewer.store.aggregate_queries import (
    count_by_category,
    density_rows,
    has_ordered_days,
    long_event_numbers,
)
from qtviewer.store.date_order import EVENT_IN_ORDER, ORDER_BY_DATE, ORDER_COLUMNS
from qtviewer.store.event_head_queries import EventHeadQueries
from qtviewer.store.event_rows import ids_near, read_events
from qtviewer.store.extent_queries import extent_from_aggregates, extent_from_events
from qtviewer.store.position_queries import count_by_period, count_within, read_begin_days
from qtviewer.store.store_connection import StoreConnection
from qtviewer.store.where_clause import reaches, where_clause

_EVENTS_PER_BATCH: Final = 500
_LONG_HEADS_PER_CATEGORY: Final = 24
_CACHED_DENSITIES: Final = 256  # the first view, the overview and the buttons ask for the same
_CACHED_EXTENTS: Final = 16  # a start asks for that of all events several times


class StoreReader(StoreConnection):
    """An open store that answers the questions of `EventSource`, which says more about each.

    Days are day numbers. Every method raises StoreError when a row cannot be read.
    """

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

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> Sequence[Density]:
        """Return the matching events that begin (or end) in `days`, counted in buckets of 4^level days."""
        if not self._is_answered_by_aggregates(query):
            with closing(self.select(query)) as selection:
                return selection.density(query, level, days, edge)
        with self._store_errors():
            return self._cached_densities(query, level, days, edge)

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Return the first and last day of the matching events, ignoring open ends; None when nothing matches."""
        with self._store_errors():
            return self._cached_extent(self._remaining_query(query), self._is_answered_by_aggregates(query))

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> Sequence[EventHead]:
        """Return the heads of the matching events in date order; with a limit only the first ones."""
        with self._head_queries(lang, query.today) as heads:
            return heads.read_matching(self._remaining_query(query), limit=limit)

    def heads_beginning(
        self, query: EventQuery, lang: str, days: tuple[int, int], limit: int | None = None
    ) -> Sequence[EventHead]:
        """Return the heads of the matching events that begin in `days` (both included), in date order."""
        begins_in_days, values = "event.first_day BETWEEN :begins AND :until", {"begins": days[0], "until": days[1]}
        with self._head_queries(lang, query.today) as heads:
            return heads.read_matching(self._remaining_query(query), begins_in_days, limit=limit, **values)

    def heads_begun(
        self, query: EventQuery, lang: str, day: int, precision: Precision | None, limit: int
    ) -> Sequence[EventHead]:
        """Return the first heads of matching events, of a precision or of any, that touch a day and the one before."""
        conditions = ["event.first_day < :at", reaches(day, "at", query.today)]
        if precision is not None:
            conditions.append("event.precision = :known_as")
        values = {"at": day, "known_as": precision}
        with self._head_queries(lang, query.today) as heads:
            return heads.read_matching(self._remaining_query(query), *conditions, limit=limit, **values)

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """Return the numbers of all matching events sorted by date, by the pinyin of titles or by importance."""
        from qtviewer.store.listing import read_listing  # noqa: PLC0415 - the window starts in the timeline

        with self._store_errors():
            needs_no_sorting = order == "date" and self.is_numbered_by_date
            known_order = "number" if needs_no_sorting else order
            return read_listing(self._connection, self._remaining_query(query), lang, known_order)

    def number_of(self, event_id: str) -> int | None:
        """Return the number of the event with this id, or None when there is no such event."""
        with self._store_errors():
            row = self._connection.execute("SELECT number FROM main.event WHERE id = ?", (event_id,)).fetchone()
            return int(row[0]) if row else None

    def ids_near(self, word: str) -> list[str]:
        """Return up to 1,000 event ids before and 1,000 after a word in the alphabet: all ids of a small store."""
        with self._store_errors():
            return ids_near(self._connection, word)

    def heads_by_number(self, numbers: Collection[int], lang: str, today: int) -> Mapping[int, EventHead]:
        """Return the heads of the events with these numbers on a day, by number."""
        with self._head_queries(lang, today) as heads:
            return dict(heads.read_numbered(numbers)) if numbers else {}

    def heads_of_long_events(
        self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int
    ) -> Sequence[EventHead]:
        """Return the heads of the most important long events that match and overlap `days`, up to 24 per category.

        An event is long when it lasts at least `least_days`, rounded up to a power of 2.
        """
        if not self._is_answered_by_aggregates(query):
            with closing(self.select(query)) as selection:
                return selection.heads_of_long_events(query, lang, days, least_days)
        with self._head_queries(lang, query.today) as heads:
            length_class = (least_days - 1).bit_length()
            numbers = long_event_numbers(self._connection, days, length_class)
            return heads.read_most_important(
                self._remaining_query(query), numbers, days, 1 << length_class, _LONG_HEADS_PER_CATEGORY
            )

    def begin_days(self, query: EventQuery, ranges: Sequence[BeginRange]) -> Sequence[tuple[int, int]]:
        """Return for each range the first and the last day on which a matching event begins in it."""
        with self._store_errors():
            return read_begin_days(self._connection, self._remaining_query(query), ranges)

    def count_by_period(self, query: EventQuery, period: DatePoint) -> Mapping[str, int]:
        """Return how many matching events are known only by a month, year, decade or century, by category."""
        with self._store_errors():
            return count_by_period(self._connection, self._remaining_query(query), period)

    def count_within(self, query: EventQuery, day: int) -> Mapping[str, int]:
        """Return how many matching events were on one unknown day between others, before `day` or not, by category."""
        with self._store_errors():
            return count_within(self._connection, self._remaining_query(query), day)

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """Return the matching event before (step -1) or after (step 1) an event in date order, or None.

        When there is no event with this id, return the last (-1) or first (1) matching event.
        """
        with self._head_queries(lang, query.today) as heads:
            return heads.read_neighbour(self._remaining_query(query), event_id, step)

    def position(self, query: EventQuery, event_id: str) -> int | None:
        """Return the position, from 1, of an event among the matching ones in date order; None if it does not match."""
        with self._head_queries("", query.today) as heads:
            return heads.find_position(self._remaining_query(query), event_id)

    def nearest(self, query: EventQuery, lang: str, day: int) -> EventHead | None:
        """Return the matching event that stands nearest to a day, or None when nothing matches."""
        with self._head_queries(lang, query.today) as heads:
            return heads.read_nearest(self._remaining_query(query), day)

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """Return the matching events of a day of the year, or of the nearest day of the year that has any.

        At most `limit` heads are returned. None when no matching event is dated exactly to a day.
        """
        from qtviewer.store.anniversary_queries import find_anniversary_day  # noqa: PLC0415 - the window starts without

        extent, query = self.extent(query), self._remaining_query(query)
        with self._head_queries(lang, query.today) as heads:
            found = find_anniversary_day(self._connection, query, extent, (month, day)) if extent else None
            if found is None:
                return None
            first = heads.read_matching(query, *found.conditions, limit=limit, **found.parameters)
            return Anniversaries(*found.month_day, found.size, first)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Yield the matching events with all their fields, in date order."""
        where, parameters = where_clause(self._remaining_query(query))
        with self._store_errors():
            sql = f"SELECT event.number, {ORDER_COLUMNS} FROM {EVENT_IN_ORDER} {where} {ORDER_BY_DATE}"
            if self.is_numbered_by_date:
                sql = f"SELECT event.number FROM event {where} ORDER BY event.number"
            numbers = array(
                "q", (row[0] for row in self._connection.execute(sql, parameters))
            )  # a million take eight megabytes, their ids a hundred
        for start in range(0, len(numbers), _EVENTS_PER_BATCH):
            yield from self._events_numbered(numbers[start : start + _EVENTS_PER_BATCH])

    def event(self, event_id: str) -> Event | None:
        """Return the event with this id with all its fields, or None when there is no such event."""
        number = self.number_of(event_id)
        return None if number is None else next(iter(self._events_numbered([number])), None)

    def related(self, event: Event, lang: str, today: int) -> Sequence[EventHead]:
        """Return the heads of the other events of its thread, its parent and its parts, in date order."""
        with self._head_queries(lang, today) as heads:
            return heads.read_related(event.id, event.thread, event.parent)

    def _events_numbered(self, numbers: Sequence[int]) -> list[Event]:
        vocabulary = self.vocabulary
        with self._store_errors():
            return read_events(self._connection, numbers, vocabulary)

    @contextmanager
    def _head_queries(self, lang: str, today: int) -> Iterator[EventHeadQueries]:
        vocabulary = self.vocabulary
        with self._store_errors():
            yield EventHeadQueries(self._connection, vocabulary, lang, today)


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
