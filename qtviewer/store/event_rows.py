"""Whole events from their rows."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from qtviewer.domain.edtf import parse_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status

_AMONG = "IN (SELECT value FROM json_each(:ids))"
_EVENT = f"""SELECT id, date, category, collection, coalesce(time, ''), date_basis, status, importance,
    coalesce(parent, ''), coalesce(thread, ''), source, source_section, source_heading
    FROM event WHERE id {_AMONG}"""
_TEXT = f"SELECT event, lang, title, summary, body, date_note FROM event_text WHERE event {_AMONG} ORDER BY rowid"
_TAG = f"SELECT event, tag FROM event_tag WHERE event {_AMONG} ORDER BY event, position"
_FIGURE = f"""SELECT figure.event, figure.position, number, lang, value, unit, label
    FROM figure JOIN figure_text ON figure_text.event = figure.event AND figure_text.position = figure.position
    WHERE figure.event {_AMONG} ORDER BY figure.event, figure.position, figure_text.rowid"""


def read_events(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Event]:
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
    return [events[event_id] for event_id in ids if event_id in events]


def _event(row: Sequence[Any], texts: dict[str, EventText], tags: list[str], figures: dict[int, Figure]) -> Event:
    event_id, date, category, collection, time, basis, status, importance, parent, thread, source, section, heading = (
        row
    )
    try:
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


def _texts(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[str, EventText]]:
    texts: dict[str, dict[str, EventText]] = defaultdict(dict)
    for event_id, lang, *words in connection.execute(_TEXT, parameters):
        texts[event_id][lang] = EventText(*words)
    return texts


def _figures(connection: sqlite3.Connection, parameters: dict[str, str]) -> dict[str, dict[int, Figure]]:
    numbers: dict[str, dict[int, float]] = defaultdict(dict)
    words: dict[tuple[str, int], dict[str, FigureText]] = defaultdict(dict)
    for event_id, position, number, lang, *text in connection.execute(_FIGURE, parameters):
        numbers[event_id][position] = number
        words[event_id, position][lang] = FigureText(*text)
    figures: dict[str, dict[int, Figure]] = defaultdict(dict)
    for event_id, by_position in numbers.items():
        figures[event_id] = {at: Figure(number, words[event_id, at]) for at, number in by_position.items()}
    return figures
