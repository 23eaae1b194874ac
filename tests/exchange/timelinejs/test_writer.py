"""The exported JSON for TimelineJS 3, checked by what that program asks of its data."""

import html
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Category, Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import EVERYTHING, exported
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

SLIDE = {"unique_id", "start_date", "end_date", "display_date", "group", "text"}


def _timeline(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(exported(source, "list.timelinejs", lang, query))
    return document


def _check_date(value: dict[str, Any]) -> None:
    """A year, with a month only after it and a day only after that, each in its bounds."""
    assert list(value) in (["year"], ["year", "month"], ["year", "month", "day"])
    assert all(isinstance(part, int) for part in value.values())
    assert 1 <= value.get("month", 1) <= 12
    assert 1 <= value.get("day", 1) <= 31


def _check(document: dict[str, Any]) -> None:
    assert document["scale"] == "human"
    assert set(document["title"]["text"]) == {"headline", "text"}
    ids = [slide["unique_id"] for slide in document["events"]]
    assert len(set(ids)) == len(ids) == document["count"]
    for slide in document["events"]:
        assert set(slide) <= SLIDE
        assert isinstance(slide["group"], str)
        assert isinstance(slide["display_date"], str)
        assert set(slide["text"]) == {"headline", "text"}
    for dated in (*document["events"], *document["eras"]):
        _check_date(dated["start_date"])
        _check_date(dated.get("end_date", {"year": 1}))
    assert all(set(era) == {"unique_id", "start_date", "end_date", "text"} for era in document["eras"])


def test_the_shipped_list_is_a_timeline(shipped: StoreReader) -> None:
    """Every event is a slide with its title, its label, its category and its texts."""
    document = _timeline(shipped)
    _check(document)
    known = shipped.vocabulary
    for slide, event in zip(document["events"], shipped.events(EventQuery()), strict=True):
        assert slide["unique_id"] == event.id
        assert html.unescape(slide["text"]["headline"]) == event.texts["zh"].title
        assert slide["display_date"].startswith(date_label(event.date, "zh"))
        assert slide["group"] == known.categories[event.category].names["zh"]
        assert html.unescape(slide["text"]["text"]).startswith(f"<p>{event.texts['zh'].summary}</p><")


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_chronicle_is_a_timeline(chronicle: Chronicle) -> None:
    """Dates from -9999 to 9999, open ends and texts with anything in them."""
    with temporary_store(chronicle) as store:
        _check(_timeline(store, "all"))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021-06-28", {"year": 2021, "month": 6, "day": 28}, None),
        ("2021-06", {"year": 2021, "month": 6}, None),
        ("2021~", {"year": 2021}, None),
        ("199X", {"year": 1990}, None),
        ("-3300~", {"year": -3301}, None),
        ("-0043-03-15", {"year": -44, "month": 3, "day": 15}, None),
        ("0000", {"year": -1}, None),
        ("2021-11/2022-02-03", {"year": 2021, "month": 11}, {"year": 2022, "month": 2, "day": 3}),
        ("[2021-12..2022-02]", {"year": 2021, "month": 12}, None),
        ("2019/..", {"year": 2019}, None),
        ("../2020", {"year": 2020}, None),
    ],
)
def test_what_is_not_known_is_left_out(edtf: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    """No month or day is made up; only what lasted has an end; the label says the rest."""
    event = sample_event("only", edtf, "事")
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        (slide,) = _timeline(store)["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert slide["display_date"] == date_label(event.date, "zh")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2021/2025", {"year": 2021}, {"year": 2025}),
        ("2021-04-09/2021-12", {"year": 2021, "month": 4, "day": 9}, {"year": 2021, "month": 12}),
        ("2021", {"year": 2021}, {"year": 2021}),
        ("-0043~/0014", {"year": -44}, {"year": 14}),
        ("202X", {"year": 2020}, {"year": 2029}),
        ("2019/..", {"year": 2019}, {"year": 2026, "month": 3, "day": 14}),
    ],
)
def test_eras_are_as_long_as_they_lasted(edtf: str, start: dict[str, int], end: dict[str, int]) -> None:
    """As precise as they are known; one that is going on lasts until the day of the export."""
    era = SAMPLE_ERAS[0]._replace(date=parse_edtf(edtf))
    event = sample_event("only", "-0050/2021", "事")
    with temporary_store(SAMPLE._replace(events=(event,), eras=(era,))) as store:
        document = _timeline(store)
    text = {"headline": "“十四五”时期"}
    assert document["eras"] == [{"unique_id": "plan-14", "start_date": start, "end_date": end, "text": text}]


def test_only_the_eras_of_the_events_are_written() -> None:
    """A list of 2021 is not stretched by the Han dynasty, and a list without an event has no era."""
    with temporary_store(SAMPLE._replace(eras=SAMPLE_ERAS)) as store:
        day = parse_edtf("2021-06-28").first_day
        in_2021 = _timeline(store, query=EventQuery(first_day=day, last_day=day))
        nothing = _timeline(store, query=EventQuery(first_day=day, last_day=day, categories=frozenset()))
    assert [era["unique_id"] for era in in_2021["eras"]] == ["plan-14", "district"]
    assert nothing["eras"] == []


def test_markup_in_texts_stays_text() -> None:
    """TimelineJS shows its texts as HTML, so everything but paragraphs, lists and emphasis is escaped."""
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>[a](javascript:alert(1))\"'"
    event = sample_event("bad", "2021", "题")._replace(texts={"zh": EventText(bad, bad, bad, bad)}, source_heading=bad)
    category = Category("milestone", {"zh": bad}, "#B3261E", "#FF8A7A")
    with temporary_store(SAMPLE._replace(events=(event,), categories=(category,), titles={"zh": bad})) as store:
        document = _timeline(store)
    (slide,) = document["events"]
    shown = document["title"]["text"]["headline"] + slide["text"]["headline"] + slide["text"]["text"] + slide["group"]
    assert set(re.findall(r"<[^>]*>", shown)) <= {"<p>", "</p>"}


def test_it_says_what_it_is(shipped: StoreReader) -> None:
    """Query, count and content hash beside what TimelineJS reads; the title slide tells the visitor too."""
    query = EventQuery(min_importance=5)
    document = _timeline(shipped, "en", query)
    assert document["query"] == {"min_importance": 5}
    assert document["count"] == shipped.count(query) == len(document["events"])
    assert document["content_hash"] == shipped.content_hash
    assert html.unescape(document["title"]["text"]["text"]).endswith('<p>Query: {"min_importance": 5}</p>')
