"""The values of cells: texts, numbers, and dates only as precise as they are shown."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from qtviewer.exchange.importing.raw_value import RefusedCell
from qtviewer.exchange.xlsx.number_formats import GENERAL, format_letters, is_date_format, is_duration_format
from qtviewer.exchange.xlsx.sheet_parser import CellContent

_ESCAPED: Final = re.compile(r"_x00([01][0-9A-Fa-f])_")
_DAY_IN_MILLISECONDS: Final = 86_400_000
_LEAP_DAY_OF_1900: Final = 60  # spreadsheets count a 29 February 1900


class CellValues:
    """Makes the values of the cells of one spreadsheet.

    `texts` are its shared texts, `format_codes` the number formats of its cell styles; `is_1904` says that its days are
    counted from 1904, as on old Macintosh computers.
    """

    def __init__(self, texts: Sequence[str], format_codes: Sequence[str], *, is_1904: bool) -> None:
        self._texts, self._format_codes = texts, format_codes
        self._is_date = [is_date_format(code) for code in format_codes]
        self._is_duration = [is_duration_format(code) for code in format_codes]
        self._first_day = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)
        self._is_1904 = is_1904

    def value_of(self, cell: CellContent) -> object:
        """Return a text, a number, or a RefusedCell for formulas, errors, lengths of time and dates with a time.

        Raises ValueError or IndexError where the file is damaged.
        """
        if cell.is_formula:
            return RefusedCell(cell.text, "is a formula, expected its value (paste it as a value)")
        if cell.kind == "n":
            return self._number(cell)
        if cell.kind == "e":
            return RefusedCell(cell.text, "is an error of the spreadsheet, expected a value")
        if cell.kind == "b":
            return "true" if cell.text.strip() == "1" else "false"
        text = self._shared_text(cell.text) if cell.kind == "s" else cell.text
        if cell.kind == "d":
            return text.removesuffix("Z").removesuffix("T00:00:00")
        return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x00" in text else text

    def _shared_text(self, number: str) -> str:
        index = int(number)
        if not 0 <= index < len(self._texts):
            raise IndexError(f"there is no text {index}")
        return self._texts[index]

    def _number(self, cell: CellContent) -> object:
        if not cell.text.strip():
            return None
        try:
            number = float(cell.text) if any(sign in cell.text for sign in ".eE") else int(cell.text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            return RefusedCell(cell.text, "is no number")
        style = cell.style
        if not (style < len(self._format_codes) and self._is_date[style]):
            return number
        if self._is_duration[style]:
            return RefusedCell(cell.text, "is a length of time, expected a date or HH:MM")
        return self._date_or_time(number, cell)

    def _date_or_time(self, number: float, cell: CellContent) -> object:
        day, fraction = divmod(number, 1)
        time = timedelta(milliseconds=round(fraction * _DAY_IN_MILLISECONDS))
        if day == 0 and time < timedelta(days=1):
            return f"{datetime.min + time:%H:%M}"
        if 0 < day < _LEAP_DAY_OF_1900 and not self._is_1904:
            day += 1
        try:
            moment = self._first_day + timedelta(days=day) + time
        except (OverflowError, ValueError):
            return RefusedCell(cell.text, "is no day that a spreadsheet can show")
        return _date_text(moment, self._format_codes[cell.style])


def _date_text(moment: datetime, format_code: str) -> object:
    """Return a date as EDTF, only as precise as the cell shows it: spreadsheets store 2021-06 as 2021-06-01."""
    if moment.hour or moment.minute or moment.second:
        return RefusedCell(f"{moment:%Y-%m-%d %H:%M}", "is a date with a time, expected them in columns of their own")
    letters = format_letters(format_code)
    day = moment.date()
    if format_code == GENERAL or "d" in letters or not ("y" in letters or "e" in letters):
        return day.isoformat()
    return day.isoformat()[:7] if "m" in letters else day.isoformat()[:4]
