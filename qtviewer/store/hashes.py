"""Hashes of what a store holds: of its content, and of what is derived from it."""

import hashlib
import sqlite3
from collections.abc import Iterable
from typing import Final

from qtviewer.store.schema import DERIVED_TABLES, SEARCH_SHADOW_TABLES, SEARCH_TABLE_NAME

_NOT_CONTENT: Final = {*DERIVED_TABLES, SEARCH_TABLE_NAME, *SEARCH_SHADOW_TABLES}
_HASHED_DERIVED_TABLES: Final = ("density", "long_event", *SEARCH_SHADOW_TABLES)


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hexadecimal, of all rows except derived ones, whatever their order on disk."""
    tables = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
    return _hash_of_rows(connection, (table for (table,) in tables if table not in _NOT_CONTENT))


def derived_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hexadecimal, of the aggregates and of the search index as it is kept on disk."""
    return _hash_of_rows(connection, _HASHED_DERIVED_TABLES)


def _hash_of_rows(connection: sqlite3.Connection, tables: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for table in tables:
        digest.update(f"{table}\n".encode())
        columns = len(connection.execute(f"PRAGMA main.table_info({table})").fetchall())
        order = ", ".join(str(column + 1) for column in range(columns))
        for row in connection.execute(f"SELECT * FROM main.{table} ORDER BY {order}"):
            digest.update(repr(row).encode())
    return digest.hexdigest()
