"""Queries about the minutes in which events begin, answered from the events of the days that have these minutes."""

import sqlite3
from collections import Counter
from typing import Any, Final

from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, Minutes, days_of_minutes
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.date_order import START
from qtviewer.store.where_clause import where_clause

BEGINS_IN_MINUTES: Final = """event.first_day BETWEEN :begin_day_first AND :begin_day_last
    AND event.first_minute BETWEEN :begin_first AND :begin_last"""
"""SQL condition with the parameters of `minute_parameters`; the days are what indexes begin with."""
HAS_TIME: Final = f"""(event.time IS NOT NULL AND event.precision IN ('day', 'interval')
    AND {START} GLOB '*-[0-9][0-9]-[0-9][0-9]*')"""
"""SQL condition that the minute is known in which an event begins."""
IS_MOMENT: Final = "(event.precision = 'day' AND event.time IS NOT NULL)"
"""SQL condition that an event is one minute long."""


def minute_parameters(minutes: Minutes) -> dict[str, int]:
    """Return the parameters of BEGINS_IN_MINUTES."""
    first_day, last_day = days_of_minutes(minutes)
    return {
        "begin_day_first": first_day, "begin_day_last": last_day, "begin_first": minutes[0], "begin_last": minutes[1]
    }  # fmt: skip


def count_beginning_outside(connection: sqlite3.Connection, query: EventQuery, minutes: Minutes) -> Counter[str]:
    """Return how many matching events begin on the days of some minutes, but before or after these, by category."""
    before, after = _rest_of_days(minutes)
    return _count(connection, query, before) + _count(connection, query, after)


def count_not_touching(connection: sqlite3.Connection, query: EventQuery, minutes: Minutes) -> Counter[str]:
    """Return how many matching events touch the days of some minutes, but not these, by category.

    They begin too late, or are one minute of the first day, too early.
    """
    before, after = _rest_of_days(minutes)
    return _count(connection, query, before, IS_MOMENT) + _count(connection, query, after)


def minute_density_rows(
    connection: sqlite3.Connection, query: EventQuery, level: int, minutes: Minutes
) -> list[tuple[int, str, int, int, int]]:
    """Return how many matching events begin in some minutes, per bucket of 4^level days (level below 0) and category.

    Rows are as those of `density_rows`.
    """
    where, parameters = _where(query, BEGINS_IN_MINUTES, minutes)
    parameters |= {"buckets": 4**-level}
    return connection.execute(
        f"""SELECT first_day * :buckets + (first_minute - first_day * {MINUTES_IN_DAY}) * :buckets / {MINUTES_IN_DAY}
            AS place, category, count(*), max(importance), number FROM event {where}
        GROUP BY place, category ORDER BY place, category""",
        parameters,
    ).fetchall()


def _rest_of_days(minutes: Minutes) -> tuple[Minutes, Minutes]:
    """Return the minutes of the first day before some minutes, and those of the last day after them."""
    first_day, last_day = days_of_minutes(minutes)
    return (first_day * MINUTES_IN_DAY, minutes[0] - 1), (minutes[1] + 1, (last_day + 1) * MINUTES_IN_DAY - 1)


def _count(
    connection: sqlite3.Connection, query: EventQuery, minutes: Minutes, condition: str = "TRUE"
) -> Counter[str]:
    if minutes[0] > minutes[1]:
        return Counter()
    where, parameters = _where(query, f"{BEGINS_IN_MINUTES} AND {condition}", minutes)
    sql = f"SELECT category, count(*) FROM event {where} GROUP BY category"
    return Counter(dict(connection.execute(sql, parameters).fetchall()))


def _where(query: EventQuery, condition: str, minutes: Minutes) -> tuple[str, dict[str, Any]]:
    where, parameters = where_clause(query)
    return f"{where} AND {condition}" if where else f"WHERE {condition}", parameters | minute_parameters(minutes)
