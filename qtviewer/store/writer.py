"""Writing a chronicle to a new store file; on failure the old file stays unchanged."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.dates.date_order import date_order
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.minutes import minutes_of_event
from qtviewer.domain.event import Chronicle, Event
from qtviewer.store.aggregates import fill_aggregates
from qtviewer.store.date_order import is_numbered_by_date
from qtviewer.store.opening import DAMAGE_ERRORS, StoreError, damage_message, open_read_only
from qtviewer.store.schema import (
    APPLICATION_ID,
    CONTENT_HASH_KEY,
    DERIVED_STATE_CURRENT,
    DERIVED_STATE_KEY,
    DERIVED_TABLES,
    NUMBERING_BY_DATE,
    NUMBERING_KEY,
    TABLES,
    TRIGGERS,
    USER_VERSION,
    content_hash,
)
from qtviewer.store.search_index import write_search_index
from qtviewer.store.vocabulary_rows import Row, vocabulary_rows
from qtviewer.store.write_turn import WriteTurn, write_turn

_EVENTS_PER_BATCH = 500  # whose rows are in memory at a time


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


def _write(connection: sqlite3.Connection, chronicle: Chronicle, events: Iterable[Event]) -> None:
    connection.executescript(
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {USER_VERSION};"
        f"PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; {TABLES}"
    )
    database = Database(connection)
    with connection:
        connection.execute("BEGIN")  # one transaction: an event may stand before the one it is a part of
        for table, rows in vocabulary_rows(chronicle).items():
            database.table(table).insert_all(rows)
        for batch in _batches(enumerate(events, 1)):
            _insert_rows(connection, _event_tables(batch))
        _write_derived(connection)
    connection.execute("VACUUM")


def rebuild_derived_data(path: Path) -> None:
    """Recompute aggregates, search index and content hash of a store whose rows another program changed.

    StoreError when the file cannot be written, is damaged or still open in the other program; it then stays unchanged.
    """
    open_read_only(path).close()
    with write_turn(path) as turn:
        _rebuild(turn)


def _rebuild(turn: WriteTurn) -> None:
    path = turn.path
    try:
        with atomic_replacement(path, turn.check) as temporary:
            shutil.copyfile(path, temporary)
            with closing(sqlite3.connect(temporary)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    _write_derived(connection)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error
    except sqlite3.OperationalError as error:  # a full disk is no damage
        raise StoreError(f"{path}: cannot be written ({error})") from error
    except DAMAGE_ERRORS as error:
        raise StoreError(f"{path}: {damage_message(error)}") from error


def _write_derived(connection: sqlite3.Connection) -> None:
    """Recompute everything derived from the events: aggregates, search index, content hash, triggers, and so on."""
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
    for table in DERIVED_TABLES:
        connection.execute(f"DELETE FROM {table}")
    fill_aggregates(connection)
    write_search_index(connection)
    info = [(CONTENT_HASH_KEY, content_hash(connection)), (DERIVED_STATE_KEY, DERIVED_STATE_CURRENT)]
    if is_numbered_by_date(connection):
        info.append((NUMBERING_KEY, NUMBERING_BY_DATE))
    connection.executemany("INSERT INTO store_info (key, value) VALUES (?, ?)", info)
    for trigger in TRIGGERS.values():
        connection.execute(trigger)


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
        "date": format_edtf(event.date),
        "first_day": event.date.first_day,
        "last_day": event.date.last_day,
        "known_last_day": event.date.known_last_day,
        "first_minute": minutes_of_event(event.date, event.time)[0],
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
