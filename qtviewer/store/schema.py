"""The schema of a store: its tables, its version, and the hash of its content."""

import re
import sqlite3
from pathlib import Path
from typing import Final

from qtviewer.store.aggregates import AGGREGATE_SCHEMA
from qtviewer.store.search_schema import SEARCH_SCHEMA

APPLICATION_ID: Final = 0x51745677  # "QtVw"
USER_VERSION: Final = 7
CONTENT_HASH_KEY: Final = "content_hash"  # of the row of `store_info` with the SHA-256 of the content
DERIVED_STATE_KEY: Final = "derived"  # of the row of `store_info` that says whether the derived data is current
DERIVED_STATE_CURRENT: Final = "current"
NUMBERING_KEY: Final = "numbering"  # of the row of `store_info` that says in which order events are numbered
NUMBERING_BY_DATE: Final = "date"
_TABLES_DERIVED_FROM: Final = ("event", "event_text", "figure_text", "event_tag", "tag_text", "pinyin")
DERIVED_TABLES: Final = ("store_info", "density", "long_event")
_SEARCH_TABLE_PREFIX: Final = "search"  # FTS5 keeps the index in tables whose names begin like this

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
    """Return the name and SQL of every table, index and trigger, except those that FTS5 makes."""
    return frozenset(
        connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'search_*'")
    )


def has_store_schema(connection: sqlite3.Connection) -> bool:
    """Whether a database has exactly the tables, indexes and triggers of a store."""
    found = schema_objects(connection)
    return found == _statements_by_name() or found == expected_schema_objects()  # the first is ten times as fast


def _statements_by_name() -> frozenset[tuple[str, str]]:
    """Return the name and SQL of the objects of the schema, taken from its text, which SQLite stores unchanged."""
    tables = {(match[2], match[0]) for match in re.finditer(_STATEMENT, TABLES)}
    return frozenset(tables | set(TRIGGERS.items()))


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


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hexadecimal, of all rows except derived ones, whatever their order on disk."""
    import hashlib  # noqa: PLC0415 - readers do not need it

    digest = hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
    for (table,) in tables:
        if table in DERIVED_TABLES or table.startswith(_SEARCH_TABLE_PREFIX):
            continue
        digest.update(f"{table}\n".encode())
        columns = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
        order = ", ".join(str(column + 1) for column in range(columns))
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"):
            digest.update(repr(row).encode())
    return digest.hexdigest()
