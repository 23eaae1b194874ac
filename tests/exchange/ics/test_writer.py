"""The exported calendar, read back by icalendar: whole days, and nothing lost."""

import unicodedata
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import CREATED, EVERYTHING, exported
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles


def _calendar(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> Any:
    return Calendar.from_ical(exported(source, "list.ics", lang, query))


def _entries(source: StoreReader, lang: str = "zh") -> dict[str, Any]:
    return {str(entry["uid"]): entry for entry in _calendar(source, lang).walk() if entry.name != "VCALENDAR"}


def _of(edtf: str) -> Any:
    with temporary_store(SAMPLE._replace(events=(sample_event("only", edtf, "事"),))) as store:
        return _entries(store)["only@qtviewer"]


def test_every_event_has_its_entry(shipped: StoreReader) -> None:
    """Titles, dates as EDTF, texts, figures, names and sources are those of the store."""
    found = _entries(shipped)
    events = list(shipped.events(EventQuery()))
    assert list(found) == [f"{event.id}@qtviewer" for event in events]
    for event in events:
        entry, words = found[f"{event.id}@qtviewer"], event.texts["zh"]
        assert str(entry["summary"]).startswith(words.title)
        assert str(entry["x-qtviewer-date"]) == format_edtf(event.date)
        for text in (words.summary, words.body, words.date_note, event.source_heading):
            assert text.replace("\r\n", "\n").strip() in str(entry["description"])
        for figure in event.figures:
            assert f"{figure.texts['zh'].label}：{figure.texts['zh'].value}" in str(entry["description"])
        assert set(entry.categories) >= {shipped.vocabulary.tags[tag].names["zh"] for tag in event.tags}
        assert entry["dtstamp"].dt == CREATED


def test_exact_days_and_spans_fill_whole_days(shipped: StoreReader) -> None:
    """The end of an all-day entry is the day after the last."""
    found = _entries(shipped)
    for event in shipped.events(EventQuery()):
        entry = found[f"{event.id}@qtviewer"]
        if event.date.precision is Precision.DAY and not event.date.approximate:
            day = date(*civil_day(event.date.first_day))
            assert (entry["dtstart"].dt, entry["dtend"].dt) == (day, day + timedelta(days=1))
            assert entry["dtstart"].params["VALUE"] == "DATE"
            assert (entry["status"], str(entry["summary"])) == ("CONFIRMED", event.texts["zh"].title)
    assert (_of("2021-12-30/2022-01-02")["dtstart"].dt, _of("2021-12-30/2022-01-02")["dtend"].dt) == (
        date(2021, 12, 30), date(2022, 1, 3),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "start", "days"),
    [
        ("2021-06", date(2021, 6, 1), 1), ("2021~", date(2021, 1, 1), 1), ("2021-06-28?", date(2021, 6, 28), 1),
        ("[2021-12..2022-02]", date(2021, 12, 1), 1), ("2019/..", date(2019, 1, 1), 1), ("199X", date(1990, 1, 1), 1),
        ("../2020-05", date(2020, 5, 1), 1), ("2021-01/2021-02", date(2021, 1, 1), 59),
        ("0001-01-02", date(1, 1, 2), 1),
    ],
)  # fmt: skip
def test_what_is_not_known_to_the_day_is_tentative_and_says_so(edtf: str, start: date, days: int) -> None:
    """It stands on the first day that it can mean, with its real date in the title and the description."""
    entry = _of(edtf)
    assert (entry["dtstart"].dt, entry["dtend"].dt) == (start, start + timedelta(days=days))
    if edtf != "0001-01-02":
        label = str(entry["summary"]).removeprefix("事 (").removesuffix(")")
        assert f"日期：{label}\n" in str(entry["description"])
        assert entry["status"] == "TENTATIVE"


@pytest.mark.parametrize("edtf", ["-0044~", "-3300-05-01", "00XX", "-0100/0100", "9999-12-31", "2021/9999"])
def test_what_no_calendar_has_days_for_is_a_note(edtf: str) -> None:
    """Before the year 1 and at the end of the last year the date is text, and nothing is made up."""
    entry = _of(edtf)
    assert entry.name == "VJOURNAL"
    assert "dtstart" not in entry
    assert "\n日期：" in str(entry["description"])
    assert str(entry["x-qtviewer-date"]) == edtf


def test_the_report_lists_what_the_calendar_could_not_hold(tmp_path: Path) -> None:
    """Each kind of loss with the ids of its events."""
    with temporary_store(SAMPLE) as store:
        losses = export_events(store, str(tmp_path / "list.ics"), ExportOptions())
    by_first_word = {loss.description: list(loss.event_ids) for loss in losses}
    assert by_first_word == {
        "dates outside the years 1 to 9999 stand in notes (VJOURNAL) without days": ["old-dyke"],
        "dates not known to the day stand as tentative on the first day that they can mean": [
            "metro-begun", "visit", "plan",
        ],
        "dates open at one end stand as tentative on the first day of the other": ["campus"],
    }  # fmt: skip
    assert str(losses[0]).endswith("without days (1: old-dyke)")


def test_it_says_what_it_is(shipped: StoreReader) -> None:
    """Query, count and content hash stand in the calendar's own properties."""
    query = EventQuery(min_importance=5)
    calendar = _calendar(shipped, "en", query)
    assert calendar["x-wr-calname"] == "Qiantang Chronicle"
    assert calendar["x-qtviewer-query"] == '{"min_importance": 5}'
    assert calendar["x-qtviewer-count"] == str(shipped.count(query))
    assert calendar["x-qtviewer-content-hash"] == shipped.content_hash


def test_the_same_event_keeps_its_uid(shipped: StoreReader) -> None:
    """A calendar that is read again updates its entries and does not double them; parts point to their whole."""
    first, second = _entries(shipped, "zh"), _entries(shipped, "en")
    assert list(first) == list(second)
    children = [event for event in shipped.events(EventQuery()) if event.parent]
    assert all(str(first[f"{child.id}@qtviewer"]["related-to"]) == f"{child.parent}@qtviewer" for child in children)


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_chronicle_is_a_calendar(chronicle: Chronicle) -> None:
    """Whatever the texts hold: lines of at most 75 bytes, no control characters, every event once, without an error."""
    with temporary_store(chronicle) as store:
        content = exported(store, "list.ics", "all")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    controls = {character for character in content.decode("utf-8") if unicodedata.category(character) == "Cc"}
    assert controls - {chr(code) for code in range(0x80, 0xA0)} <= {"\t", "\r", "\n"}
    calendar = Calendar.from_ical(content)
    assert not [error for component in calendar.walk() for error in component.errors]
    uids = [str(entry["uid"]) for entry in calendar.walk() if entry.name != "VCALENDAR"]
    assert sorted(uids) == sorted(f"{event.id}@qtviewer" for event in chronicle.events)
