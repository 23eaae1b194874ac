"""Finds the events that match a query in a thread, so that the window does not wait."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery, without_today
from qtviewer.domain.source import EventSource
from qtviewer.ui.background import BackgroundRunner, IsCancelled


class MatchFinder:
    """Narrows a source to the matches of the latest query; `parent` is the object in whose thread answers arrive."""

    def __init__(self, source: EventSource, parent: QObject) -> None:
        self._source = source
        self._background = BackgroundRunner(parent)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._background.is_busy

    def find(self, query: EventQuery, then: Callable[[EventSource | ViewerError], None]) -> None:
        """Cancel the search under way and start another; call `then` with the narrowed source or with an error."""
        source = self._source
        self._background.run(lambda is_cancelled: _select(source, query, is_cancelled), then)

    def cancel(self) -> None:
        """Cancel the search under way, if there is one."""
        self._background.cancel()


def have_same_matches(first: EventQuery, second: EventQuery) -> bool:
    """Return whether the source narrowed to one query answers the other, too.

    That is so when they differ only in filters that the narrowed source applies at each question.
    """
    return _search_part(first) == _search_part(second)


def _search_part(query: EventQuery) -> EventQuery:
    timeless = without_today(query)._replace(first_day=None, last_day=None)
    return timeless._replace(categories=None, statuses=None, min_importance=1)


def _select(source: EventSource, query: EventQuery, is_cancelled: IsCancelled) -> EventSource:
    """Narrow the source; also load what highlights hits, so that the window's thread does not wait for it."""
    found = source.select(query, is_cancelled)
    if query.search.strip():
        from qtviewer.domain.search.highlight import HitFinder  # noqa: PLC0415 - a window without a search starts without it

        HitFinder(query.search).in_title("春")
    return found
