"""How many events touch each year and month: those that began by its end, less those that ended before it."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.dates.periods import ALL_DAYS, days_of_period, days_of_query, period_of, single_year
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.facets import without
from qtviewer.store.where_clause import where_clause


class _Edges:
    """How many events begin, or end, by a day."""

    def __init__(self, by_day: Mapping[int, int]) -> None:
        self._days = sorted(by_day)
        self._until = [0, *accumulate(by_day[day] for day in self._days)]

    def by(self, day: int) -> int:
        """How many there are up to a day."""
        return self._until[bisect_right(self._days, day)]

    def years(self) -> Iterator[int]:
        """The years of the days but for open ends."""
        at, end = bisect_right(self._days, MIN_DAY), bisect_left(self._days, MAX_DAY)
        while at < end:
            year = civil_day(self._days[at]).year
            yield year
            at = bisect_left(self._days, day_number(year, 12, 31) + 1)


def count_periods(connection: sqlite3.Connection, query: EventQuery) -> tuple[dict[str, int], dict[str, int]]:
    """Counts per year and per month, whatever days a query asks for."""
    begun, ended = map(_Edges, _days(connection, without(query, "year")))
    years = [period_of(day_number(year), months=False) for year in sorted({*begun.years(), *ended.years()})]
    months = [f"{year}-{month:02d}" for year in _year_of_months(query, years) for month in range(1, 13)]
    return _touching(years, begun, ended), _touching(months, begun, ended)


def _year_of_months(query: EventQuery, years: list[str]) -> list[str]:
    asked = days_of_query(query)
    if asked != ALL_DAYS:
        year = single_year(asked)
        return [] if year is None else [year]
    return years if len(years) == 1 else []


def _days(connection: sqlite3.Connection, query: EventQuery) -> tuple[Counter[int], Counter[int]]:
    """How many of the matching events begin and end on each day."""
    where, parameters = where_clause(query)
    begun, ended = Counter[int](), Counter[int]()
    sql = f"SELECT first_day, last_day, count(*) FROM event {where} GROUP BY 1, 2"  # which an index has in order
    for first, last, count in connection.execute(sql, parameters):
        begun[first] += count
        ended[last] += count
    return begun, ended


def _touching(periods: list[str], begun: _Edges, ended: _Edges) -> dict[str, int]:
    counts = {}
    for period in periods:
        first, last = days_of_period(period)
        counts[period] = begun.by(last) - ended.by(first - 1)
    return {period: count for period, count in counts.items() if count}
