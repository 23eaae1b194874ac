"""A store's file is open as long as it is needed, and no longer."""

import gc
import sqlite3
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader


@pytest.mark.parametrize("search", ["", "地铁"])
def test_a_reader_that_nobody_closes_closes_its_file_when_it_is_collected(sample_store: Path, search: str) -> None:
    """The whole store, or a selection of its events."""
    store = StoreReader(sample_store)
    reader = store.select(EventQuery(search=search))
    connection = reader._connection
    assert reader.count(EventQuery()) > 0
    del store, reader
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_closing_twice_is_no_error(sample_store: Path) -> None:
    """A reader that is closed stays so."""
    store = StoreReader(sample_store)
    store.close()
    store.close()
