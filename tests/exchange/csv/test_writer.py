"""Exported CSV: read back it says the same as the JSON, and opened in a spreadsheet it does nothing."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import as_csv, as_json, exported
from tests.exchange.json.test_writer import FIELDS
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
DATES = ("date", "first_date", "last_date")


def _as_text(value: Any) -> str:
    """A JSON value as a spreadsheet shows it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return "; ".join(map(_as_text, value))
        case dict():
            return f"{value['label']}: {value['value']} {value['unit']}".strip()
        case _:
            return str(value)


def _as_cell(field: str, value: Any) -> str:
    """The same, made safe."""
    text = _as_text(value)
    return f"'{text}" if field not in DATES and text.startswith(FORMULA_STARTS) else text


def _check(rows: list[dict[str, str]], events: list[dict[str, Any]]) -> None:
    assert len(rows) == len(events)
    for row, event in zip(rows, events, strict=True):
        assert list(row) == FIELDS
        for field, cell in row.items():
            assert cell == _as_cell(field, event[field])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_shipped_list_says_the_same_in_both_formats(shipped: StoreReader, lang: str) -> None:
    """Every cell of every event equals the value in the JSON, in the same columns and order."""
    _check(as_csv(shipped, lang), as_json(shipped, lang)["events"])


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_list_says_the_same_in_both_formats(chronicle: Chronicle) -> None:
    """Quotation marks, line ends, commas and control characters in the texts survive."""
    with temporary_store(chronicle) as store:
        _check(as_csv(store, "en"), as_json(store, "en")["events"])


def test_it_opens_as_utf8_with_the_line_ends_of_the_standard(shipped: StoreReader) -> None:
    """One byte order mark, CRLF after every record, the names of the columns untranslated in the first."""
    content = exported(shipped, "list.csv", "zh")
    assert content.startswith(b"\xef\xbb\xbfid,title,")
    assert content.count(b"\xef\xbb\xbf") == 1
    header, _, rest = content.partition(b"\r\n")
    assert header.decode("utf-8-sig").split(",") == FIELDS
    assert rest.endswith(b"\r\n")
    records = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    quoted_line_ends = sum(cell.count("\r\n") for record in records for cell in record)
    assert content.count(b"\r\n") == len(records) + quoted_line_ends


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_becomes_a_formula(start: str) -> None:
    """A text that a spreadsheet would run or swallow is marked as text, in every column with words."""
    text = f'{start}HYPERLINK("http://example.com")'
    event = sample_event("only", "2021", "题")._replace(
        texts={"zh": EventText(text, text, text, text)}, source_section=text
    )
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        (row,) = as_csv(store)
    for field in ("title", "summary", "body", "date_note", "source_locator"):
        assert row[field].startswith(f"'{text}"), field


def test_dates_before_the_year_1_stay_dates() -> None:
    """Their minus sign is no formula: who sorts by date finds them."""
    with temporary_store(SAMPLE._replace(events=(sample_event("dyke", "-3300~", "堤"),))) as store:
        (row,) = as_csv(store)
    assert [row[field] for field in DATES] == ["-3300~", "-3300-01-01", "-3300-12-31"]


def test_a_long_body_stays_in_one_cell() -> None:
    """Paragraphs, and more than 32,767 characters, are read back whole."""
    body = 'First, "quoted".\n\nSecond\r\nthird;\n' * 2000
    event = sample_event("long", "2021", "长")._replace(texts={"zh": EventText("长", "长", body)})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        (row,) = as_csv(store)
    assert row["body"] == body


def test_all_languages_have_columns_of_their_own(shipped: StoreReader) -> None:
    """After the shared columns come title, summary, body, date note and figures in each language."""
    rows, events = as_csv(shipped, "all"), as_json(shipped, "all")["events"]
    translated = ("title", "summary", "body", "date_note", "figures")
    assert list(rows[0]) == [*FIELDS, *(f"{field}_{lang}" for lang in ("zh", "en") for field in translated)]
    for row, event in zip(rows, events, strict=True):
        for lang in ("zh", "en"):
            spoken = {field: row[f"{field}_{lang}"] for field in translated}
            assert spoken == {field: _as_cell(field, event["texts"][lang][field]) for field in translated}


def _as_value(field: str, cell: str) -> Any:
    """What a program makes of a raw cell, knowing only which columns hold texts and which may be empty."""
    if field in {"importance", "approximate", "texts", "places", "people", "organisations", "tags", "figures"}:
        return json.loads(cell)
    return None if not cell and field in {"first_date", "last_date", "time", "parent", "thread"} else cell


@given(chronicle=chronicles(), lang=st.sampled_from(["en", "all"]))
@settings(deadline=None, max_examples=20)
def test_raw_cells_hold_exactly_the_values_of_the_json(chronicle: Chronicle, lang: str) -> None:
    """Nothing is added for spreadsheets, nothing is joined, and all languages stand in one cell."""
    with temporary_store(chronicle) as store:
        rows = as_csv(store, lang, raw=True)
        events = as_json(store, lang)["events"]
    assert [{field: _as_value(field, cell) for field, cell in row.items()} for row in rows] == events


def test_raw_files_have_no_byte_order_mark(shipped: StoreReader) -> None:
    """The first bytes are the name of the first column."""
    assert exported(shipped, "list.csv", raw=True).startswith(b"id,title,")


def test_query_count_and_content_hash_stand_beside_the_file(shipped: StoreReader, tmp_path: Path) -> None:
    """In the file where the W3C's rules have programs look for the metadata of a CSV file."""
    query = EventQuery(min_importance=5)
    export_events(shipped, str(tmp_path / "list.csv"), ExportOptions(query))
    metadata = json.loads((tmp_path / "list.csv-metadata.json").read_bytes())
    assert (metadata["@context"], metadata["url"]) == ("http://www.w3.org/ns/csvw", "list.csv")
    assert metadata["notes"] == [
        {"query": {"min_importance": 5}, "count": shipped.count(query), "content_hash": shipped.content_hash}
    ]
