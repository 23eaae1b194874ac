"""Reads spreadsheets of any program: the first sheet, one row at a time."""

import re
import warnings
from collections.abc import Generator, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.event_record import Record
from qtviewer.exchange.importing.columns import MAX_COLUMNS, column_of
from qtviewer.exchange.importing.raw_value import RawRow, RefusedCell, UnreadableError
from qtviewer.exchange.importing.table_reader import TableHeader, read_header, read_rows
from qtviewer.exchange.xlsx.archive import check_archive
from qtviewer.exchange.xlsx.vocabulary_sheet import VOCABULARY_SHEET, vocabulary_from_rows

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook

_MAX_ROWS: Final = 1_048_576
_MAX_HEADER_ROW: Final = 10  # rows: a title may stand above the header
_ESCAPED: Final = re.compile(r"_x00([01][0-9A-Fa-f])_")
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')

_LONG_TEXTS: Final = "long texts"
_CONTINUED: Final = f"[… continued on the sheet “{_LONG_TEXTS}”]"

NumberedCells = tuple[int, Sequence[Any]]
"""A row number, from 1, and the values of its cells."""
LongTexts = dict[tuple[str, str], str]
"""Texts that are too long for a cell, by event id and column."""


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
    texts = {column: long_texts.get((str(row.cells.get("id")), column)) for column in continued}
    missing = RefusedCell(_CONTINUED, f"is cut, expected the rest on the sheet {_LONG_TEXTS!r}")
    return RawRow(row.number, {**row.cells, **{column: text or missing for column, text in texts.items()}})


def _records(path: Path, long_texts: LongTexts, vocabulary: Record) -> Generator[NumberedCells, None, None]:
    """Yield the rows of the list; before the first of them, fill `long_texts` and `vocabulary` from their sheets."""
    try:
        workbook = _open_workbook(path)
        try:
            _read_long_texts(workbook, long_texts)
            vocabulary.update(_read_vocabulary(workbook))
            number = 0
            for index, sheet in enumerate(_event_sheets(workbook)):
                for cells in islice(_cells(sheet), 1 if index else 0, None):  # the header of the first serves for all
                    number += 1
                    yield number, [None if cell.value is None else _value(cell) for cell in cells]
        finally:
            workbook.close()
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise UnreadableError(f"is a damaged spreadsheet ({type(error).__name__}: {error})") from error


def _event_sheets(workbook: "Workbook") -> list[Any]:
    """Return the first sheet, and those that exports add when it is full."""
    first, *others = workbook.worksheets
    return [first, *(sheet for sheet in others if re.fullmatch(rf"{re.escape(first.title)} \d+", sheet.title))]


def _read_long_texts(workbook: "Workbook", long_texts: LongTexts) -> None:
    if _LONG_TEXTS not in workbook.sheetnames:
        return
    for cells in islice(_cells(workbook[_LONG_TEXTS]), 1, None):
        event_id, header, _part, text = ("" if cell.value is None else str(_value(cell)) for cell in cells[:4])
        if column := column_of(header):
            long_texts[event_id, column] = long_texts.get((event_id, column), "") + text


def _read_vocabulary(workbook: "Workbook") -> Record:
    """Return what the sheet "vocabulary" declares; empty when there is none or it is the first, which holds events."""
    if VOCABULARY_SHEET not in workbook.sheetnames[1:]:
        return {}
    rows = _cells(workbook[VOCABULARY_SHEET])
    return vocabulary_from_rows([["" if cell.value is None else str(_value(cell)) for cell in cells] for cells in rows])


def _cells(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    return _without_warnings(sheet.iter_rows(max_col=MAX_COLUMNS + 1, max_row=_MAX_ROWS))


def _open_workbook(path: Path) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415 - takes 0.7 s to import

    with warnings.catch_warnings(action="ignore"):  # about colours and rules that are not read
        workbook = load_workbook(path, read_only=True, keep_links=False)
    if not workbook.worksheets:
        workbook.close()
        raise UnreadableError("has no sheet with cells")
    return workbook


def _without_warnings(rows: Iterator[Any]) -> Iterator[Any]:
    while True:
        with warnings.catch_warnings(action="ignore"):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _value(cell: "Cell") -> Any:
    """Return the value of a cell as text or number; a RefusedCell for formulas, errors and durations."""
    value: Any = cell.value
    if cell.data_type == "f":
        return RefusedCell(str(value), "is a formula, expected its value (paste it as a value)")
    if cell.data_type == "e":
        return RefusedCell(str(value), "is an error of the spreadsheet, expected a value")
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if "_x00" in value else value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return _date_text(value, cell.number_format)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return RefusedCell(str(value), "is a length of time, expected a date or HH:MM")
    return value


def _date_text(value: datetime | date, number_format: str) -> Any:
    """Return a date as EDTF, only as precise as the cell shows it: spreadsheets store 2021-06 as 2021-06-01."""
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return RefusedCell(f"{value:%Y-%m-%d %H:%M}", "is a date with a time, expected them in columns of their own")
    format_codes = _QUOTED.sub("", number_format).lower()
    if "d" in format_codes or "y" not in format_codes:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in format_codes else f"{value:%Y}"
