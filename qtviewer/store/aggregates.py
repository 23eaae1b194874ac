"""The aggregate tables: counts of events by time in `density`, and the most important intervals in `long_event`.

`density` counts the events that begin, and those that end, in buckets of 4^level days; see `aggregates.sql`. Events
with an open end are counted apart from those that end: their end moves on with time, what is stored does not.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY

AGGREGATE_SCHEMA: Final = Path(__file__).with_name("aggregates.sql").read_text(encoding="utf-8")
"""SQL that creates the aggregate tables."""
COARSEST_LEVEL: Final = 9  # buckets of 262,144 days: 28 of them hold every supported year
LONGEST_LENGTH_CLASS: Final = (MAX_DAY - MIN_DAY + 1).bit_length() - 1  # an event of class n lasts 2^n days or more
LONG_EVENTS_KEPT: Final = 32  # per bucket, category and status
EDGE_BEGIN: Final = 0  # column `edge` of `density`: the row counts events that begin in its bucket
EDGE_END: Final = 1  # the row counts events that end in its bucket
EDGE_OPEN_END: Final = 2  # the row counts events with an open end whose last known day lies in its bucket

_INSERT_LEVEL_0 = """INSERT INTO density SELECT {edge}, 0, {day}, category, status, importance, count(*), min(number)
    FROM event WHERE {condition} GROUP BY {day}, category, status, importance"""
_INSERT_NEXT_LEVEL = """INSERT INTO density
    SELECT edge, level + 1, bucket >> 2, category, status, importance, sum(count), min(representative) FROM density
    WHERE edge = {edge} AND level = {level} GROUP BY bucket >> 2, category, status, importance"""
_INSERT_LONG_EVENTS = """INSERT INTO long_event SELECT length_class, bucket, category, status, place, number FROM (
        SELECT *, row_number() OVER (PARTITION BY length_class, bucket, category, status
                                     ORDER BY importance DESC, number) AS place
        FROM (SELECT {length_class} AS length_class, (first_day >> {length_class}) + later.value AS bucket,
                     event.* FROM event CROSS JOIN json_each('[0, 1, 2]') AS later
              WHERE precision = 'interval'
                AND last_day - first_day + 1 >= {shortest} AND last_day - first_day + 1 < 2 * {shortest}
                AND (first_day >> {length_class}) + later.value <= last_day >> {length_class}))
    WHERE place <= {kept}"""


def fill_aggregates(connection: sqlite3.Connection) -> None:
    """Compute the rows of the tables `density` and `long_event`, which must be empty, from the table `event`."""
    for edge, day, condition in (
        (EDGE_BEGIN, "first_day", "TRUE"),
        (EDGE_END, "last_day", "known_last_day = last_day"),
        (EDGE_OPEN_END, "known_last_day", "known_last_day < last_day"),
    ):
        connection.execute(_INSERT_LEVEL_0.format(edge=edge, day=day, condition=condition))
        for level in range(COARSEST_LEVEL):
            connection.execute(_INSERT_NEXT_LEVEL.format(edge=edge, level=level))
    for length_class in _length_classes(connection):
        connection.execute(
            _INSERT_LONG_EVENTS.format(length_class=length_class, shortest=1 << length_class, kept=LONG_EVENTS_KEPT)
        )


def _length_classes(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield the length classes from 1 (2 or 3 days) to that of the longest event."""
    (longest,) = connection.execute("SELECT coalesce(max(last_day - first_day + 1), 1) FROM event").fetchone()
    yield from range(1, int(longest).bit_length())


def buckets_covering(first_day: int, last_day: int, coarsest: int = COARSEST_LEVEL) -> list[tuple[int, int, int]]:
    """Return the buckets that together hold exactly the days from first to last, both included.

    Each item is (level, first bucket, last bucket); a bucket of a level holds 4^level days. Levels go up to `coarsest`.
    """
    ranges: list[tuple[int, int, int]] = []
    for level in range(coarsest):
        if first_day & 3:  # up to where a bucket of the next level begins
            ranges.append((level, first_day, min(first_day | 3, last_day)))
            first_day = (first_day | 3) + 1
        if last_day & 3 != 3 and first_day <= last_day:
            ranges.append((level, max(last_day & ~3, first_day), last_day))
            last_day = (last_day & ~3) - 1
        first_day, last_day = first_day >> 2, last_day >> 2
        if first_day > last_day:
            return ranges
    return [*ranges, (coarsest, first_day, last_day)]
