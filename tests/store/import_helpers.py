"""Imported rows for tests, importing them into a store, and reading the result."""

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
    """Return an imported row with a date, a title in `lang` and further fields; empty texts are not given."""
    texts: Mapping[str, Mapping[str, str]] = {lang: {"title": title}} if title else {}
    parsed = parse_edtf(date) if date else None
    return ImportedEvent(number, event_id, lang, **{"date": parsed, "texts": texts} | values)


def import_rows(store: Path, *rows: ImportedEvent | ImportProblem, mode: ImportMode = "add", dry_run: bool = False,
             declared: Chronicle = NOTHING, name: str = "my list") -> ImportReport:  # fmt: skip
    """Import rows into a store; return the report."""
    file = ImportedFile(name, "csv", "UTF-8", "comma", declared, iter(rows), [])
    return import_events(file, store, mode, dry_run=dry_run)


def read_event(store: Path, event_id: str) -> Event:
    """Return an event of a store, which must have it."""
    with closing(StoreReader(store)) as reader:
        event = reader.event(event_id)
    assert event is not None
    return event
