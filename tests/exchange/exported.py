"""Lists as a program that reads them finds them."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.printing.qt_writers import QT_WRITERS
from tests.store.stores import scratch_folder

EVERYTHING = EventQuery(today=day_number(2026, 3, 14))
WRITERS = QT_WRITERS
CREATED = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)


def exported(
    source: EventSource, name: str, lang: str = "zh", query: EventQuery = EVERYTHING, *, raw: bool = False
) -> bytes:
    """The bytes of an exported file; it comes alone, but for the metadata beside CSV."""
    with scratch_folder() as folder:
        export_events(source, str(folder / name), ExportOptions(query, lang, raw=raw, created=CREATED), WRITERS)
        beside = {f"{name}-metadata.json"} if name.endswith(".csv") else set()
        assert {path.name for path in folder.iterdir()} == {name} | beside
        return Path(folder / name).read_bytes()


def as_json(source: EventSource, lang: str = "zh", query: EventQuery = EVERYTHING) -> dict[str, Any]:
    """An exported JSON file, parsed; what is no JSON to other programs, such as NaN, is refused."""
    text = exported(source, "list.json", lang, query).decode("utf-8")
    parsed: dict[str, Any] = json.loads(text, parse_constant=_refuse)
    return parsed


def as_csv(
    source: EventSource, lang: str = "zh", query: EventQuery = EVERYTHING, *, raw: bool = False
) -> list[dict[str, str]]:
    """An exported CSV file, read back by the csv module."""
    text = exported(source, "list.csv", lang, query, raw=raw).decode("utf-8" if raw else "utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _refuse(constant: str) -> float:
    raise ValueError(constant)
