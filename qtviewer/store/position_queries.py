"""Queries about when the events of a card or a cluster begin, answered by the index of categories and days."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from qtviewer.domain.answers import BeginRange, BeginSpan
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, days_of_minutes, minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.minute_queries import HAS_TIME, IS_MOMENT
from qtviewer.store.where_clause import where_clause

_IN_MINUTES: Final = """category = json_extract(part.value, '$[0]')
    AND first_minute BETWEEN json_extract(part.value, '$[3]') AND json_extract(part.value, '$[4]')
    AND id NOT IN (SELECT value FROM json_each(part.value, '$[5]'))"""
_IN_DAYS: Final = "first_day BETWEEN json_extract(part.value, '$[1]') AND json_extract(part.value, '$[2]')"
_MATCH: Final = f"""(SELECT {{column}} FROM event WHERE {{matches}} AND {_IN_DAYS}
    ORDER BY first_day {{order}}, first_minute {{order}} LIMIT 1)"""
# The day alone, without the range that it is in: SQLite would go through all events of the range otherwise.
_HAS_WHOLE_DAY: Final = f"""EXISTS (SELECT 1 FROM event
    WHERE {{matches}} AND first_day = part.last_day AND first_minute = part.last_day * {MINUTES_IN_DAY}
        AND NOT {HAS_TIME})"""


def read_begin_spans(
    connection: sqlite3.Connection, query: EventQuery, ranges: Sequence[BeginRange]
) -> list[BeginSpan]:
    """Return for each range when the matching events begin that begin in it.

    Raises ValueError for a range in which none begins. The categories of the query have no effect.
    """
    where, parameters = where_clause(query._replace(categories=None))
    matches = f"{_IN_MINUTES} AND {where.removeprefix('WHERE ')}" if where else _IN_MINUTES
    first = _MATCH.format(column="first_minute", order="ASC", matches=matches)
    last, last_day = (_MATCH.format(column=key, order="DESC", matches=matches) for key in ("first_minute", "first_day"))
    parts = [(each.category, *days_of_minutes(each[1:3]), *each[1:3], sorted(each.excluded_ids)) for each in ranges]
    rows = connection.execute(
        f"""SELECT first, last, {_HAS_WHOLE_DAY.format(matches=matches)} FROM (
            SELECT key, value, {first} AS first, {last} AS last, {last_day} AS last_day
            FROM json_each(:ranges) AS part) AS part ORDER BY part.key""",
        parameters | {"ranges": json.dumps(parts)},
    ).fetchall()
    return [_begin_span(*row) for row in rows]


def _begin_span(first: int | None, last: int | None, has_whole_day: int) -> BeginSpan:
    if first is None or last is None:
        raise ValueError("a density counts events that are not there")
    _first_day, last_day = days_of_minutes((first, last))
    return BeginSpan(int(first), int(last), minutes_of_days((last_day, last_day))[1] if has_whole_day else int(last))


def count_by_period(connection: sqlite3.Connection, query: EventQuery, period: DatePoint) -> dict[str, int]:
    """Return how many matching events are known only by a day, month, year, decade or century, by category."""
    values = {
        "period_first": period.first_day, "period_last": period.last_day, "period_precision": period.precision.value,
    }  # fmt: skip
    condition = f"""first_day = :period_first AND last_day = :period_last AND precision = :period_precision
        AND NOT {IS_MOMENT}"""
    return _count_by_category(connection, query, condition, values)


def count_within(connection: sqlite3.Connection, query: EventQuery, minute: int) -> dict[str, int]:
    """Return how many matching events were on one unknown day, beginning before `minute` or not, by category."""
    condition = "precision = 'within' AND last_day >= :day AND first_day <= :day_before"  # in the words of its index
    days = days_of_minutes((minute - 1, minute))
    return _count_by_category(connection, query, condition, dict(zip(("day_before", "day"), days, strict=True)))


def _count_by_category(
    connection: sqlite3.Connection, query: EventQuery, condition: str, values: dict[str, Any]
) -> dict[str, int]:
    where, parameters = where_clause(query)
    conditions = f"AND {where.removeprefix('WHERE ')}" if where else ""
    sql = f"SELECT category, count(*) FROM event WHERE {condition} {conditions} GROUP BY category"
    return {category: int(count) for category, count in connection.execute(sql, parameters | values)}
