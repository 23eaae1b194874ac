"""Events on their way into a store, in a temporary file of their own: any number of them, sorted and told apart."""

import json
import sqlite3
from collections.abc import Iterator
from operator import itemgetter
from types import TracebackType
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status
from qtviewer.domain.imported import ImportProblem

_TABLE: Final = """CREATE TABLE staged (id TEXT PRIMARY KEY, row INTEGER NOT NULL, first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL, importance INTEGER NOT NULL, parent TEXT NOT NULL, event TEXT NOT NULL)"""
_ORDER_BY_DATE: Final = "ORDER BY first_day, last_day, importance DESC, id"
PRAGMAS: Final = ("synchronous = OFF", "journal_mode = OFF")
"""What makes the temporary file fast: it is lost in any case."""
_LONGEST_CHAIN: Final = 10


_dumps: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode  # built once, not for every event


class StagedEvent(NamedTuple):
    """An event that is staged, and the row it comes from; row 0 is the store."""

    row: int
    event: Event


class StagingDatabase:
    """The temporary file; SQLite removes it when it is closed."""

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
        """Stage an event in the place of the one with its id."""
        self._connection.execute("INSERT OR REPLACE INTO staged VALUES (?, ?, ?, ?, ?, ?, ?)", _values(row, event))

    def put_new(self, row: int, event: Event) -> bool:
        """Stage an event unless there is one with its id; whether there was none."""
        insert = "INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        return self._connection.execute(insert, _values(row, event)).rowcount == 1

    def get(self, event_id: str) -> StagedEvent | None:
        """The event with this id, if there is one."""
        found = self._connection.execute("SELECT row, event FROM staged WHERE id = ?", (event_id,)).fetchone()
        return StagedEvent(found[0], _unpacked(found[1])) if found else None

    def drop_unnamed(self) -> int:
        """Take out the events that no row named; how many there were."""
        return self._connection.execute("DELETE FROM staged WHERE row = 0").rowcount

    def __iter__(self) -> Iterator[Event]:
        """All events in date order."""
        for (packed,) in self._connection.execute(f"SELECT event FROM staged {_ORDER_BY_DATE}"):
            yield _unpacked(packed)

    def parent_problems(self) -> Iterator[ImportProblem]:
        """Rows whose parent is not there, or whose chain of parents leads back to them."""
        missing = """SELECT row, parent FROM staged WHERE parent <> '' AND row > 0
            AND parent NOT IN (SELECT id FROM staged) ORDER BY row"""
        for row, parent in self._connection.execute(missing):
            yield ImportProblem(row, "parent", parent, "is the id of no event, neither in the file nor in the store")
        rows = self._connection.execute("SELECT id, parent, row FROM staged WHERE parent <> ''")
        parents = {event_id: (parent, row) for event_id, parent, row in rows}
        for chain in _cycles({event_id: parent for event_id, (parent, _row) in parents.items()}):
            parent, row = max((parents[event_id] for event_id in chain), key=itemgetter(1))
            shown = " → ".join([*chain[:_LONGEST_CHAIN], chain[0]])
            yield ImportProblem(row, "parent", parent, f"makes events parts of themselves: {shown}")


def _cycles(parents: dict[str, str]) -> Iterator[list[str]]:
    """Chains of events each of which is a part of the next, and the last of the first."""
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at = start
        while at in parents and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at in path:
            chain = list(path)
            yield chain[chain.index(at) :]
        done.update(path)


def _values(row: int, event: Event) -> tuple[Any, ...]:
    date = event.date
    return event.id, row, date.first_day, date.last_day, event.importance, event.parent, _packed(event)


def _packed(event: Event) -> str:
    return _dumps((format_edtf(event.date), *event[:1], *event[2:]))


def _unpacked(packed: str) -> Event:
    date, event_id, category, collection, texts, time, basis, status, *rest = json.loads(packed)
    importance, parent, thread, source, section, heading, tags, figures = rest
    return Event(
        event_id, parse_edtf(date), category, collection,
        {lang: EventText(*words) for lang, words in texts.items()},
        time, DateBasis(basis), Status(status), importance, parent, thread, source, section, heading, tuple(tags),
        tuple(_figure(*figure) for figure in figures),
    )  # fmt: skip


def _figure(number: float, texts: dict[str, Any]) -> Figure:
    return Figure(float(number), {lang: FigureText(*words) for lang, words in texts.items()})
