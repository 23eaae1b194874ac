"""Damaged copies of a store: bits, pages, headers, rows, schemas and what is derived, each by a seed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Final

PAGE: Final = 4096
_ODD_VALUES: Final = ("", "0", "-1", "9223372036854775807", "1e400", "'<b>&amp;\"'", "NULL", "x'00ff'", "'24:61'",
                      "'2021-13-45'", "'-9999/9999'", "printf('%.*c', 100000, 'x')", "char(0)", "'none'")  # fmt: skip
_SCHEMA_CHANGES: Final = (
    "CREATE TABLE extra (id TEXT)", "CREATE VIEW search_extra AS SELECT * FROM event",
    "CREATE TRIGGER search_data AFTER INSERT ON store_info BEGIN DELETE FROM event; END",
    "CREATE TRIGGER search_idx AFTER DELETE ON store_info BEGIN UPDATE event SET importance = 1; END",
    "DROP TABLE figure_text", "DROP TABLE search", "DROP INDEX event_by_day", "DROP TABLE density",
    "ALTER TABLE event RENAME COLUMN date TO day", "ALTER TABLE event ADD COLUMN extra TEXT",
    "ALTER TABLE era RENAME TO e",
    "DROP TRIGGER stale_after_update_of_event", "PRAGMA user_version = {number}", "PRAGMA application_id = {number}",
)  # fmt: skip
_SCHEMA_EDITS: Final = (
    "sql = replace(sql, 'TEXT', 'BLOB')", "sql = replace(sql, 'NOT NULL', '')", "sql = upper(sql)", "sql = NULL",
    "rootpage = rootpage + {small}", "rootpage = {number}", "name = name || 'x'", "type = 'view'",
    "sql = replace(sql, 'content = ''''', 'content = event')",
)  # fmt: skip
_DERIVED_CHANGES: Final = (
    "UPDATE density SET count = count + {small} WHERE abs(random()) % 50 = 0",
    "DELETE FROM density WHERE level = {small}",
    "UPDATE density SET representative = {small}", "DELETE FROM long_event",
    "UPDATE search_data SET block = CAST(replace(block, x'30', x'31') AS BLOB) WHERE id > 10",
    "UPDATE search_data SET block = zeroblob(length(block)) WHERE id = (SELECT max(id) - {small} FROM search_data)",
    "DELETE FROM search_data WHERE id = (SELECT max(id) - {small} FROM search_data)", "DELETE FROM search_idx",
    "UPDATE search_docsize SET sz = x'0101'", "INSERT INTO search (search) VALUES ('delete-all')",
    "INSERT INTO search (rowid, title) VALUES ({small}, 'metro')", "UPDATE search_config SET v = {number}",
    "UPDATE store_info SET value = 'current'", "UPDATE store_info SET value = 'date' WHERE key = 'numbering'",
    "DELETE FROM store_info WHERE key = 'content_hash'",
)  # fmt: skip


def mutate(kind: str, store: Path, random: Random) -> str:
    """Damage a store; return what was done to it, for people. Which damage follows from the random numbers."""
    return MUTATIONS[kind](store, random)


def _flip_bits(store: Path, random: Random) -> str:
    content = bytearray(store.read_bytes())
    places = [random.randrange(len(content) * 8) for _ in range(random.choice((1, 1, 1, 2, 8)))]
    for place in places:
        content[place // 8] ^= 1 << place % 8
    store.write_bytes(content)
    return f"bits {places} flipped"


def _damage_pages(store: Path, random: Random) -> str:
    content = bytearray(store.read_bytes())
    one, other = (random.randrange(len(content) // PAGE) * PAGE for _ in range(2))
    way = random.choice(("noise", "zeros", "swap", "copy", "cut", "shift"))
    before = content[one : one + PAGE]
    match way:
        case "noise":
            content[one : one + PAGE] = random.randbytes(PAGE)
        case "zeros":
            content[one : one + PAGE] = bytes(PAGE)
        case "swap":
            content[one : one + PAGE], content[other : other + PAGE] = content[other : other + PAGE], before
        case "copy":
            content[other : other + PAGE] = before
        case "cut":
            del content[one:]
        case _:
            content[one : one + PAGE] = before[1:] + before[:1]
    store.write_bytes(content)
    return f"{way} of the pages at {one} and {other}"


def _damage_header(store: Path, random: Random) -> str:
    content = bytearray(store.read_bytes())
    changes = {random.randrange(108): random.randrange(256) for _ in range(random.choice((1, 1, 2, 4)))}
    for place, value in changes.items():
        content[place] = value
    store.write_bytes(content)
    return f"header {changes}"


def _run_sql(store: Path, *statements: str) -> str:
    with closing(sqlite3.connect(store, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            with suppress(sqlite3.Error):  # some changes are none for some stores
                connection.execute(statement)
    return "; ".join(statements)


def _change_row(store: Path, random: Random) -> str:
    with closing(sqlite3.connect(store)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        ]
        table = random.choice([name for name in tables if not name.startswith("search")])
        column = random.choice([row[1] for row in connection.execute(f"PRAGMA table_info({table})")])
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - names of the schema
    row = f"SELECT {column} FROM {table} LIMIT 1 OFFSET {random.randrange(max(count, 1))}"  # noqa: S608
    value = random.choice(_ODD_VALUES) or f"(SELECT {column} FROM {table} ORDER BY 1 DESC LIMIT 1)"  # noqa: S608
    where = f"{column} = ({row})"
    change = random.choice((f"UPDATE {table} SET {column} = {value}", f"DELETE FROM {table}"))  # noqa: S608
    return _run_sql(store, f"{change} WHERE {where}")


def _change_schema(store: Path, random: Random) -> str:
    numbers = {"number": random.choice((0, 3, 7, 9, 2**31)), "small": random.randint(1, 9)}
    if random.random() < 0.5:
        return _run_sql(store, random.choice(_SCHEMA_CHANGES).format(**numbers))
    edit = random.choice(_SCHEMA_EDITS).format(**numbers)
    row = f"rowid = {random.randint(1, 60)}"
    return _run_sql(store, "PRAGMA writable_schema = ON", f"UPDATE sqlite_schema SET {edit} WHERE {row}")  # noqa: S608


def _change_derived(store: Path, random: Random) -> str:
    numbers = {"number": random.choice((0, 3, 7, 9, 2**31)), "small": random.randint(0, 5)}
    return _run_sql(store, random.choice(_DERIVED_CHANGES).format(**numbers))


MUTATIONS: Final[dict[str, Callable[[Path, Random], str]]] = {
    "bits": _flip_bits,
    "pages": _damage_pages,
    "header": _damage_header,
    "rows": _change_row,
    "schema": _change_schema,
    "index": _change_derived,
}
