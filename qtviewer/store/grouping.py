"""Counts per group, and first and last days, from the events themselves."""

import sqlite3
from collections import Counter
from typing import Any

from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.event_date import EventDate, Precision
from qtviewer.domain.facets import TAG_FACETS
from qtviewer.domain.periods import period_of
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import Grouping
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import check_texts

_FIRST_KNOWN_DAY = "iif(date GLOB '..*' OR date GLOB '[[]..*', last_day, first_day)"
_LAST_KNOWN_DAY = "iif(date GLOB '*..' OR date GLOB '*..]', first_day, last_day)"
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
    """First and last known day of the matching events."""
    where, parameters = where_clause(query)
    sql = f"SELECT min({_FIRST_KNOWN_DAY}), max({_LAST_KNOWN_DAY}) FROM event {where}"
    first, last = connection.execute(sql, parameters).fetchone()
    return None if first is None or last is None else (int(first), int(last))
