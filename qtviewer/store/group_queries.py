"""Counts of the matching events per category, tag, year or another grouping, from the events themselves."""

import sqlite3
from collections import Counter
from typing import Any

from qtviewer.domain.dates.date_order import heading_of
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import TAG_FACETS
from qtviewer.domain.query.periods import counted_period, period_of
from qtviewer.domain.source import Grouping
from qtviewer.store.date_order import SORT_DAY
from qtviewer.store.event_rows import check_texts
from qtviewer.store.where_clause import where_clause

_COLUMN_OF_GROUPING = {name: name for name in ("category", "collection", "status", "precision")} | {
    "importance": "CAST(importance AS TEXT)"
}
_TAG_CONDITION_OF_GROUPING = {"tag": ""} | {facet: f"WHERE tag.kind = '{kind}'" for facet, kind in TAG_FACETS.items()}


def count_by_group(connection: sqlite3.Connection, query: EventQuery, grouping: Grouping) -> dict[str, int]:
    """Return how many events match per value of a grouping; an event with several tags counts for each.

    Values without a matching event are left out. Tags are sorted by count, periods by time, other values by name.
    ValueError when a value is not text.
    """
    where, parameters = where_clause(query)
    if grouping in _COLUMN_OF_GROUPING:
        column = _COLUMN_OF_GROUPING[grouping]
        sql = f"SELECT {column}, count(*) FROM event {where} GROUP BY 1 ORDER BY 1"
        counts = dict(connection.execute(sql, parameters))
    elif grouping in _TAG_CONDITION_OF_GROUPING:
        sql = (
            "SELECT tag.id, count(*) FROM tag JOIN event_tag ON event_tag.tag = tag.id "
            f"JOIN (SELECT id FROM event {where}) AS matching ON matching.id = event_tag.event "
            f"{_TAG_CONDITION_OF_GROUPING[grouping]} GROUP BY tag.id ORDER BY 2 DESC, 1"
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
    sql = f"SELECT date, count(*) FROM event {where} GROUP BY 1 ORDER BY {SORT_DAY}"
    for date, count in connection.execute(sql, parameters):
        heading = heading_of(parse_edtf(date))
        counts[counted_period(heading) if grouping == "month" else period_of(heading.first_day, months=False)] += count
    return counts
