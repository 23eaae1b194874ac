"""Stores opened with SQL, for tests of the search index."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from qtviewer.domain.event import Chronicle, EventText
from qtviewer.store.search_index import search_condition
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import scratch_folder


@contextmanager
def temporary_indexed_store(chronicle: Chronicle) -> Iterator[sqlite3.Connection]:
    """Write a chronicle to a temporary store, and open it for reading and writing."""
    with scratch_folder() as folder:
        write_store(chronicle, folder / "events.sqlite")
        with closing(sqlite3.connect(folder / "events.sqlite")) as connection:
            yield connection


def ids_found(connection: sqlite3.Connection, search: str) -> set[str]:
    """Return the ids of the events that a search finds."""
    condition, parameters = search_condition(search)
    return {row[0] for row in connection.execute(f"SELECT id FROM event WHERE {condition}", parameters)}  # noqa: S608 - the condition is the store's


def chronicle_with_titles(*titles: str) -> Chronicle:
    """Return a chronicle of events "event-0", "event-1" ... that have these titles in Chinese."""
    events = [
        sample_event(f"event-{number}", "2021", title)._replace(texts={"zh": EventText(title, "要", "文")})
        for number, title in enumerate(titles)
    ]
    return SAMPLE._replace(events=tuple(events))
