"""Questions that the aggregates answer: they cost what they return, not what the store holds."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.query.event_query import EventQuery, is_filtered
from qtviewer.store.aggregates import BEGINS, ENDS, LONGEST_CLASS, buckets_covering
from qtviewer.store.conditions import one_of
from qtviewer.store.grouping import is_known

Parameters = dict[str, Any]

_COVERED: Final = """FROM json_each(:parts) AS part CROSS JOIN density ON edge = :edge
    AND level = json_extract(part.value, '$[0]')
    AND bucket BETWEEN json_extract(part.value, '$[1]') AND json_extract(part.value, '$[2]')"""

# What begins earlier than asked for but lasts until then is not counted anywhere: the events themselves tell.
_REACHING: Final = """SELECT first_day >> 2 * :level, category, 1, importance, number FROM event
    WHERE first_day BETWEEN :first AND :before AND last_day >= :first_day {filters}"""


def aggregates_answer(query: EventQuery) -> bool:
    """Whether a query asks for nothing the aggregates do not know."""
    known = query._replace(categories=None, statuses=None, first_day=None, last_day=None, min_importance=1)
    return not is_filtered(known)


def counts_follow(query: EventQuery) -> bool:
    """Whether a count is what began less what ended, which no longer holds for a range that ends before it begins."""
    return query.first_day is None or query.last_day is None or query.first_day <= query.last_day


def _filters(query: EventQuery) -> tuple[str, Parameters]:
    conditions, parameters = [], Parameters()
    for name, column, values in (("categories", "category", query.categories), ("statuses", "status", query.statuses)):
        if values is not None:
            conditions.append(f" AND {column} {one_of(name)}")
            parameters[name] = json.dumps(sorted(values))
    if query.min_importance > 1:
        conditions.append(" AND importance >= :min_importance")
        parameters["min_importance"] = query.min_importance
    return "".join(conditions), parameters


def _edges_until(
    connection: sqlite3.Connection, query: EventQuery, edge: int, last_day: int, columns: Sequence[str]
) -> Counter[tuple[Any, ...]]:
    """Matching events that begin or end by a day, per combination of values."""
    filters, parameters = _filters(query)
    parameters |= {
        "edge": edge,
        "parts": json.dumps(buckets_covering(MIN_DAY, last_day) if last_day >= MIN_DAY else []),
    }
    names = ", ".join(columns)
    sql = f"SELECT {names}, sum(count) {_COVERED} {filters} GROUP BY {names}"
    return Counter({tuple(values): count for *values, count in connection.execute(sql, parameters)})


def count_together(
    connection: sqlite3.Connection, query: EventQuery, columns: Sequence[str]
) -> Counter[tuple[Any, ...]]:
    """Matching events per combination of category, status or importance: those begun, less those ended before."""
    begun = _edges_until(connection, query, BEGINS, MAX_DAY if query.last_day is None else query.last_day, columns)
    if query.first_day is not None:
        begun.subtract(_edges_until(connection, query, ENDS, query.first_day - 1, columns))
    return +begun


def count_by_category(connection: sqlite3.Connection, query: EventQuery) -> dict[str, int]:
    """Matching events per category."""
    return {category: count for (category,), count in sorted(count_together(connection, query, ["category"]).items())}


def densities(
    connection: sqlite3.Connection, query: EventQuery, level: int, days: tuple[int, int]
) -> list[tuple[int, str, int, int, int]]:
    """Bucket, category, count, highest importance and representative of what begins in a stretch of days.

    Buckets of 4^level days, in order; those that the stretch cuts count only what is inside.
    """
    first, since = days[0], days[0] if query.first_day is None else max(days[0], query.first_day)
    last = days[1] if query.last_day is None else min(days[1], query.last_day)
    filters, parameters = _filters(query)
    parts = buckets_covering(since, last, coarsest=level) if since <= last else []
    parameters |= {"edge": BEGINS, "parts": json.dumps(parts), "level": level}
    counted = f"""SELECT bucket >> 2 * (:level - level) AS place, category, count, importance, representative
        {_COVERED} {filters}"""
    if first < since:
        counted += f" UNION ALL {_REACHING.format(filters=filters)}"
        parameters |= {"first": first, "before": min(since - 1, last), "first_day": query.first_day}
    return connection.execute(
        f"""SELECT place, category, sum(count), max(importance), representative FROM ({counted})
        GROUP BY place, category ORDER BY place, category""",
        parameters,
    ).fetchall()


def long_events(connection: sqlite3.Connection, days: tuple[int, int], least_class: int) -> list[int]:
    """Numbers of the most important events of 2^least_class days or more in the buckets of a stretch of days."""
    parts = [(size, days[0] >> size, days[1] >> size) for size in range(max(least_class, 1), LONGEST_CLASS + 1)]
    rows = connection.execute(
        """SELECT DISTINCT event FROM json_each(:parts) AS part CROSS JOIN long_event
           ON length_class = json_extract(part.value, '$[0]')
           AND bucket BETWEEN json_extract(part.value, '$[1]') AND json_extract(part.value, '$[2]')""",
        {"parts": json.dumps(parts)},
    )
    return [number for (number,) in rows]


def known_days(connection: sqlite3.Connection, query: EventQuery) -> tuple[int, int] | None:
    """First and last day, within those asked for, on which a matching event begins or ends; open ends do not count."""
    first = MIN_DAY if query.first_day is None else query.first_day
    last = MAX_DAY if query.last_day is None else query.last_day
    days = _outermost(connection, query, BEGINS, max(first, MIN_DAY + 1), last)
    days += _outermost(connection, query, ENDS, first, min(last, MAX_DAY - 1))
    for edge, bound in ((BEGINS, MIN_DAY), (ENDS, MAX_DAY)):  # where open ends stand among others
        is_asked = first <= bound <= last
        if is_asked and _outermost(connection, query, edge, bound, bound) and is_known(connection, query, bound):
            days.append(bound)
    return (min(days), max(days)) if days else None


def _outermost(connection: sqlite3.Connection, query: EventQuery, edge: int, first: int, last: int) -> list[int]:
    """First and last day between two on which a matching event begins, or ends; none where nothing does."""
    filters, parameters = _filters(query)
    parameters |= {"edge": edge, "first": first, "last": last}
    among = f"FROM density WHERE edge = :edge AND level = 0 AND bucket BETWEEN :first AND :last {filters}"
    return [
        int(day)
        for order in ("ASC", "DESC")
        for (day,) in connection.execute(f"SELECT bucket {among} ORDER BY bucket {order} LIMIT 1", parameters)
    ]
