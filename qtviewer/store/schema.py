"""What makes a SQLite file a store of this program."""

import re
import sqlite3
from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x51745677  # "QtVw"
USER_VERSION: Final = 1
SCHEMA: Final = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
CONTENT_HASH_KEY: Final = "content_hash"
_STATEMENT: Final = r"CREATE (TABLE|INDEX) (\w+)[^;]+"


def schema_objects(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Name and SQL of every table and index; two equal sets are the same schema."""
    return frozenset(connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def is_schema_of_a_store(connection: sqlite3.Connection) -> bool:
    """Whether a file has the tables and indexes of a store, no more and no less."""
    found = schema_objects(connection)
    return found == _statements() or found == expected_schema_objects()  # the first is ten times as fast


def _statements() -> frozenset[tuple[str, str]]:
    """The statements of the schema, which SQLite keeps letter by letter, by what they create."""
    return frozenset((match[2], match[0]) for match in re.finditer(_STATEMENT, SCHEMA))


def expected_schema_objects() -> frozenset[tuple[str, str]]:
    """The objects a store must have, no more and no less."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(SCHEMA)
        return schema_objects(connection)
    finally:
        connection.close()


def content_hash(connection: sqlite3.Connection) -> str:
    """SHA-256 of all rows but `store_info`, independent of their order on disk."""
    import hashlib  # noqa: PLC0415 - readers do not need it

    digest = hashlib.sha256()
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'store_info' ORDER BY 1"
    )
    for (table,) in tables.fetchall():
        digest.update(f"{table}\n".encode())
        columns = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
        order = ", ".join(str(column + 1) for column in range(columns))
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {order}"):
            digest.update(repr(row).encode())
    return digest.hexdigest()
