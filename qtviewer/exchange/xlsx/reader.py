"""Spreadsheets, from this program or edited in any other: the first sheet, read one row at a time."""

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

_MOST_ROWS: Final = 1_048_576
_HEADER_WITHIN: Final = 10  # rows: a title may stand above the header
_ESCAPED: Final = re.compile(r"_x00([01][0-9A-Fa-f])_")
_QUOTED: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')

_LONG_TEXTS: Final = "long texts"
_CONTINUED: Final = f"[… continued on the sheet “{_LONG_TEXTS}”]"

Numbered = tuple[int, Sequence[Any]]
LongTexts = dict[tuple[str, str], str]
"""Texts that no cell can hold, by event and column."""


class SpreadsheetFile(NamedTuple):
    """A spreadsheet: its header, its rows, and the names that it declares on a sheet of their own."""

    header: TableHeader
    rows: Iterator[RawRow | ImportProblem]
    vocabulary: Record


def read_xlsx(path: Path) -> SpreadsheetFile:
    """Open a spreadsheet; UnreadableError says what it is instead, and its rows may raise it too."""
    check_archive(path)
    long_texts: LongTexts = {}
    vocabulary: Record = {}
    records = _records(path, long_texts, vocabulary)
    refusal: UnreadableError | None = None
    for number, cells in records:
        try:
            header = read_header([str(cell) if cell is not None else "" for cell in _trimmed(cells)], number)
        except UnreadableError as error:
            refusal = refusal or error
            if number >= _HEADER_WITHIN or "has no header" not in error.reason:
                break
        else:
            rows = read_rows(header, ((at, _trimmed(row)) for at, row in records))
            return SpreadsheetFile(header, (_whole(row, long_texts) for row in rows), vocabulary)
    records.close()  # the error refers to this frame and would keep the file open until garbage is collected
    raise refusal or UnreadableError("is empty, expected a header and rows")


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    """Without the empty cells at the end."""
    width = len(cells)
    while width and cells[width - 1] is None:
        width -= 1
    return cells[:width]


def _whole(row: RawRow | ImportProblem, long_texts: LongTexts) -> RawRow | ImportProblem:
    """A row in which texts that are too long for a cell stand whole again."""
    if isinstance(row, ImportProblem):
        return row
    cut = [column for column, value in row.cells.items() if isinstance(value, str) and value.endswith(_CONTINUED)]
    if not cut:
        return row
    texts = {column: long_texts.get((str(row.cells.get("id")), column)) for column in cut}
    missing = RefusedCell(_CONTINUED, f"is cut, expected the rest on the sheet {_LONG_TEXTS!r}")
    return RawRow(row.number, {**row.cells, **{column: text or missing for column, text in texts.items()}})


def _records(path: Path, long_texts: LongTexts, vocabulary: Record) -> Generator[Numbered, None, None]:
    """Numbered rows of values; the texts too long for them and the vocabulary are gathered before."""
    try:
        workbook = _opened(path)
        try:
            _gather(workbook, long_texts)
            vocabulary.update(_vocabulary(workbook))
            number = 0
            for at, sheet in enumerate(_sheets_of_events(workbook)):
                for cells in islice(_cells(sheet), 1 if at else 0, None):  # the header of the first serves for all
                    number += 1
                    yield number, [None if cell.value is None else _value(cell) for cell in cells]
        finally:
            workbook.close()
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise UnreadableError(f"is a damaged spreadsheet ({type(error).__name__}: {error})") from error


def _sheets_of_events(workbook: "Workbook") -> list[Any]:
    """The first sheet, and those this program adds where it is full."""
    first, *others = workbook.worksheets
    return [first, *(sheet for sheet in others if re.fullmatch(rf"{re.escape(first.title)} \d+", sheet.title))]


def _gather(workbook: "Workbook", long_texts: LongTexts) -> None:
    if _LONG_TEXTS not in workbook.sheetnames:
        return
    for cells in islice(_cells(workbook[_LONG_TEXTS]), 1, None):
        event_id, header, _part, text = ("" if cell.value is None else str(_value(cell)) for cell in cells[:4])
        if column := column_of(header):
            long_texts[event_id, column] = long_texts.get((event_id, column), "") + text


def _vocabulary(workbook: "Workbook") -> Record:
    """What the sheet `vocabulary` declares; it is empty where the list itself is on the first sheet of that name."""
    if VOCABULARY_SHEET not in workbook.sheetnames[1:]:
        return {}
    rows = _cells(workbook[VOCABULARY_SHEET])
    return vocabulary_from_rows([["" if cell.value is None else str(_value(cell)) for cell in cells] for cells in rows])


def _cells(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    return _quietly(sheet.iter_rows(max_col=MAX_COLUMNS + 1, max_row=_MOST_ROWS))


def _opened(path: Path) -> "Workbook":
    from openpyxl import load_workbook  # noqa: PLC0415 - takes 0.7 s to import

    with warnings.catch_warnings(action="ignore"):  # about colours and rules that are not read
        workbook = load_workbook(path, read_only=True, keep_links=False)
    if not workbook.worksheets:
        workbook.close()
        raise UnreadableError("has no sheet with cells")
    return workbook


def _quietly(rows: Iterator[Any]) -> Iterator[Any]:
    while True:
        with warnings.catch_warnings(action="ignore"):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _value(cell: "Cell") -> Any:
    """A value as text or number; a formula, an error and what is no date become a refused cell."""
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
    """A date as precisely as the cell shows it: 2021-06 typed into a cell becomes its first day, shown as Jun-21."""
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return RefusedCell(f"{value:%Y-%m-%d %H:%M}", "is a date with a time, expected them in columns of their own")
    shown = _QUOTED.sub("", number_format).lower()
    if "d" in shown or "y" not in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown else f"{value:%Y}"
