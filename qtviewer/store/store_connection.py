"""An open store file: opening and closing it, its metadata, and narrowing it to the events that match a query."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Self
from weakref import finalize

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Vocabulary
from qtviewer.store.aggregate_queries import is_answered_by_aggregates
from qtviewer.store.event_rows import check_texts
from qtviewer.store.file_identity import Identity, file_identity
from qtviewer.store.opening import (
    DAMAGE_ERRORS,
    StoreChangedError,
    StoreError,
    damage_message,
    is_read_without_locks,
    open_read_only,
)
from qtviewer.store.schema import (
    CONTENT_HASH_KEY,
    DERIVED_STATE_CURRENT,
    DERIVED_STATE_KEY,
    NUMBERING_BY_DATE,
    NUMBERING_KEY,
)
from qtviewer.store.temporary_tables import create_selection_tables, rebuild_search_index
from qtviewer.store.vocabulary import read_vocabulary

_OPENING_ATTEMPTS: Final = 10  # while another program replaces the file
_STEPS_BETWEEN_CHECKS: Final = 100_000  # instructions of SQLite's virtual machine, a few milliseconds


class StoreConnection:
    """A store file, open for reading, possibly narrowed to a selection of its events by `select`.

    Opening it raises StoreError when the file is not a store, and every method does when a row cannot be read. A reader
    that is garbage collected without being closed, such as the selection of a window that is gone, closes its file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection, self._identity = _open_unchanged(path)
        self._is_read_without_locks = is_read_without_locks(path)
        self._version = 0
        self._version = self._read_version()
        self._finalizer = finalize(self, self._connection.close)
        self._finalizer.atexit = False
        self._is_selection = False
        self._has_rebuilt_index = False

    def close(self) -> None:
        """Close the file; the reader cannot be used afterwards."""
        self._finalizer()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The names that events refer to: languages, categories, collections, sources, threads and tags."""
        with self._store_errors():
            return read_vocabulary(self._connection)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 of the content in hexadecimal, as stored when the file was written; empty when it is missing."""
        return self._info(CONTENT_HASH_KEY)

    @property
    def pinyin(self) -> Mapping[str, str]:
        """Pinyin syllables, separated by spaces, of the Chinese words that are not read in the usual way."""
        with self._store_errors():
            rows = self._connection.execute("SELECT word, syllables FROM main.pinyin ORDER BY rowid").fetchall()
            check_texts(*(value for row in rows for value in row))
            return dict(rows)

    @cached_property
    def is_stale(self) -> bool:
        """Whether another program changed the events after the aggregates and the search index were computed."""
        return self._info(DERIVED_STATE_KEY) != DERIVED_STATE_CURRENT

    @cached_property
    def is_numbered_by_date(self) -> bool:
        """Whether the numbers of the events are known to have the order of their dates, and need not be sorted."""
        return not self.is_stale and self._info(NUMBERING_KEY) == NUMBERING_BY_DATE

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool] = lambda: False) -> Self:
        """Return this reader if its aggregates can answer the query, otherwise a new one with the matching events.

        The caller closes a new reader. `is_cancelled` is called every few milliseconds; once it returns True,
        StoreError is raised and nothing is left open.
        """
        if self._is_answered_by_aggregates(query):
            return self
        selection = self.open_again(is_cancelled)
        try:
            with selection._store_errors():
                if self.is_stale and query.search.strip():
                    rebuild_search_index(selection._connection)
                create_selection_tables(selection._connection, _without_aggregated(query))
        except BaseException:
            selection.close()
            raise
        selection._connection.set_progress_handler(None, 0)
        selection._is_selection = True
        return selection

    def open_again(self, is_cancelled: Callable[[], bool]) -> Self:
        """Open the whole store a second time, for use in another thread; the caller closes it.

        `is_cancelled` is called every few milliseconds of a query; once it returns True, the query raises StoreError.
        """
        reader = type(self)(self.path)
        if reader._identity != self._identity or self._was_written_into():
            reader.close()
            raise StoreChangedError(self.path)
        reader._connection.set_progress_handler(is_cancelled, _STEPS_BETWEEN_CHECKS)
        return reader

    def _is_answered_by_aggregates(self, query: EventQuery) -> bool:
        """Whether the aggregates can answer a query; those of a selection count only the events that it holds."""
        return self._is_selection or (is_answered_by_aggregates(query) and not self.is_stale)

    def _remaining_query(self, query: EventQuery) -> EventQuery:
        """Return the conditions to put into SQL: all, but for a selection only those that the aggregates can answer.

        Before a text search in a stale store, this rebuilds the search index in a temporary table.
        """
        if self._is_selection:
            return _only_aggregated(query)
        if query.search.strip() and self.is_stale and not self._has_rebuilt_index:
            with self._store_errors():
                rebuild_search_index(self._connection)
            self._has_rebuilt_index = True
        return query

    def _info(self, key: str) -> str:
        with self._store_errors():
            row: Any = self._connection.execute("SELECT value FROM store_info WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else ""

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        """Raise StoreError for every exception that a damaged file makes SQLite or a conversion raise.

        Raise StoreChangedError when another program has written into the file since it was opened: what was asked
        before and what is asked now would be of two states.
        """
        try:
            yield
        except DAMAGE_ERRORS as error:
            if self._was_written_into():
                raise StoreChangedError(self.path) from error
            raise StoreError(f"{self.path}: {damage_message(error)}") from error
        if self._was_written_into():
            raise StoreChangedError(self.path)

    def is_replaced_or_changed(self) -> bool:
        """Return whether the file at the path of the store is another one, or another content, than was opened."""
        return file_identity(self.path) != self._identity or self._was_written_into()

    def _was_written_into(self) -> bool:
        """Return whether the open file was changed; one that took its place does not matter to what is open."""
        now, before = file_identity(self.path), self._identity
        if now is not None and before is not None and now[:2] == before[:2] and now != before:
            return True
        return self._read_version() != self._version

    def _read_version(self) -> int:
        """Return a number that changes when another program writes, into the file or its log."""
        if self._is_read_without_locks:
            return 0
        try:
            return int(self._connection.execute("PRAGMA main.data_version").fetchone()[0])
        except sqlite3.Error:  # closed, locked or damaged: whoever asks next is told
            return self._version


def _open_unchanged(path: Path) -> tuple[sqlite3.Connection, Identity]:
    """Open a store and return it with the identity of its file, which nobody has replaced in between."""
    for _attempt in range(_OPENING_ATTEMPTS):
        identity = file_identity(path)
        connection = open_read_only(path)
        if file_identity(path) == identity:
            return connection, identity
        connection.close()
    raise StoreChangedError(path)


def _only_aggregated(query: EventQuery) -> EventQuery:
    """Return the query with only the conditions that the aggregates can answer."""
    return EventQuery(
        categories=query.categories,
        statuses=query.statuses,
        first_day=query.first_day,
        last_day=query.last_day,
        min_importance=query.min_importance,
        today=query.today,
    )


def _without_aggregated(query: EventQuery) -> EventQuery:
    """Return the query without the conditions that the aggregates can answer."""
    return query._replace(categories=None, statuses=None, first_day=None, last_day=None, min_importance=1)
