"""Building the aggregates of a million events."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.stores import MILLION, store_of
from qtviewer.store.aggregates import fill_aggregates
from qtviewer.store.schema import TABLES

_INSERTED = ("event", "event_text", "event_tag")


def pyramid_build() -> Iterator[Figure]:
    """Building the aggregates to inserting the events, from one file into another; at most 0.5."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "copy.sqlite")
        connection.executescript(TABLES)
        connection.execute("ATTACH ? AS made", (str(store_of(MILLION)),))
        start = time.perf_counter()
        for table in _INSERTED:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM made.{table}")  # noqa: S608 - ours
        inserted = time.perf_counter()
        fill_aggregates(connection)
        built = time.perf_counter()
        connection.close()
    yield Figure.of("pyramid_build", MILLION, built - inserted, "s", inserted - start)
