"""Queries that return event heads: the id, date, time, category, importance and title of events."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any, Final

from qtviewer.domain.dates.date_order import date_order, sort_day, sort_minute
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, Vocabulary
from qtviewer.store.date_order import (
    EVENT_IN_ORDER,
    ORDER_BY_DATE,
    ORDER_BY_DATE_DESCENDING,
    ORDER_COLUMNS,
    SORT_DAY,
    SORT_KEY,
    SORT_MINUTE,
    SORT_RANK,
    TABLE_SORT_KEY,
)
from qtviewer.store.event_rows import head_from_row
from qtviewer.store.where_clause import LAST_DAY, where_clause

_SELECT_HEAD: Final = """SELECT event.number, event.id, event.date, event.category, event.importance,
    ifnull(event.time, ''), coalesce(
        (SELECT title FROM event_text WHERE event = event.id AND lang = :lang),
        (SELECT title FROM event_text WHERE event = event.id ORDER BY rowid LIMIT 1), '')"""
_GIVEN_SORT_KEY: Final = (
    "(:at, :rank, :time, :ends, -:importance, :id)"  # where_clause uses none of these parameter names
)

NumberedHeads = list[tuple[int, EventHead]]
"""Event heads, each with the number of its event."""


class EventHeadQueries:
    """Reads event heads from a connection, with titles in one language, or in an event's first one if it lacks that.

    They are the heads of the day `today`, up to which events with an open end go on.

    Every method raises ValueError when a row cannot be read. "Matching" events are those in the table `event` (which
    may be temporary, see `temporary_tables`) that meet the conditions of a query.
    """

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary, lang: str, today: int) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._lang = lang
        self._today = today

    def read_matching(
        self, query: EventQuery, *conditions: str, limit: int | None = None, **values: Any
    ) -> list[EventHead]:
        """Return the matching events in date order, at most `limit`.

        `conditions` are further SQL conditions on the table `event`; `values` are their named parameters.
        """
        where, parameters = _where(query, conditions)
        end = f"{ORDER_BY_DATE} LIMIT {-1 if limit is None else int(limit)}"
        return [head for _number, head in self._read_in_order(f"{where} {end}", parameters | values)]

    def read_numbered(self, numbers: Collection[int]) -> NumberedHeads:
        """Return the events with these numbers, in no particular order."""
        where = "WHERE event.number IN (SELECT value FROM json_each(:numbers))"
        return self._read_heads(f"FROM event {where}", {"numbers": json.dumps(list(numbers))})

    def read_most_important(
        self,
        query: EventQuery,
        numbers: Collection[int],
        days: tuple[int, int],
        least_days: int,
        limit_per_category: int,
    ) -> list[EventHead]:
        """Return, of the events with these numbers, the most important ones that match, overlap `days` and are long.

        Both `days` are included; long is an event of `least_days` days or more. The result is in date order and has at
        most `limit_per_category` of each category.
        """
        conditions = (
            "event.number IN (SELECT value FROM json_each(:numbers))",
            f"event.first_day <= :until AND {LAST_DAY} >= :since",
            f"{LAST_DAY} - event.first_day + 1 >= :least_days",
        )
        where, parameters = _where(query, conditions)
        ranked = f"""SELECT number, row_number() OVER (
            PARTITION BY category ORDER BY importance DESC, {SORT_DAY}, number) AS place FROM event {where}"""
        is_ranked_high = f"event.number IN (SELECT number FROM ({ranked}) WHERE place <= :limit_per_category)"
        values: dict[str, Any] = {"numbers": json.dumps(list(numbers)), "since": days[0], "until": days[1]}
        values |= {"today": self._today, "least_days": least_days, "limit_per_category": limit_per_category}
        return self.read_matching(EventQuery(), is_ranked_high, **(parameters | values))

    def read_related(self, query: EventQuery, event_id: str, thread: str, parent: str) -> list[EventHead]:
        """Return the matching ones of the other events of an event's thread, its parent and its parts, in date order.

        `thread` and `parent` are ids, empty for none.
        """
        is_related = """event.id <> :id AND (
            (:thread <> '' AND event.thread = :thread) OR event.id = :parent OR event.parent = :id)"""
        where, parameters = _where(query, (is_related,))
        parameters |= {"id": event_id, "thread": thread, "parent": parent}
        numbered = self._read_heads(f"FROM event {where}", parameters)
        return sorted((head for _number, head in numbered), key=date_order)

    def find_position(self, query: EventQuery, event_id: str) -> int | None:
        """Return the position, from 1, of an event among the matching ones in date order; None if it does not match."""
        values = self._sort_key_parameters(event_id)
        where, parameters = _where(query, ("event.first_day <= :at", f"{TABLE_SORT_KEY} <= {_GIVEN_SORT_KEY}"))
        sql = f"SELECT count(*), max(event.id = :id) FROM event {where}"
        position, is_match = self._connection.execute(sql, parameters | values).fetchone() if values else (0, 0)
        return int(position) if is_match else None

    def _sort_key_parameters(self, event_id: str) -> dict[str, Any]:
        """Return the parameters in `_GIVEN_SORT_KEY` for an event, or {} when there is no such event."""
        sql = f"""SELECT {SORT_DAY}, {SORT_RANK}, ifnull(time, ''), last_day, importance, id
            FROM main.event AS event WHERE id = ?"""
        found = self._connection.execute(sql, (event_id,)).fetchone()
        return dict(zip(("at", "rank", "time", "ends", "importance", "id"), found, strict=True)) if found else {}

    def read_neighbour(self, query: EventQuery, event_id: str, step: int) -> EventHead | None:
        """Return the matching event after (step 1) or before (step -1) an event in date order, or None.

        When there is no event with this id, return the first (1) or last (-1) matching event.
        """
        values = self._sort_key_parameters(event_id)
        if not values:
            return self._read_first(query, step, ())
        comparison = ">" if step > 0 else "<"
        conditions = (f"event.sort_day {comparison}= :at", f"{SORT_KEY} {comparison} {_GIVEN_SORT_KEY}")
        return self._read_first(query, step, conditions, **values)

    def read_nearest(self, query: EventQuery, minute: int) -> EventHead | None:
        """Return the matching event that stands nearest to a minute, on the nearest day; None when nothing matches."""
        day, is_after = minute // MINUTES_IN_DAY, f"{SORT_MINUTE} >= :minute"
        after = self._read_first(query, 1, ("event.sort_day >= :day", is_after), day=day, minute=minute)
        before = self._read_first(query, -1, ("event.sort_day <= :day", f"NOT {is_after}"), day=day, minute=minute)
        found = [head for head in (before, after) if head is not None]
        return min(
            found, key=lambda head: (abs(sort_day(head.date) - day), abs(sort_minute(head) - minute)), default=None
        )

    def _read_first(self, query: EventQuery, step: int, conditions: Iterable[str], **values: Any) -> EventHead | None:
        """Return the first (step 1) or last (-1) matching event: one of the first of each category, by the index."""
        order = ORDER_BY_DATE if step > 0 else ORDER_BY_DATE_DESCENDING
        where, parameters = _where(query._replace(categories=None), ("event.category = wanted.value", *conditions))
        first = f"SELECT number, {ORDER_COLUMNS} FROM {EVENT_IN_ORDER} {where} {order} LIMIT 1"
        categories = self._vocabulary.categories if query.categories is None else query.categories
        rows = self._connection.execute(
            f"SELECT (SELECT number FROM ({first})) FROM json_each(:first_of) AS wanted",
            parameters | values | {"first_of": json.dumps(sorted(categories))},
        ).fetchall()
        numbers = [number for (number,) in rows if number is not None]
        heads = [head for _number, head in self.read_numbered(numbers)] if numbers else []
        return (min if step > 0 else max)(heads, key=date_order, default=None)

    def _read_in_order(self, sql: str, parameters: dict[str, Any]) -> NumberedHeads:
        """Return the events that a WHERE clause selects, in the order that ends it."""
        return self._read_heads(f", {ORDER_COLUMNS} FROM {EVENT_IN_ORDER} {sql}", parameters)

    def _read_heads(self, sql: str, parameters: dict[str, Any]) -> NumberedHeads:
        rows = self._connection.execute(f"{_SELECT_HEAD} {sql}", parameters | {"lang": self._lang})
        return [(row[0], head_from_row(row[1:7], self._vocabulary, self._today)) for row in rows]


def _where(query: EventQuery, conditions: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Return a WHERE clause (or "") of a query and further conditions, and the parameters of the query."""
    where, parameters = where_clause(query)
    all_conditions = " AND ".join(filter(None, (where.removeprefix("WHERE "), *conditions)))
    return f"WHERE {all_conditions}" if all_conditions else "", parameters
