"""The full-text index: what is written to it, and how a search asks it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final

from qtviewer.domain.pinyin import sounds
from qtviewer.domain.search_plan import Phrase, Term, read_search
from qtviewer.domain.search_sounds import initial_tokens, syllable_tokens
from qtviewer.domain.search_tokens import token_text

SEARCH_SCHEMA: Final = Path(__file__).with_name("search.sql").read_text(encoding="utf-8")

_BREAK: Final = " ¦¦ "  # no text has this token, so that no phrase goes from one text to the next
# Each in the order of events, so that they can be read side by side whatever their number.
_TEXTS: Final = """SELECT event.rowid, t.title, t.summary, t.body
    FROM event CROSS JOIN event_text AS t ON t.event = event.id ORDER BY event.rowid"""
_FIGURES: Final = """SELECT event.rowid, f.value || f.unit, f.label
    FROM event CROSS JOIN figure_text AS f ON f.event = event.id ORDER BY event.rowid"""
_NAMES: Final = """SELECT event.rowid, n.name FROM event
    CROSS JOIN event_tag ON event_tag.event = event.id CROSS JOIN tag_text AS n ON n.tag = event_tag.tag
    ORDER BY event.rowid"""
_INSERT: Final = "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)"
_CONDITION: Final = "event.rowid IN (SELECT rowid FROM search WHERE search MATCH :search)"
_RANKED: Final = """SELECT event.id FROM search JOIN event ON event.rowid = search.rowid
    WHERE search MATCH :search ORDER BY search.rowid LIMIT :limit"""
_NAMES_KEPT: Final = 10_000

Part = tuple[int, str, str]
"""A row of the index in the making: event, tokens of titles, tokens of all else."""


def write_search_index(connection: sqlite3.Connection) -> None:
    """Index the events that the other tables hold, in the transaction that wrote them; nothing old is kept."""
    overrides = dict(connection.execute("SELECT word, syllables FROM pinyin"))
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.executemany(_INSERT, _rows(connection, overrides))
    connection.execute("INSERT INTO search (search) VALUES ('optimize')")


def search_condition(text: str) -> tuple[str, dict[str, str]]:
    """A condition on the table `event` and its parameter; empty when there is only space to search for."""
    terms = read_search(text)
    return (_CONDITION, {"search": _match(terms)}) if terms else ("", {})


def ranked_ids(connection: sqlite3.Connection, text: str, limit: int) -> list[str]:
    """Ids of the first matching events: those found by their titles, then the others, both in the store's order."""
    terms = read_search(text)
    if not terms:
        return []
    anywhere = _match(terms)
    in_title = f"{{title}} : ({anywhere})"
    ids: list[str] = []
    for expression in (in_title, f"({anywhere}) NOT {in_title}"):
        if len(ids) < limit:
            found = connection.execute(_RANKED, {"search": expression, "limit": limit - len(ids)})
            ids += [event_id for (event_id,) in found]
    return ids


def _match(terms: Iterable[Term]) -> str:
    """Terms in FTS5's syntax; tokens hold neither quotes nor any other ASCII but small letters and digits."""
    return " AND ".join(f"({' OR '.join(map(_quoted, term))})" for term in terms)


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"{"*" if phrase.is_open else ""}'


def _rows(connection: sqlite3.Connection, overrides: Mapping[str, str]) -> Iterator[Part]:
    """A row per event, read side by side: a store need not fit into memory."""
    parts = merge(_texts(connection, overrides), _figures(connection), _names(connection, overrides), key=itemgetter(0))
    for event, group in groupby(parts, key=itemgetter(0)):
        _, titles, others = zip(*group, strict=True)
        yield event, _BREAK.join(filter(None, titles)), _BREAK.join(filter(None, others))


def _texts(connection: sqlite3.Connection, overrides: Mapping[str, str]) -> Iterator[Part]:
    for event, title, summary, body in connection.execute(_TEXTS):
        yield event, _spoken(title, overrides), f"{token_text(summary)}{_BREAK}{token_text(body)}"


def _figures(connection: sqlite3.Connection) -> Iterator[Part]:
    for event, value, label in connection.execute(_FIGURES):
        yield event, "", f"{token_text(value)}{_BREAK}{token_text(label)}"


def _names(connection: sqlite3.Connection, overrides: Mapping[str, str]) -> Iterator[Part]:
    spoken = lru_cache(_NAMES_KEPT)(partial(_spoken, overrides=overrides))  # few names, many events
    for event, name in connection.execute(_NAMES):
        yield event, "", spoken(name)


def _spoken(text: str, overrides: Mapping[str, str]) -> str:
    """The tokens of a title or name as it is written, then as it sounds."""
    heard = sounds(text, overrides)
    return " ".join([token_text(text), *(token.text for token in (*syllable_tokens(heard), *initial_tokens(heard)))])
