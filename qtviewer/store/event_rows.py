"""Making events and event heads from database rows.

Every value is checked: in a damaged file any column may hold a value of any type.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.minutes import is_time_of_day
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status
from qtviewer.domain.source import EventHead, Vocabulary

Value = TypeVar("Value")

_MAX_IDS_EACH_SIDE = 1_000  # before and after a word
# One lookup per wanted item, in their order: takes half as long as IN, for which SQLite would sort them first.
_WANTED = "json_each(:wanted) AS wanted CROSS JOIN"
_EVENT = f"""SELECT event.id, date, category, collection, coalesce(time, ''), date_basis, status, importance,
    coalesce(event.parent, ''), coalesce(thread, ''), source, source_section, source_heading
    FROM {_WANTED} main.event ON event.number = wanted.value ORDER BY wanted.key"""
_TEXT = f"""SELECT event, lang, title, summary, body, date_note
    FROM {_WANTED} event_text ON event_text.event = wanted.value ORDER BY event_text.rowid"""
_TAG = f"SELECT event, tag FROM {_WANTED} event_tag ON event_tag.event = wanted.value ORDER BY event, position"
_FIGURE = f"""SELECT figure.event, figure.position, number, lang, figure_text.value, unit, label
    FROM {_WANTED} figure ON figure.event = wanted.value
    CROSS JOIN figure_text ON figure_text.event = figure.event AND figure_text.position = figure.position
    ORDER BY figure.event, figure.position, figure_text.rowid"""
_BASES = {basis.value: basis for basis in DateBasis}
_STATUSES = {status.value: status for status in Status}


def head_from_row(row: Sequence[Any], vocabulary: Vocabulary, today: int) -> EventHead:
    """Make the head on a day of a row (id, EDTF date, category, importance, time, title).

    Raises ValueError when a value is invalid.
    """
    event_id, edtf, category, importance, time, title = row
    try:
        check_texts(event_id, edtf, time, title)
        _check_time(time)
        _check_importance(importance)
        if category not in vocabulary.categories:
            raise ValueError(f"it refers to a category {category!r} that is not there")
        date = parse_edtf(edtf)
        return EventHead(event_id, date, category, importance, title, date.last_day_on(today), time)
    except ValueError as error:
        raise ValueError(f"event {event_id!r}: {error}") from error


def ids_near(connection: sqlite3.Connection, word: str) -> list[str]:
    """Return up to 1,000 event ids before a word and 1,000 from it on, in the order of their characters' codes."""
    word = word.encode(errors="replace").decode()  # halves of characters cannot be compared
    before = "SELECT id FROM main.event WHERE id < ? ORDER BY id DESC LIMIT ?"
    after = "SELECT id FROM main.event WHERE id >= ? ORDER BY id LIMIT ?"
    return [row[0] for sql in (before, after) for row in connection.execute(sql, (word, _MAX_IDS_EACH_SIDE))]


def read_events(connection: sqlite3.Connection, numbers: Sequence[int], vocabulary: Vocabulary) -> list[Event]:
    """Return the events with these numbers, in this order. ValueError when a value of one of them is invalid."""
    rows = connection.execute(_EVENT, {"wanted": json.dumps(list(numbers))}).fetchall()
    wanted = {"wanted": json.dumps([row[0] for row in rows])}
    texts, tags, figures = _texts(connection, wanted), _tags(connection, wanted), _figures(connection, wanted)
    events = [_event(row, texts.get(row[0], {}), tags.get(row[0], ()), figures.get(row[0], {})) for row in rows]
    _check_references(events, vocabulary)
    return events


def _event(
    row: Sequence[Any], texts: dict[str, EventText], tags: Sequence[str], figures: Mapping[int, Figure]
) -> Event:
    event_id, date, category, collection, time, basis, status, importance, parent, thread, source, section, heading = (
        row
    )
    try:
        check_texts(event_id, date, time, parent, section, heading)
        _check_time(time)
        _check_importance(importance)
        if not texts:
            raise ValueError("it has no words in any language")
        return Event(
            event_id, parse_edtf(date), category, collection, texts, time, _member_of(_BASES, basis),
            _member_of(_STATUSES, status), importance, parent, thread, source, section, heading, tuple(tags),
            tuple(figures.values()),
        )  # fmt: skip
    except ValueError as error:
        raise ValueError(f"event {event_id!r}: {error}") from error


def _member_of(values: Mapping[str, Value], value: Any) -> Value:
    if value not in values:
        raise ValueError(f"{value!r} stands where one of {', '.join(values)} is expected")
    return values[value]


def _check_references(events: Sequence[Event], vocabulary: Vocabulary) -> None:
    """Raise ValueError when an event refers to an item that the vocabulary lacks; each item is looked up once."""
    references: tuple[tuple[str, Collection[str], Mapping[str, str]], ...] = (
        ("category", vocabulary.categories, {event.category: event.id for event in events}),
        ("collection", vocabulary.collections, {event.collection: event.id for event in events}),
        ("source", vocabulary.sources, {event.source: event.id for event in events}),
        ("thread", vocabulary.threads, {event.thread: event.id for event in events if event.thread}),
        ("tag", vocabulary.tags, {tag: event.id for event in events for tag in event.tags}),
    )
    for kind, known, event_by_item in references:
        for key, event_id in event_by_item.items():
            if key not in known:
                raise ValueError(f"event {event_id!r}: it refers to a {kind} {key!r} that is not there")


def _check_importance(value: Any) -> None:
    if value not in range(1, 6):
        raise ValueError(f"its importance is {value!r}, expected 1 to 5")


def _check_time(text: str) -> None:
    if text and not is_time_of_day(text):
        raise ValueError(f"its time is {text!r}, expected HH:MM")


def check_texts(*values: Any) -> None:
    """Raise ValueError when one of the values is not a string."""
    for value in values:
        if not isinstance(value, str):
            raise ValueError(f"{value!r} stands where a text is expected")


def _texts(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[str, EventText]]:
    texts: dict[str, dict[str, EventText]] = defaultdict(dict)
    for event_id, lang, title, summary, body, date_note in connection.execute(_TEXT, parameters):
        check_texts(lang, title, summary, body, date_note)
        texts[event_id][lang] = EventText(title, summary, body, date_note)
    return texts


def _tags(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = defaultdict(list)
    for event_id, tag in connection.execute(_TAG, parameters):
        tags[event_id].append(tag)
    return tags


def _figures(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[int, Figure]]:
    numbers: dict[str, dict[int, float]] = defaultdict(dict)
    texts: dict[tuple[str, int], dict[str, FigureText]] = defaultdict(dict)
    for event_id, position, number, lang, *text in connection.execute(_FIGURE, parameters):
        check_texts(lang, *text)
        numbers[event_id][position] = float(number)
        texts[event_id, position][lang] = FigureText(*text)
    figures: dict[str, dict[int, Figure]] = defaultdict(dict)
    for event_id, by_position in numbers.items():
        figures[event_id] = {
            position: Figure(number, texts[event_id, position]) for position, number in by_position.items()
        }
    return figures
