"""Spreadsheet files for tests, written by a library that this program does not read them with."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet


def spreadsheet(
    path: Path, rows: Sequence[Sequence[str]], more: Callable[[Workbook, Worksheet], Any] | None = None
) -> Path:
    """A spreadsheet with texts on its first sheet and whatever `more` adds."""
    with Workbook(str(path), {"strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("events")
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(at, column, text)
        if more is not None:
            more(workbook, sheet)
    return path
