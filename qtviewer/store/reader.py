"""The events of a store, read-only: the `EventSource` behind window, exports and command line."""

from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cached_property, lru_cache, partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.event import Event
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import Anniversaries, Density, EventHead, FacetCounts, Grouping, Listing, Order, Vocabulary
from qtviewer.store.aggregate_queries import (
    aggregates_answer,
    count_by_category,
    counts_follow,
    densities,
    known_days,
    long_events,
)
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import ids_near, read_events
from qtviewer.store.facet_queries import count_facets
from qtviewer.store.grouping import count_by_group, outermost_days
from qtviewer.store.head_queries import IN_DATE_ORDER, HeadQueries
from qtviewer.store.listing import read_listing
from qtviewer.store.opening import UNREADABLE, StoreError, damage, open_read_only
from qtviewer.store.schema import CONTENT_HASH_KEY, CURRENT, DERIVED_KEY
from qtviewer.store.selection import index_anew, make_selection
from qtviewer.store.vocabulary import read_vocabulary

_BATCH = 500
_LONG_HEADS = 4  # a category
_DENSITIES_KEPT = 128  # the first view, the overview and the buttons ask for the same
_STEPS_BETWEEN_QUESTIONS = 100_000  # of SQLite's machine, a few milliseconds


class StoreReader:
    """One open store; see `EventSource` for what it answers. StoreError when a row cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_read_only(path)
        self._is_selection = self._has_own_index = False
        self._densities = lru_cache(_DENSITIES_KEPT)(partial(_read_densities, self._connection))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the events refer to."""
        with self._reading():
            return read_vocabulary(self._connection)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the content, as its writer noted it."""
        return self._info(CONTENT_HASH_KEY)

    @property
    def pinyin(self) -> Mapping[str, str]:
        """Syllables of words that are not read as they usually are."""
        with self._reading():
            return dict(self._connection.execute("SELECT word, syllables FROM main.pinyin ORDER BY rowid"))

    @cached_property
    def is_stale(self) -> bool:
        """Whether another program changed the events after their aggregates were made."""
        return self._info(DERIVED_KEY) != CURRENT

    def select(self, query: EventQuery, is_unwanted: Callable[[], bool] = lambda: False) -> "StoreReader":
        """The reader itself where its aggregates can answer a query, otherwise a new one that holds the matches."""
        if self._answers(query):
            return self
        selection = self.beside(is_unwanted)
        try:
            with selection._reading():
                if self.is_stale and query.search.strip():
                    index_anew(selection._connection)
                make_selection(selection._connection, _without_aggregated(query))
        except BaseException:
            selection.close()
            raise
        selection._connection.set_progress_handler(None, 0)
        selection._is_selection = True
        return selection

    def beside(self, is_unwanted: Callable[[], bool]) -> "StoreReader":
        """The whole store once more, for another thread; it ends with an error when it `is_unwanted` by then."""
        reader = StoreReader(self.path)
        reader._connection.set_progress_handler(is_unwanted, _STEPS_BETWEEN_QUESTIONS)
        return reader

    def count(self, query: EventQuery) -> int:
        """How many events match."""
        if self._answers(query):
            return sum(self.count_by(query, "category").values())
        where, parameters = where_clause(self._left_to_ask(query))
        with self._reading():
            return int(self._connection.execute(f"SELECT count(*) FROM event {where}", parameters).fetchone()[0])

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """How many events match per value of a grouping, without those that have none."""
        with self._reading():
            if grouping == "category" and self._answers(query) and counts_follow(query):
                return count_by_category(self._connection, query)
            return count_by_group(self._connection, self._left_to_ask(query), grouping)

    def facets(self, query: EventQuery) -> FacetCounts:
        """How many events each value of each facet would show; see `EventSource`."""
        if self._is_selection:  # which lacks what the conditions of the facets themselves leave out
            with closing(self.beside(lambda: False)) as whole:
                return whole.facets(query)
        with self._reading():
            return count_facets(self._connection, self._left_to_ask(query), is_stale=self.is_stale)

    def density(self, query: EventQuery, level: int, days: tuple[int, int]) -> Sequence[Density]:
        """What begins from the first to the last of `days`, in buckets of 4^level days."""
        if not self._answers(query):
            with closing(self.select(query)) as selection:
                return selection.density(query, level, days)
        with self._reading():
            return self._densities(query, level, days)

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """First and last known day of the matching events, open ends left aside."""
        with self._reading():
            days = known_days(self._connection, self._left_to_ask(query)) if self._answers(query) else None
            days = days or outermost_days(self._connection, self._left_to_ask(query))
            if days is not None and not MIN_DAY <= days[0] <= days[1] <= MAX_DAY:
                raise ValueError(f"its days {days[0]} and {days[1]} are not in the calendar")
            return days

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> Sequence[EventHead]:
        """The matching events as cards show them, in date order, or the first of them."""
        with self._heads_in(lang) as heads:
            return heads.matching(self._left_to_ask(query), limit=limit)

    def heads_beginning(
        self, query: EventQuery, lang: str, days: tuple[int, int], limit: int | None = None
    ) -> Sequence[EventHead]:
        """The matching events that begin from the first to the last of `days`, or the first of them."""
        among, values = "event.first_day BETWEEN :begins AND :until", {"begins": days[0], "until": days[1]}
        with self._heads_in(lang) as heads:
            return heads.matching(self._left_to_ask(query), among, limit=limit, **values)

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """All matching events in an order; titles by their pinyin, the most important first."""
        with self._reading():
            return read_listing(self._connection, self._left_to_ask(query), lang, order)

    def number_of(self, event_id: str) -> int | None:
        """The number of an event, or None."""
        with self._reading():
            row = self._connection.execute("SELECT number FROM main.event WHERE id = ?", (event_id,)).fetchone()
            return int(row[0]) if row else None

    def ids_near(self, word: str) -> list[str]:
        """The ids of a small store; of a larger one those before and after a word in the alphabet."""
        with self._reading():
            return ids_near(self._connection, word)

    def heads_of(self, numbers: Collection[int], lang: str) -> Mapping[int, EventHead]:
        """Events by their numbers."""
        with self._heads_in(lang) as heads:
            return dict(heads.numbered(numbers)) if numbers else {}

    def long_heads(self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int) -> Sequence[EventHead]:
        """The most important of the matching events of 2^n days or more that touch `days`, a few a category."""
        if not self._answers(query):
            with closing(self.select(query)) as selection:
                return selection.long_heads(query, lang, days, least_days)
        with self._heads_in(lang) as heads:
            numbers = long_events(self._connection, days, (least_days - 1).bit_length())
            return heads.touching(self._left_to_ask(query), numbers, days, _LONG_HEADS)

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """The matching event before (-1) or after (+1) one, or None; without one, the last or first there is."""
        with self._heads_in(lang) as heads:
            return heads.neighbour(self._left_to_ask(query), event_id, step)

    def place(self, query: EventQuery, event_id: str) -> int | None:
        """The place of an event among the matching ones in date order, from 1; None when it is none of them."""
        with self._heads_in("") as heads:
            return heads.place(self._left_to_ask(query), event_id)

    def nearest(self, query: EventQuery, lang: str, day: int) -> EventHead | None:
        """The matching event that begins nearest to a day."""
        with self._heads_in(lang) as heads:
            return heads.nearest(self._left_to_ask(query), day)

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """The matching events on a day of the year, or on the nearest that has one; see `EventSource`."""
        from qtviewer.store.anniversary_queries import find_anniversaries  # noqa: PLC0415 - the window starts without

        extent, query = self.extent(query), self._left_to_ask(query)
        with self._heads_in(lang) as heads:
            found = find_anniversaries(self._connection, query, extent, (month, day)) if extent else None
            if found is None:
                return None
            first = heads.matching(query, *found.conditions, limit=limit, **found.parameters)
            return Anniversaries(*found.month_day, found.size, first)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events, whole, in date order."""
        where, parameters = where_clause(self._left_to_ask(query))
        with self._reading():
            rows = self._connection.execute(f"SELECT number FROM event {where} {IN_DATE_ORDER}", parameters)
            numbers = array("q", (number for (number,) in rows))  # a million take eight megabytes, their ids a hundred
        for start in range(0, len(numbers), _BATCH):
            yield from self._whole(numbers[start : start + _BATCH])

    def event(self, event_id: str) -> Event | None:
        """One event, or None when the store has no such id."""
        number = self.number_of(event_id)
        return None if number is None else next(iter(self._whole([number])), None)

    def related(self, event: Event, lang: str) -> Sequence[EventHead]:
        """The other events of its thread, its parent and its parts, in date order."""
        with self._heads_in(lang) as heads:
            return heads.related(event.id, event.thread, event.parent)

    def _answers(self, query: EventQuery) -> bool:
        """Whether the aggregates can answer; those of a selection leave out what it was selected by."""
        return self._is_selection or (aggregates_answer(query) and not self.is_stale)

    def _left_to_ask(self, query: EventQuery) -> EventQuery:
        """What is left of a query to ask; a search is asked of an index that is right."""
        if self._is_selection:
            return _only_aggregated(query)
        if query.search.strip() and self.is_stale and not self._has_own_index:
            with self._reading():
                index_anew(self._connection)
            self._has_own_index = True
        return query

    def _whole(self, numbers: Sequence[int]) -> list[Event]:
        vocabulary = self.vocabulary
        with self._reading():
            return read_events(self._connection, numbers, vocabulary)

    def _info(self, key: str) -> str:
        with self._reading():
            row: Any = self._connection.execute("SELECT value FROM store_info WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else ""

    @contextmanager
    def _heads_in(self, lang: str) -> Iterator[HeadQueries]:
        vocabulary = self.vocabulary
        with self._reading():
            yield HeadQueries(self._connection, vocabulary, lang)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """StoreError for whatever a damaged file makes SQLite or a conversion raise."""
        try:
            yield
        except UNREADABLE as error:
            raise StoreError(f"{self.path}: {damage(error)}") from error


def _read_densities(connection: Connection, query: EventQuery, level: int, days: tuple[int, int]) -> Sequence[Density]:
    return [Density(*row) for row in densities(connection, query, level, days)]


def _only_aggregated(query: EventQuery) -> EventQuery:
    """What the aggregates know of a query."""
    return EventQuery(
        categories=query.categories,
        statuses=query.statuses,
        first_day=query.first_day,
        last_day=query.last_day,
        min_importance=query.min_importance,
    )


def _without_aggregated(query: EventQuery) -> EventQuery:
    """What only the events themselves know of a query."""
    return query._replace(categories=None, statuses=None, first_day=None, last_day=None, min_importance=1)
