"""Time to build the aggregates of a million events; the floor is inserting the events into the same store."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, synthetic_store
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import chronicle_of
from qtviewer.store import writer
from qtviewer.store.aggregates import fill_aggregates
from qtviewer.store.reader import StoreReader


class _MeasuredError(Exception):
    """Stops the writer after the aggregates, before it makes the search index."""


class _AggregateTimer:
    """Measures the seconds in which the writer inserts events and the aggregates are built."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self.inserting = self.building = 0.0

    def events(self) -> Iterator[Event]:
        """Yield the events; the time to read them does not count."""
        start = time.perf_counter()
        for event in self._events:
            self.inserting -= time.perf_counter() - start
            yield event
            start = time.perf_counter()
        self.inserting -= time.perf_counter() - start

    def build(self, connection: sqlite3.Connection) -> None:
        """Build the aggregates in place of the writer, then stop it."""
        start = time.perf_counter()
        fill_aggregates(connection)
        self.building = time.perf_counter() - start
        raise _MeasuredError


def pyramid_build() -> Iterator[Measurement]:
    """Yield the seconds to build the aggregates, which shall be at most half a floor."""
    with closing(StoreReader(synthetic_store(MILLION))) as source, tempfile.TemporaryDirectory() as folder:
        timer = _AggregateTimer(source.events(EventQuery()))
        names = vars(writer)
        original, names["fill_aggregates"] = names["fill_aggregates"], timer.build
        start = time.perf_counter()
        with suppress(_MeasuredError):
            writer.write_store(chronicle_of(source.vocabulary), Path(folder) / "copy.sqlite", timer.events())
        names["fill_aggregates"] = original
        timer.inserting += time.perf_counter() - start - timer.building
    yield Measurement.of("pyramid_build", MILLION, timer.building, "s", timer.inserting)
