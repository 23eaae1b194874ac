"""Counts and representatives that follow from the events: filling them, and which of them cover a stretch of days."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY

AGGREGATES: Final = Path(__file__).with_name("aggregates.sql").read_text(encoding="utf-8")
TOP_LEVEL: Final = 9  # buckets of 262,144 days: 28 of them hold every supported year
LONGEST_CLASS: Final = (MAX_DAY - MIN_DAY + 1).bit_length() - 1
LONG_EVENTS_KEPT: Final = 8  # per bucket, category and status
BEGINS: Final = 0
ENDS: Final = 1

_LOWEST = """INSERT INTO density SELECT {edge}, 0, {day}, category, status, importance, count(*), min(number)
    FROM event GROUP BY {day}, category, status, importance"""
_NEXT = """INSERT INTO density
    SELECT edge, level + 1, bucket >> 2, category, status, importance, sum(count), min(representative) FROM density
    WHERE edge = {edge} AND level = {level} GROUP BY bucket >> 2, category, status, importance"""
_LONG = """INSERT INTO long_event SELECT length_class, bucket, category, status, place, number FROM (
        SELECT *, row_number() OVER (PARTITION BY length_class, bucket, category, status
                                     ORDER BY importance DESC, number) AS place
        FROM (SELECT {length_class} AS length_class, (first_day >> {length_class}) + later.value AS bucket,
                     event.* FROM event CROSS JOIN json_each('[0, 1, 2]') AS later
              WHERE last_day - first_day + 1 >= {shortest} AND last_day - first_day + 1 < 2 * {shortest}
                AND (first_day >> {length_class}) + later.value <= last_day >> {length_class}))
    WHERE place <= {kept}"""


def fill_aggregates(connection: sqlite3.Connection) -> None:
    """Fill the empty tables `density` and `long_event` from the table `event`."""
    for edge, day in ((BEGINS, "first_day"), (ENDS, "last_day")):
        connection.execute(_LOWEST.format(edge=edge, day=day))
        for level in range(TOP_LEVEL):
            connection.execute(_NEXT.format(edge=edge, level=level))
    for length_class in _length_classes(connection):
        connection.execute(_LONG.format(length_class=length_class, shortest=1 << length_class, kept=LONG_EVENTS_KEPT))


def _length_classes(connection: sqlite3.Connection) -> Iterator[int]:
    """Classes of the lengths there are, but for the single days."""
    (longest,) = connection.execute("SELECT coalesce(max(last_day - first_day + 1), 1) FROM event").fetchone()
    yield from range(1, int(longest).bit_length())


def buckets_covering(first_day: int, last_day: int, coarsest: int = TOP_LEVEL) -> list[tuple[int, int, int]]:
    """The buckets that make up the days from first to last and no others, as (level, first bucket, last bucket)."""
    parts: list[tuple[int, int, int]] = []
    for level in range(coarsest):
        if first_day & 3:  # up to where a bucket of the next level begins
            parts.append((level, first_day, min(first_day | 3, last_day)))
            first_day = (first_day | 3) + 1
        if last_day & 3 != 3 and first_day <= last_day:
            parts.append((level, max(last_day & ~3, first_day), last_day))
            last_day = (last_day & ~3) - 1
        first_day, last_day = first_day >> 2, last_day >> 2
        if first_day > last_day:
            return parts
    return [*parts, (coarsest, first_day, last_day)]
