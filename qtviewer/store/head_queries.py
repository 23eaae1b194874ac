"""Heads of events: what cards, lists and buttons show of them."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any, Final

from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventHead, Vocabulary
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import read_head

IN_DATE_ORDER: Final = "ORDER BY event.first_day, event.last_day, event.importance DESC, event.id"
_AGAINST_DATE_ORDER: Final = "ORDER BY event.first_day DESC, event.last_day DESC, event.importance, event.id DESC"
_HEAD: Final = """SELECT event.number, event.id, event.date, event.category, event.importance, coalesce(
        (SELECT title FROM event_text WHERE event = event.id AND lang = :lang),
        (SELECT title FROM event_text WHERE event = event.id ORDER BY rowid LIMIT 1), '')"""
_PLACE: Final = "(event.first_day, event.last_day, -event.importance, event.id)"
_OF_PLACE: Final = "(:begins, :ends, -:importance, :id)"  # other names than those of a query

Numbered = list[tuple[int, EventHead]]


class HeadQueries:
    """Asks one connection for heads in one language."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary, lang: str) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._lang = lang

    def matching(self, query: EventQuery, *conditions: str, limit: int | None = None, **values: Any) -> list[EventHead]:
        """The matching events for which more conditions hold, in date order."""
        where, parameters = _where(query, conditions)
        end = f"{IN_DATE_ORDER} LIMIT {-1 if limit is None else int(limit)}"
        return [head for _number, head in self._heads(f"FROM event {where} {end}", parameters | values)]

    def numbered(self, numbers: Collection[int]) -> Numbered:
        """Events by their numbers."""
        where = "WHERE event.number IN (SELECT value FROM json_each(:numbers))"
        return self._heads(f"FROM event {where}", {"numbers": json.dumps(list(numbers))})

    def touching(
        self, query: EventQuery, numbers: Collection[int], days: tuple[int, int], most: int
    ) -> list[EventHead]:
        """Of some numbered events those that match and touch a stretch of days, the `most` important a category."""
        conditions = (
            "event.number IN (SELECT value FROM json_each(:numbers))",
            "event.first_day <= :until AND event.last_day >= :since",
        )
        where, parameters = _where(query, conditions)
        ranked = f"""SELECT number, row_number() OVER (
            PARTITION BY category ORDER BY importance DESC, first_day, number) AS place FROM event {where}"""
        among = f"event.number IN (SELECT number FROM ({ranked}) WHERE place <= :most)"
        values = {"numbers": json.dumps(list(numbers)), "since": days[0], "until": days[1], "most": most}
        return self.matching(EventQuery(), among, **(parameters | values))

    def related(self, event_id: str, thread: str, parent: str) -> list[EventHead]:
        """The other events of a thread, a parent and its parts, in date order, whether or not they match."""
        sql = f"""FROM main.event AS event WHERE event.id <> :id AND (
            (:thread <> '' AND event.thread = :thread) OR event.id = :parent OR event.parent = :id) {IN_DATE_ORDER}"""
        return [head for _number, head in self._heads(sql, {"id": event_id, "thread": thread, "parent": parent})]

    def place(self, query: EventQuery, event_id: str) -> int | None:
        """The place of an event among the matching ones, from 1; None when it is none of them."""
        values = self._values_of(event_id)
        where, parameters = _where(query, ("event.first_day <= :begins", f"{_PLACE} <= {_OF_PLACE}"))
        sql = f"SELECT count(*), max(event.id = :id) FROM event {where}"
        place, is_match = self._connection.execute(sql, parameters | values).fetchone() if values else (0, 0)
        return int(place) if is_match else None

    def _values_of(self, event_id: str) -> dict[str, Any]:
        """What `_OF_PLACE` names, of an event; nothing when there is none."""
        sql = "SELECT first_day, last_day, importance, id FROM main.event WHERE id = ?"
        found = self._connection.execute(sql, (event_id,)).fetchone()
        return dict(zip(("begins", "ends", "importance", "id"), found, strict=True)) if found else {}

    def neighbour(self, query: EventQuery, event_id: str, step: int) -> EventHead | None:
        """The matching event after an event (step 1), or before it (-1); without one the first, or the last."""
        values = self._values_of(event_id)
        if not values:
            return self._first_of(query, step, ())
        than = ">" if step > 0 else "<"
        return self._first_of(
            query, step, (f"event.first_day {than}= :begins", f"{_PLACE} {than} {_OF_PLACE}"), **values
        )

    def nearest(self, query: EventQuery, day: int) -> EventHead | None:
        """The matching event that begins nearest to a day."""
        after = self._first_of(query, 1, ("event.first_day >= :day",), day=day)
        before = self._first_of(query, -1, ("event.first_day < :day",), day=day)
        found = [head for head in (before, after) if head is not None]
        return min(found, key=lambda head: abs(head.date.first_day - day), default=None)

    def _first_of(self, query: EventQuery, step: int, conditions: Iterable[str], **values: Any) -> EventHead | None:
        """The first event in date order or against it, sought category by category, as the index has them."""
        order = IN_DATE_ORDER if step > 0 else _AGAINST_DATE_ORDER
        where, parameters = _where(query._replace(categories=None), ("event.category = :category", *conditions))
        categories = self._vocabulary.categories if query.categories is None else query.categories
        heads = [
            head
            for category in categories
            for _number, head in self._heads(
                f"FROM event {where} {order} LIMIT 1", parameters | values | {"category": category}
            )
        ]
        pick = min if step > 0 else max
        return pick(heads, key=date_order, default=None)

    def _heads(self, sql: str, parameters: dict[str, Any]) -> Numbered:
        rows = self._connection.execute(f"{_HEAD} {sql}", parameters | {"lang": self._lang})
        return [(row[0], read_head(row[1:], self._vocabulary)) for row in rows]


def _where(query: EventQuery, conditions: Iterable[str]) -> tuple[str, dict[str, Any]]:
    where, parameters = where_clause(query)
    both = " AND ".join(filter(None, (where.removeprefix("WHERE "), *conditions)))
    return f"WHERE {both}" if both else "", parameters


def date_order(head: EventHead) -> tuple[int, int, int, str]:
    """What events are sorted by."""
    return head.date.first_day, head.date.last_day, -head.importance, head.id
