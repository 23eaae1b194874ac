"""Reads the rows of one sheet, without the empty ones: cells that have only a style are not built."""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from zipfile import ZipFile

from qtviewer.exchange.importing.columns import MAX_COLUMNS
from qtviewer.exchange.importing.raw_value import UnreadableError
from qtviewer.exchange.xlsx.xml_reader import Attributes, XmlHandler, read_part

_MAX_ROW: Final = 1_048_576
_ROWS_OF_SMALL_FILES: Final = 50_000
_CELLS_OF_SMALL_FILES: Final = 1_000_000
_LEAST_ROW: Final = 8  # packed bytes; the shortest event, with a title and a date of its own, takes more


class CellContent(NamedTuple):
    """What a sheet holds of one cell."""

    kind: str
    """The type in the file: n, s, str, inlineStr, b, e or d."""
    text: str
    style: int
    is_formula: bool


class _SheetHandler(XmlHandler):
    """Collects the rows that have a value, each with its number and its cells by position.

    `packed_size` is the size of the sheet in the archive, in bytes, which bounds how many rows and cells it can have.
    """

    def __init__(self, packed_size: int) -> None:
        super().__init__()
        self._rows_left = max(_ROWS_OF_SMALL_FILES, packed_size // _LEAST_ROW)
        self._cells_left = max(_CELLS_OF_SMALL_FILES, packed_size * 2)
        self.rows: list[tuple[int, dict[int, CellContent]]] = []
        self._row = 0
        self._cells: dict[int, CellContent] = {}
        self._column = -1
        self._kind, self._style = "n", 0
        self._value: str | None = None
        self._formula: str | None = None
        self._is_phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin a row or a cell, or keep the text of a value."""
        if name == "c":
            reference = attributes.get("r")
            self._column = _column_index(reference) if reference else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), int(attributes.get("s", 0))
            self._value = self._formula = None
        elif name in ("v", "f") or (name == "t" and not self._is_phonetic):
            self.keep_text = True
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = -1
            if not 0 < self._row <= _MAX_ROW:
                raise UnreadableError(f"holds a row {self._row}, expected at most {_MAX_ROW:,}")
        elif name == "rPh":
            self._is_phonetic = True

    def end(self, name: str) -> None:
        """End a value, a cell or a row."""
        if name == "c":
            self._end_cell()
        elif name in ("v", "t") and self.keep_text:
            self._value = (self._value or "") + self.take_text()
        elif name == "f":
            self._formula = "=" + self.take_text()
        elif name == "row":
            if self._cells:
                self._end_row()
        elif name == "rPh":
            self._is_phonetic = False

    def _end_row(self) -> None:
        self._rows_left -= 1
        self._cells_left -= len(self._cells)
        if self._rows_left < 0 or self._cells_left < 0:
            raise UnreadableError(
                f"repeats cells without end (row {self._row:,}), more than a list of its size can hold"
            )
        self.rows.append((self._row, self._cells))
        self._cells = {}

    def _end_cell(self) -> None:
        if self._column > MAX_COLUMNS:
            return
        if self._formula is not None:
            self._cells[self._column] = CellContent(self._kind, self._formula, self._style, True)
        elif self._value is not None:
            self._cells[self._column] = CellContent(self._kind, self._value, self._style, False)


def _column_index(reference: str) -> int:
    """Return the position, from 0, of the column in the reference of a cell such as AB12."""
    index = 0
    for sign in reference:
        if not sign.isalpha():
            break
        index = index * 26 + ord(sign.upper()) - 64
    return index - 1


def read_rows_of_sheet(
    archive: ZipFile, part: str, value_of: Callable[[CellContent], object]
) -> Iterator[tuple[int, list[object]]]:
    """Yield the number and the values of every row that is not empty, with None for empty cells between others.

    Cells beyond the first after `MAX_COLUMNS` are left out.
    """
    handler = _SheetHandler(archive.getinfo(part).compress_size)
    for _ in read_part(archive, part, handler):
        for number, cells in handler.rows:
            values: list[object] = [None] * (max(cells) + 1)
            for column, cell in cells.items():
                values[column] = value_of(cell)
            yield number, values
        handler.rows.clear()
