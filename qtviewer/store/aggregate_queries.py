"""Queries answered from the aggregates: their cost grows with the result, not with the number of events stored."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.event_query import EventQuery, is_filtered
from qtviewer.domain.source import Edge
from qtviewer.store.aggregates import (
    COARSEST_LEVEL,
    EDGE_BEGIN,
    EDGE_END,
    EDGE_OPEN_END,
    LONGEST_LENGTH_CLASS,
    buckets_covering,
)
from qtviewer.store.where_clause import LAST_DAY, in_json_array, reaches

Parameters = dict[str, Any]
"""Values of the named parameters of an SQL statement."""

_FROM_COVERING_BUCKETS: Final = """FROM json_each(:parts) AS part CROSS JOIN density
    ON edge = json_extract(part.value, '$[0]') AND level = json_extract(part.value, '$[1]')
    AND bucket BETWEEN json_extract(part.value, '$[2]') AND json_extract(part.value, '$[3]')"""

# Events that begin before the query's first day and last until then, or begin by its last day and end after it: no
# aggregate counts them.
_BEYOND_QUERY: Final[Mapping[Edge, str]] = {
    "begin": """SELECT first_day >> 2 * :level, category, 1, importance, number FROM event
    WHERE first_day BETWEEN :beyond_first AND :beyond_last AND {reaches_query} {filters}""",
    "end": f"""SELECT {LAST_DAY} >> 2 * :level, category, 1, importance, number FROM event
    WHERE first_day <= :last_day AND {LAST_DAY} BETWEEN :beyond_first AND :beyond_last {{filters}}""",
}

_Part = tuple[int, int, int, int]  # edge, level, first and last bucket


def is_answered_by_aggregates(query: EventQuery) -> bool:
    """Whether a query has no conditions but categories, statuses, days and importance, by which aggregates count."""
    other_conditions = query._replace(categories=None, statuses=None, first_day=None, last_day=None, min_importance=1)
    return not is_filtered(other_conditions)


def has_ordered_days(query: EventQuery) -> bool:
    """Whether the first day of a query is not after its last day, as counting from aggregates requires."""
    return query.first_day is None or query.last_day is None or query.first_day <= query.last_day


def aggregate_filters(query: EventQuery) -> tuple[str, Parameters]:
    """Return the SQL conditions of a query for the table `density`, each beginning with AND, and their parameters.

    They hold for categories, statuses and importance; the days of the query are left to the caller.
    """
    conditions, parameters = [], Parameters()
    for name, column, values in (("categories", "category", query.categories), ("statuses", "status", query.statuses)):
        if values is not None:
            conditions.append(f" AND {column} {in_json_array(name)}")
            parameters[name] = json.dumps(sorted(values))
    if query.min_importance > 1:
        conditions.append(" AND importance >= :min_importance")
        parameters["min_importance"] = query.min_importance
    return "".join(conditions), parameters


def _parts(edge: int, first_day: int, last_day: int, coarsest: int = COARSEST_LEVEL) -> list[_Part]:
    """Return the parts of `density` that count the events of an edge on some days, of which there may be none."""
    if first_day > last_day:
        return []
    return [(edge, *buckets) for buckets in buckets_covering(first_day, last_day, coarsest)]


def _count_parts(
    connection: sqlite3.Connection, query: EventQuery, parts: Sequence[_Part], columns: Sequence[str]
) -> Counter[tuple[Any, ...]]:
    """Return how many matching events are counted in some parts, per combination of values of the columns."""
    filters, parameters = aggregate_filters(query)
    parameters["parts"] = json.dumps(parts)
    names = ", ".join(columns)
    sql = f"SELECT {names}, sum(count) {_FROM_COVERING_BUCKETS} {filters} GROUP BY {names}"
    return Counter({tuple(values): count for *values, count in connection.execute(sql, parameters)})


def count_value_combinations(
    connection: sqlite3.Connection, query: EventQuery, columns: Sequence[str]
) -> Counter[tuple[Any, ...]]:
    """Return how many events match per combination of values of the columns: category, status or importance.

    The keys hold one value per column. An event matches if it has begun by the last day of the query and not ended
    before its first day.
    """
    last_day = MAX_DAY if query.last_day is None else query.last_day
    begun = _count_parts(connection, query, _parts(EDGE_BEGIN, MIN_DAY, last_day), columns)
    if query.first_day is not None:
        begun.subtract(_count_parts(connection, query, _parts_ended_before(query.first_day, query.today), columns))
    return +begun


def _parts_ended_before(day: int, today: int) -> list[_Part]:
    """Return the parts of `density` that count what ended before a day; with an open end nothing does before today."""
    ended = _parts(EDGE_END, MIN_DAY, day - 1)
    return ended if day <= today else ended + _parts(EDGE_OPEN_END, MIN_DAY, day - 1)


def count_by_category(connection: sqlite3.Connection, query: EventQuery) -> dict[str, int]:
    """Return how many events match per category, sorted by category id."""
    counts = count_value_combinations(connection, query, ["category"])
    return {category: count for (category,), count in sorted(counts.items())}


def density_rows(
    connection: sqlite3.Connection, query: EventQuery, level: int, days: tuple[int, int], edge: Edge
) -> list[tuple[int, str, int, int, int]]:
    """Return how many matching events begin (or end) in `days`, both included, per bucket of 4^level days and category.

    Each row has the bucket, the category, the number of events, their highest importance and the number of one event
    of that importance; rows are sorted by bucket and category. Buckets that reach beyond `days` count only events
    inside.
    """
    since = days[0] if query.first_day is None else max(days[0], query.first_day)
    until = days[1] if query.last_day is None else min(days[1], query.last_day)
    filters, parameters = aggregate_filters(query)
    parameters |= {"parts": json.dumps(_placed_parts(edge, since, until, level, query.today)), "level": level}
    counted = f"""SELECT coalesce(json_extract(part.value, '$[4]'), bucket >> 2 * (:level - level)) AS place, category,
        count, importance, representative {_FROM_COVERING_BUCKETS} {filters}"""
    beyond = (days[0], min(since - 1, until)) if edge == "begin" else (max(until + 1, since), days[1])
    if beyond[0] <= beyond[1]:
        reaches_query = reaches(since, "first_day", query.today)
        counted += f" UNION ALL {_BEYOND_QUERY[edge].format(filters=filters, reaches_query=reaches_query)}"
        parameters |= {"beyond_first": beyond[0], "beyond_last": beyond[1]}
        parameters |= {"first_day": query.first_day, "last_day": query.last_day, "today": query.today}
    return connection.execute(
        f"""SELECT place, category, sum(count), max(importance), representative FROM ({counted})
        GROUP BY place, category ORDER BY place, category""",
        parameters,
    ).fetchall()


def _placed_parts(edge: Edge, since: int, until: int, level: int, today: int) -> list[Sequence[int]]:
    """Return the parts of `density` for the events that begin (or end) from `since` to `until`.

    Those with an open end are in buckets of their last known days up to today, but end today: their parts say so by the
    bucket of 4^level days in which to count them instead.
    """
    if edge == "begin":
        return [*_parts(EDGE_BEGIN, since, until, level)]
    parts: list[Sequence[int]] = [*_parts(EDGE_END, since, until, level)]
    parts += _parts(EDGE_OPEN_END, max(since, today + 1), until, level)
    if since <= today <= until:
        parts += [(*part, today >> 2 * level) for part in _parts(EDGE_OPEN_END, MIN_DAY, today)]
    return parts


def long_event_numbers(connection: sqlite3.Connection, days: tuple[int, int], least_class: int) -> list[int]:
    """Return the numbers of the most important events of 2^least_class days or more that may overlap `days`.

    There are up to LONG_EVENTS_KEPT per bucket, length class, category and status; some may lie outside `days`.
    """
    buckets = [
        (size, days[0] >> size, days[1] >> size) for size in range(max(least_class, 1), LONGEST_LENGTH_CLASS + 1)
    ]
    rows = connection.execute(
        """SELECT DISTINCT event FROM json_each(:parts) AS part CROSS JOIN long_event
           ON length_class = json_extract(part.value, '$[0]')
           AND bucket BETWEEN json_extract(part.value, '$[1]') AND json_extract(part.value, '$[2]')""",
        {"parts": json.dumps(buckets)},
    )
    return [number for (number,) in rows]
