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
