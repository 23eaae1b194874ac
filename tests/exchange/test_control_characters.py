"""Control characters: no list brings them in, and no export of a store that has them is broken by them."""

import io
import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from qtviewer.domain.event import EventText
from tests.exchange.content.content_files import EVENTS, problems_of, with_mistake, write_content
from tests.exchange.exported import as_csv, as_json, exported
from tests.exchange.importing.imported import read_text
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store

CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), *range(127, 160), 0x2028, 0x2029, 0xFFFE, 0xFFFF]))
HOSTILE = SAMPLE._replace(
    titles={"zh": f"标{CONTROLS}题"},
    events=(sample_event("only", "2021", "题")._replace(texts={"zh": EventText(*[f"甲{CONTROLS}乙"] * 4)}),),
)
LISTS = {
    "list.csv": 'id,title,date,body\na,A\x0bB,2021,"C\x07D"\n',
    "list.json": json.dumps([{"id": "a", "title": "A\x0bB", "date": "2021", "body": "C\x07D"}]),
    "list.jsonl": json.dumps({"id": "a", "title": "A\x0bB", "date": "2021", "body": "C\x07D"}) + "\n",
    "list.timelinejs": json.dumps(
        {"events": [{"unique_id": "a", "start_date": {"year": 2021}, "text": {"headline": "A\x0bB", "text": "C\x07D"}}]}
    ),
    "list.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20210101\r\nSUMMARY:A\x0bB\r\n"
    "DESCRIPTION:C\x07D\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_brings_none_in(name: str, tmp_path: Path) -> None:
    """They are replaced at one door for all formats, and the report says in how many texts."""
    read = read_text(tmp_path, name, LISTS[name])
    (event,) = read.events
    texts = event.texts["en"]
    assert (texts["title"].split(), texts["body"]) == (["A", "B"], "C\ufffdD")
    assert [note for note in read.file.notes if "control characters" in note]


def test_content_with_one_is_refused(tmp_path: Path) -> None:
    """Who writes content can take it away."""
    write_content(tmp_path, with_mistake(EVENTS, "Metro Line 8 opens", "Metro\\u000bLine 8 opens"))
    (problem,) = problems_of(tmp_path)
    assert problem.endswith("'title' holds the control character U+000B, expected text")


def test_every_export_of_a_store_with_all_of_them_is_well_formed(qapp: QApplication) -> None:
    """As other programs read it: web page, drawing, calendar, spreadsheet, data and PDF."""
    assert qapp is not None
    with temporary_store(HOSTILE) as store:
        ElementTree.fromstring(exported(store, "list.svg"))  # noqa: S314 - made here
        page, markdown = exported(store, "list.html").decode(), exported(store, "list.md").decode()
        calendar = Calendar.from_ical(exported(store, "list.ics").decode())
        workbook = openpyxl.load_workbook(io.BytesIO(exported(store, "list.xlsx")))
        (row,) = as_csv(store)
        (record,) = as_json(store)["events"]
        pages = [PdfReader(io.BytesIO(exported(store, name))).pages for name in ("list.pdf", "list-poster.pdf")]
    HTMLParser().feed(page)
    assert not [sign for sign in page + markdown if sign in CONTROLS[:28]]
    assert "甲" in str(calendar.walk("VEVENT")[0]["SUMMARY"])
    assert "甲" in str(workbook["events"].cell(2, 2).value)
    assert row["title"] == record["title"] == f"甲{CONTROLS}乙"
    assert all(pages)
