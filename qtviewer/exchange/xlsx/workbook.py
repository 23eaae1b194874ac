"""Opens the archive of a spreadsheet: its sheets, shared texts and styles."""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Final

from qtviewer.exchange.importing.raw_value import UnreadableError
from qtviewer.exchange.xlsx.cell_value import CellValues
from qtviewer.exchange.xlsx.number_formats import GENERAL, built_in_format
from qtviewer.exchange.xlsx.sheet_parser import read_rows_of_sheet
from qtviewer.exchange.xlsx.xml_reader import Attributes, XmlHandler, read_whole_part

_MAX_SHARED_TEXTS: Final = 2_000_000
_MAX_STYLES: Final = 100_000  # programs allow 65,490
_MAX_SHEETS: Final = 1_000


class Workbook:
    """A spreadsheet that is open for reading; close it, or use it in a `with` statement.

    Every method may raise UnreadableError, or any error of the XML or the archive where these are damaged.
    """

    def __init__(self, path: Path) -> None:
        self._archive = zipfile.ZipFile(path)
        try:
            self._open()
        except BaseException:
            self._archive.close()
            raise

    def _open(self) -> None:
        main = next(_targets(self._archive, "", "/officeDocument"), "xl/workbook.xml")
        sheets = _Sheets()
        read_whole_part(self._archive, main, sheets)
        parts = dict(_relationships(self._archive, main, "/worksheet"))
        self._parts = {name: parts[key] for name, key in sheets.keys_by_name.items() if key in parts}
        if not self._parts:
            raise UnreadableError("has no sheet with cells")
        texts, styles = _SharedTexts(), _Styles()
        for kind, handler in (("/sharedStrings", texts), ("/styles", styles)):
            for part in _targets(self._archive, main, kind):
                read_whole_part(self._archive, part, handler)
        self._values = CellValues(texts.texts, styles.format_codes(), is_1904=sheets.is_1904)

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._archive.close()

    @property
    def sheet_names(self) -> list[str]:
        """The names of the sheets with cells, in their order."""
        return list(self._parts)

    def rows(self, sheet: str) -> Iterator[tuple[int, list[object]]]:
        """Yield the number and the values of each row of a sheet that is not empty, see `CellValues`."""
        return read_rows_of_sheet(self._archive, self._parts[sheet], self._values.value_of)


class _Sheets(XmlHandler):
    """The relationships of the sheets by name, and the calendar of dates."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_by_name: dict[str, str] = {}
        self.is_1904 = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Keep the name of a sheet, or the calendar."""
        if name == "sheet" and len(self.keys_by_name) < _MAX_SHEETS:
            keys = (value for key, value in attributes.items() if key.endswith((" id", "}id")))
            self.keys_by_name.setdefault(attributes.get("name", ""), next(keys, ""))
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904", "").lower() in ("1", "true")


class _SharedTexts(XmlHandler):
    """The texts that cells refer to by number; the readings above Chinese characters are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._known: dict[str, str] = {}
        self._pieces_of_text: list[str] = []
        self._is_phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Keep the text of a part."""
        if name == "t":
            self.keep_text = not self._is_phonetic
        elif name == "rPh":
            self._is_phonetic = True

    def end(self, name: str) -> None:
        """End a part, or a text of parts."""
        if name == "t":
            self._pieces_of_text.append(self.take_text())
        elif name == "rPh":
            self._is_phonetic = False
        elif name == "si":
            if len(self.texts) >= _MAX_SHARED_TEXTS:
                raise UnreadableError(f"holds more than {_MAX_SHARED_TEXTS:,} texts, expected CSV for so many")
            text = "".join(self._pieces_of_text)
            self.texts.append(self._known.setdefault(text, text))
            self._pieces_of_text.clear()


class _Styles(XmlHandler):
    """The number formats of cell styles."""

    def __init__(self) -> None:
        super().__init__()
        self._codes: dict[int, str] = {}
        self._format_numbers: list[int] = []
        self._is_in_cell_styles = False

    def start(self, name: str, attributes: Attributes) -> None:
        """Keep a number format, or that of a cell style."""
        if name == "numFmt":
            self._codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            self._is_in_cell_styles = True
        elif name == "xf" and self._is_in_cell_styles:
            self._format_numbers.append(int(attributes.get("numFmtId", 0)))
        if len(self._codes) > _MAX_STYLES or len(self._format_numbers) > _MAX_STYLES:
            raise UnreadableError(f"holds more than {_MAX_STYLES:,} styles, expected a list of events")

    def end(self, name: str) -> None:
        """End the cell styles."""
        if name == "cellXfs":
            self._is_in_cell_styles = False

    def format_codes(self) -> list[str]:
        """Return the format code of each cell style."""
        return [self._codes.get(number) or built_in_format(number) for number in self._format_numbers]


class _Relationships(XmlHandler):
    """The parts that one part refers to."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Keep a relationship of the kind."""
        if name == "Relationship" and attributes.get("Type", "").endswith(self._kind):
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")


def _relationships(archive: zipfile.ZipFile, part: str, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the part of each relationship of a kind; `part` is "" for those of the archive."""
    folder, _, name = part.rpartition("/")
    handler = _Relationships(kind)
    read_whole_part(archive, posixpath.join(folder, "_rels", f"{name}.rels"), handler)
    for key, target in handler.targets.items():
        yield key, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _targets(archive: zipfile.ZipFile, part: str, kind: str) -> Iterator[str]:
    return (target for _key, target in _relationships(archive, part, kind))
