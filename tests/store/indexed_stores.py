"""Stores with their search index, for tests that ask it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qtviewer.domain.event import Chronicle
from qtviewer.store.search_index import search_condition
from qtviewer.store.writer import write_store
from tests.store.stores import scratch_folder


def indexed_copy(store: Path, target: Path) -> Path:
    """A copy of a store, which has its index."""
    shutil.copy(store, target)
    return target


@contextmanager
def temporary_indexed_store(chronicle: Chronicle) -> Iterator[sqlite3.Connection]:
    """A chronicle as an open store with its index."""
    with scratch_folder() as folder:
        write_store(chronicle, folder / "plain.sqlite")
        with closing(sqlite3.connect(indexed_copy(folder / "plain.sqlite", folder / "events.sqlite"))) as connection:
            yield connection


def ids_found(connection: sqlite3.Connection, search: str) -> set[str]:
    """Ids of the events that a search finds."""
    condition, parameters = search_condition(search)
    return {row[0] for row in connection.execute(f"SELECT id FROM event WHERE {condition}", parameters)}  # noqa: S608 - the condition is the store's
