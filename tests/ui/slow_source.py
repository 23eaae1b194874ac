"""A store whose searches take as long as a test wants."""

import threading
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader


class Slow:
    """A store whose searches end when they are told to, in any order; for the rest the store itself."""

    def __init__(self, store: StoreReader) -> None:
        self._store = store
        self.may_end: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        self.unwanted: dict[str, bool] = {}
        self.failing: set[str] = set()
        self.closed: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool]) -> Any:
        """The matches, when the search may end."""
        if query.search:
            assert self.may_end[query.search].wait(10)
            self.unwanted[query.search] = is_cancelled()
        if query.search in self.failing:
            raise StoreError("events.sqlite: damaged store")
        found = self._store.select(query, lambda: False)
        return self if found is self._store else Closing(found, lambda: self.closed.append(query.search))


class Closing:
    """A selection that says when it is closed."""

    def __init__(self, found: StoreReader, closed: Callable[[], None]) -> None:
        self._found, self._closed = found, closed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found, name)

    def close(self) -> None:
        """Let go of the file."""
        self._found.close()
        self._closed()
