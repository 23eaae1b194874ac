"""What the writer derives from the events, row by row, and which buckets make up a stretch of days."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Chronicle
from qtviewer.store.aggregates import COARSEST_LEVEL, buckets_covering
from tests.domain.dates.strategies import day_numbers
from tests.store.memory_source import MemorySource
from tests.store.stores import temporary_store
from tests.store.strategies import crowded_chronicles

LONG_EVENTS_KEPT = 32
ANY_DAYS = day_numbers | st.integers(MIN_DAY - 10**6, MAX_DAY + 10**6) | st.integers(-300, 300)


@given(chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=25)
def test_the_density_has_each_event_once_a_level_where_it_begins_and_where_it_ends(chronicle: Chronicle) -> None:
    """Counts and first numbers of every bucket of every level, worked out event by event."""
    expected: dict[tuple[int, int, int, str, str, int], list[int]] = defaultdict(list)
    for number, event in enumerate(MemorySource(chronicle).all, 1):
        for level in range(COARSEST_LEVEL + 1):
            has_open_end = event.date.known_last_day < event.date.last_day
            for edge, day in ((0, event.date.first_day), (1 + has_open_end, event.date.known_last_day)):
                expected[edge, level, day // 4**level, event.category, event.status, event.importance].append(number)
    with temporary_store(chronicle) as store, closing(sqlite3.connect(store.path)) as connection:
        rows = connection.execute("SELECT * FROM density").fetchall()
    assert {row[:6]: row[6:] for row in rows} == {
        key: (len(numbers), min(numbers)) for key, numbers in expected.items()
    }


@given(chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=25)
def test_every_bucket_has_its_most_important_intervals(chronicle: Chronicle) -> None:
    """An interval of 2^n days or more stands in each bucket of that length it touches, a few to a bucket."""
    touching: dict[tuple[int, int, str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, event in enumerate(MemorySource(chronicle).all, 1):
        size = (event.date.last_day - event.date.first_day + 1).bit_length() - 1
        for bucket in range(event.date.first_day // 2**size, event.date.last_day // 2**size + 1):
            if size > 0 and event.date.precision is Precision.INTERVAL:
                touching[size, bucket, event.category, event.status].append((-event.importance, number))
    with temporary_store(chronicle) as store, closing(sqlite3.connect(store.path)) as connection:
        rows = connection.execute("SELECT * FROM long_event ORDER BY 1, 2, 3, 4, place").fetchall()
    assert rows == [
        (*key, place, number)
        for key in sorted(touching)
        for place, (_rank, number) in enumerate(sorted(touching[key])[:LONG_EVENTS_KEPT], 1)
    ]


@given(ends=st.tuples(ANY_DAYS, ANY_DAYS).map(sorted), coarsest=st.integers(0, COARSEST_LEVEL))
@settings(deadline=None, max_examples=400)
def test_the_buckets_that_cover_a_stretch_hold_its_days_and_no_others(ends: list[int], coarsest: int) -> None:
    """Put in order they follow on each other without a gap, from the first day to the last."""
    first, last = ends
    days = sorted(
        (bucket << 2 * level, (until + 1 << 2 * level) - 1)
        for level, bucket, until in buckets_covering(first, last, coarsest)
    )
    assert [days[0][0], days[-1][1]] == [first, last]
    assert all(begin <= end for begin, end in days)
    assert all(end + 1 == begin for (_, end), (begin, _) in pairwise(days))


@given(ends=st.tuples(ANY_DAYS, ANY_DAYS).map(sorted), coarsest=st.integers(0, COARSEST_LEVEL))
@settings(deadline=None, max_examples=200)
def test_a_stretch_is_covered_by_few_buckets(ends: list[int], coarsest: int) -> None:
    """At most two parts a level, each of at most three buckets but for the coarsest level."""
    parts = buckets_covering(ends[0], ends[1], coarsest)
    levels = [level for level, _first, _last in parts]
    assert max(levels) <= coarsest
    assert all(levels.count(level) <= (2 if level < coarsest else 1) for level in levels)
    assert all(last - first < 3 for level, first, last in parts if level < coarsest)
