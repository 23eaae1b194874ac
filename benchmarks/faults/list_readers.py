"""Independent readers of exported lists; each says what is wrong with a list, or nothing."""

import csv
import io
import json
import struct
import zlib
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from benchmarks.faults.hostile_texts import CONTROLS

Reader = Callable[[Path, Sequence[str]], str]
"""Takes a file and the ids of the events it has; returns what is wrong with it, or an empty text."""
_FORMULA_SIGNS: Final = "=+-@\t\r＝＋－＠"
_LINKS: Final = ("http://", "https://", "#")


def _read_csv(path: Path, ids: Sequence[str]) -> str:
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))
    dates = ("date", "first_date", "last_date")
    formulas = [
        cell
        for row in rows
        for name, cell in row.items()
        if name not in dates and cell[:1] and cell[0] in _FORMULA_SIGNS
    ]
    return f"formulas {formulas[:1]}" if formulas else _told_ids([row["id"] for row in rows], ids)


def _read_xlsx(path: Path, ids: Sequence[str]) -> str:
    import openpyxl  # noqa: PLC0415 - slow to import

    workbook = openpyxl.load_workbook(path)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    active = [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    found = [row[0].value for row in workbook["events"].iter_rows(min_row=2)]
    return f"runs {active[:1]}" if active else _told_ids(found, ids)


def _read_json(path: Path, ids: Sequence[str]) -> str:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"), parse_constant=_refuse)
    return _told_ids([event.get("id") or event["unique_id"] for event in document["events"]], ids)


def _read_jsonl(path: Path, ids: Sequence[str]) -> str:
    lines = [json.loads(line, parse_constant=_refuse) for line in path.read_text("utf-8").split("\n") if line]
    return _told_ids([line["id"] for line in lines[1:]], ids)


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _read_ics(path: Path, ids: Sequence[str]) -> str:
    from icalendar import Calendar  # noqa: PLC0415 - slow to import

    content = path.read_bytes()
    if controls := [sign for sign in content.decode() if sign < " " and sign not in "\t\r\n"]:
        return f"control characters {controls[:3]}"
    if any(len(line) > 75 for line in content.split(b"\r\n")):
        return "a line of more than 75 bytes"
    parts = Calendar.from_ical(content.decode()).walk(select=lambda part: part.name in ("VEVENT", "VJOURNAL"))
    return _told_ids([str(part["UID"]).removesuffix("@qtviewer") for part in parts], ids)


class _Page(HTMLParser):
    """The tags and attributes of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and its attributes."""
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def _read_html(path: Path, ids: Sequence[str]) -> str:
    page = _Page()
    text = path.read_text("utf-8")
    page.feed(text)
    if set(text) & set(CONTROLS[:27]):
        return "control characters"
    if page.tags.count("script") != 1 or {"img", "iframe", "object"} & set(page.tags):
        return f"tags {sorted(set(page.tags))}"
    if bad := [value for name, value in page.attributes if name == "href" and not value.startswith(_LINKS)]:
        return f"links {bad[:1]}"
    if handlers := [name for name, _value in page.attributes if name.startswith("on")]:
        return f"handlers {handlers[:1]}"
    return _told_ids([value[2:] for name, value in page.attributes if name == "id" and value.startswith("e-")], ids)


def _read_svg(path: Path, _ids: Sequence[str]) -> str:
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.parse(path).iter()}  # noqa: S314 - made here
    return f"tags {sorted(tags)}" if {"script", "a", "foreignObject", "use"} & tags else ""


def _read_pdf(path: Path, _ids: Sequence[str]) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to import

    pdf = PdfReader(path, strict=True)
    for page in pdf.pages:
        page.extract_text()
        for link in page.get("/Annots", ()):
            action = link.get_object()["/A"]
            if set(action) != {"/Type", "/S", "/URI"} or not str(action["/URI"]).startswith(_LINKS):
                return f"action {action}"
    return "" if len(pdf.pages) else "no page"


def _read_png(path: Path, _ids: Sequence[str]) -> str:
    content, place = path.read_bytes(), 8
    while place < len(content):
        length, kind = struct.unpack(">I4s", content[place : place + 8])
        data = content[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack(">I", content[place + 8 + length : place + 12 + length])
        if zlib.crc32(kind + data) != checksum:
            return f"chunk {kind!r}"
        place += 12 + length
    return "" if content.startswith(b"\x89PNG\r\n\x1a\n") else "no PNG"


def _read_markdown(path: Path, ids: Sequence[str]) -> str:
    text = path.read_text("utf-8")
    headings = [line for line in text.split("\n") if line.startswith("###")]
    if set(text) & set(CONTROLS[:27]):
        return "control characters"
    return "" if len(headings) == len(ids) else f"{len(headings)} headings"


def _told_ids(found: Sequence[object], ids: Sequence[str]) -> str:
    return "" if sorted(map(str, found)) == sorted(ids) else f"events {found[:3]}"


READERS: Final[dict[str, Reader]] = {
    "csv": _read_csv,
    "xlsx": _read_xlsx,
    "json": _read_json,
    "jsonl": _read_jsonl,
    "ics": _read_ics,
    "md": _read_markdown,
    "html": _read_html,
    "pdf": _read_pdf,
    "timelinejs": _read_json,
    "png": _read_png,
    "svg": _read_svg,
    "poster": _read_pdf,
}
"""The reader of each format."""
