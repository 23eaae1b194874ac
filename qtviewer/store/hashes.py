"""Hashes of what a store holds: of its content, and of its search index."""

import hashlib
import sqlite3
from typing import Final

from qtviewer.store.schema import DERIVED_TABLES, SEARCH_SHADOW_TABLES, SEARCH_TABLE_NAME

_NOT_CONTENT: Final = {*DERIVED_TABLES, SEARCH_TABLE_NAME, *SEARCH_SHADOW_TABLES}


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hexadecimal, of all rows except derived ones, whatever their order on disk."""
    digest = hashlib.sha256()
    tables = connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
    for (table,) in tables:
        if table not in _NOT_CONTENT:
            digest.update(f"{table}\n".encode())
            order = ", ".join(str(number + 1) for number in range(len(_columns(connection, table))))
            for row in connection.execute(f"SELECT * FROM main.{table} ORDER BY {order}"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def search_hash(connection: sqlite3.Connection) -> str:
    """Return the SHA-256, in hexadecimal, of the search index as it is kept on disk."""
    digest = hashlib.sha256()
    for table in SEARCH_SHADOW_TABLES:
        digest.update(f"{table}\n".encode())
        for row in connection.execute(f"SELECT * FROM main.{table}"):
            for value in row:
                digest.update(value if isinstance(value, bytes) else repr(value).encode())
    return digest.hexdigest()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
