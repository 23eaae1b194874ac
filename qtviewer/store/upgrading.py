"""Writing a store of an older version anew in the version of today: the same events, words and names.

All versions have the same content in the same columns; what came later follows from the date and the time of day, but
for eras and the table of pinyin, which the oldest stores do not have.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.store.derived_data import write_derived, write_search_hash
from qtviewer.store.opening import StoreError, stored_version
from qtviewer.store.schema import DERIVED_TABLES, SEARCH_SHADOW_TABLES, SEARCH_TABLE_NAME
from qtviewer.store.writer import create_tables, date_columns

_NEWER_TABLES: Final = ("era", "era_text", "pinyin")
_NEWER_COLUMNS: Final = ("number", "known_last_day", "first_minute")
_NOT_CONTENT: Final = {*DERIVED_TABLES, SEARCH_TABLE_NAME, *SEARCH_SHADOW_TABLES}
_TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql GLOB 'CREATE TABLE *'"


def write_upgraded(older: Path, target: Path) -> None:
    """Write a store of an older version to the empty file `target` in the version of today; both have been checked.

    StoreError when the tables of the older store are not those of its version; other errors when it is damaged.
    """
    uri = f"{older.resolve().as_uri()}?mode=ro&immutable=1"  # nobody writes it: it is this program's turn
    with closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(target)) as new:
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            old.execute(f"PRAGMA {pragma}")
        create_tables(new)
        with new:
            new.execute("BEGIN")
            new.execute("PRAGMA defer_foreign_keys = ON")  # rows may come before those they refer to
            if not _copy_tables(old, new):
                version = stored_version(older)
                raise StoreError(f"{older}: its tables are not those of a store of version {version}; build it anew")
            write_derived(new)
        write_search_hash(new)
        new.execute("VACUUM")


def _copy_tables(old: sqlite3.Connection, new: sqlite3.Connection) -> bool:
    """Copy the rows of all tables of content; return whether the older store had these tables and their columns."""
    there = {name for (name,) in old.execute(_TABLES)}
    for table in sorted({name for (name,) in new.execute(_TABLES)} - _NOT_CONTENT):
        columns, known = _columns(new, table), _columns(old, table)
        missing = {column for column in columns if column not in known}
        if table not in there:
            if table not in _NEWER_TABLES:
                return False
        elif missing - (set(_NEWER_COLUMNS) if table == "event" else set()):
            return False
        else:
            values = ", ".join("?" * len(columns))
            rows = _rows(old, table, [column for column in columns if column in known], columns)
            new.executemany(f"INSERT INTO {table} VALUES ({values})", rows)
    return True


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]


def _rows(old: sqlite3.Connection, table: str, known: Sequence[str], columns: Sequence[str]) -> Iterator[Sequence[Any]]:
    """Yield the rows of a table with the values of all `columns`, those of events computed from date and time."""
    rows = old.execute(f"SELECT {', '.join(known)} FROM main.{table} ORDER BY rowid")
    if table != "event":
        yield from rows
        return
    for number, values in enumerate(rows, 1):
        event = {"number": number} | dict(zip(known, values, strict=True))
        event |= date_columns(parse_edtf(event["date"]), event["time"] or "")
        yield [event[column] for column in columns]
