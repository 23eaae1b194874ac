"""The exports and imports that the dialogs of a window offer; created when the first of them opens."""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from qtviewer.app.exchange import export
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.imported import ImportedEvent, ImportedFile, ImportMode, ImportProblem
from qtviewer.domain.source import EventSource
from qtviewer.exchange.event_record import COLUMNS
from qtviewer.exchange.export import ExportOptions
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.formats import (
    ENCODINGS,
    FILE_ENDINGS,
    FORMATS,
    FORMATS_WITH_FIELDS,
    FORMATS_WITH_WIDTH,
    QT_FORMATS,
)
from qtviewer.exchange.import_file import ImportOptions, open_import
from qtviewer.exchange.importing.report import report_lines
from qtviewer.exchange.table_cells import readable_text, table_columns, table_values
from qtviewer.resources import shipped_store_path
from qtviewer.store.importing import import_events
from qtviewer.store.reader import StoreReader
from qtviewer.ui.files.exchange_interface import (
    Exchange,
    ExportFormat,
    ExportRequest,
    ImportPreview,
    ImportReading,
    ImportResult,
    PreviewTable,
)

_PREVIEW_ROWS: Final = 8
_IMPORT_COLUMNS: Final = ("row", "id", "date", "title", "category")


def make_exchange(reopen: Callable[[Path], None]) -> Exchange:
    """Return the exports and imports that a window offers; `reopen` shows another store in its place."""

    def write(source: EventSource, target: str, request: ExportRequest, progress: Callable[[int], None]) -> list[str]:
        assert isinstance(source, StoreReader)  # noqa: S101 - the window of the program has no other
        options = ExportOptions(
            request.query, request.lang, request.file_format, request.raw, progress, None, request.width, request.fields
        )
        return [str(loss) for loss in export(source, target, options)]

    formats = [_export_format(name) for name in FORMATS]
    return Exchange(
        formats=formats,
        fields=COLUMNS,
        preview_export=_preview_export,
        write_export=write,
        writable_store_path=_writable_store_path,
        encodings=ENCODINGS,
        preview_import=_preview_import,
        run_import=_run_import,
        open_store=reopen,
    )


def _export_format(name: str) -> ExportFormat:
    unit = ("px" if name == "png" else "mm") if name in FORMATS_WITH_WIDTH else ""
    return ExportFormat(name, FILE_ENDINGS[name], name in FORMATS_WITH_FIELDS, name in QT_FORMATS, name == "csv", unit)


def _preview_export(source: EventSource, request: ExportRequest) -> PreviewTable:
    job = ExportJob(source, request.query, request.lang, 0, datetime.now(UTC))
    rows = [
        [readable_text(value) for value in table_values(record, job.languages, request.fields)]
        for record in islice(job.records(), _PREVIEW_ROWS)
    ]
    return PreviewTable(table_columns(request.lang, job.languages, request.fields), rows)


def _writable_store_path(source: EventSource) -> Path | None:
    """Return the path of the store shown; None for the shipped store and for files that cannot be written."""
    path = source.path if isinstance(source, StoreReader) else None
    with suppress(OSError):
        if path is not None and not path.samefile(shipped_store_path()) and os.access(path, os.W_OK):
            return path
    return None


def _preview_import(path: Path, reading: ImportReading) -> ImportPreview:
    file = open_import(path, _import_options(reading))
    first = list(islice(file.rows, _PREVIEW_ROWS))
    form = ", ".join(part for part in (file.file_format, file.encoding, file.delimiter) if part)
    return ImportPreview(form, tuple(file.notes), PreviewTable(_IMPORT_COLUMNS, [_row_texts(row) for row in first]))


def _row_texts(row: ImportedEvent | ImportProblem) -> list[str]:
    """Return the cells of a preview row, in the order of `_IMPORT_COLUMNS`."""
    if isinstance(row, ImportProblem):
        return [str(row.row), "", "", str(row), ""]
    titles = [text["title"] for text in row.texts.values() if "title" in text]
    date = format_edtf(row.date) if row.date is not None else ""
    return [str(row.row), row.id, date, " / ".join(titles), row.category or ""]


def _import_options(reading: ImportReading) -> ImportOptions:
    return ImportOptions(reading.order, encoding=reading.encoding)


def _run_import(path: Path, store: Path, mode: ImportMode, reading: ImportReading, *, dry_run: bool) -> ImportResult:
    file: ImportedFile = open_import(path, _import_options(reading))
    report = import_events(file, store, mode, dry_run=dry_run)
    lines = [] if report.problem_count else list(report_lines(file, report, dry_run=dry_run))
    return ImportResult(lines, report.problems, report.problem_count)
