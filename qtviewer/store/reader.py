"""The events of a store, read-only: the `EventSource` behind window, exports and command line."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from qtviewer.domain.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Event
from qtviewer.domain.event_date import EventDate, Precision
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventHead, Grouping, Vocabulary
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import read_events
from qtviewer.store.opening import StoreError, open_read_only
from qtviewer.store.schema import CONTENT_HASH_KEY
from qtviewer.store.vocabulary import read_vocabulary

IN_DATE_ORDER = "ORDER BY event.first_day, event.last_day, event.importance DESC, event.id"
_BATCH = 500
_BY_COLUMN = {"category": "category", "collection": "collection"}
_TAG_KINDS = {"place": "WHERE tag.kind = 'place'", "tag": ""}


class StoreReader:
    """One open store; see `EventSource` for what it answers. StoreError when a row cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_read_only(path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the events refer to."""
        try:
            return read_vocabulary(self._connection)
        except (sqlite3.Error, ValueError) as error:
            raise StoreError(f"{self.path}: {error}") from error

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the content, as its writer noted it."""
        rows = self._rows("SELECT value FROM store_info WHERE key = :key", {"key": CONTENT_HASH_KEY})
        return str(rows[0][0]) if rows else ""

    def count(self, query: EventQuery) -> int:
        """How many events match."""
        where, parameters = where_clause(query)
        return int(self._rows(f"SELECT count(*) FROM event {where}", parameters)[0][0])

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """How many events match per value of a grouping, without those that have none."""
        where, parameters = where_clause(query)
        if grouping in _BY_COLUMN:
            column = _BY_COLUMN[grouping]
            sql = f"SELECT {column}, count(*) FROM event {where} GROUP BY 1 ORDER BY 1"
            return dict(self._rows(sql, parameters))
        if grouping in _TAG_KINDS:
            sql = (
                "SELECT tag.id, count(*) FROM tag JOIN event_tag ON event_tag.tag = tag.id "
                f"JOIN (SELECT id FROM event {where}) AS matching ON matching.id = event_tag.event "
                f"{_TAG_KINDS[grouping]} GROUP BY tag.id ORDER BY 2 DESC, 1"
            )
            return dict(self._rows(sql, parameters))
        sql = f"SELECT first_day, precision, count(*) FROM event {where} GROUP BY 1, 2 ORDER BY 1"
        counts: Counter[str] = Counter()
        for first_day, precision, count in self._rows(sql, parameters):
            counts[_period(first_day, precision, grouping)] += count
        return counts

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """First and last known day of the matching events, open ends left aside."""
        where, parameters = where_clause(query)
        sql = (
            "SELECT min(iif(first_day > :min_day, first_day, last_day)), "
            f"max(iif(last_day < :max_day, last_day, first_day)) FROM event {where}"
        )
        first, last = self._rows(sql, {"min_day": MIN_DAY, "max_day": MAX_DAY, **parameters})[0]
        return None if first is None else (first, last)

    def heads(self, query: EventQuery, lang: str) -> Sequence[EventHead]:
        """The matching events as cards show them, in date order."""
        where, parameters = where_clause(query)
        return self._heads(where, parameters, lang)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events, whole, in date order."""
        where, parameters = where_clause(query)
        ids = self._rows(f"SELECT id FROM event {where} {IN_DATE_ORDER}", parameters)
        for start in range(0, len(ids), _BATCH):
            yield from self._whole([event_id for (event_id,) in ids[start : start + _BATCH]])

    def event(self, event_id: str) -> Event | None:
        """One event, or None when the store has no such id."""
        return next(iter(self._whole([event_id])), None)

    def related(self, event: Event, lang: str) -> Sequence[EventHead]:
        """The other events of its thread, its parent and its parts, in date order."""
        where = """WHERE event.id <> :id AND (
            (:thread <> '' AND event.thread = :thread) OR event.id = :parent OR event.parent = :id)"""
        return self._heads(where, {"id": event.id, "thread": event.thread, "parent": event.parent}, lang)

    def _heads(self, where: str, parameters: dict[str, Any], lang: str) -> list[EventHead]:
        sql = f"""SELECT event.id, event.date, category, importance, coalesce(
                (SELECT title FROM event_text WHERE event = event.id AND lang = :lang),
                (SELECT title FROM event_text WHERE event = event.id ORDER BY lang LIMIT 1), '')
            FROM event {where} {IN_DATE_ORDER}"""
        rows = self._rows(sql, {**parameters, "lang": lang})
        return [EventHead(row[0], self._date(row[0], row[1]), *row[2:]) for row in rows]

    def _date(self, event_id: str, edtf: str) -> EventDate:
        try:
            return parse_edtf(edtf)
        except DateError as error:
            raise StoreError(f"{self.path}: event {event_id!r}: {error}") from error

    def _whole(self, ids: Sequence[str]) -> list[Event]:
        try:
            return read_events(self._connection, ids)
        except (sqlite3.Error, ValueError) as error:
            raise StoreError(f"{self.path}: {error}") from error

    def _rows(self, sql: str, parameters: dict[str, Any]) -> list[Any]:
        try:
            return self._connection.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise StoreError(
                f"{self.path}: damaged store ({error}); restore it from a copy or build it anew"
            ) from error


def _period(first_day: int, precision: str, grouping: Grouping) -> str:
    """Year or month of a day; a date less precise than a month counts with its year."""
    year, month, _day = civil_day(first_day)
    year_text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    is_vague = precision in (Precision.YEAR, Precision.DECADE, Precision.CENTURY)
    return year_text if grouping == "year" or is_vague else f"{year_text}-{month:02d}"
