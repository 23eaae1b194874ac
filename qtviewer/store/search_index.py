"""The full-text search index: computing it from the events, and searching in it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Final

from qtviewer.domain.search.index_phrases import index_terms, title_index_terms, title_tokens
from qtviewer.domain.search.pinyin import pronounced_runs
from qtviewer.domain.search.search_terms import Phrase, Term, parse_search
from qtviewer.domain.search.sound_tokens import sound_tokens
from qtviewer.domain.search.tokens import BREAK, tokenize, tokenized_text
from qtviewer.store.event_rows import check_texts

# Titles, other texts and names, each in the order of events, so that they can be read side by side.
_TEXTS: Final = """SELECT event.rowid, t.title, t.summary || :break || t.body, ''
    FROM event CROSS JOIN event_text AS t ON t.event = event.id ORDER BY event.rowid"""
_FIGURES: Final = """SELECT event.rowid, '', f.value || f.unit || :break || f.label, ''
    FROM event CROSS JOIN figure_text AS f ON f.event = event.id ORDER BY event.rowid"""
_NAMES: Final = """SELECT event.rowid, '', '', n.name FROM event
    CROSS JOIN event_tag ON event_tag.event = event.id CROSS JOIN tag_text AS n ON n.tag = event_tag.tag
    ORDER BY event.rowid"""
_INSERT: Final = "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)"
_CONDITION: Final = "event.number IN (SELECT rowid FROM search WHERE search MATCH :search)"
_RANKED: Final = """SELECT event.id FROM search JOIN event ON event.rowid = search.rowid
    WHERE search MATCH :search ORDER BY search.rowid LIMIT :limit"""
_CACHED_NAMES: Final = 10_000
# FTS5 collects 24 MB in memory before writing instead of 1, and merges what it wrote once at the end.
_BULK_INSERT_SETTINGS: Final = {"hashsize": 24 * 2**20, "automerge": 0, "crisismerge": 256}


def write_search_index(connection: sqlite3.Connection) -> None:
    """Compute the search index of all events, replacing an older one; the caller commits.

    ValueError when a word of the table `pinyin` does not have one syllable for each character.
    """
    overrides = _read_pinyin(connection)
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.executemany("INSERT INTO search (search, rank) VALUES (?, ?)", _BULK_INSERT_SETTINGS.items())
    connection.executemany(_INSERT, _rows(connection, overrides))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def _read_pinyin(connection: sqlite3.Connection) -> dict[str, str]:
    overrides = dict(connection.execute("SELECT word, syllables FROM pinyin"))
    check_texts(*overrides, *overrides.values())
    for word, syllables in overrides.items():
        if len(syllables.split()) != len(word):
            raise ValueError(f"pinyin of {word!r}: {syllables!r}, expected a syllable for each character")
    return overrides


def search_condition(text: str) -> tuple[str, dict[str, str]]:
    """Return an SQL condition on the table `event` and its parameter; both are empty if the text is blank."""
    terms = parse_search(text)
    return (_CONDITION, {"search": _match(index_terms(terms))}) if terms else ("", {})


def ranked_ids(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Return the ids of up to `limit` matching events by number, those whose titles match first."""
    terms = parse_search(text)
    if not terms:
        return []
    in_title = f"{{title}} : ({_match(title_index_terms(terms))})"
    ids: list[str] = []
    for expression in (in_title, f"({_match(index_terms(terms))}) NOT {in_title}"):
        if len(ids) < limit:
            found = connection.execute(_RANKED, {"search": expression, "limit": limit - len(ids)})
            ids += [event_id for (event_id,) in found]
    return ids


def _match(terms: Iterable[Term]) -> str:
    """Return terms in the syntax of FTS5's MATCH; tokens contain no ASCII characters but a-z and 0-9, so no quotes."""
    return " AND ".join(f"({' OR '.join(map(_quoted, term))})" for term in terms)


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"{"*" if phrase.is_prefix else ""}'


def _rows(connection: sqlite3.Connection, overrides: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Yield the number of each event, the tokens of its titles and those of its other texts, without loading all."""
    name_sounds = lru_cache(_CACHED_NAMES)(partial(_sounds_of, overrides=overrides))  # few names, many events
    readers = (connection.execute(sql, {"break": BREAK}) for sql in (_TEXTS, _FIGURES, _NAMES))
    for event, rows in groupby(merge(*readers, key=itemgetter(0)), key=itemgetter(0)):
        _, titles, others, names = map(_without_empty, zip(*rows, strict=True))
        title_marks = (" ".join(title_tokens(tokenize(title))) for title in titles)
        yield (
            event,
            _column(titles, chain(title_marks, (_sounds_of(title, overrides) for title in titles))),
            _column([*others, *names], map(name_sounds, names)),
        )


def _without_empty(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value]


def _column(texts: Iterable[str], more: Iterable[str]) -> str:
    """Return the value of a column of the index: the tokens of texts, then more tokens, with breaks in between."""
    return f" {BREAK} ".join([tokenized_text(BREAK.join(texts)), *filter(None, more)])


def _sounds_of(text: str, overrides: Mapping[str, str]) -> str:
    return " ".join(sound_tokens(list(pronounced_runs(text, overrides))))
