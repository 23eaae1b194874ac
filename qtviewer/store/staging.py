"""Staging: a temporary database where imported events wait, in any number, until all of them are checked."""

import json
import sqlite3
from collections.abc import Iterator
from operator import itemgetter
from types import TracebackType
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.date_order import sort_day, sort_rank
from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status
from qtviewer.domain.imported import ImportProblem

_TABLE: Final = """CREATE TABLE staged (id TEXT PRIMARY KEY, row INTEGER NOT NULL, sort_day INTEGER NOT NULL,
    sort_rank INTEGER NOT NULL, time TEXT NOT NULL, last_day INTEGER NOT NULL, importance INTEGER NOT NULL,
    parent TEXT NOT NULL, event TEXT NOT NULL)"""
_ORDER_BY_DATE: Final = "ORDER BY sort_day, sort_rank, time, last_day, importance DESC, id"
PRAGMAS: Final = ("synchronous = OFF", "journal_mode = OFF")
"""Settings of the temporary database: fast, not safe against crashes, since it is deleted anyway."""
_MAX_SHOWN_IDS: Final = 10  # of a cycle of parents


# Built once, not for every event.
_encode_json: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


class StagedEvent(NamedTuple):
    """A staged event and the number of the row it comes from, counted from 1; 0 when it comes from the store."""

    row: int
    event: Event


class StagingDatabase:
    """A temporary SQLite database of staged events, deleted when it is closed; iterating yields them in date order."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(_TABLE)
        self._connection.execute("BEGIN")

    def __enter__(self) -> "StagingDatabase":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._connection.close()

    def put(self, row: int, event: Event) -> None:
        """Stage an event of a row (0: of the store); it replaces a staged event with the same id."""
        self._connection.execute(
            "INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _row_of(row, event)
        )

    def put_if_new(self, row: int, event: Event) -> bool:
        """Stage an event of a row if none with its id is staged; return whether it was staged."""
        insert = "INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        return self._connection.execute(insert, _row_of(row, event)).rowcount == 1

    def get(self, event_id: str) -> StagedEvent | None:
        """Return the staged event with this id, or None."""
        found = self._connection.execute("SELECT row, event FROM staged WHERE id = ?", (event_id,)).fetchone()
        return StagedEvent(found[0], _event_from_json(found[1])) if found else None

    def delete_events_not_in_file(self) -> int:
        """Delete the events of the store that no row has replaced; return how many there were."""
        return self._connection.execute("DELETE FROM staged WHERE row = 0").rowcount

    def __iter__(self) -> Iterator[Event]:
        """Yield all staged events in date order."""
        for (event_json,) in self._connection.execute(f"SELECT event FROM staged {_ORDER_BY_DATE}"):
            yield _event_from_json(event_json)

    def parent_problems(self) -> Iterator[ImportProblem]:
        """Yield a problem for each row whose parent does not exist, and for each cycle of parents."""
        missing = """SELECT row, parent FROM staged WHERE parent <> '' AND row > 0
            AND parent NOT IN (SELECT id FROM staged) ORDER BY row"""
        for row, parent in self._connection.execute(missing):
            yield ImportProblem(row, "parent", parent, "is the id of no event, neither in the file nor in the store")
        rows = self._connection.execute("SELECT id, parent, row FROM staged WHERE parent <> ''")
        parents = {event_id: (parent, row) for event_id, parent, row in rows}
        for cycle in _cycles({event_id: parent for event_id, (parent, _row) in parents.items()}):
            parent, row = max((parents[event_id] for event_id in cycle), key=itemgetter(1))
            shown = " → ".join([*cycle[:_MAX_SHOWN_IDS], cycle[0]])
            yield ImportProblem(row, "parent", parent, f"makes events parts of themselves: {shown}")


def _cycles(parents: dict[str, str]) -> Iterator[list[str]]:
    """Yield each cycle of event ids in which every event has the next as its parent, and the last has the first."""
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        event_id = start
        while event_id in parents and event_id not in done and event_id not in path:
            path[event_id] = None
            event_id = parents[event_id]
        if event_id in path:
            ids = list(path)
            yield ids[ids.index(event_id) :]
        done.update(path)


def _row_of(row: int, event: Event) -> tuple[Any, ...]:
    order = sort_day(event.date), sort_rank(event.date), event.time, event.date.last_day, event.importance
    return event.id, row, *order, event.parent, _event_to_json(event)


def _event_to_json(event: Event) -> str:
    return _encode_json((format_edtf(event.date), *event[:1], *event[2:]))


def _event_from_json(event_json: str) -> Event:
    date, event_id, category, collection, texts, time, basis, status, *rest = json.loads(event_json)
    importance, parent, thread, source, section, heading, tags, figures = rest
    return Event(
        event_id, parse_edtf(date), category, collection,
        {lang: EventText(*words) for lang, words in texts.items()},
        time, DateBasis(basis), Status(status), importance, parent, thread, source, section, heading, tuple(tags),
        tuple(_figure(*figure) for figure in figures),
    )  # fmt: skip


def _figure(number: float, texts: dict[str, Any]) -> Figure:
    return Figure(float(number), {lang: FigureText(*words) for lang, words in texts.items()})
