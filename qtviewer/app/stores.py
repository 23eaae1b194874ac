"""Opening, building, reindexing and checking stores."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource, chronicle_of
from qtviewer.domain.spelling_suggestion import spelling_suggestion
from qtviewer.store.reader import StoreReader

Options = dict[str, Any]
"""Fields of a `ViewState` that the command line sets, by name."""
QueryFor = Callable[[EventSource], EventQuery]
"""The query that is asked for, given the source whose names it may use; raises ViewerError for an unknown one."""


def open_source(store: Path) -> StoreReader:
    """Open a store for reading; raises ViewerError where the file is no store that can be read."""
    return StoreReader(store)


def open_with_query(store: Path, query_for: QueryFor, options: Options) -> tuple[StoreReader, EventQuery]:
    """Open a store and return it with the query for it.

    Raises ViewerError where either cannot be, or where the store has not the language or the event in `options`.
    """
    source = open_source(store)
    try:
        _refuse_unknown(source, options.get("lang"), options.get("selected"))
        return source, query_for(source)
    except BaseException:
        source.close()
        raise


def _refuse_unknown(source: StoreReader, lang: str | None, event: str | None) -> None:
    if lang is not None and lang not in source.vocabulary.languages:
        raise ViewerError(f"language {lang!r} is not in the store; expected {', '.join(source.vocabulary.languages)}")
    if event is not None and source.event(event) is None:
        raise ViewerError(f"event {event!r} is not in the store; {spelling_suggestion(event, source.ids_near(event))}")


def build(content: Path, store: Path) -> None:
    """Make a store from a folder of content; raises ViewerError and leaves the old file where that fails."""
    from qtviewer.exchange.content.toml_content import read_content
    from qtviewer.store.writer import write_store

    write_store(read_content(content), store)


def reindex(store: Path) -> None:
    """Make the counts and the search index of a store anew after another program changed its events."""
    from qtviewer.store.writer import rebuild_derived_data

    rebuild_derived_data(store)


def problems(path: Path) -> list[str]:
    """Return a sentence for everything that is wrong with a store, or with a folder of content."""
    return _content_problems(path) if path.is_dir() else _store_problems(path)


def _content_problems(folder: Path) -> list[str]:
    from qtviewer.exchange.content.finding_locator import FindingLocator
    from qtviewer.exchange.content.lint import lint
    from qtviewer.exchange.content.toml_content import read_content
    from qtviewer.exchange.content.toml_table import ContentError

    try:
        chronicle = read_content(folder)
    except ContentError as error:
        return list(error.problems)
    return lint(chronicle, FindingLocator(folder).locate)


def _store_problems(store: Path) -> list[str]:
    from qtviewer.exchange.content.lint import lint
    from qtviewer.store.checking import store_problems

    if damage := store_problems(store):
        return damage
    with closing(open_source(store)) as source:
        return lint(chronicle_of(source.vocabulary, source.events(EventQuery())), lambda _finding: (str(store), 0))
