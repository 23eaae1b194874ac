"""Events of one day of the year, sought as that day of each year: no index of days of the year is needed."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.anniversary import FARTHEST, MonthDay, days_after, days_apart, days_around, days_of_years
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.store.conditions import where_clause

_ON_DAYS: Final = "event.first_day IN (SELECT value FROM json_each(:on_days))"
_EXACT: Final = "event.precision = 'day' AND NOT event.approximate"
_REACHES: Final = (3, 15, 60, FARTHEST)


class OnDays(NamedTuple):
    """A day of the year with some events, and the condition that finds them."""

    month_day: MonthDay
    size: int
    conditions: tuple[str, ...]
    parameters: dict[str, str]


def find_anniversaries(
    connection: sqlite3.Connection, query: EventQuery, extent: tuple[int, int], month_day: MonthDay
) -> OnDays | None:
    """The day of the year, or the nearest on which there are matching events; `extent` holds all their days."""
    years = range(civil_day(extent[0]).year, civil_day(extent[1]).year + 1)
    found = _on(connection, query, years, month_day)
    if found.size:
        return found
    nearest = _nearest(connection, query, years, month_day)
    return None if nearest is None else _on(connection, query, years, nearest)


def _on(connection: sqlite3.Connection, query: EventQuery, years: range, month_day: MonthDay) -> OnDays:
    on_days = {"on_days": json.dumps(list(days_of_years(years, month_day)))}
    return OnDays(month_day, _count(connection, query, on_days), (_ON_DAYS, _EXACT), on_days)


def _count(connection: sqlite3.Connection, query: EventQuery, on_days: dict[str, str]) -> int:
    where, parameters = where_clause(query)
    sql = f"SELECT count(*) FROM event {where or 'WHERE TRUE'} AND {_ON_DAYS} AND {_EXACT}"
    return int(connection.execute(sql, parameters | on_days).fetchone()[0])


def _nearest(connection: sqlite3.Connection, query: EventQuery, years: range, month_day: MonthDay) -> MonthDay | None:
    """The day of the year nearest to one on which a matching event is known to be; of two the later; None without."""
    for reach in _REACHES:
        days = _days_within(connection, query, list(days_around(years, month_day, reach)))
        found = {civil_day(day)[1:] for day in days}
        near = [(days_apart(month_day, each), each) for each in found]
        if near := [(apart, each) for apart, each in near if apart <= reach]:
            least = min(near)[0]
            return _later([each for apart, each in near if apart == least], month_day)
    return None


def _days_within(connection: sqlite3.Connection, query: EventQuery, stretches: Sequence[tuple[int, int]]) -> list[int]:
    where, parameters = where_clause(query)
    values: dict[str, Any] = {"stretches": json.dumps(stretches)}
    sql = f"""SELECT DISTINCT event.first_day FROM json_each(:stretches) AS stretch CROSS JOIN event
        ON event.first_day BETWEEN stretch.value ->> 0 AND stretch.value ->> 1
        {where or "WHERE TRUE"} AND {_EXACT}"""
    return [int(day) for (day,) in connection.execute(sql, parameters | values)]


def _later(month_days: Sequence[MonthDay], than: MonthDay) -> MonthDay:
    """Of two days of the year as far from one, before and after, the one after it, in this year or the next."""
    return min(month_days, key=lambda each: days_after(than, each))
