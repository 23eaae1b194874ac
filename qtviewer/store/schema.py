"""The schema of a store: its tables, its version, and the keys of what it says about itself."""

import re
import sqlite3
from pathlib import Path
from typing import Final

from qtviewer.store.aggregates import AGGREGATE_SCHEMA
from qtviewer.store.search_schema import SEARCH_SCHEMA

APPLICATION_ID: Final = 0x51745677  # "QtVw"
USER_VERSION: Final = 8
CONTENT_HASH_KEY: Final = "content_hash"  # of the row of `store_info` with the SHA-256 of the content
SEARCH_HASH_KEY: Final = "search_hash"  # of the row with the SHA-256 of the search index
DERIVED_STATE_KEY: Final = "derived"  # of the row of `store_info` that says whether the derived data is current
DERIVED_STATE_CURRENT: Final = "current"
NUMBERING_KEY: Final = "numbering"  # of the row of `store_info` that says in which order events are numbered
NUMBERING_BY_DATE: Final = "date"
_TABLES_DERIVED_FROM: Final = ("event", "event_text", "figure_text", "event_tag", "tag_text", "pinyin")
DERIVED_TABLES: Final = ("store_info", "density", "long_event")
SEARCH_TABLE_NAME: Final = "search"
_SEARCH_SHADOWS: Final = {  # the tables in which FTS5 keeps the index, as it defines them
    "search_data": "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
    "search_idx": "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    "search_docsize": "CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
    "search_config": "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
}
SEARCH_SHADOW_TABLES: Final = tuple(_SEARCH_SHADOWS)

TABLES: Final = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8") + AGGREGATE_SCHEMA + SEARCH_SCHEMA
_MARK_STALE: Final = """CREATE TRIGGER {name} AFTER {word} ON {table} BEGIN
    UPDATE store_info SET value = 'stale' WHERE key = 'derived'; END"""
TRIGGERS: Final = {
    (name := f"stale_after_{word}_of_{table}"): _MARK_STALE.format(name=name, word=word, table=table)
    for table in _TABLES_DERIVED_FROM
    for word in ("insert", "update", "delete")
}
_STATEMENT: Final = r"CREATE (?:VIRTUAL )?(TABLE|INDEX) (\w+)[^;]+"


def schema_objects(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Return the name and SQL of every table, index and trigger."""
    return frozenset(connection.execute("SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL"))


def has_store_schema(connection: sqlite3.Connection) -> bool:
    """Whether a database has exactly the tables, indexes and triggers of a store."""
    found = schema_objects(connection)
    return found == _statements_by_name() or found == expected_schema_objects()  # the first is ten times as fast


def _statements_by_name() -> frozenset[tuple[str, str]]:
    """Return the name and SQL of the objects of the schema, taken from its text, which SQLite stores unchanged."""
    tables = {(match[2], match[0]) for match in re.finditer(_STATEMENT, TABLES)}
    return frozenset(tables | set(TRIGGERS.items()) | set(_SEARCH_SHADOWS.items()))


def expected_schema_objects() -> frozenset[tuple[str, str]]:
    """Return the name and SQL of the objects that a store must have, by creating them in an empty database."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(TABLES)
        for trigger in TRIGGERS.values():
            connection.execute(trigger)
        return schema_objects(connection)
    finally:
        connection.close()
