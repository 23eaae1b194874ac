"""Writes a spreadsheet of the events, with a second sheet that describes the export.

Every text is written as a string, never as a formula or a link, and rows go to a temporary file one after the other.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from qtviewer.domain.event import name_in_language
from qtviewer.exchange.event_record import ALL_LANGUAGES
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss, LossCollector
from qtviewer.exchange.table_cells import multiline_text, table_columns, table_values
from qtviewer.exchange.xlsx.vocabulary_sheet import VOCABULARY_SHEET, vocabulary_rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

EVENTS, ABOUT, LONG_TEXTS = "events", "about", "long texts"
MAX_CELL_LENGTH: Final = 32_767  # UTF-16 units in a cell
_MAX_ROWS: Final = 1_048_576
_PART_LENGTH: Final = 16_000  # characters of one part of a long text: never too many, even of two units each
_WIDTHS: Final = {
    "id": 34, "title": 32, "summary": 48, "body": 72, "date_label": 24, "date_note": 32, "figures": 44, "places": 24,
    "people": 20, "organisations": 28, "tags": 20, "parent": 34, "thread": 24, "source": 24, "source_locator": 40,
    "collection": 24, "category": 18,
}  # fmt: skip
_USUAL_WIDTH: Final = 14  # characters
_LINE_HEIGHT: Final = 15.0  # points
_MAX_ROW_HEIGHT: Final = 300.0  # points; more than 409 no row can have
_MAX_MEASURED: Final = 4_000  # characters; more than fills the highest row
_CONTINUED: Final = f"[… continued on the sheet “{LONG_TEXTS}”]"
_WRAP_LOSS: Final = 1.1  # lines end before they are full


def write_xlsx(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the sheets "events" and "about", and where needed "vocabulary" and "long texts"; return the texts split."""
    with _workbook(stream) as workbook:
        sheets = _SheetWriter(workbook, job)
        for record in job.records():
            sheets.add(record["id"], table_values(record, job.languages, job.fields))
        sheets.finish()
    return sheets.losses()


@contextmanager
def _workbook(stream: BinaryIO) -> "Iterator[Workbook]":
    """Open a workbook that keeps rows in temporary files, and remove these even after an error."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - slow to import
    from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415 - the same

    name = getattr(stream, "name", None)
    folder_of_target = Path(name).parent if isinstance(name, str) else None  # on the disk that is to hold the list
    with TemporaryDirectory(prefix=".qtviewer.", dir=folder_of_target) as folder:
        workbook = Workbook(stream, {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False})
        workbook.use_zip64()
        try:
            yield workbook
            workbook.close()
        except BaseException as error:
            for sheet in workbook.worksheets():
                sheet.row_data_fh.close()
            workbook.fileclosed = True  # its destructor would try to write again
            if isinstance(error, FileCreateError) and isinstance(error.args[0], OSError):
                raise error.args[0] from error
            raise


class _SheetWriter:
    """Writes the sheets of one export."""

    def __init__(self, workbook: "Workbook", job: ExportJob) -> None:
        self._workbook, self._job = workbook, job
        self._columns = table_columns(job.lang, job.languages, job.fields)
        self._widths = [_width(column) for column in self._columns]
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        self._bold = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#F6F4EF", "valign": "top"})
        self._losses = LossCollector()
        self._long_texts_sheet: Worksheet | None = None
        self._long_texts_row = 0
        self._sheet, self._row = self._event_sheet(EVENTS), 1
        self._about = workbook.add_worksheet(ABOUT)

    def add(self, event_id: str, values: Sequence[Any]) -> None:
        """Write the row of one event."""
        if self._row == _MAX_ROWS:
            self._end_sheet()
            self._sheet, self._row = self._event_sheet(f"{EVENTS} {len(self._workbook.worksheets())}"), 1
        self._sheet.set_row(self._row, _height(values, self._widths))
        has_long = False
        for index, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            if isinstance(value, bool):
                self._sheet.write_boolean(self._row, index, value, self._wrapped)
            elif isinstance(value, int):
                self._sheet.write_number(self._row, index, value, self._wrapped)
            elif text := multiline_text(value):
                has_long |= self._write_text(index, event_id, column, text)
        if has_long:
            self._losses.add(f"texts too long for a cell continue on the sheet “{LONG_TEXTS}”", event_id)
        for heights in (self._sheet.row_info, self._sheet.row_sizes):  # the library keeps those of rows it has written
            heights.pop(self._row - 1, None)
        self._row += 1

    def finish(self) -> None:
        """Write everything but the rows of events, after the last of them."""
        self._end_sheet()
        self._about.set_column(0, 0, 34)
        self._about.set_column(1, 1, 90)
        for row, (label, value) in enumerate(_about_rows(self._job)):
            self._about.write_string(row, 0, label, self._bold)
            self._about.write_string(row, 1, value, self._wrapped)
        if self._job.lang == ALL_LANGUAGES:
            self._write_vocabulary(self._workbook.add_worksheet(VOCABULARY_SHEET))

    def _write_vocabulary(self, sheet: "Worksheet") -> None:
        """Write the names in every language, of which the rows of events have one."""
        sheet.freeze_panes(1, 2)
        for row, cells in enumerate(vocabulary_rows(self._job.vocabulary, self._job.source.pinyin)):
            for index, text in enumerate(cells):
                sheet.write_string(row, index, text, self._wrapped if row else self._bold)
        sheet.set_column(0, 0, _USUAL_WIDTH)
        sheet.set_column(1, len(cells) - 1, _WIDTHS["id"])

    def losses(self) -> Sequence[Loss]:
        """Return which events have texts on the sheet of long texts."""
        return self._losses.losses()

    def _write_text(self, index: int, event_id: str, column: str, text: str) -> bool:
        """Write a text into a cell of the row; return whether it is too long and continues on another sheet."""
        text = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")  # XML cannot hold them in any way
        is_long = _utf16_length(text) > MAX_CELL_LENGTH
        if is_long:
            self._write_long_text(event_id, column, text)
            text = f"{text[:_PART_LENGTH]}\n{_CONTINUED}"
        self._sheet.write_string(self._row, index, text, self._wrapped)
        return is_long

    def _write_long_text(self, event_id: str, column: str, text: str) -> None:
        if self._long_texts_sheet is None:
            self._long_texts_sheet = self._workbook.add_worksheet(LONG_TEXTS)
            self._long_texts_sheet.set_column(0, 2, 24)
            self._long_texts_sheet.set_column(3, 3, 100)
            _write_header(self._long_texts_sheet, ("id", "column", "part", "text"), self._bold)
        for part, start in enumerate(range(0, len(text), _PART_LENGTH), 1):
            self._long_texts_row += 1
            self._long_texts_sheet.write_string(self._long_texts_row, 0, event_id, self._wrapped)
            self._long_texts_sheet.write_string(self._long_texts_row, 1, column, self._wrapped)
            self._long_texts_sheet.write_number(self._long_texts_row, 2, part, self._wrapped)
            self._long_texts_sheet.write_string(
                self._long_texts_row, 3, text[start : start + _PART_LENGTH], self._wrapped
            )

    def _event_sheet(self, name: str) -> "Worksheet":
        sheet = self._workbook.add_worksheet(name)
        sheet.freeze_panes(1, 2)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        for index, width in enumerate(self._widths):
            sheet.set_column(index, index, width)
        _write_header(sheet, self._columns, self._bold)
        return sheet

    def _end_sheet(self) -> None:
        self._sheet.autofilter(0, 0, self._row - 1, len(self._columns) - 1)


def _width(column: str) -> int:
    """Return the width of a column in characters; title_en is as wide as title."""
    name, _, lang = column.rpartition("_")
    return _WIDTHS.get(column) or (_WIDTHS.get(name) if lang else None) or _USUAL_WIDTH


def _height(values: Sequence[Any], widths: Sequence[int]) -> float:
    """Return the height of a row in points, which programs other than Excel do not compute themselves."""
    texts = zip(map(multiline_text, values), widths, strict=True)
    lines = max((_lines(text, width) for text, width in texts if len(text) * 2 > width), default=1)
    return min(lines * _LINE_HEIGHT, _MAX_ROW_HEIGHT)


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column `width` characters wide; a Han character takes two."""
    lengths = (sum(2 if sign > "\u2e7f" else 1 for sign in line) for line in text[:_MAX_MEASURED].split("\n"))
    return sum(max(math.ceil(length * _WRAP_LOSS / width), 1) for length in lengths)


def _utf16_length(text: str) -> int:
    """Return the number of UTF-16 units of a text, or 0 when it is surely short enough for a cell."""
    return len(text) + sum(character > "\uffff" for character in text) if len(text) > _PART_LENGTH else 0


def _write_header(sheet: "Worksheet", columns: Iterable[str], bold: "Format") -> None:
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column, bold)


def _about_rows(job: ExportJob) -> list[tuple[str, str]]:
    lang, metadata = job.languages[0], job.metadata()
    return [
        (export_text("about", lang), name_in_language(job.vocabulary.titles, lang)),
        (export_text("events", lang), str(metadata["count"])),
        (export_text("query", lang), as_json(metadata["query"])),
        (export_text("content_hash", lang), metadata["content_hash"]),
        (export_text("made", lang), job.created.isoformat()),
        (export_text("language", lang), job.lang),
    ]
