"""Reading the vocabulary of a store: the names of its categories, collections, sources, threads, tags and eras."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.era import check_era_date
from qtviewer.domain.event import Category, Era, Names, Tag, TagKind
from qtviewer.domain.source import Vocabulary
from qtviewer.store.event_rows import check_texts
from qtviewer.store.opening import DAMAGE_ERRORS, StoreError, damage_message

_MAX_SINGLE_READS: Final = 40  # tags read one by one before all are read at once


def read_vocabulary(connection: sqlite3.Connection) -> Vocabulary:
    """Read the vocabulary, in the order of the store; tags only when they are asked for.

    ValueError when a value is invalid.
    """
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
        tags=LazyTags(connection),
        eras=_read_eras(connection),
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
    rows = connection.execute("SELECT id, color, color_dark FROM category ORDER BY position").fetchall()
    check_texts(*(value for row in rows for value in row))
    return {key: Category(key, names[key], color, color_dark) for key, color, color_dark in rows}


def _read_eras(connection: sqlite3.Connection) -> dict[str, Era]:
    names = _read_names(connection, "era")
    rows = connection.execute("SELECT id, date, color, color_dark FROM era ORDER BY position").fetchall()
    check_texts(*(value for row in rows for value in row))
    return {key: Era(key, names[key], check_era_date(parse_edtf(date)), *colors) for key, date, *colors in rows}


class LazyTags(Mapping[str, Tag]):
    """The tags of a store by id, read when they are asked for: the first ones one by one, then all at once.

    A window first shows the tags of one event, and reading all tags takes as long as reading the rest of the
    vocabulary. Every method raises StoreError when a value is invalid.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._read_singly: dict[str, Tag] = {}
        self._has_all = False

    @cached_property
    def _all(self) -> dict[str, Tag]:
        self._has_all = True
        with self._store_errors():
            return _read_tags(self._connection)

    def __getitem__(self, key: str) -> Tag:
        if len(self._read_singly) >= _MAX_SINGLE_READS or self._has_all:
            return self._all[key]
        if key not in self._read_singly:
            with self._store_errors():
                found = _read_tag(self._connection, key)
            if found is None:
                raise KeyError(key)
            self._read_singly[key] = found
        return self._read_singly[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @contextmanager
    def _store_errors(self) -> Iterator[None]:
        try:
            yield
        except DAMAGE_ERRORS as error:
            path = self._connection.execute("PRAGMA database_list").fetchone()[2]
            raise StoreError(f"{path}: {damage_message(error)}") from error


def _read_tag(connection: sqlite3.Connection, key: str) -> Tag | None:
    kinds = connection.execute("SELECT kind FROM tag WHERE id = ?", (key,)).fetchall()
    names = dict(connection.execute("SELECT lang, name FROM tag_text WHERE tag = ? ORDER BY rowid", (key,)))
    aliases = [
        alias for (alias,) in connection.execute("SELECT alias FROM tag_alias WHERE tag = ? ORDER BY rowid", (key,))
    ]
    check_texts(*names, *names.values(), *aliases)
    return Tag(key, TagKind(kinds[0][0]), names, tuple(aliases)) if kinds else None


def _read_tags(connection: sqlite3.Connection) -> dict[str, Tag]:
    names = _read_names(connection, "tag")
    aliases: dict[str, list[str]] = defaultdict(list)
    for key, alias in connection.execute("SELECT tag, alias FROM tag_alias ORDER BY rowid"):
        check_texts(alias)
        aliases[key].append(alias)
    rows = connection.execute("SELECT id, kind FROM tag ORDER BY position")
    return {key: Tag(key, TagKind(kind), names[key], tuple(aliases[key])) for key, kind in rows}
