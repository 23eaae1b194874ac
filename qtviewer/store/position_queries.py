"""Queries about when the events of a card or a cluster begin, answered by the index of categories and days."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from qtviewer.domain.answers import BeginRange
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.where_clause import reaches, where_clause

_FIRST_MATCH: Final = """(SELECT first_day FROM event WHERE category = json_extract(part.value, '$[0]')
    AND first_day BETWEEN json_extract(part.value, '$[1]') AND json_extract(part.value, '$[2]')
    AND id NOT IN (SELECT value FROM json_each(part.value, '$[3]')) {conditions} ORDER BY first_day {order} LIMIT 1)"""


def read_begin_days(
    connection: sqlite3.Connection, query: EventQuery, ranges: Sequence[BeginRange]
) -> list[tuple[int, int]]:
    """Return for each range the first and the last day on which a matching event begins in it.

    Raises ValueError for a range in which none begins. The categories of the query have no effect.
    """
    where, parameters = where_clause(query._replace(categories=None))
    conditions = f"AND {where.removeprefix('WHERE ')}" if where else ""
    first, last = (_FIRST_MATCH.format(conditions=conditions, order=order) for order in ("ASC", "DESC"))
    parts = [[*each[:3], sorted(each.excluded_ids)] for each in ranges]
    rows = connection.execute(
        f"SELECT {first}, {last} FROM json_each(:ranges) AS part ORDER BY part.key",
        parameters | {"ranges": json.dumps(parts)},
    ).fetchall()
    if any(day is None for row in rows for day in row):
        raise ValueError("a density counts events that are not there")
    return [(int(begin), int(end)) for begin, end in rows]


def count_by_period(connection: sqlite3.Connection, query: EventQuery, period: DatePoint) -> dict[str, int]:
    """Return how many matching events are known only by a month, year, decade or century, by category."""
    values = {
        "period_first": period.first_day, "period_last": period.last_day, "period_precision": period.precision.value,
    }  # fmt: skip
    condition = "first_day = :period_first AND last_day = :period_last AND precision = :period_precision"
    return _count_by_category(connection, query, condition, values)


def count_within(connection: sqlite3.Connection, query: EventQuery, day: int) -> dict[str, int]:
    """Return how many matching events were on one unknown day between others, before `day` or not, by category."""
    condition = f"precision = 'within' AND {reaches(day, 'day', query.today)} AND first_day < :day"  # as its index says
    return _count_by_category(connection, query, condition, {"day": day})


def _count_by_category(
    connection: sqlite3.Connection, query: EventQuery, condition: str, values: dict[str, Any]
) -> dict[str, int]:
    where, parameters = where_clause(query)
    conditions = f"AND {where.removeprefix('WHERE ')}" if where else ""
    sql = f"SELECT category, count(*) FROM event WHERE {condition} {conditions} GROUP BY category"
    return {category: int(count) for category, count in connection.execute(sql, parameters | values)}
