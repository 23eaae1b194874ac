"""Reads spreadsheets of any program: the first sheet, one row at a time."""

import re
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.event_record import Record
from qtviewer.exchange.importing.columns import column_of
from qtviewer.exchange.importing.raw_value import RawRow, RefusedCell, UnreadableError
from qtviewer.exchange.importing.table_reader import TableHeader, read_header, read_rows
from qtviewer.exchange.xlsx.archive import check_archive
from qtviewer.exchange.xlsx.vocabulary_sheet import VOCABULARY_SHEET, vocabulary_from_rows
from qtviewer.exchange.xlsx.workbook import Workbook

_MAX_HEADER_ROW: Final = 10  # rows: a title may stand above the header
_LONG_TEXTS: Final = "long texts"
_CONTINUED: Final = f"[… continued on the sheet “{_LONG_TEXTS}”]"

NumberedCells = tuple[int, Sequence[Any]]
"""A row number, from 1, and the values of its cells."""
LongTexts = dict[tuple[str, str], list[str]]
"""The parts of texts that are too long for a cell, by event id and column."""


class SpreadsheetFile(NamedTuple):
    """A spreadsheet that is open for reading."""

    header: TableHeader
    rows: Iterator[RawRow | ImportProblem]
    vocabulary: Record
    """For `read_vocabulary`; empty when it has no such sheet."""


def read_xlsx(path: Path) -> SpreadsheetFile:
    """Open a spreadsheet; opening it and reading its rows raise UnreadableError when it is not one of events."""
    check_archive(path)
    long_texts: LongTexts = {}
    vocabulary: Record = {}
    records = _records(path, long_texts, vocabulary)
    refusal: UnreadableError | None = None
    for number, cells in records:
        try:
            header = read_header([str(cell) if cell is not None else "" for cell in _without_empty_end(cells)], number)
        except UnreadableError as error:
            refusal = refusal or error
            if number >= _MAX_HEADER_ROW or "has no header" not in error.reason:
                break
        else:
            rows = read_rows(header, ((index, _without_empty_end(row)) for index, row in records))
            return SpreadsheetFile(header, (_with_long_texts(row, long_texts) for row in rows), vocabulary)
    records.close()  # the error refers to this frame and would keep the file open until garbage is collected
    raise refusal or UnreadableError("is empty, expected a header and rows")


def _without_empty_end(cells: Sequence[Any]) -> Sequence[Any]:
    """Return a row without the empty cells at its end."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return cells[:width]


def _with_long_texts(row: RawRow | ImportProblem, long_texts: LongTexts) -> RawRow | ImportProblem:
    """Return a row in which texts that continue on the sheet of long texts are whole again."""
    if isinstance(row, ImportProblem):
        return row
    continued = [column for column, value in row.cells.items() if isinstance(value, str) and value.endswith(_CONTINUED)]
    if not continued:
        return row
    texts = {column: "".join(long_texts.get((str(row.cells.get("id")), column), ())) for column in continued}
    missing = RefusedCell(_CONTINUED, f"is cut, expected the rest on the sheet {_LONG_TEXTS!r}")
    return RawRow(row.number, {**row.cells, **{column: text or missing for column, text in texts.items()}})


def _records(path: Path, long_texts: LongTexts, vocabulary: Record) -> Generator[NumberedCells, None, None]:
    """Yield the rows of the list; before the first of them, fill `long_texts` and `vocabulary` from their sheets."""
    try:
        with Workbook(path) as workbook:
            _read_long_texts(workbook, long_texts)
            vocabulary.update(_read_vocabulary(workbook))
            first, *others = _event_sheets(workbook)
            number = 0
            for number, cells in workbook.rows(first):
                yield number, cells
            for sheet in others:
                before = number - 1  # the header of the first sheet serves for all
                for row, cells in workbook.rows(sheet):
                    if row > 1:
                        number = before + row
                        yield number, cells
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # whatever is wrong with the archive, its XML or its numbers
        raise UnreadableError(f"is a damaged spreadsheet ({type(error).__name__}: {error})") from error


def _event_sheets(workbook: Workbook) -> list[str]:
    """Return the name of the first sheet, and of those that exports add when it is full."""
    first, *others = workbook.sheet_names
    return [first, *(name for name in others if re.fullmatch(rf"{re.escape(first)} \d+", name))]


def _read_long_texts(workbook: Workbook, long_texts: LongTexts) -> None:
    for event_id, header, _part, text in _texts_of_rows(workbook, _LONG_TEXTS, 4):
        if column := column_of(header):
            long_texts.setdefault((event_id, column), []).append(text)


def _read_vocabulary(workbook: Workbook) -> Record:
    """Return what the sheet "vocabulary" declares; empty when there is none."""
    rows = list(_texts_of_rows(workbook, VOCABULARY_SHEET, 0))
    return vocabulary_from_rows(rows) if rows else {}


def _texts_of_rows(workbook: Workbook, sheet: str, width: int) -> Iterator[Sequence[str]]:
    """Yield the cells of a sheet as texts, at least `width` a row; none for the first sheet, which holds events."""
    if sheet in workbook.sheet_names[1:]:
        for _number, cells in workbook.rows(sheet):
            texts = ["" if cell is None else str(cell) for cell in cells]
            yield texts + [""] * (width - len(texts))
