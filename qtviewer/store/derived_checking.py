"""Checking what a store derives from its events: counts, long events and the search index, against these made anew."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.date_order import is_numbered_by_date
from qtviewer.store.hashes import search_hash
from qtviewer.store.schema import (
    DERIVED_STATE_CURRENT,
    DERIVED_STATE_KEY,
    NUMBERING_BY_DATE,
    NUMBERING_KEY,
    SEARCH_HASH_KEY,
    SEARCH_SHADOW_TABLES,
)
from qtviewer.store.temporary_tables import create_selection_tables, rebuild_search_index

_ANEW: Final = "make it anew with qtviewer reindex"
_STALE: Final = "another program changed what its counts were made from; make them anew with qtviewer reindex"
_DIFFERING: Final = """SELECT count({counted}) FROM (SELECT * FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other})
    UNION ALL SELECT * FROM (SELECT * FROM {other} EXCEPT SELECT * FROM {one}))"""
_WORDS: Final = """CREATE VIRTUAL TABLE temp.{schema}_words USING fts5vocab('{schema}', 'search', 'instance')"""


def is_marked_as_stale(connection: sqlite3.Connection) -> bool:
    """Return whether another program has changed what counts and search index were made from."""
    return not _has(connection, DERIVED_STATE_KEY, DERIVED_STATE_CURRENT)


def quick_derived_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield whether counts differ from what the events give, and the search index from what was written.

    Where another program has marked them as stale nothing is said, as they are not read then. Faster than
    `derived_problems`, which makes the search index anew.
    """
    if not is_marked_as_stale(connection):
        yield from _count_problems(connection)
        yield from _search_hash_problems(connection)


def derived_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield whether what is derived is marked as stale, or differs from what the events give."""
    if is_marked_as_stale(connection):
        yield _STALE
    else:
        yield from _count_problems(connection)
        yield from _search_problems(connection)


def _count_problems(connection: sqlite3.Connection) -> Iterator[str]:
    if _has(connection, NUMBERING_KEY, NUMBERING_BY_DATE) and not is_numbered_by_date(connection):
        yield "its events are not numbered in the order of their dates; make it known with qtviewer reindex"
    create_selection_tables(connection, EventQuery())
    for table in ("density", "long_event"):
        if differing := _count_differing(connection, f"main.{table}", f"temp.{table}"):
            yield f"{differing} rows of {table} do not follow from its events; make them anew with qtviewer reindex"


def _search_hash_problems(connection: sqlite3.Connection) -> Iterator[str]:
    if not _has(connection, SEARCH_HASH_KEY, search_hash(connection)):
        yield f"its search index was changed after it was written; {_ANEW}"


def _search_problems(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield whether the search index is neither one made anew nor what was written, or whether its words differ.

    Another SQLite may have written other tables with the same words; the same words alone do not say that they are
    found.
    """
    rebuild_search_index(connection)
    if not any(_count_differing(connection, f"main.{table}", f"temp.{table}") for table in SEARCH_SHADOW_TABLES):
        return
    yield from _search_hash_problems(connection)
    connection.execute("PRAGMA query_only = OFF")  # the file itself is open for reading only
    for schema in ("main", "temp"):
        connection.execute(_WORDS.format(schema=schema))
    if differing := _count_differing(connection, "temp.main_words", "temp.temp_words", "DISTINCT doc"):
        yield f"of {differing} events search does not find what they say; {_ANEW}"
    connection.execute("PRAGMA query_only = ON")


def _count_differing(connection: sqlite3.Connection, one: str, other: str, counted: str = "*") -> int:
    """Return how many rows only one of two tables has, or the count of something else in these rows."""
    return int(connection.execute(_DIFFERING.format(one=one, other=other, counted=counted)).fetchone()[0])


def _has(connection: sqlite3.Connection, key: str, value: str) -> bool:
    """Return whether a store says this of itself."""
    found = connection.execute("SELECT value FROM main.store_info WHERE key = ?", (key,)).fetchone()
    return found is not None and found[0] == value
