"""Writing what a store derives from its events: aggregates, search index, hashes, and triggers that notice changes."""

import sqlite3
from typing import Final

from qtviewer.store.aggregates import fill_aggregates
from qtviewer.store.date_order import is_numbered_by_date
from qtviewer.store.hashes import content_hash, search_hash
from qtviewer.store.schema import (
    CONTENT_HASH_KEY,
    DERIVED_STATE_CURRENT,
    DERIVED_STATE_KEY,
    DERIVED_TABLES,
    NUMBERING_BY_DATE,
    NUMBERING_KEY,
    SEARCH_HASH_KEY,
    TRIGGERS,
)
from qtviewer.store.search_index import write_search_index

_INSERT_INFO: Final = "INSERT INTO store_info (key, value) VALUES (?, ?)"


def write_derived(connection: sqlite3.Connection) -> None:
    """Compute all that is derived from the events: aggregates, search index, hash, triggers; the caller commits."""
    for name in TRIGGERS:  # nothing else is one: that was checked
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    for table in DERIVED_TABLES:
        connection.execute(f"DELETE FROM {table}")
    fill_aggregates(connection)
    write_search_index(connection)
    info = [(CONTENT_HASH_KEY, content_hash(connection)), (DERIVED_STATE_KEY, DERIVED_STATE_CURRENT)]
    if is_numbered_by_date(connection):
        info.append((NUMBERING_KEY, NUMBERING_BY_DATE))
    connection.executemany(_INSERT_INFO, info)
    for trigger in TRIGGERS.values():
        connection.execute(trigger)


def write_search_hash(connection: sqlite3.Connection) -> None:
    """Add the hash of the search index; to be called after it was committed, as FTS5 writes its last row then."""
    with connection:
        connection.execute(_INSERT_INFO, (SEARCH_HASH_KEY, search_hash(connection)))
