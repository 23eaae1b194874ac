"""Exported JSON: what another program reads from it."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings

from qtviewer.domain.event import Chronicle, Status
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import as_csv, as_json, exported
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

FIELDS = [
    "id", "title", "summary", "body", "date", "date_label", "first_date", "last_date", "time", "precision",
    "approximate", "date_note", "category", "collection", "status", "importance", "places", "people",
    "organisations", "tags", "figures", "parent", "thread", "source", "source_locator", "lang",
    "date_basis",
]  # fmt: skip


@dataclass
class Row:
    """The fields of one exported event that a test names."""

    values: dict[str, Any]

    def __getitem__(self, names: str) -> list[Any]:
        return [self.values[name] for name in names.split()]


def _rows(lang: str = "zh") -> dict[str, Row]:
    with temporary_store(SAMPLE) as store:
        return {event["id"]: Row(event) for event in as_json(store, lang)["events"]}


def test_it_has_query_count_and_events_with_their_fields_in_order(shipped: StoreReader) -> None:
    """The shipped list: every event, every field that was promised, none more, in the promised order."""
    document = as_json(shipped)
    assert list(document) == ["query", "count", "content_hash", "events"]
    assert document["query"] == {}
    assert document["content_hash"] == shipped.content_hash
    assert document["count"] == len(document["events"]) == shipped.count(EventQuery())
    assert all(list(event) == FIELDS for event in document["events"])


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_chronicle_is_valid_json_with_the_same_fields(chronicle: Chronicle) -> None:
    """Whatever the texts hold, the document parses and its texts are those of the events."""
    with temporary_store(chronicle) as store:
        document = as_json(store)
    written = {event.id: event for event in chronicle.events}
    assert document["count"] == len(document["events"]) == len(written)
    for event in document["events"]:
        assert list(event) == FIELDS
        words = written[event["id"]].texts[event["lang"]]
        assert (event["title"], event["summary"], event["body"], event["date_note"]) == words


def test_a_whole_record_reads_as_expected() -> None:
    """Every kind of value: texts, dates, lists of names, figures, references by id, the source by name."""
    assert _rows()["metro-opens"].values == {
        "id": "metro-opens",
        "title": "地铁8号线开通",
        "summary": "地铁8号线开通。",
        "body": "地铁8号线开通，正文。正文完。",
        "date": "2021-06-28",
        "date_label": "2021年6月28日",
        "first_date": "2021-06-28",
        "last_date": "2021-06-28",
        "time": None,
        "precision": "day",
        "approximate": False,
        "date_note": "",
        "category": "milestone",
        "collection": "this-year",
        "status": "happened",
        "importance": 5,
        "places": ["下沙街道"],
        "people": [],
        "organisations": ["杭州地铁"],
        "tags": [],
        "figures": [{"number": 3.0, "value": "3", "unit": "条", "label": "换乘线路"}],
        "parent": "metro-begun",
        "thread": "metro",
        "source": "《钱塘》",
        "source_locator": "特别策划 · 地铁8号线开通",
        "lang": "zh",
        "date_basis": "printed",
    }


def test_dates_keep_their_ends() -> None:
    """Days before the year 1, open ends, intervals and uncertain days: EDTF and the first and last day."""
    rows, names = _rows(), "date first_date last_date precision approximate"
    assert rows["old-dyke"][names] == ["-0044~", "-0044-01-01", "-0044-12-31", "year", True]
    assert rows["campus"][names] == ["2019/..", "2019-01-01", None, "interval", False]
    assert rows["fair"][names] == ["2021-10-09/2021-10-11", "2021-10-09", "2021-10-11", "interval", False]
    assert rows["visit"][names] == ["[2021-12..2022-02]", "2021-12-01", "2022-02-28", "within", False]


def test_the_first_and_the_last_year_are_not_open_ends() -> None:
    """The bounds of the calendar are days like others."""
    events = (sample_event("first", "-9999", "初"), sample_event("last", "9999-12", "末"))
    with temporary_store(SAMPLE._replace(events=events)) as store:
        first, last = as_json(store)["events"]
        assert store.extent(EventQuery()) == (events[0].date.first_day, events[1].date.last_day)
    assert (first["first_date"], first["last_date"]) == ("-9999-01-01", "-9999-12-31")
    assert (last["first_date"], last["last_date"]) == ("9999-12-01", "9999-12-31")


def test_the_language_changes_words_but_no_key_and_no_id() -> None:
    """In English, texts and names are English; keys, ids and codes stay."""
    chinese, english = _rows("zh"), _rows("en")
    names = "id date category collection status precision parent thread importance"
    assert [row[names] for row in chinese.values()] == [row[names] for row in english.values()]
    assert english["metro-opens"]["title places organisations date_label source lang"] == [
        "Metro-Opens", ["Xiasha Subdistrict"], ["Hangzhou Metro"], "28 June 2021", "Qiantang magazine", "en",
    ]  # fmt: skip


def test_all_languages_stand_under_texts(shipped: StoreReader) -> None:
    """`all` adds the words of every language to each event, and leaves the other fields as they are."""
    plain, complete = as_json(shipped)["events"], as_json(shipped, "all")["events"]
    for event, with_texts in zip(plain, complete, strict=True):
        texts = with_texts.pop("texts")
        assert with_texts == event
        assert list(texts) == ["zh", "en"]
        for words in texts.values():
            assert list(words) == ["title", "summary", "body", "date_note", "figures"]
        assert texts["zh"]["title"] == event["title"]
        assert texts["zh"]["figures"] == event["figures"]
        assert texts["en"]["title"] != event["title"]


def test_the_query_is_told_as_it_was_asked() -> None:
    """Only conditions that were set, sets as sorted lists."""
    query = EventQuery(
        categories=frozenset({"milestone", "festival"}), statuses=frozenset({Status.HAPPENED}), first_day=0, search="8"
    )
    with temporary_store(SAMPLE) as store:
        document = as_json(store, query=query)
    assert document["query"] == {
        "categories": ["festival", "milestone"], "statuses": ["happened"], "first_day": 0, "search": "8",
    }  # fmt: skip
    assert [event["id"] for event in document["events"]] == ["metro-begun", "metro-opens"]


def test_no_match_is_an_empty_list() -> None:
    """Nothing found is a document with a count of 0, and a CSV with only its header."""
    with temporary_store(SAMPLE) as store:
        nothing = EventQuery(search="nothing like this")
        assert as_json(store, query=nothing) == {
            "query": {"search": "nothing like this"}, "count": 0, "content_hash": store.content_hash, "events": [],
        }  # fmt: skip
        assert as_csv(store, query=nothing) == []


@pytest.mark.parametrize("lang", ["zh", "en", "all"])
def test_chinese_stands_as_chinese_and_lines_end_with_the_document(shipped: StoreReader, lang: str) -> None:
    """No escapes for what UTF-8 can say, no byte order mark, one line end at the end."""
    content = exported(shipped, "list.json", lang)
    assert content.startswith(b"{")
    assert content.endswith(b"}\n")
    assert b"\\u" not in content


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_the_lines_of_jsonl_are_the_events_of_the_json(chronicle: Chronicle) -> None:
    """The first line states query, count and content hash; each line after it is an event."""
    with temporary_store(chronicle) as store:
        first, *lines = exported(store, "list.jsonl", "all").decode("utf-8").removesuffix("\n").split("\n")
        document = as_json(store, "all")
    assert [json.loads(line) for line in lines] == document.pop("events")
    assert json.loads(first) == document
