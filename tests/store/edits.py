"""Random edits of a store by another program, and the chronicle that should result."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.minutes import minutes_of_event
from qtviewer.domain.event import Chronicle, Event, Status
from tests.store.samples import SAMPLE
from tests.store.strategies import dates


class Edit(NamedTuple):
    """An event before and after an edit; `before` is None for an insertion, `after` for a deletion."""

    before: Event | None
    after: Event | None


@st.composite
def edited_chronicles(draw: st.DrawFn, chronicle: Chronicle) -> tuple[list[Edit], Chronicle]:
    """Draw one to four edits of a chronicle, and the chronicle after them."""
    events = list(chronicle.events)
    edits = []
    for at in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["insert", "update", "delete"]))
        old = draw(st.sampled_from(events))
        if kind == "delete" and len(events) > 1:
            edits.append(Edit(old, None))
            events.remove(old)
        elif kind == "insert":
            new = draw(_changed_event(old))._replace(id=f"new-{at}", tags=())
            edits.append(Edit(None, new))
            events.append(new)
        else:
            new = draw(_changed_event(old))
            edits.append(Edit(old, new))
            events[events.index(old)] = new
    return edits, chronicle._replace(events=tuple(events))


@st.composite
def _changed_event(draw: st.DrawFn, event: Event) -> Event:
    return event._replace(
        date=draw(st.just(event.date) | dates),
        category=draw(st.sampled_from([category.id for category in SAMPLE.categories])),
        importance=draw(st.integers(1, 5)),
        status=draw(st.sampled_from(Status)),
    )


def apply_edits(edits: list[Edit], path: Path) -> None:
    """Apply edits to a store with SQL that does not update the aggregates."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for edit in edits:
            if edit.after is None:
                _delete(connection, edit.before)
            else:
                if edit.before is None:
                    _insert(connection, edit.after)
                _update(connection, edit.after)


def _delete(connection: sqlite3.Connection, event: Event | None) -> None:
    assert event is not None
    for table in ("event_tag", "event_text"):
        connection.execute(f"DELETE FROM {table} WHERE event = ?", (event.id,))  # noqa: S608 - our own words
    connection.execute("DELETE FROM event WHERE id = ?", (event.id,))


def _insert(connection: sqlite3.Connection, event: Event) -> None:
    connection.execute(
        """INSERT INTO event (id, category, collection, date, first_day, last_day, known_last_day, first_minute,
            precision, approximate, date_basis, status, importance, source, source_section, source_heading, thread,
            time)
        VALUES (?, ?, ?, '', 0, 0, 0, 0, 'day', 0, ?, 'happened', 1, ?, ?, ?, nullif(?, ''), nullif(?, ''))""",
        (event.id, event.category, event.collection, event.date_basis, event.source, event.source_section,
         event.source_heading, event.thread, event.time),
    )  # fmt: skip
    for lang, text in event.texts.items():
        connection.execute("INSERT INTO event_text VALUES (?, ?, ?, ?, ?, ?)", (event.id, lang, *text))


def _update(connection: sqlite3.Connection, event: Event) -> None:
    date = event.date
    connection.execute(
        """UPDATE event SET date = ?, first_day = ?, last_day = ?, known_last_day = ?, first_minute = ?, precision = ?,
            approximate = ?, category = ?, importance = ?, status = ? WHERE id = ?""",
        (format_edtf(date), date.first_day, date.last_day, date.known_last_day,
         minutes_of_event(date, event.time)[0], date.precision,
         int(date.approximate), event.category, event.importance, event.status, event.id),
    )  # fmt: skip
