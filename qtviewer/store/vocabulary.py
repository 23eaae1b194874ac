"""Reading what the events of a store refer to."""

import sqlite3
from collections import defaultdict

from qtviewer.domain.event import Category, Names, Tag, TagKind
from qtviewer.domain.source import Vocabulary
from qtviewer.store.event_rows import check_texts


def read_vocabulary(connection: sqlite3.Connection) -> Vocabulary:
    """Categories, collections, sources, threads and tags, each in the order of the store; ValueError when damaged."""
    texts = connection.execute("SELECT lang, title, subtitle FROM chronicle_text ORDER BY rowid").fetchall()
    if not texts:
        raise ValueError("it has no language")
    check_texts(*(value for row in texts for value in row))
    return Vocabulary(
        titles={lang: title for lang, title, _subtitle in texts},
        subtitles={lang: subtitle for lang, _title, subtitle in texts},
        languages=tuple(lang for lang, _title, _subtitle in texts),
        categories=_read_categories(connection),
        collections=_read_names(connection, "collection"),
        sources=_read_names(connection, "source"),
        threads=_read_names(connection, "thread"),
        tags=_read_tags(connection),
    )


def _read_names(connection: sqlite3.Connection, table: str) -> dict[str, Names]:
    names: dict[str, dict[str, str]] = {
        key: {} for (key,) in connection.execute(f"SELECT id FROM {table} ORDER BY position")
    }
    for key, lang, name in connection.execute(f"SELECT {table}, lang, name FROM {table}_text ORDER BY rowid"):
        check_texts(lang, name)
        if key not in names:
            raise ValueError(f"{name!r} names a {table} {key!r} that is not there")
        names[key][lang] = name
    return dict(names)


def _read_categories(connection: sqlite3.Connection) -> dict[str, Category]:
    names = _read_names(connection, "category")
    rows = connection.execute("SELECT id, color, color_dark FROM category ORDER BY position")
    return {key: Category(key, names[key], color, color_dark) for key, color, color_dark in rows}


def _read_tags(connection: sqlite3.Connection) -> dict[str, Tag]:
    names = _read_names(connection, "tag")
    aliases: dict[str, list[str]] = defaultdict(list)
    for key, alias in connection.execute("SELECT tag, alias FROM tag_alias ORDER BY rowid"):
        check_texts(alias)
        aliases[key].append(alias)
    rows = connection.execute("SELECT id, kind FROM tag ORDER BY position")
    return {key: Tag(key, TagKind(kind), names[key], tuple(aliases[key])) for key, kind in rows}
