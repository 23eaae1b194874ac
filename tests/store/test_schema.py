"""What makes a file a store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from qtviewer.store import schema


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """An empty store in memory."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.executescript(schema.TABLES)
        for trigger in schema.TRIGGERS.values():
            made.execute(trigger)
        yield made


def test_a_store_is_recognised_by_the_letter(connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """The quick comparison is enough for a store that this program made."""
    monkeypatch.delattr(schema, "expected_schema_objects")
    assert schema.has_store_schema(connection)


@pytest.mark.parametrize(
    ("time", "is_accepted"),
    [("00:00", True), ("23:59", True), (None, True), ("24:00", False), ("9:30", False), ("12:60", False), ("", False),
     ("<img src=x>", False), ("12:30\n", False), ("99:99", False)],
)  # fmt: skip
def test_a_time_is_a_time_of_day(connection: sqlite3.Connection, time: str | None, *, is_accepted: bool) -> None:
    """No other program puts anything else into a store without being told."""
    row = ("a", "c", "c", "2021", 0, 0, 0, 0, "day", 0, time, "printed", "happened", 3, "s", "", "")
    statement = f"""INSERT INTO event (id, category, collection, date, first_day, last_day, known_last_day,
        first_minute, precision, approximate, time, date_basis, status, importance, source, source_section,
        source_heading) VALUES ({", ".join("?" * len(row))})"""  # noqa: S608 - question marks
    if is_accepted:
        connection.execute(statement, row)
    else:
        with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed: time"):
            connection.execute(statement, row)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE extra (id TEXT)",
        "CREATE VIEW extra AS SELECT 1",
        "DROP TABLE figure_text",
        "DROP INDEX event_by_day",
        "ALTER TABLE event RENAME COLUMN date TO day",
    ],
)
def test_any_other_schema_is_none_of_a_store(connection: sqlite3.Connection, statement: str) -> None:
    """A table, view, index or column more, less or otherwise."""
    connection.execute(statement)
    assert not schema.has_store_schema(connection)
