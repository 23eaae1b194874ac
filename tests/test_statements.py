"""Every list says which query it is of, how many events it has, and of which content of the store."""

import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import icalendar
import openpyxl
import pytest
from PySide6.QtGui import QImage

from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.exchange.formats import FILE_ENDINGS, FORMATS
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import CREATED, WRITERS
from tests.printing.pdf_readers import texts_of
from tests.store.stores import scratch_folder

METRO = EventQuery(categories=frozenset({"milestone", "livelihood"}), search="地铁")
QUERY = '{"categories":["livelihood","milestone"],"search":"地铁"}'


class _Metas(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the page says of itself."""
        said = dict(attrs)
        if tag == "meta" and said.get("name"):
            self.found[str(said["name"])] = str(said["content"])


def _of_html(content: bytes) -> str:
    return " ".join(_Metas(content.decode()).found.values())


def _of_sheet(content: bytes) -> str:
    about = openpyxl.load_workbook(io.BytesIO(content))["about"]
    return " ".join(str(cell) for row in about.iter_rows(values_only=True) for cell in row)


def _of_calendar(content: bytes) -> str:
    calendar = icalendar.Calendar.from_ical(content)
    return " ".join(str(value) for _name, value in calendar.property_items(recursive=False))


def _of_data(content: bytes) -> str:
    head = json.loads(content)
    said = {name: head[name] for name in ("query", "count", "content_hash")}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _of_lines(content: bytes) -> str:
    return _of_data(content.splitlines()[0])


def _of_picture(content: bytes) -> str:
    return QImage.fromData(content).text("Description")


def _of_pdf(content: bytes) -> str:
    texts = texts_of(content).values()
    assert all(QUERY in text for text in texts)
    return min(texts, key=len)


def _of_poster(content: bytes) -> str:
    return min(texts_of(content).values(), key=len)


READERS: dict[str, Callable[[bytes], str]] = {
    "xlsx": _of_sheet, "json": _of_data, "jsonl": _of_lines, "timelinejs": _of_data, "ics": _of_calendar,
    "html": _of_html, "pdf": _of_pdf, "poster": _of_poster, "png": _of_picture,
}  # fmt: skip


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_states_query_count_and_content(shipped: StoreReader, file_format: str) -> None:
    """Read by whatever reads the format; CSV, which has no place for it, in the file beside it."""
    with scratch_folder() as folder:
        target = folder / f"list{FILE_ENDINGS[file_format]}"
        export_events(shipped, str(target), ExportOptions(METRO, "zh", file_format, created=CREATED), WRITERS)
        beside = [path for path in folder.iterdir() if path != target]
        said = READERS.get(file_format, bytes.decode)((beside[0] if file_format == "csv" else target).read_bytes())
    count = str(shipped.count(METRO))
    said = said.replace("&quot;", '"').replace("\\", "")
    query = "含“地铁”" if file_format == "poster" else QUERY  # a wall is read by people only
    assert query in "".join(said.split())
    assert re.search(rf"(?<![0-9a-f]){count}(?![0-9a-f])", said.replace(QUERY, ""))
    assert shipped.content_hash in said
