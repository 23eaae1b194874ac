"""The chronicle that comes with the program."""

import re
from pathlib import Path

import pytest

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.content.toml_content import read_content
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.places import ROOT
from tests.store.stores import dump_store

CONTENT = ROOT / "data" / "content"
CHRONICLE_DATES = {
    "agricultural-academy-agreement": "2021-02-08",
    "party-history-campaign-begins": "2021-03-05",
    "qiantang-science-city-unveiled": "2021-03-25",
    "qiantang-district-founded": "2021-04-09",
    "litang-partnership-begins": "2021-06",
    "division-code-assigned": "2021-06",
    "first-party-congress": "2021-06-09",
    "metro-line-8-opens": "2021-06-28",
    "party-centenary-gala": "2021-06-30",
    "jiliang-alumni-park-opens": "2021-07-05",
    "first-two-sessions": "2021-07-19",
    "district-plaque-unveiled": "2021-07-23",
    "five-major-projects-start": "2021-08-13",
    "chen-weiwei-honoured": "2021-08-20",
    "beauty-cloud-city-launched": "2021-09-23",
    "huarui-aviation-plant-begun": "2021-09-29",
    "river-and-sea-city-launched": "2021-09-30",
    "first-qiantang-chaowan-festival": "2021-10-09",
    "roller-rink-passes-inspection": "2021-11",
    "hundred-thousand-businesses": "2021-11-16",
    "high-level-platform-list": "2021-12",
    "december-outbreak-response": "2021-12",
}
PRINTED_FIGURES = [
    "1200", "1218.23", "6.6", "13.96", "828.63", "375.65", "3000", "3169.11", "2661.28", "84", "461.34", "12.1",
    "126.8", "15.4", "118.6", "35.5", "3.1", "10", "1.21", "52.2", "4", "78", "205", "67.6", "150", "32", "3.4",
    "8.9", "112", "60", "700", "3.7", "16052", "5368", "7769", "2291", "25", "177.83", "9555", "1268", "113", "6240",
    "3", "5766", "222", "3840", "107",
]  # fmt: skip


@pytest.fixture(scope="module")
def events(shipped: StoreReader) -> list[Event]:
    """Every shipped event."""
    return list(shipped.events(EventQuery()))


def test_the_shipped_store_is_built_from_the_content(tmp_path: Path) -> None:
    """Building the content anew gives the same SQL as the store that is shipped."""
    built = tmp_path / "built.sqlite"
    write_store(read_content(CONTENT), built)
    assert dump_store(built) == dump_store(shipped_store_path()), "run `make build` and commit data/events.sqlite"


def test_every_category_has_events(shipped: StoreReader) -> None:
    """All eleven categories are filled, the first two with the chronicle and the Spring Festival stories."""
    counts = shipped.count_by(EventQuery(), "category")
    assert set(counts) == set(shipped.vocabulary.categories)
    assert len(counts) == 11
    assert counts["milestone"] >= 22
    assert counts["spring-festival"] >= 20
    assert shipped.count(EventQuery()) >= 200


def test_the_chronicle_of_2021_is_whole(shipped: StoreReader) -> None:
    """Every entry of the magazine's chronicle is there, with the date as it was printed."""
    entries = shipped.events(EventQuery(collections=frozenset({"qiantang-this-year"})))
    assert {event.id: format_edtf(event.date) for event in entries} == CHRONICLE_DATES


def test_every_event_is_told_in_both_languages(events: list[Event]) -> None:
    """Each has a title, a summary and a body in Chinese and in English; Chinese titles fit a card."""
    for event in events:
        assert set(event.texts) == {"zh", "en"}, event.id
        assert all(text.title and text.summary and text.body for text in event.texts.values()), event.id
        assert len(event.texts["zh"].title) <= 24, event.id


def test_few_events_made_the_year(events: list[Event]) -> None:
    """Importance 5 is kept for about eight events."""
    assert 5 <= sum(event.importance == 5 for event in events) <= 10


@pytest.mark.parametrize("figure", PRINTED_FIGURES)
def test_every_figure_of_the_year_can_be_searched_for(shipped: StoreReader, figure: str) -> None:
    """A number someone remembers from the data pages finds the event that states it, not only longer numbers."""
    pages = EventQuery(search=figure, collections=frozenset({"figures-2021"}))
    stated = re.compile(rf"(?<![\d.]){re.escape(figure)}(?!\.?\d)")
    words = [event.texts["zh"].title for event in shipped.events(pages)]
    words += [number.texts["zh"].value for event in shipped.events(pages) for number in event.figures]
    assert any(stated.search(word) for word in words)


def test_a_contradiction_in_the_source_is_said(shipped: StoreReader) -> None:
    """The skating hall's heading and text give different dates, and the event says so."""
    hall = shipped.event("roller-rink-passes-inspection")
    assert hall is not None
    assert format_edtf(hall.date) == "2021-11"
    assert "16" in hall.texts["zh"].date_note
    assert "16" in hall.texts["en"].date_note
