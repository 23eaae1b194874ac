"""The exported spreadsheet, read back by openpyxl: texts are texts, nothing is lost, and it says what it is."""

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from qtviewer.domain.event import Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import EVERYTHING, as_json, exported
from tests.exchange.json.test_writer import FIELDS
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

TRANSLATED_COLUMNS = ("title", "summary", "body", "date_note", "figures")
LIST_COLUMNS = ("places", "people", "organisations", "tags")


def _workbook(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> Workbook:
    return load_workbook(io.BytesIO(exported(source, "list.xlsx", lang, query)))


def _rows(workbook: Workbook, sheet: str = "events") -> list[dict[str, Any]]:
    header, *rows = workbook[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, header), map(_decoded, row), strict=True)) for row in rows]


def _decoded(value: Any) -> Any:
    """What openpyxl read: it leaves the escapes for control characters as they are."""
    return unescape(value) if isinstance(value, str) else value


def _as_list(cell: str | None) -> Any:
    """A list as docs/exchange.md says that it is read."""
    if cell is None or cell.startswith("["):
        return json.loads(cell or "[]")
    return cell.split("\n")


def _as_figures(cell: str | None) -> Any:
    if cell is None or cell.startswith("["):
        return json.loads(cell or "[]")
    parts = [line.split(" | ") for line in cell.split("\n")]
    return [
        {"number": float(number), "value": value, "unit": unit, "label": label} for number, value, unit, label in parts
    ]


def _as_value(field: str, cell: Any) -> Any:
    if field in LIST_COLUMNS:
        return _as_list(cell)
    if field == "figures":
        return _as_figures(cell)
    empty = None if field in {"first_date", "last_date", "time", "parent", "thread"} else ""
    return empty if cell is None else cell


def _check(workbook: Workbook, events: list[dict[str, Any]]) -> None:
    rows = _rows(workbook)
    assert len(rows) == len(events)
    for row, event in zip(rows, events, strict=True):
        texts = event.pop("texts", {})
        assert {field: _as_value(field, row[field]) for field in FIELDS} == event
        for lang, words in texts.items():
            assert {field: _as_value(field, row[f"{field}_{lang}"]) for field in TRANSLATED_COLUMNS} == words


@pytest.mark.parametrize("lang", ["zh", "en", "all"])
def test_every_cell_equals_the_value_in_the_json(shipped: StoreReader, lang: str) -> None:
    """The whole shipped list, in each language and in all of them."""
    _check(_workbook(shipped, lang), as_json(shipped, lang)["events"])


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_list_is_read_back_without_loss(chronicle: Chronicle) -> None:
    """Control characters, formulas, line ends and separators within names survive, in all languages."""
    with temporary_store(chronicle) as store:
        text = json.dumps(as_json(store, "all")["events"]).replace("\\ufffe", "\\ufffd").replace("\\uffff", "\\ufffd")
        _check(_workbook(store, "all"), json.loads(text))


def test_no_cell_is_a_formula_or_a_link() -> None:
    """What looks like a formula, a number, a date or a link is a string."""
    words = ("=1+1", "https://example.com", "0012", "2021-06-28", "@SUM(A1)", "{=A1}", "internal:Sheet1!A1")
    events = tuple(sample_event(f"event-{at}", "2021", text) for at, text in enumerate(words))
    with temporary_store(SAMPLE._replace(events=events)) as store:
        workbook = _workbook(store)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.value for cell in cells} >= set(words)
    assert all(cell.data_type == "s" for cell in cells if isinstance(cell.value, str))
    assert all(cell.hyperlink is None for cell in cells)


def test_it_is_ready_to_read(shipped: StoreReader) -> None:
    """The header stays in sight and filters, columns are wide enough, long texts wrap."""
    sheet = _workbook(shipped)["events"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:AA{shipped.count(EventQuery()) + 1}"
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["J"].width > 12
    assert max(sheet.row_dimensions[row].height for row in range(2, 20)) > 60
    assert sheet["D2"].alignment.wrap_text
    assert [sheet["P2"].data_type, sheet["K2"].data_type] == ["n", "b"]


def test_a_second_sheet_says_what_the_list_is(shipped: StoreReader) -> None:
    """Query, count, content hash and time."""
    query = EventQuery(min_importance=5)
    sheet = _workbook(shipped, "en", query)["about"]
    said = [str(value) for _label, value in sheet.iter_rows(values_only=True)]
    assert said == [
        "Qiantang Chronicle", str(shipped.count(query)), '{"min_importance": 5}', shipped.content_hash,
        "2026-03-14T15:09:26+00:00", "en",
    ]  # fmt: skip


@pytest.mark.parametrize("character", ["长", "😀"])
def test_a_text_too_long_for_a_cell_is_split_and_not_lost(character: str) -> None:
    """Its cell says where it goes on; the parts joined are the text."""
    body = "".join(f"{at}{character}" for at in range(9_000))
    event = sample_event("long", "2021", "长")._replace(texts={"zh": EventText("长", "长", body)})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        workbook = _workbook(store)
    (row,) = _rows(workbook)
    assert row["body"].endswith("\n[… continued on the sheet “long texts”]")
    assert body.startswith(row["body"].removesuffix("\n[… continued on the sheet “long texts”]"))
    parts = _rows(workbook, "long texts")
    assert [(part["id"], part["column"], part["part"]) for part in parts] == [
        ("long", "body", at + 1) for at in range(len(parts))
    ]
    assert "".join(part["text"] for part in parts) == body
    assert all(len(str(part["text"]).encode("utf-16-le")) // 2 <= 32_767 for part in parts)


def test_the_file_is_well_formed(shipped: StoreReader) -> None:
    """A whole archive without macros or outside references."""
    with zipfile.ZipFile(io.BytesIO(exported(shipped, "list.xlsx"))) as archive:
        assert archive.testzip() is None
        assert not [name for name in archive.namelist() if "vba" in name or "external" in name]
