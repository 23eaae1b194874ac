"""Opens a file to be imported, of any format, as rows of imported events and problems."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Chronicle
from qtviewer.domain.imported import ImportedEvent, ImportedFile, ImportProblem
from qtviewer.domain.plain_text import plain_text
from qtviewer.exchange.content.chronicle_import import read_content_rows
from qtviewer.exchange.csv.metadata import read_csv_vocabulary
from qtviewer.exchange.csv.reader import read_delimited
from qtviewer.exchange.ics.reader import read_ics
from qtviewer.exchange.importing.field_readers import read_language
from qtviewer.exchange.importing.raw_value import RawRow, RefusedValueError, UnreadableError, excerpt_of
from qtviewer.exchange.importing.row_reader import RowReader
from qtviewer.exchange.importing.vocabulary_reader import EMPTY_CHRONICLE, read_vocabulary
from qtviewer.exchange.json.reader import JsonFile, read_json, read_json_document, read_json_lines
from qtviewer.exchange.timelinejs.reader import is_timelinejs, timelinejs_declared, timelinejs_rows
from qtviewer.exchange.xlsx.reader import read_xlsx

_MAX_COLUMNS_IN_NOTE: Final = 10  # columns named in a note


_FOUND_IN_EMPTY: Final[Mapping[str, str]] = {
    "csv": "a header and nothing below it",
    "xlsx": "a header and nothing below it",
    "json": "an empty list of events",
    "jsonl": "no line with an event",
    "timelinejs": "no slide",
    "ics": "a calendar without VEVENT",
    "toml": "no [[event]]",
}


class ImportOptions(NamedTuple):
    """Settings of the user for the parts of a file that can be understood in several ways."""

    order: DateOrder | None = None
    """The order of day and month in dates such as 03/04/2021."""
    lang: str | None = None
    """The language of rows that do not name theirs; None to guess it."""
    encoding: str = ""
    """One of `ENCODINGS`, for texts that do not say theirs; empty to find it out."""
    allow_empty: bool = False
    """Whether a file without events is read, as one that empties a store; otherwise that is a problem."""


def open_import(path: Path, options: ImportOptions) -> ImportedFile:
    """Open a file in the format that its name says, or a folder of TOML content.

    The rows are read while they are asked for; what is wrong with single rows comes among them as problems. Raises
    ViewerError when the file cannot be read at all.
    """
    try:
        read_language(options.lang)
    except RefusedValueError as error:
        raise ViewerError(f"language {options.lang!r} {error}") from error
    try:
        file = _opener(path)(path, options)
    except UnreadableError as error:
        raise ViewerError(f"{path}: {_row_prefix(error)}{error.reason}") from error
    except OSError as error:
        raise ViewerError(f"{path}: cannot be read ({error.strerror})") from error
    return file if options.allow_empty else file._replace(rows=_rows_or_problem(file.rows, file.file_format))


def _rows_or_problem(
    rows: Iterator[ImportedEvent | ImportProblem], file_format: str
) -> Iterator[ImportedEvent | ImportProblem]:
    """Yield the rows, or a problem where there are none: damaged and wrong files look empty more often than not."""
    is_empty = True
    for row in rows:
        is_empty = False
        yield row
    if is_empty:
        reason = f"holds no event, found {_FOUND_IN_EMPTY[file_format]}; --allow-empty reads it as an empty list"
        yield ImportProblem(0, "", "", reason)


def _stem_text(path: Path) -> str:
    """Return the name of a file without its suffix; what is no text in it becomes another sign."""
    return plain_text(path.stem.encode("utf-8", "replace").decode())


def _opener(path: Path) -> Callable[[Path, ImportOptions], ImportedFile]:
    if path.is_dir():
        return _open_content
    suffix = path.suffix.lower()
    if suffix not in _OPENERS:
        known = f"one ending in {', '.join(_OPENERS)}, or a folder of content"
        raise ViewerError(f"{path}: no format for this name; expected {known}")
    return _OPENERS[suffix]


def _open_delimited(path: Path, options: ImportOptions) -> ImportedFile:
    table = read_delimited(path, options.encoding)
    notes = [*table.encoding.notes, *_unknown_column_notes(table.header.unknown)]
    rows = _imported_rows(table.rows, RowReader(options.order, options.lang), notes)
    declared = _vocabulary_chronicle(read_csv_vocabulary(path))
    return ImportedFile(_stem_text(path), "csv", table.encoding.name, table.delimiter, declared, rows, notes)


def _open_xlsx(path: Path, options: ImportOptions) -> ImportedFile:
    table = read_xlsx(path)
    notes = _unknown_column_notes(table.header.unknown)
    reader = RowReader(options.order, options.lang, by_line=table.header.is_own_export)
    rows = _imported_rows(table.rows, reader, notes)
    return ImportedFile(_stem_text(path), "xlsx", "", "", _vocabulary_chronicle(table.vocabulary), rows, notes)


def _open_json(path: Path, options: ImportOptions) -> ImportedFile:
    encoding, document = read_json_document(path, options.encoding)
    if is_timelinejs(document):
        notes = list(encoding.notes)
        declared, problems = timelinejs_declared(document, options.lang)
        slides = _imported_rows(timelinejs_rows(document, notes), RowReader(options.order, options.lang), notes)
        return ImportedFile(_stem_text(path), "timelinejs", encoding.name, "", declared, chain(problems, slides), notes)
    return _json_file(path, "json", read_json(encoding, document), options)


def _open_ics(path: Path, options: ImportOptions) -> ImportedFile:
    notes: list[str] = []
    rows = _imported_rows(read_ics(path, options.encoding), RowReader(options.order, options.lang), notes)
    return ImportedFile(_stem_text(path), "ics", "UTF-8", "", EMPTY_CHRONICLE, rows, notes)


def _open_content(path: Path, _options: ImportOptions) -> ImportedFile:
    declared, rows = read_content_rows(path)
    return ImportedFile(_stem_text(path), "toml", "UTF-8", "", declared, rows, [])


def _open_json_lines(path: Path, options: ImportOptions) -> ImportedFile:
    return _json_file(path, "jsonl", read_json_lines(path, options.encoding), options)


def _json_file(path: Path, name: str, file: JsonFile, options: ImportOptions) -> ImportedFile:
    declared = _vocabulary_chronicle(file.vocabulary)
    notes = list(file.encoding.notes)

    def rows() -> Iterator[ImportedEvent | ImportProblem]:
        yield from _imported_rows(file.rows, RowReader(options.order, options.lang), notes)
        notes.extend(_unknown_column_notes(tuple(file.unknown)))

    return ImportedFile(_stem_text(path), name, file.encoding.name, "", declared, rows(), notes)


def _vocabulary_chronicle(vocabulary: Mapping[str, Any]) -> Chronicle:
    return read_vocabulary(vocabulary) if vocabulary else EMPTY_CHRONICLE


def _imported_rows(
    rows: Iterator[RawRow | ImportProblem], reader: RowReader, notes: list[str]
) -> Iterator[ImportedEvent | ImportProblem]:
    """Yield the events and problems of raw rows, then add the reader's notes.

    When the file cannot be read any further, a problem ends the rows.
    """
    try:
        for row in rows:
            if isinstance(row, ImportProblem):
                yield row
                continue
            result = reader.read(row)
            if isinstance(result, ImportedEvent):
                yield result
            else:
                yield from result
    except UnreadableError as error:
        yield ImportProblem(error.row, error.column, error.value, error.reason)
    except (OSError, UnicodeError) as error:
        yield ImportProblem(0, "", "", f"cannot be read on ({error})")
    notes.extend(reader.notes)


def _unknown_column_notes(unknown: tuple[str, ...]) -> list[str]:
    if not unknown:
        return []
    more = f" and {len(unknown) - _MAX_COLUMNS_IN_NOTE} more" if len(unknown) > _MAX_COLUMNS_IN_NOTE else ""
    return [f"columns left out, which no event has: {', '.join(map(excerpt_of, unknown[:_MAX_COLUMNS_IN_NOTE]))}{more}"]


def _row_prefix(error: UnreadableError) -> str:
    return f"row {error.row}: " if error.row else ""


_OPENERS: Final[Mapping[str, Callable[[Path, ImportOptions], ImportedFile]]] = {
    ".csv": _open_delimited,
    ".tsv": _open_delimited,
    ".txt": _open_delimited,
    ".xlsx": _open_xlsx,
    ".json": _open_json,
    ".timelinejs": _open_json,
    ".jsonl": _open_json_lines,
    ".ics": _open_ics,
}
