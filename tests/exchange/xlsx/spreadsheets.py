"""Spreadsheet files for tests, written by a library that this program does not read them with."""

import zipfile
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


def replace_part(path: Path, part: str, found: bytes | None, content: bytes) -> Path:
    """Change one part of a spreadsheet's archive, or put other content in its place."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(found, content) if found else content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path
