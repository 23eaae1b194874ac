"""Stores as older versions of the program made them, for tests: what came later is taken off a store of today."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.store.stores import edited_copy

CAME_WITH = {
    7: ("DROP INDEX event_by_day", "ALTER TABLE event DROP COLUMN known_last_day"),
    6: ("DROP INDEX event_within",),
    5: ("DROP TABLE era_text", "DROP TABLE era"),
    4: ("DROP INDEX event_by_category", "ALTER TABLE event DROP COLUMN first_minute"),
    2: ("DROP TABLE density", "DROP TABLE long_event", "DROP TABLE pinyin", "DROP TABLE search"),
}
"""What takes off again that with which each version began."""


def older_copy(store: Path, target: Path, version: int) -> Path:
    """Copy a store to `target` as an older version would have made it; return `target`."""
    names = _triggers(store) if version < min(CAME_WITH) else ()
    statements = [f"DROP TRIGGER {name}" for name in names]
    statements += [statement for since, removal in CAME_WITH.items() if since > version for statement in removal]
    return edited_copy(store, target, *statements, f"PRAGMA user_version = {version}")


def _triggers(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
