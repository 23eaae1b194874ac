"""Writing a chronicle to a new store, whole or not at all."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from qtviewer.atomic_file import replaced_file
from qtviewer.domain.edtf import format_edtf
from qtviewer.domain.event import Chronicle, Event, Names
from qtviewer.store.opening import StoreError
from qtviewer.store.schema import APPLICATION_ID, CONTENT_HASH_KEY, SCHEMA, USER_VERSION, content_hash

Row = dict[str, Any]

_BATCH: Final = 1000  # events held at once


def write_store(chronicle: Chronicle, target: Path, events: Iterable[Event] | None = None) -> None:
    """Put a new store in the place of `target`; StoreError, and the old file untouched, when it cannot be written.

    `events`, in date order, stand for those of the chronicle where they are too many to be held at once.
    """
    try:
        with replaced_file(target) as temporary:
            connection = sqlite3.connect(temporary)
            try:
                _write(connection, chronicle, events or sorted(chronicle.events, key=_date_order))
            finally:
                connection.close()
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror})") from error
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(f"{target}: cannot be written ({error})") from error


def _write(connection: sqlite3.Connection, chronicle: Chronicle, events: Iterable[Event]) -> None:
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {USER_VERSION};"
        f"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; {SCHEMA}"
    )
    database = Database(connection)
    with connection:
        connection.execute("BEGIN")  # one transaction: an event may stand before the one it is a part of
        for table, rows in _tables(chronicle).items():
            database.table(table).insert_all(rows)
        rest = iter(events)
        while batch := list(islice(rest, _BATCH)):
            for table, rows in _event_tables(batch).items():
                database.table(table).insert_all(rows)
        database.table("store_info").insert({"key": CONTENT_HASH_KEY, "value": content_hash(connection)})
    connection.execute("VACUUM")


def _tables(chronicle: Chronicle) -> dict[str, Iterable[Row]]:
    """Rows per table, in an order that satisfies the references."""
    tables: dict[str, Iterable[Row]] = {
        "chronicle_text": [
            {"lang": lang, "title": title, "subtitle": chronicle.subtitles.get(lang, "")}
            for lang, title in chronicle.titles.items()
        ],
        "category": [
            {"id": category.id, "position": at, "color": category.color, "color_dark": category.color_dark}
            for at, category in enumerate(chronicle.categories)
        ],
        "category_text": _name_rows("category", {category.id: category.names for category in chronicle.categories}),
    }
    for table, names in (
        ("collection", chronicle.collections),
        ("source", chronicle.sources),
        ("thread", chronicle.threads),
    ):
        tables[table] = [{"id": key, "position": at} for at, key in enumerate(names)]
        tables[f"{table}_text"] = _name_rows(table, names)
    return tables | _tag_tables(chronicle)


def _date_order(event: Event) -> tuple[int, int, int, str]:
    return event.date.first_day, event.date.last_day, -event.importance, event.id


def _name_rows(table: str, names: Mapping[str, Names]) -> list[Row]:
    return [{table: key, "lang": lang, "name": name} for key, by in names.items() for lang, name in by.items()]


def _tag_tables(chronicle: Chronicle) -> dict[str, Iterable[Row]]:
    return {
        "tag": [{"id": tag.id, "position": at, "kind": tag.kind} for at, tag in enumerate(chronicle.tags)],
        "tag_text": _name_rows("tag", {tag.id: tag.names for tag in chronicle.tags}),
        "tag_alias": [{"tag": tag.id, "alias": alias} for tag in chronicle.tags for alias in tag.aliases],
    }


def _event_tables(events: list[Event]) -> dict[str, Iterable[Row]]:
    figures = [(event.id, at, figure) for event in events for at, figure in enumerate(event.figures)]
    return {
        "event": map(_event_row, events),
        "event_text": (
            {"event": event.id, "lang": lang, "title": text.title, "summary": text.summary, "body": text.body,
             "date_note": text.date_note}
            for event in events for lang, text in event.texts.items()
        ),
        "event_tag": (
            {"event": event.id, "tag": tag, "position": at} for event in events for at, tag in enumerate(event.tags)
        ),
        "figure": ({"event": event, "position": at, "number": figure.number} for event, at, figure in figures),
        "figure_text": (
            {"event": event, "position": at, "lang": lang, "value": text.value, "unit": text.unit, "label": text.label}
            for event, at, figure in figures for lang, text in figure.texts.items()
        ),
    }  # fmt: skip


def _event_row(event: Event) -> Row:
    return {
        "id": event.id,
        "category": event.category,
        "collection": event.collection,
        "date": format_edtf(event.date),
        "first_day": event.date.first_day,
        "last_day": event.date.last_day,
        "precision": event.date.precision,
        "approximate": int(event.date.approximate),
        "time": event.time or None,
        "date_basis": event.date_basis,
        "status": event.status,
        "importance": event.importance,
        "parent": event.parent or None,
        "thread": event.thread or None,
        "source": event.source,
        "source_section": event.source_section,
        "source_heading": event.source_heading,
    }
