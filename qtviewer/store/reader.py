"""The events of a store, read-only: the `EventSource` behind window, exports and command line."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from qtviewer.domain.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.event import Event
from qtviewer.domain.event_date import EventDate, Precision
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventHead, Grouping, Vocabulary
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import check_texts, read_events, read_head
from qtviewer.store.opening import UNREADABLE, StoreError, damage, open_read_only
from qtviewer.store.schema import CONTENT_HASH_KEY
from qtviewer.store.vocabulary import read_vocabulary

IN_DATE_ORDER = "ORDER BY event.first_day, event.last_day, event.importance DESC, event.id"
_FIRST_KNOWN_DAY = "iif(date GLOB '..*' OR date GLOB '[[]..*', last_day, first_day)"
_LAST_KNOWN_DAY = "iif(date GLOB '*..' OR date GLOB '*..]', first_day, last_day)"
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
        with self._reading():
            return read_vocabulary(self._connection)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the content, as its writer noted it."""
        with self._reading():
            rows = self._rows("SELECT value FROM store_info WHERE key = :key", {"key": CONTENT_HASH_KEY})
            return str(rows[0][0]) if rows else ""

    def count(self, query: EventQuery) -> int:
        """How many events match."""
        where, parameters = where_clause(query)
        with self._reading():
            return int(self._rows(f"SELECT count(*) FROM event {where}", parameters)[0][0])

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """How many events match per value of a grouping, without those that have none."""
        where, parameters = where_clause(query)
        with self._reading():
            if grouping in _BY_COLUMN:
                column = _BY_COLUMN[grouping]
                counts = dict(
                    self._rows(f"SELECT {column}, count(*) FROM event {where} GROUP BY 1 ORDER BY 1", parameters)
                )
            elif grouping in _TAG_KINDS:
                sql = (
                    "SELECT tag.id, count(*) FROM tag JOIN event_tag ON event_tag.tag = tag.id "
                    f"JOIN (SELECT id FROM event {where}) AS matching ON matching.id = event_tag.event "
                    f"{_TAG_KINDS[grouping]} GROUP BY tag.id ORDER BY 2 DESC, 1"
                )
                counts = dict(self._rows(sql, parameters))
            else:
                counts = self._count_by_period(where, parameters, grouping)
            check_texts(*counts)
            return counts

    def _count_by_period(self, where: str, parameters: dict[str, Any], grouping: Grouping) -> dict[str, int]:
        sql = f"SELECT date, count(*) FROM event {where} GROUP BY 1 ORDER BY {_FIRST_KNOWN_DAY}"
        counts: Counter[str] = Counter()
        for date, count in self._rows(sql, parameters):
            counts[_period(parse_edtf(date), grouping)] += count
        return counts

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """First and last known day of the matching events, open ends left aside."""
        where, parameters = where_clause(query)
        with self._reading():
            days = self._rows(f"SELECT min({_FIRST_KNOWN_DAY}), max({_LAST_KNOWN_DAY}) FROM event {where}", parameters)[
                0
            ]
            if days == (None, None):
                return None
            first, last = map(int, days)
            if not MIN_DAY <= first <= last <= MAX_DAY:
                raise ValueError(f"its days {first} and {last} are not in the calendar")
            return first, last

    def heads(self, query: EventQuery, lang: str) -> Sequence[EventHead]:
        """The matching events as cards show them, in date order."""
        where, parameters = where_clause(query)
        return self._heads(where, parameters, lang)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events, whole, in date order."""
        where, parameters = where_clause(query)
        with self._reading():
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
                (SELECT title FROM event_text WHERE event = event.id ORDER BY rowid LIMIT 1), '')
            FROM event {where} {IN_DATE_ORDER}"""
        vocabulary = self.vocabulary
        with self._reading():
            return [read_head(row, vocabulary) for row in self._rows(sql, {**parameters, "lang": lang})]

    def _whole(self, ids: Sequence[str]) -> list[Event]:
        vocabulary = self.vocabulary
        with self._reading():
            return read_events(self._connection, ids, vocabulary)

    def _rows(self, sql: str, parameters: dict[str, Any]) -> list[Any]:
        return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """StoreError for whatever a damaged file makes SQLite or a conversion raise."""
        try:
            yield
        except UNREADABLE as error:
            raise StoreError(f"{self.path}: {damage(error)}") from error


def _period(date: EventDate, grouping: Grouping) -> str:
    """Year or month in which a date begins, or ends when its start is open; the year alone where no month is known."""
    point = date.start or date.end
    assert point is not None  # noqa: S101 - EventDate has at least one end
    year, month, _day = civil_day(point.first_day if date.start else point.last_day)
    year_text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    has_month = point.precision in (Precision.DAY, Precision.MONTH)
    return f"{year_text}-{month:02d}" if has_month and grouping == "month" else year_text
