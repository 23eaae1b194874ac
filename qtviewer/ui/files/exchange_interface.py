"""The functions for exports and imports that the dialogs call, as plain types; the application provides them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.imported import ImportMode, ImportProblem
from qtviewer.domain.source import EventSource


class ExportFormat(NamedTuple):
    """A format of exports and what can be chosen of it."""

    name: str
    ending: str  # of its file names, with the dot
    has_fields: bool  # its columns can be chosen
    is_painted: bool  # Qt paints it, which only the window's own thread may do
    has_raw: bool  # there is a form with unformatted values, for programs
    width_unit: str  # of the picture's width, px or mm; empty where it has none


class ExportRequest(NamedTuple):
    """An export as chosen in the dialog."""

    query: EventQuery
    lang: str  # or "all"
    file_format: str  # the name of an `ExportFormat`
    fields: tuple[str, ...] = ()  # columns; all when empty
    raw: bool = False  # unformatted values, for programs
    width: int | None = None  # of a picture, in the format's unit; None for its usual one


class PreviewTable(NamedTuple):
    """The first rows of an export or of an imported file, as texts."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class ImportReading(NamedTuple):
    """How a file is to be understood where that can be several ways."""

    order: DateOrder | None  # of day and month in dates such as 03/04/2021; None refuses them
    encoding: str  # of a text; empty to find it out


class ImportPreview(NamedTuple):
    """How a file would be read, before anything is imported."""

    how: str  # format, encoding and delimiter
    notes: Sequence[str]  # sentences about what is left out
    table: PreviewTable


class ImportResult(NamedTuple):
    """The outcome of an import or of its dry run."""

    lines: Sequence[str]  # the report; empty when there are problems
    problems: Sequence[ImportProblem]  # the first of them
    problem_count: int  # of all


class RunImport(Protocol):
    """Imports the events of a file into a store."""

    def __call__(
        self, path: Path, store: Path, mode: ImportMode, reading: ImportReading, *, dry_run: bool
    ) -> ImportResult:
        """Return the outcome; raise ViewerError when the file or the store cannot be read. A dry run writes nothing."""


WriteExport = Callable[[EventSource, str, ExportRequest, Callable[[int], None]], Sequence[str]]
"""Writes an export of a source to a path, calls back with the number of events written so far, and returns a sentence
for each loss; raises ViewerError when it cannot be written."""


class Exchange(NamedTuple):
    """The functions for exports and imports. All may be called in any thread, except exports that are painted."""

    formats: Sequence[ExportFormat]
    fields: Sequence[str]
    """The columns that an export can have."""
    preview_export: Callable[[EventSource, ExportRequest], PreviewTable]
    write_export: WriteExport
    writable_store_path: Callable[[EventSource], Path | None]
    """The file of a source if an import may change it, else None."""
    encodings: Sequence[str]
    """The encodings of a text that can be chosen."""
    preview_import: Callable[[Path, ImportReading], ImportPreview]
    run_import: RunImport
    open_store: Callable[[Path], None]
    """Shows another store in the place of the window's own."""
