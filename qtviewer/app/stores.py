"""Opening, building, reindexing and checking stores."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource, chronicle_of
from qtviewer.domain.spelling_suggestion import spelling_suggestion
from qtviewer.store.reader import StoreReader

ViewOptions = dict[str, Any]
"""Fields of a `ViewState` that the command line sets, by name."""
QueryFor = Callable[[EventSource], EventQuery]
"""Returns the query for an opened source; raises ViewerError for a name that the source does not have."""


def open_source(store: Path) -> StoreReader:
    """Open a store for reading; raises ViewerError if the file is missing, damaged or not a store."""
    return StoreReader(store)


def open_with_query(store: Path, query_for: QueryFor, options: ViewOptions) -> tuple[StoreReader, EventQuery]:
    """Open a store; return it with the query that `query_for` returns for it.

    Raises ViewerError if the store cannot be opened, if it lacks the language or the event in `options`, or if
    `query_for` raises it; the store is closed then.
    """
    source = open_source(store)
    try:
        _refuse_unknown(source, options.get("lang"), options.get("selected"))
        return source, query_for(source)
    except BaseException:
        source.close()
        raise


def damage_of(store: Path) -> str:
    """Return a sentence about a store that is damaged or was changed by another program, else an empty one."""
    from qtviewer.store.checking import damage_problems

    try:
        return next(iter(damage_problems(store)), "")
    except ViewerError as error:
        return str(error)


@contextmanager
def damage_told(store: Path) -> Iterator[None]:
    """Within the block, raise ViewerError for an error that nobody foresaw, if the store is damaged: that is why."""
    try:
        yield
    except ViewerError:
        raise
    except Exception as error:
        if damage := damage_of(store):
            raise ViewerError(damage) from error
        raise


def _refuse_unknown(source: StoreReader, lang: str | None, event: str | None) -> None:
    if lang is not None and lang not in source.vocabulary.languages:
        raise ViewerError(f"language {lang!r} is not in the store; expected {', '.join(source.vocabulary.languages)}")
    if event is not None and source.event(event) is None:
        raise ViewerError(f"event {event!r} is not in the store; {spelling_suggestion(event, source.ids_near(event))}")


def build(content: Path, store: Path) -> None:
    """Make a store from a folder of content; raises ViewerError on failure, and then keeps the old file."""
    from qtviewer.exchange.content.toml_content import read_content
    from qtviewer.store.writer import write_store

    write_store(read_content(content), store)


def reindex(store: Path) -> None:
    """Recompute the aggregates and the search index of a store after another program changed its events."""
    from qtviewer.store.reindexing import rebuild_derived_data

    rebuild_derived_data(store)


def content_or_store_problems(path: Path) -> list[str]:
    """Return a sentence for each problem of a store file, or of a folder of TOML content; empty if there are none."""
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
