"""The first and last day of the events that match a query, from the aggregates or from the events themselves."""

import sqlite3

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.aggregate_queries import aggregate_filters
from qtviewer.store.aggregates import EDGE_BEGIN, EDGE_END, EDGE_OPEN_END
from qtviewer.store.date_order import HAS_OPEN_START, SORT_DAY
from qtviewer.store.where_clause import where_clause


def extent_from_events(connection: sqlite3.Connection, query: EventQuery) -> tuple[int, int] | None:
    """Return the first and last day of the matching events, ignoring open ends; reads every matching event.

    Only days in the range of the query count, unless no event begins or ends in it. None when nothing matches.
    """
    where, parameters = where_clause(query)
    inner = [f"iif({day} BETWEEN :since AND :until, {day}, NULL)" for day in (SORT_DAY, "known_last_day")]
    sql = f"""SELECT min({inner[0]}), min({inner[1]}), max({inner[0]}), max({inner[1]}),
        min({SORT_DAY}), max(known_last_day) FROM event {where}"""
    query_range = {
        "since": MIN_DAY if query.first_day is None else query.first_day,
        "until": MAX_DAY if query.last_day is None else query.last_day,
    }
    row = connection.execute(sql, parameters | query_range).fetchone()
    days = [int(day) for day in row[:4] if day is not None] or [int(day) for day in row[4:] if day is not None]
    return (min(days), max(days)) if days else None


def extent_from_aggregates(connection: sqlite3.Connection, query: EventQuery) -> tuple[int, int] | None:
    """Return the first and last day, in the range of the query, on which a matching event begins or ends.

    Open ends do not count. None when no matching event begins or ends in the range.
    """
    first = MIN_DAY if query.first_day is None else query.first_day
    last = MAX_DAY if query.last_day is None else query.last_day
    days = _outermost_edges(connection, query, EDGE_BEGIN, max(first, MIN_DAY + 1), last)
    for edge in (EDGE_END, EDGE_OPEN_END):
        days += _outermost_edges(connection, query, edge, first, last)
    if first <= MIN_DAY and _begins_first(connection, query):  # where the aggregates have open starts, too
        days.append(MIN_DAY)
    return (min(days), max(days)) if days else None


def _outermost_edges(connection: sqlite3.Connection, query: EventQuery, edge: int, first: int, last: int) -> list[int]:
    """Return the first and last day from `first` to `last` on which a matching event begins (or ends), or []."""
    filters, parameters = aggregate_filters(query)
    parameters |= {"edge": edge, "first": first, "last": last}
    source = f"FROM density WHERE edge = :edge AND level = 0 AND bucket BETWEEN :first AND :last {filters}"
    return [
        int(day)
        for order in ("ASC", "DESC")
        for (day,) in connection.execute(f"SELECT bucket {source} ORDER BY bucket {order} LIMIT 1", parameters)
    ]


def _begins_first(connection: sqlite3.Connection, query: EventQuery) -> bool:
    """Whether a matching event without an open start begins on the first day of the calendar."""
    if not _outermost_edges(connection, query, EDGE_BEGIN, MIN_DAY, MIN_DAY):
        return False
    where, parameters = where_clause(query)
    condition = f"number IN (SELECT number FROM event WHERE first_day = :min_day) AND NOT {HAS_OPEN_START}"
    sql = f"SELECT EXISTS (SELECT 1 FROM event {where or 'WHERE TRUE'} AND {condition})"
    return bool(connection.execute(sql, parameters | {"min_day": MIN_DAY}).fetchone()[0])
