"""Exports of events from an open store to a file, and imports from a file into a store."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.imported import ImportedFile, ImportMode, ImportReport
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.exchange.export_job import ExportJob, ExportWriter, ProgressCallback
from qtviewer.exchange.formats import QT_FORMATS
from qtviewer.exchange.import_file import ImportOptions, open_import
from qtviewer.exchange.loss import Loss
from qtviewer.interruption import interruptions_put_off, raise_if_interrupted
from qtviewer.store.importing import import_events
from qtviewer.store.reader import StoreReader


def export(source: StoreReader, target: str, options: ExportOptions) -> Sequence[Loss]:
    """Write the events of a query to the file `target`, or to standard output for "-"; return the losses of its format.

    Raises ViewerError for a language that the store does not have, and where the target is the store itself.
    """
    known = ("", *source.vocabulary.languages, "all")
    if options.lang not in known:
        raise ViewerError(f"language {options.lang!r} is not in the store; expected {', '.join(known[1:])}")
    if Path(target).exists() and Path(target).samefile(source.path):
        raise ViewerError(f"{target}: this is the store itself; expected another file")
    return export_events(source, target, options, {name: _lazy_writer(name) for name in QT_FORMATS})


def _lazy_writer(file_format: str) -> ExportWriter:
    """Return the writer of a format that Qt paints; Qt is loaded when the writer is called, not for other formats."""

    def write(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
        with interruptions_put_off():
            from qtviewer.printing.qt_writers import QT_WRITERS

            return QT_WRITERS[file_format](job._replace(progress=_interruptible(job.progress)), stream)

    return write


def _interruptible(progress: ProgressCallback | None) -> ProgressCallback:
    """Return a callback that reports progress, and raises KeyboardInterrupt after Ctrl+C."""

    def report(done: int) -> None:
        raise_if_interrupted()
        if progress is not None:
            progress(done)

    return report


def import_file(
    path: Path, store: Path, mode: ImportMode, options: ImportOptions, *, dry_run: bool
) -> tuple[ImportedFile, ImportReport]:
    """Import the events of a file into a store; return how the file was understood, and the report of the import.

    Raises ViewerError when the file cannot be read, or the store cannot be read or written.
    """
    file = open_import(path, options)
    return file, import_events(file, store, mode, dry_run=dry_run)
