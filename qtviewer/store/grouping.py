"""Counts per group, and first and last days, from the events themselves."""

import sqlite3
from collections import Counter
from typing import Any

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.periods import period_of
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.facets import TAG_FACETS
from qtviewer.domain.source import Grouping
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import check_texts

_HAS_OPEN_START = "(date GLOB '..*' OR date GLOB '[[]..*')"
_HAS_OPEN_END = "(date GLOB '*..' OR date GLOB '*..]')"
_FIRST_KNOWN_DAY = f"iif({_HAS_OPEN_START}, last_day, first_day)"
_LAST_KNOWN_DAY = f"iif({_HAS_OPEN_END}, first_day, last_day)"
_BY_COLUMN = {name: name for name in ("category", "collection", "status", "precision")} | {
    "importance": "CAST(importance AS TEXT)"
}
_TAG_KINDS = {"tag": ""} | {facet: f"WHERE tag.kind = '{kind}'" for facet, kind in TAG_FACETS.items()}


def count_by_group(connection: sqlite3.Connection, query: EventQuery, grouping: Grouping) -> dict[str, int]:
    """How many events match per value of a grouping."""
    where, parameters = where_clause(query)
    if grouping in _BY_COLUMN:
        column = _BY_COLUMN[grouping]
        sql = f"SELECT {column}, count(*) FROM event {where} GROUP BY 1 ORDER BY 1"
        counts = dict(connection.execute(sql, parameters))
    elif grouping in _TAG_KINDS:
        sql = (
            "SELECT tag.id, count(*) FROM tag JOIN event_tag ON event_tag.tag = tag.id "
            f"JOIN (SELECT id FROM event {where}) AS matching ON matching.id = event_tag.event "
            f"{_TAG_KINDS[grouping]} GROUP BY tag.id ORDER BY 2 DESC, 1"
        )
        counts = dict(connection.execute(sql, parameters))
    else:
        counts = _count_by_period(connection, where, parameters, grouping)
    check_texts(*counts)
    return counts


def _count_by_period(
    connection: sqlite3.Connection, where: str, parameters: dict[str, Any], grouping: Grouping
) -> dict[str, int]:
    counts: Counter[str] = Counter()
    sql = f"SELECT date, count(*) FROM event {where} GROUP BY 1 ORDER BY {_FIRST_KNOWN_DAY}"
    for date, count in connection.execute(sql, parameters):
        counts[_period(parse_edtf(date), grouping)] += count
    return counts


def _period(date: EventDate, grouping: Grouping) -> str:
    """Year or month in which a date begins, or ends when its start is open; the year alone where no month is known."""
    point = date.start or date.end
    assert point is not None  # noqa: S101 - EventDate has at least one end
    has_month = point.precision in (Precision.DAY, Precision.MONTH)
    return period_of(point.first_day if date.start else point.last_day, months=has_month and grouping == "month")


def outermost_days(connection: sqlite3.Connection, query: EventQuery) -> tuple[int, int] | None:
    """First and last known day of the matching events, within the days asked for if anything begins or ends then."""
    where, parameters = where_clause(query)
    inner = [f"iif({day} BETWEEN :since AND :until, {day}, NULL)" for day in (_FIRST_KNOWN_DAY, _LAST_KNOWN_DAY)]
    sql = f"""SELECT min({inner[0]}), min({inner[1]}), max({inner[0]}), max({inner[1]}),
        min({_FIRST_KNOWN_DAY}), max({_LAST_KNOWN_DAY}) FROM event {where}"""
    asked = {
        "since": MIN_DAY if query.first_day is None else query.first_day,
        "until": MAX_DAY if query.last_day is None else query.last_day,
    }
    row = connection.execute(sql, parameters | asked).fetchone()
    days = [int(day) for day in row[:4] if day is not None] or [int(day) for day in row[4:] if day is not None]
    return (min(days), max(days)) if days else None


def is_known(connection: sqlite3.Connection, query: EventQuery, bound: int) -> bool:
    """Whether a matching event begins on the first day of the calendar, or ends on its last one, without being open."""
    column, is_open = ("first_day", _HAS_OPEN_START) if bound == MIN_DAY else ("last_day", _HAS_OPEN_END)
    where, parameters = where_clause(query)
    among = f"number IN (SELECT number FROM event WHERE {column} = :bound) AND NOT {is_open}"
    sql = f"SELECT EXISTS (SELECT 1 FROM event {where or 'WHERE TRUE'} AND {among})"
    return bool(connection.execute(sql, parameters | {"bound": bound}).fetchone()[0])
