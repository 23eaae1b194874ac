"""Checking a store file for damage and for rows that contradict each other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.minutes import is_time_of_day, minutes_of_event
from qtviewer.domain.era import check_era_date
from qtviewer.domain.errors import DateError
from qtviewer.store.derived_checking import derived_problems, is_marked_as_stale, quick_derived_problems
from qtviewer.store.hashes import content_hash
from qtviewer.store.opening import DAMAGE_ERRORS, StoreError, damage_message, open_read_only
from qtviewer.store.schema import CONTENT_HASH_KEY

_EVENTS_WITHOUT_TEXT: Final = """SELECT event.id, chronicle_text.lang FROM event, chronicle_text
    WHERE NOT EXISTS (SELECT 1 FROM event_text AS t WHERE t.event = event.id AND t.lang = chronicle_text.lang
                      AND t.title <> '' AND t.summary <> '' AND t.body <> '') ORDER BY 1, 2"""


def store_problems(path: Path) -> list[str]:
    """Return everything that is wrong with a store, one sentence each; StoreError when it cannot be opened."""
    with closing(open_read_only(path)) as connection:
        return [f"{path}: {problem}" for problem in _until_unreadable(_problems(connection))]


def damage_problems(path: Path) -> list[str]:
    """Return signs that a store was changed after it was written, one sentence each; faster than `store_problems`.

    They are found by hashes of its content and of its search index, and by counting anew.
    StoreError when it cannot be opened.
    """
    with closing(open_read_only(path)) as connection:
        found = chain(_integrity_problems(connection), _hash_problems(connection), quick_derived_problems(connection))
        return [f"{path}: {problem}" for problem in _until_unreadable(found)]


def _until_unreadable(problems: Iterator[str]) -> Iterator[str]:
    """Yield problems until reading fails, then the failure as the last problem."""
    try:
        yield from problems
    except DAMAGE_ERRORS as error:
        yield damage_message(error)


def _problems(connection: sqlite3.Connection) -> Iterator[str]:
    yield from _integrity_problems(connection)
    for table, row, target, _key in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to a {target} that is not there"
    for event_id, lang in connection.execute(_EVENTS_WITHOUT_TEXT):
        yield f"event {event_id!r} lacks its title, summary or body in {lang!r}"
    yield from _date_problems(connection)
    yield from _era_problems(connection)
    yield from derived_problems(connection)
    yield from _hash_problems(connection)


def _integrity_problems(connection: sqlite3.Connection) -> Iterator[str]:
    for (finding,) in connection.execute("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"damaged: {' '.join(finding.split())}"


def refuse_changed_content(path: Path) -> None:
    """Raise StoreError if the content of a store was changed after it was written, but not by a program that marked it.

    To be called before something is written that would have this content as if it were right.
    """
    with closing(open_read_only(path)) as connection:
        if is_marked_as_stale(connection):
            return
        if problem := next(_until_unreadable(_hash_problems(connection)), ""):
            raise StoreError(f"{path}: {problem}")


def _hash_problems(connection: sqlite3.Connection) -> Iterator[str]:
    stored = connection.execute("SELECT value FROM store_info WHERE key = ?", (CONTENT_HASH_KEY,)).fetchone()
    if stored is None or stored[0] != content_hash(connection):
        yield "its content was changed after it was written; restore it from a copy, or accept it with qtviewer reindex"


def _date_problems(connection: sqlite3.Connection) -> Iterator[str]:
    rows = connection.execute("""SELECT id, date, ifnull(time, ''),
        first_day, last_day, known_last_day, first_minute, precision, approximate FROM event ORDER BY id""")
    for event_id, edtf, time, *derived in rows:
        try:
            date = parse_edtf(edtf)
        except DateError as error:
            yield f"event {event_id!r}: {error}"
            continue
        if time and not is_time_of_day(time):
            yield f"event {event_id!r}: its time is {time!r}, expected HH:MM"
        elif derived != _derived_values(date, time):
            yield f"event {event_id!r}: its days, minute or precision do not follow from its date {edtf!r} and its time"


def _derived_values(date: EventDate, time: str) -> list[object]:
    first_minute, _last_minute = minutes_of_event(date, time)
    days = date.first_day, date.last_day, date.known_last_day
    return [*days, first_minute, date.precision, int(date.approximate)]


def _era_problems(connection: sqlite3.Connection) -> Iterator[str]:
    for era_id, edtf in connection.execute("SELECT id, date FROM era ORDER BY id"):
        try:
            check_era_date(parse_edtf(edtf))
        except DateError as error:
            yield f"era {era_id!r}: {error}"
