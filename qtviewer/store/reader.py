"""The `EventSource` that reads events from a store file; used by the window, the exports and the command line."""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Final

from qtviewer.domain.answers import Listing
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, Minutes
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Anniversaries, EventHead, Order
from qtviewer.store.aggregate_queries import long_event_numbers
from qtviewer.store.counting_reader import CountingReader
from qtviewer.store.date_order import EVENT_IN_ORDER, ORDER_BY_DATE, ORDER_COLUMNS
from qtviewer.store.event_head_queries import EventHeadQueries
from qtviewer.store.event_rows import ids_near, read_events
from qtviewer.store.minute_queries import BEGINS_IN_MINUTES, IS_MOMENT, minute_parameters
from qtviewer.store.where_clause import reaches, where_clause

_EVENTS_PER_BATCH: Final = 500
_LONG_HEADS_PER_CATEGORY: Final = 24


class StoreReader(CountingReader):
    """An open store that answers the questions of `EventSource`, which says more about each.

    Days are day numbers. Every method raises StoreError when a row cannot be read.
    """

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> Sequence[EventHead]:
        """Return the heads of the matching events in date order; with a limit only the first ones."""
        with self._head_queries(lang, query.today) as heads:
            return heads.read_matching(self._remaining_query(query), limit=limit)

    def heads_beginning(
        self, query: EventQuery, lang: str, minutes: Minutes, limit: int | None = None
    ) -> Sequence[EventHead]:
        """Return the heads of the matching events that begin in `minutes` (both included), in date order."""
        values = minute_parameters(minutes)
        with self._head_queries(lang, query.today) as heads:
            return heads.read_matching(self._remaining_query(query), BEGINS_IN_MINUTES, limit=limit, **values)

    def heads_begun(
        self, query: EventQuery, lang: str, minute: int, precision: Precision | None, limit: int
    ) -> Sequence[EventHead]:
        """Return the first heads of matching events, of a precision or any, that touch a minute and the one before."""
        begun_on = minute // MINUTES_IN_DAY
        conditions = ["event.first_day <= :begun_on", "event.first_minute < :at"]
        conditions += [reaches(begun_on, "begun_on", query.today), f"NOT {IS_MOMENT}"]
        if precision is not None:
            conditions.append("event.precision = :known_as")
        values = {"at": minute, "begun_on": begun_on, "known_as": precision}
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
            found = dict(heads.read_numbered(numbers)) if numbers else {}
            if missing := set(numbers) - found.keys():
                raise LookupError(f"no event has number {min(missing)}, which its counts name")
            return found

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

    def nearest(self, query: EventQuery, lang: str, minute: int) -> EventHead | None:
        """Return the matching event that stands nearest to a minute, or None when nothing matches."""
        with self._head_queries(lang, query.today) as heads:
            return heads.read_nearest(self._remaining_query(query), minute)

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

    def related(self, event: Event, lang: str, query: EventQuery) -> Sequence[EventHead]:
        """Return the matching heads of its thread's other events, its parent and its parts, in date order."""
        with self._head_queries(lang, query.today) as heads:
            return heads.read_related(self._remaining_query(query), event.id, event.thread, event.parent)

    def _events_numbered(self, numbers: Sequence[int]) -> list[Event]:
        vocabulary = self.vocabulary
        with self._store_errors():
            return read_events(self._connection, numbers, vocabulary)

    @contextmanager
    def _head_queries(self, lang: str, today: int) -> Iterator[EventHeadQueries]:
        vocabulary = self.vocabulary
        with self._store_errors():
            yield EventHeadQueries(self._connection, vocabulary, lang, today)
