"""Finding the events of one day of the year, by looking up that day in every year of the store."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.anniversary import (
    MAX_DAYS_APART,
    MonthDay,
    days_apart,
    days_around,
    days_until,
    month_day_in_years,
)
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.where_clause import where_clause

_BEGINS_ON_DAYS: Final = "event.first_day IN (SELECT value FROM json_each(:on_days))"
_EXACT_TO_THE_DAY: Final = "event.precision = 'day' AND NOT event.approximate"
_SEARCH_DISTANCES: Final = (3, 15, 60, MAX_DAYS_APART)  # days before and after; tried in turn, the near ones are fast


class AnniversaryDay(NamedTuple):
    """A day of the year, how many matching events it has, and the SQL conditions and parameters that select them."""

    month_day: MonthDay
    size: int
    conditions: tuple[str, ...]
    parameters: dict[str, str]


def find_anniversary_day(
    connection: sqlite3.Connection, query: EventQuery, extent: tuple[int, int], month_day: MonthDay
) -> AnniversaryDay | None:
    """Return the given day of the year if a matching event is dated exactly to it, otherwise the nearest such day.

    `month_day` is (month, day); `extent` is the first and last day of the matching events. None when no matching event
    is dated exactly to a day.
    """
    years = range(civil_day(extent[0]).year, civil_day(extent[1]).year + 1)
    found = _look_up(connection, query, years, month_day)
    if found.size:
        return found
    nearest = _nearest(connection, query, years, month_day)
    return None if nearest is None else _look_up(connection, query, years, nearest)


def _look_up(connection: sqlite3.Connection, query: EventQuery, years: range, month_day: MonthDay) -> AnniversaryDay:
    on_days = {"on_days": json.dumps(list(month_day_in_years(years, month_day)))}
    return AnniversaryDay(month_day, _count(connection, query, on_days), (_BEGINS_ON_DAYS, _EXACT_TO_THE_DAY), on_days)


def _count(connection: sqlite3.Connection, query: EventQuery, on_days: dict[str, str]) -> int:
    where, parameters = where_clause(query)
    sql = f"SELECT count(*) FROM event {where or 'WHERE TRUE'} AND {_BEGINS_ON_DAYS} AND {_EXACT_TO_THE_DAY}"
    return int(connection.execute(sql, parameters | on_days).fetchone()[0])


def _nearest(connection: sqlite3.Connection, query: EventQuery, years: range, month_day: MonthDay) -> MonthDay | None:
    """Return the day of the year nearest to `month_day` that has a matching event (of two, the later one), or None."""
    for distance in _SEARCH_DISTANCES:
        days = _days_within(connection, query, list(days_around(years, month_day, distance)))
        month_days = {civil_day(day)[1:] for day in days}
        near = [(days_apart(month_day, found), found) for found in month_days]
        if near := [(apart, found) for apart, found in near if apart <= distance]:
            least = min(near)[0]
            return _first_after([found for apart, found in near if apart == least], month_day)
    return None


def _days_within(connection: sqlite3.Connection, query: EventQuery, ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the days in some ranges (first and last day) to which a matching event is dated exactly."""
    where, parameters = where_clause(query)
    values: dict[str, Any] = {"ranges": json.dumps(ranges)}
    sql = f"""SELECT DISTINCT event.first_day FROM json_each(:ranges) AS day_range CROSS JOIN event
        ON event.first_day BETWEEN day_range.value ->> 0 AND day_range.value ->> 1
        {where or "WHERE TRUE"} AND {_EXACT_TO_THE_DAY}"""
    return [int(day) for (day,) in connection.execute(sql, parameters | values)]


def _first_after(month_days: Sequence[MonthDay], start: MonthDay) -> MonthDay:
    """Return the day of the year that comes first on or after `start`, in the same year or the next."""
    return min(month_days, key=lambda month_day: days_until(start, month_day))
