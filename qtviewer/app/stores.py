"""Opening, building, reindexing and checking stores."""

from contextlib import closing
from pathlib import Path

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import chronicle_of
from qtviewer.domain.spelling_suggestion import spelling_suggestion
from qtviewer.store.reader import StoreReader


def open_source(store: Path) -> StoreReader:
    """Open a store for reading; raises ViewerError where the file is no store that can be read."""
    return StoreReader(store)


def refuse_unknown(source: StoreReader, lang: str | None, event: str | None) -> None:
    """Raise ViewerError when a language or an event id is given that the store does not have."""
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
