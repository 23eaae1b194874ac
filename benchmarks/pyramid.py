"""Building the aggregates of a million events, as the store's writer does it."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.stores import MILLION, store_of
from qtviewer.domain.event import Event
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import chronicle_of
from qtviewer.store import writer
from qtviewer.store.aggregates import fill_aggregates
from qtviewer.store.reader import StoreReader


class _MeasuredError(Exception):
    """Ends the writing when all is known, before the search index is made."""


class _Watch:
    """Gives the writer events, and builds the aggregates in its place; notes how long the writer and they take."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self.inserting = self.building = 0.0

    def events(self) -> Iterator[Event]:
        """The events, without the time it takes to read them."""
        began = time.perf_counter()
        for event in self._events:
            self.inserting -= time.perf_counter() - began
            yield event
            began = time.perf_counter()
        self.inserting -= time.perf_counter() - began

    def build(self, connection: sqlite3.Connection) -> None:
        """Build the aggregates."""
        began = time.perf_counter()
        fill_aggregates(connection)
        self.building = time.perf_counter() - began
        raise _MeasuredError


def pyramid_build() -> Iterator[Figure]:
    """Building the aggregates to inserting the events, in one write of a store; at most 0.5."""
    with closing(StoreReader(store_of(MILLION))) as source, tempfile.TemporaryDirectory() as folder:
        watch = _Watch(source.events(EventQuery()))
        parts = vars(writer)
        fill, parts["fill_aggregates"] = parts["fill_aggregates"], watch.build
        began = time.perf_counter()
        with suppress(_MeasuredError):
            writer.write_store(chronicle_of(source.vocabulary), Path(folder) / "copy.sqlite", watch.events())
        parts["fill_aggregates"] = fill
        watch.inserting += time.perf_counter() - began - watch.building
    yield Figure.of("pyramid_build", MILLION, watch.building, "s", watch.inserting)
