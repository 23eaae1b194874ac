"""Rows as an import hands them to a store, and what comes of them."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.imported import ImportedEvent, ImportedFile, ImportMode, ImportProblem, ImportReport
from qtviewer.store.importing import import_events
from qtviewer.store.reader import StoreReader

NOTHING = Chronicle({}, {})


def imported_row(
    number: int, event_id: str, date: str = "", title: str = "", lang: str = "en", **values: Any
) -> ImportedEvent:
    """A row that says what is given."""
    texts: Mapping[str, Mapping[str, str]] = {lang: {"title": title}} if title else {}
    parsed = parse_edtf(date) if date else None
    return ImportedEvent(number, event_id, lang, **{"date": parsed, "texts": texts} | values)


def import_rows(store: Path, *rows: ImportedEvent | ImportProblem, mode: ImportMode = "add", dry_run: bool = False,
             declared: Chronicle = NOTHING, name: str = "my list") -> ImportReport:  # fmt: skip
    """What became of the rows."""
    file = ImportedFile(name, "csv", "UTF-8", "comma", declared, iter(rows), [])
    return import_events(file, store, mode, dry_run=dry_run)


def read_event(store: Path, event_id: str) -> Event:
    """One event of a store, which has it."""
    with closing(StoreReader(store)) as reader:
        event = reader.event(event_id)
    assert event is not None
    return event
