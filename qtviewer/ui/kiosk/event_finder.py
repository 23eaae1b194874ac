"""Answers the queries of the page to find events, in a thread."""

import threading
from collections.abc import Sequence
from typing import NamedTuple

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.ui.background import IsCancelled


class FoundEvents(NamedTuple):
    """The number of events that match a query, and the first of them."""

    total: int = 0
    heads: Sequence[EventHead] = ()


class EventFinder:
    """Asks a connection of its own to a source, from one thread at a time.

    Two threads on one connection may wait for each other for ever.
    """

    def __init__(self, source: EventSource) -> None:
        self._source = source.open_again(lambda: False)  # opened now: the file may be gone when it is asked
        self._lock = threading.Lock()

    def find(self, query: EventQuery, lang: str, limit: int, is_cancelled: IsCancelled) -> FoundEvents:
        """Return the first `limit` events that match, with titles in a language; nothing if they are cancelled by then.

        Raises ViewerError if the source cannot be read.
        """
        with self._lock:
            if is_cancelled():
                return FoundEvents()
            return FoundEvents(self._source.count(query), self._source.heads(query, lang, limit))

    def close(self) -> None:
        """Close the connection after the present query."""
        with self._lock:
            self._source.close()
