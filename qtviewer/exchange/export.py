"""Exporting the events of a query to a file or to standard output."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from qtviewer.atomic_file import replaced_file
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.exchange.csv_export import write_csv
from qtviewer.exchange.json_export import write_json
from qtviewer.exchange.records import event_record

FORMATS: Final = ("json", "csv")
STANDARD_OUTPUT: Final = "-"


def export_events(source: EventSource, query: EventQuery, lang: str, target: str, file_format: str | None) -> None:
    """Write the matching events to `target`, a path or "-"; the format follows from the suffix when it is None.

    A file appears whole or not at all. ViewerError when it cannot be written.
    """
    chosen = file_format or _format_of(target)
    if target == STANDARD_OUTPUT:
        with _standard_output() as stream:
            _write(source, query, lang, chosen, stream)
        return
    path = Path(target)
    try:
        with replaced_file(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as stream:
            _write(source, query, lang, chosen, stream)
    except OSError as error:
        raise ViewerError(f"{path}: cannot be written ({error.strerror})") from error


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    """Standard output as UTF-8 with line ends left alone; it stays open."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        raise ViewerError("standard output: cannot be written (closed)")
    stream = io.TextIOWrapper(buffer, encoding="utf-8", newline="", write_through=True)
    try:
        yield stream
    finally:
        stream.detach()


def _format_of(target: str) -> str:
    suffix = Path(target).suffix.removeprefix(".").lower()
    if suffix not in FORMATS:
        raise ViewerError(f"{target}: no format for this name; expected --format or a name ending in .json or .csv")
    return suffix


def _write(source: EventSource, query: EventQuery, lang: str, file_format: str, stream: TextIO) -> None:
    vocabulary = source.vocabulary
    records = (event_record(event, vocabulary, lang) for event in source.events(query))
    if file_format == "json":
        write_json(records, query, stream)
    else:
        write_csv(records, stream)
