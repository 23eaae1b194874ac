"""The answers a store should give, from plain SQL and Python without aggregates, filters or indexes."""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import NamedTuple, get_args

from hypothesis import strategies as st

from qtviewer.domain.dates.date_order import sort_day
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Edge, EventHead, EventSource, head_of
from tests.store.memory_source import MemorySource
from tests.store.query_matching import closed_days, date_sort_key, first_known_day, last_possible_day
from tests.store.strategies import day_ranges

LEVELS = range(10)
LONG_HEADS = 24  # a category
LONG_KEPT = 32  # a category, status and bucket: of more than these some may be left out
LENGTHS = (2, 3, 4, 60, 365, 4_000, 1_000_000)
_FROM_MATCHING = "FROM event WHERE id IN (SELECT value FROM json_each(?))"


class Bucket(NamedTuple):
    """The expected density of a bucket; `best` has the numbers of all events that may represent it."""

    bucket: int
    category: str
    size: int
    importance: int
    best: frozenset[int]


class ExpectedAnswers:
    """The expected answers about the events of a store that match a query."""

    def __init__(self, path: Path, chronicle: Chronicle, query: EventQuery) -> None:
        self.path = path
        self.today = query.today
        self.events = list(MemorySource(chronicle).events(query))
        self._all = chronicle.events
        self.ids = json.dumps([event.id for event in self.events])

    def _ask(self, sql: str, *values: object) -> list[tuple[int, str, int, int, str]]:
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql, (*values, self.ids)).fetchall()

    def count_by_category(self) -> dict[str, int]:
        """Return how many events match per category."""
        rows = self._ask(f"SELECT 0, category, count(*), 0, '' {_FROM_MATCHING} GROUP BY category")
        return {category: count for _, category, count, _, _ in rows}

    def density(self, level: int, days: tuple[int, int], edge: Edge = "begin") -> list[Bucket]:
        """Return the matching events that begin (or end) in `days`, per bucket of 4^level days and category."""
        last_day = f"iif(date GLOB '*..' OR date GLOB '*..]', max(known_last_day, {self.today}), last_day)"
        length, day = 4**level, "first_day" if edge == "begin" else last_day
        place = f"({day} - (({day} % {length}) + {length}) % {length}) / {length}"  # rounded down, BCE too
        ranked = f"""SELECT {place} AS place, category, importance, number,
            max(importance) OVER (PARTITION BY {place}, category) AS most {_FROM_MATCHING}
            AND {day} BETWEEN {days[0]} AND {days[1]}"""
        rows = self._ask(
            f"""SELECT place, category, count(*), most, json_group_array(iif(importance = most, number, 0))
            FROM ({ranked}) GROUP BY place, category, most ORDER BY place, category"""  # noqa: S608 - our own words
        )
        return [Bucket(*row[:4], frozenset(json.loads(row[4])) - {0}) for row in rows]

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Return the first and last day on which an event begins or ends, if possible in the range of the query."""
        days = [day for event in self.events for day in closed_days(event)]
        in_range = [
            day
            for day in days
            if (query.first_day is None or query.first_day <= day) and (query.last_day is None or day <= query.last_day)
        ]
        return (min(in_range or days), max(in_range or days)) if days else None

    def heads_of_long_events(self, days: tuple[int, int], least_days: int) -> list[EventHead]:
        """Return the most important long intervals that overlap some days, in date order."""
        shortest = min(2**n for n in range(32) if 2**n >= least_days)
        long = [event for event in self.events if self._is_long(event, shortest) and self._touches(event, days)]
        ranked = sorted(long, key=lambda event: -event.importance)
        chosen = [
            event.id for c in {event.category for event in long} for event in _in_category(ranked, c)[:LONG_HEADS]
        ]
        return [head for head in self.heads() if head.id in chosen]

    def largest_long_group(self, least_days: int) -> int:
        """Return the largest number of intervals with the same category and status that are long, or once will be."""
        alike = Counter(
            (event.category, event.status)
            for event in self._all
            if event.date.precision is Precision.INTERVAL
            and event.date.last_day - event.date.first_day + 1 >= least_days
        )
        return max(alike.values(), default=0)

    def heads(self) -> list[EventHead]:
        """Return the heads of the events in date order."""
        return [head_of(event, "zh", self.today) for event in self.events]

    def _is_long(self, event: Event, least_days: int) -> bool:
        is_interval = event.date.precision is Precision.INTERVAL
        return is_interval and last_possible_day(event, self.today) - event.date.first_day + 1 >= least_days

    def _touches(self, event: Event, days: tuple[int, int]) -> bool:
        return event.date.first_day <= days[1] and last_possible_day(event, self.today) >= days[0]

    def neighbour(self, here: Event | None, step: int) -> EventHead | None:
        """Return the next event in date order (step 1), or the one before (-1)."""
        place = None if here is None else date_sort_key(here)
        ahead = [
            event for event in self.events[::step] if place is None or (date_sort_key(event) > place) == (step > 0)
        ]
        ahead = [event for event in ahead if here is None or event.id != here.id]
        return head_of(ahead[0], "zh", self.today) if ahead else None

    def distance_to_nearest(self, day: int) -> int | None:
        """Return the number of days from a day to the nearest first known day of an event."""
        return min((abs(first_known_day(event) - day) for event in self.events), default=None)


def check_answers(
    source: EventSource, path: Path, chronicle: Chronicle, query: EventQuery, data: st.DataObject
) -> None:
    """Assert that a source answers every question about a query as expected."""
    expected = ExpectedAnswers(path, chronicle, query)
    assert source.count(query) == len(expected.events)
    assert source.count_by(query, "category") == expected.count_by_category()
    assert source.extent(query) == expected.extent(query)
    assert source.heads(query, "zh") == expected.heads()
    for days in data.draw(st.lists(day_ranges(chronicle), min_size=1, max_size=3)):
        begun = [head for head in expected.heads() if days[0] <= head.date.first_day <= days[1]]
        minutes = minutes_of_days(days)
        assert source.heads_beginning(query, "zh", minutes) == begun
        assert source.heads_beginning(query, "zh", minutes, 2) == begun[:2]
        check_densities(source, expected, query, days)
        nearest = source.nearest(query, "zh", minutes[0] + data.draw(st.integers(0, 1439)))
        assert (nearest and abs(sort_day(nearest.date) - days[0])) == expected.distance_to_nearest(days[0])
    for step in (1, -1):
        for here in (None, *chronicle.events):
            found = source.neighbour(query, "zh", here.id if here else "", step)
            assert found == expected.neighbour(here, step)


def check_densities(source: EventSource, expected: ExpectedAnswers, query: EventQuery, days: tuple[int, int]) -> None:
    """Assert that densities at every level and long events of any length are as expected."""
    for level, edge in product(LEVELS, get_args(Edge)):
        found, buckets = source.density(query, level, days, edge), expected.density(level, days, edge)
        assert [density[:4] for density in found] == [bucket[:4] for bucket in buckets]
        for density, bucket in zip(found, buckets, strict=True):
            assert density.representative in bucket.best
    for least_days in LENGTHS:
        if expected.largest_long_group(least_days) <= LONG_KEPT:
            assert source.heads_of_long_events(query, "zh", days, least_days) == expected.heads_of_long_events(
                days, least_days
            )


def _in_category(events: Sequence[Event], category: str) -> list[Event]:
    return [event for event in events if event.category == category]
