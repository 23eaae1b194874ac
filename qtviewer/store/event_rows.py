"""Events and their heads from rows; a row of a damaged file may hold anything in any column."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status
from qtviewer.domain.source import EventHead, Vocabulary

_MOST_NEAR = 1_000  # ids before and after a word
_AMONG = "IN (SELECT value FROM json_each(:ids))"
_EVENT = f"""SELECT id, date, category, collection, coalesce(time, ''), date_basis, status, importance,
    coalesce(parent, ''), coalesce(thread, ''), source, source_section, source_heading
    FROM main.event WHERE id {_AMONG}"""
_TEXT = f"SELECT event, lang, title, summary, body, date_note FROM event_text WHERE event {_AMONG} ORDER BY rowid"
_TAG = f"SELECT event, tag FROM event_tag WHERE event {_AMONG} ORDER BY event, position"
_FIGURE = f"""SELECT figure.event, figure.position, number, lang, value, unit, label
    FROM figure JOIN figure_text ON figure_text.event = figure.event AND figure_text.position = figure.position
    WHERE figure.event {_AMONG} ORDER BY figure.event, figure.position, figure_text.rowid"""


def read_head(row: Sequence[Any], vocabulary: Vocabulary) -> EventHead:
    """The head in a row of id, date, category, importance and title; ValueError names an unreadable event."""
    event_id, date, category, importance, title = row
    try:
        check_texts(event_id, date, title)
        _check_importance(importance)
        _check_known("category", [category], vocabulary.categories)
        return EventHead(event_id, parse_edtf(date), category, importance, title)
    except ValueError as error:
        raise ValueError(f"event {event_id!r}: {error}") from error


def ids_of(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[str]:
    """The ids of events by their numbers, in the same order."""
    parameters = {"ids": json.dumps(list(numbers))}
    ids = dict(connection.execute(f"SELECT number, id FROM main.event WHERE number {_AMONG}", parameters).fetchall())
    return [ids[number] for number in numbers]


def ids_near(connection: sqlite3.Connection, word: str) -> list[str]:
    """All ids where they are few, otherwise those before and after a word in the alphabet."""
    word = word.encode(errors="replace").decode()  # halves of characters cannot be compared
    before = "SELECT id FROM main.event WHERE id < ? ORDER BY id DESC LIMIT ?"
    after = "SELECT id FROM main.event WHERE id >= ? ORDER BY id LIMIT ?"
    return [row[0] for sql in (before, after) for row in connection.execute(sql, (word, _MOST_NEAR))]


def read_events(connection: sqlite3.Connection, ids: Sequence[str], vocabulary: Vocabulary) -> list[Event]:
    """The events with these ids, in this order; unknown ids are left out. ValueError names an unreadable event."""
    parameters = {"ids": json.dumps(ids)}
    texts = _texts(connection, parameters)
    tags: dict[str, list[str]] = defaultdict(list)
    for event_id, tag in connection.execute(_TAG, parameters):
        tags[event_id].append(tag)
    figures = _figures(connection, parameters)
    events = {
        row[0]: _event(row, texts[row[0]], tags[row[0]], figures[row[0]])
        for row in connection.execute(_EVENT, parameters).fetchall()
    }
    for event in events.values():
        _check_references(event, vocabulary)
    return [events[event_id] for event_id in ids if event_id in events]


def _event(row: Sequence[Any], texts: dict[str, EventText], tags: list[str], figures: dict[int, Figure]) -> Event:
    event_id, date, category, collection, time, basis, status, importance, parent, thread, source, section, heading = (
        row
    )
    try:
        check_texts(event_id, date, time, parent, section, heading)
        _check_importance(importance)
        return Event(
            id=event_id,
            date=parse_edtf(date),
            category=category,
            collection=collection,
            texts=texts,
            time=time,
            date_basis=DateBasis(basis),
            status=Status(status),
            importance=importance,
            parent=parent,
            thread=thread,
            source=source,
            source_section=section,
            source_heading=heading,
            tags=tuple(tags),
            figures=tuple(figures.values()),
        )
    except ValueError as error:
        raise ValueError(f"event {event_id!r}: {error}") from error


def _check_references(event: Event, vocabulary: Vocabulary) -> None:
    try:
        _check_known("category", [event.category], vocabulary.categories)
        _check_known("collection", [event.collection], vocabulary.collections)
        _check_known("source", [event.source], vocabulary.sources)
        _check_known("thread", [event.thread] if event.thread else [], vocabulary.threads)
        _check_known("tag", event.tags, vocabulary.tags)
        if not event.texts:
            raise ValueError("it has no words in any language")
    except ValueError as error:
        raise ValueError(f"event {event.id!r}: {error}") from error


def _check_known(kind: str, keys: Iterable[str], known: Collection[str]) -> None:
    for key in keys:
        if key not in known:
            raise ValueError(f"it refers to a {kind} {key!r} that is not there")


def _check_importance(value: Any) -> None:
    if value not in range(1, 6):
        raise ValueError(f"its importance is {value!r}, expected 1 to 5")


def check_texts(*values: Any) -> None:
    """ValueError when one of the values is not a text."""
    for value in values:
        if not isinstance(value, str):
            raise ValueError(f"{value!r} stands where a text is expected")


def _texts(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[str, EventText]]:
    texts: dict[str, dict[str, EventText]] = defaultdict(dict)
    for event_id, lang, *words in connection.execute(_TEXT, parameters):
        check_texts(lang, *words)
        texts[event_id][lang] = EventText(*words)
    return texts


def _figures(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[int, Figure]]:
    numbers: dict[str, dict[int, float]] = defaultdict(dict)
    words: dict[tuple[str, int], dict[str, FigureText]] = defaultdict(dict)
    for event_id, position, number, lang, *text in connection.execute(_FIGURE, parameters):
        check_texts(lang, *text)
        numbers[event_id][position] = float(number)
        words[event_id, position][lang] = FigureText(*text)
    figures: dict[str, dict[int, Figure]] = defaultdict(dict)
    for event_id, by_position in numbers.items():
        figures[event_id] = {at: Figure(number, words[event_id, at]) for at, number in by_position.items()}
    return figures
