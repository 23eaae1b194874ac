"""Exports the events of a query to a file or to standard output."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, NamedTuple

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.exchange.csv.metadata import csv_metadata
from qtviewer.exchange.csv.replacement import csv_replacement
from qtviewer.exchange.event_record import ALL_LANGUAGES, COLUMNS
from qtviewer.exchange.export_job import ExportJob, ExportWriter, ProgressCallback
from qtviewer.exchange.formats import (
    FILE_ENDINGS,
    FORMATS,
    FORMATS_WITH_ERAS,
    FORMATS_WITH_FIELDS,
    FORMATS_WITH_VOCABULARY,
    FORMATS_WITH_WIDTH,
    STANDARD_OUTPUT,
)
from qtviewer.exchange.loss import Loss, LossCollector

_NO_ERAS_LOSS: Final = "eras are left out, for which this format has no place"
_NO_VOCABULARY_LOSS: Final = "eras are left out, which only a list in all languages has"
_NO_WRITERS: Final[Mapping[str, ExportWriter]] = MappingProxyType({})


class ExportOptions(NamedTuple):
    """Which events to export and how; see `ExportJob` for `raw`, `progress`, `width` and `fields`."""

    query: EventQuery = EventQuery()
    lang: str = ""
    """A language code, "all", or empty for the first language of the store; events without it use their own first."""
    file_format: str | None = None
    """One of `FORMATS`; None to take it from the name of the file."""
    raw: bool = False
    progress: ProgressCallback | None = None
    created: datetime | None = None
    """The time that the file states; None for now."""
    width: int | None = None
    fields: Sequence[str] = ()


def export_events(
    source: EventSource, target: str, options: ExportOptions, more_writers: Mapping[str, ExportWriter] = _NO_WRITERS
) -> Sequence[Loss]:
    """Write events to `target`, a path or "-" for standard output; return what the format could not hold.

    A file appears whole or not at all. `more_writers` are writers by format beside those of this package. Raises
    ViewerError when the options do not fit the format or the file cannot be written.
    """
    file_format = options.file_format or _format_of(target)
    _check_options(options, file_format)
    writer = more_writers.get(file_format) or _own_writers()[file_format]
    job = _job_of(source, options)
    if target == STANDARD_OUTPUT:
        with _standard_output() as stream:
            return [*writer(job, stream), *_era_losses(job, file_format, has_metadata_file=False)]
    path = Path(target)
    try:
        _refuse_read_only(path)
        with _replacement(path, file_format, job) as temporary, temporary.open("wb") as stream:
            return [*writer(job, stream), *_era_losses(job, file_format, has_metadata_file=True)]
    except OSError as error:
        raise ViewerError(f"{path}: cannot be written ({error.strerror or error})") from error


def _job_of(source: EventSource, options: ExportOptions) -> ExportJob:
    lang = options.lang or source.vocabulary.languages[0]
    created = options.created or datetime.now(UTC).replace(microsecond=0)
    total = source.count(options.query)
    return ExportJob(source, options.query, lang, total, created, options.raw, options.progress, options.width,
                   options.fields)  # fmt: skip


def _era_losses(job: ExportJob, file_format: str, *, has_metadata_file: bool) -> Sequence[Loss]:
    """Return a loss when a list does not have the eras that touch the time of its events."""
    has_vocabulary = file_format in FORMATS_WITH_VOCABULARY and (file_format != "csv" or has_metadata_file)
    if file_format in FORMATS_WITH_ERAS or (has_vocabulary and job.lang == ALL_LANGUAGES):
        return ()
    losses = LossCollector()
    for era in job.eras():
        losses.add(_NO_VOCABULARY_LOSS if has_vocabulary else _NO_ERAS_LOSS, era.id)
    return losses.losses()


def _format_of(target: str) -> str:
    name = Path(target).name.lower()
    if name.endswith(FILE_ENDINGS["poster"]):
        return "poster"
    suffix = Path(name).suffix.removeprefix(".")
    if suffix not in FORMATS:
        endings = ", ".join(FILE_ENDINGS.values())
        raise ViewerError(f"{target}: no format for this name; expected --format or a name ending in {endings}")
    return suffix


def _check_options(options: ExportOptions, file_format: str) -> None:
    """Raise ViewerError when an option is set that the format does not have."""
    if options.width is not None and file_format not in FORMATS_WITH_WIDTH:
        raise ViewerError(f"{file_format} has no width; expected one of {', '.join(FORMATS_WITH_WIDTH)}")
    if options.fields and file_format not in FORMATS_WITH_FIELDS:
        raise ViewerError(f"{file_format} always has all fields; expected one of {', '.join(FORMATS_WITH_FIELDS)}")
    if options.fields and options.raw:
        raise ViewerError("the form for programs always has all fields; expected either fields or raw")
    for field in options.fields:
        if field not in COLUMNS:
            raise ViewerError(f"{field!r} is no field; expected {', '.join(COLUMNS)}")


def _own_writers() -> Mapping[str, ExportWriter]:
    """Return the writers of this package by format."""
    from qtviewer.exchange.csv.writer import write_csv
    from qtviewer.exchange.html.writer import write_html
    from qtviewer.exchange.ics.writer import write_ics
    from qtviewer.exchange.json.writer import write_json, write_jsonl
    from qtviewer.exchange.markdown.writer import write_markdown
    from qtviewer.exchange.timelinejs.writer import write_timelinejs
    from qtviewer.exchange.xlsx.writer import write_xlsx

    return {
        "csv": write_csv,
        "xlsx": write_xlsx,
        "json": write_json,
        "jsonl": write_jsonl,
        "ics": write_ics,
        "md": write_markdown,
        "html": write_html,
        "timelinejs": write_timelinejs,
    }


def _refuse_read_only(path: Path) -> None:
    """Raise PermissionError for a read-only file, which would otherwise be replaced where its folder can be written."""
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise PermissionError(0, "the file there is read-only")


def _replacement(path: Path, file_format: str, job: ExportJob) -> AbstractContextManager[Path]:
    """Return what replaces a file whole or not at all, a CSV file together with its metadata."""
    if file_format != "csv" or path.is_dir():
        return atomic_replacement(path)
    return csv_replacement(path, csv_metadata(job, path.name))


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        raise ViewerError("standard output: cannot be written (closed)")
    sys.stdout.flush()  # what was printed before comes first
    yield buffer
    buffer.flush()
