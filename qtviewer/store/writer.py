"""Writing a chronicle to a new store file; on failure the old file stays unchanged."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.dates.date_order import date_order
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.minutes import minutes_of_event
from qtviewer.domain.event import Chronicle, Event
from qtviewer.store.derived_data import write_derived, write_search_hash
from qtviewer.store.opening import StoreError
from qtviewer.store.schema import APPLICATION_ID, TABLES, USER_VERSION
from qtviewer.store.vocabulary_rows import Row, vocabulary_rows
from qtviewer.store.write_turn import WriteTurn, write_turn

_EVENTS_PER_BATCH: Final = 500  # whose rows are in memory at a time


def write_store(chronicle: Chronicle, target: Path, events: Iterable[Event] | None = None) -> None:
    """Write a chronicle to a new store that replaces the file `target`.

    `events`, if given, are written instead of the chronicle's, in their order, and need not fit into memory. StoreError
    when the store cannot be written or another program has it open; the old file then stays unchanged.
    """
    with write_turn(target) as turn:
        replace_store(turn, chronicle, events)


def replace_store(
    turn: WriteTurn, chronicle: Chronicle, events: Iterable[Event] | None = None, backup: Path | None = None
) -> None:
    """Do the same as `write_store` in a turn that was begun before, so that nothing comes in between.

    The old store is kept under the name `backup`, if given.
    """
    target = turn.path
    try:
        with atomic_replacement(target, turn.check, backup) as temporary:
            connection = sqlite3.connect(temporary)
            try:
                if events is None:
                    events = sorted(chronicle.events, key=date_order)
                _write(connection, chronicle, events)
            finally:
                connection.close()
    except OSError as error:
        raise StoreError(f"{target}: cannot be written ({error.strerror})") from error
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(f"{target}: cannot be written ({error})") from error


def create_tables(connection: sqlite3.Connection) -> None:
    """Make an empty database a store without triggers, hashes and counts, which `write_derived` adds."""
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {USER_VERSION};"
        f"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; {TABLES}"
    )


def _write(connection: sqlite3.Connection, chronicle: Chronicle, events: Iterable[Event]) -> None:
    create_tables(connection)
    database = Database(connection)
    with connection:
        connection.execute("BEGIN")  # one transaction: an event may stand before the one it is a part of
        for table, rows in vocabulary_rows(chronicle).items():
            database.table(table).insert_all(rows)
        for batch in _batches(enumerate(events, 1)):
            _insert_rows(connection, _event_tables(batch))
        write_derived(connection)
    write_search_hash(connection)
    connection.execute("VACUUM")


def _insert_rows(connection: sqlite3.Connection, tables: Mapping[str, Sequence[Row]]) -> None:
    """Insert rows by table; sqlite-utils would take four times as long for a million events."""
    for table, rows in tables.items():
        if rows:
            columns = ", ".join(rows[0])
            values = ", ".join(f":{column}" for column in rows[0])
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows)


def _batches(numbered: Iterator[tuple[int, Event]]) -> Iterator[list[tuple[int, Event]]]:
    while batch := list(islice(numbered, _EVENTS_PER_BATCH)):
        yield batch


def _event_tables(batch: Sequence[tuple[int, Event]]) -> dict[str, Sequence[Row]]:
    events = [event for _number, event in batch]
    figures = [(event.id, position, figure) for event in events for position, figure in enumerate(event.figures)]
    return {
        "event": [_event_row(event, number) for number, event in batch],
        "event_text": [
            {"event": event.id, "lang": lang, "title": text.title, "summary": text.summary, "body": text.body,
             "date_note": text.date_note}
            for event in events for lang, text in event.texts.items()
        ],
        "event_tag": [
            {"event": event.id, "tag": tag, "position": position}
            for event in events for position, tag in enumerate(event.tags)
        ],
        "figure": [
            {"event": event, "position": position, "number": figure.number} for event, position, figure in figures
        ],
        "figure_text": [
            {"event": event, "position": position, "lang": lang, "value": text.value, "unit": text.unit,
             "label": text.label}
            for event, position, figure in figures for lang, text in figure.texts.items()
        ],
    }  # fmt: skip


def _event_row(event: Event, number: int) -> Row:
    return {
        "number": number,
        "id": event.id,
        "category": event.category,
        "collection": event.collection,
        **date_columns(event.date, event.time),
        "date_basis": event.date_basis,
        "status": event.status,
        "importance": event.importance,
        "parent": event.parent or None,
        "thread": event.thread or None,
        "source": event.source,
        "source_section": event.source_section,
        "source_heading": event.source_heading,
    }


def date_columns(date: EventDate, time: str) -> Row:
    """Return the columns of the table `event` that follow from a date and a time of day (HH:MM or empty)."""
    return {
        "date": format_edtf(date),
        "first_day": date.first_day,
        "last_day": date.last_day,
        "known_last_day": date.known_last_day,
        "first_minute": minutes_of_event(date, time)[0],
        "precision": date.precision,
        "approximate": int(date.approximate),
        "time": time or None,
    }
