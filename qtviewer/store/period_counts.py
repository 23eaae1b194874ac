"""Counts the events that overlap each year and month: all that began by its end, less all that ended before it."""

import sqlite3
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate

from qtviewer.domain.dates.day_number import MIN_DAY, civil_day, day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import without_facet
from qtviewer.domain.query.periods import ALL_DAYS, days_of_period, days_of_query, period_of, single_year
from qtviewer.store.where_clause import where_clause


class _CumulativeCounts:
    """The number of events that begin (or end) on or before each day; made from the numbers per day."""

    def __init__(self, by_day: Mapping[int, int]) -> None:
        self._days = sorted(by_day)
        self._sums = [0, *accumulate(by_day[day] for day in self._days)]

    def up_to(self, day: int) -> int:
        """Return the number of events on or before a day."""
        return self._sums[bisect_right(self._days, day)]

    def years(self) -> Iterator[int]:
        """Yield the years that contain a day, in order; the day that stands for open starts is left out."""
        index = bisect_right(self._days, MIN_DAY)
        while index < len(self._days):
            year = civil_day(self._days[index]).year
            yield year
            index = bisect_left(self._days, day_number(year, 12, 31) + 1)


def count_periods(connection: sqlite3.Connection, query: EventQuery) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many matching events overlap each year and each month (YYYY-MM), ignoring the days of the query.

    Years are those in which an event begins or ends. Months are those of the year that the query is about, or of the
    only year there is; otherwise there are none.
    """
    begun, ended, known_ends = map(_CumulativeCounts, _count_days(connection, without_facet(query, "year")))
    years = [period_of(day_number(year), months=False) for year in sorted({*begun.years(), *known_ends.years()})]
    months = [f"{year}-{month:02d}" for year in _years_with_months(query, years) for month in range(1, 13)]
    return _count_overlapping(years, begun, ended), _count_overlapping(months, begun, ended)


def _years_with_months(query: EventQuery, years: list[str]) -> list[str]:
    """Return the year whose months are counted, in a list, or []."""
    days = days_of_query(query)
    if days != ALL_DAYS:
        year = single_year(days)
        return [] if year is None else [year]
    return years if len(years) == 1 else []


def _count_days(connection: sqlite3.Connection, query: EventQuery) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Return how many matching events begin on each day, how many end, and of how many it is the last known one."""
    where, parameters = where_clause(query)
    begun, ended, known_ends = Counter[int](), Counter[int](), Counter[int]()
    # which an index has in order
    sql = f"SELECT first_day, last_day, known_last_day, count(*) FROM event {where} GROUP BY 1, 2, 3"
    for first, last, known_last, count in connection.execute(sql, parameters):
        begun[first] += count
        ended[min(last, max(known_last, query.today))] += count
        known_ends[known_last] += count
    return begun, ended, known_ends


def _count_overlapping(periods: list[str], begun: _CumulativeCounts, ended: _CumulativeCounts) -> dict[str, int]:
    counts = {}
    for period in periods:
        first, last = days_of_period(period)
        counts[period] = begun.up_to(last) - ended.up_to(first - 1)
    return {period: count for period, count in counts.items() if count}
