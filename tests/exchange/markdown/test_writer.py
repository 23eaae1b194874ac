"""The exported Markdown, read back by Qt's reader: everything is there, and texts stay texts."""

import re

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import EVERYTHING, exported
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles

pytestmark = pytest.mark.usefixtures("qapp")
BAD = "<b>x</b> [a](javascript:b) # _c_ `d` *e* ~f~ 1. | & \\ !"


def _read(source: StoreReader, lang: str = "zh", query: EventQuery = EVERYTHING) -> list[tuple[int, str]]:
    """The paragraphs of the document as it is shown, each with the level of its heading, 0 for a text."""
    document = QTextDocument()
    document.setMarkdown(exported(source, "list.md", lang, query).decode("utf-8"))
    blocks, block = [], document.begin()
    while block.isValid():
        blocks.append((block.blockFormat().headingLevel(), block.text().replace("\xa0", " ")))
        block = block.next()
    return blocks


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_event_is_told_whole(shipped: StoreReader, lang: str, qapp: QApplication) -> None:
    """Titles are headings, and summaries, bodies, figures, notes and sources are as in the store."""
    assert qapp is not None
    blocks = _read(shipped, lang)
    events = list(shipped.events(EventQuery()))
    assert sorted(text for level, text in blocks if level == 3) == sorted(event.texts[lang].title for event in events)
    paragraphs = {text for _level, text in blocks}
    told = "\n".join(paragraphs)
    for event in events:
        words = event.texts[lang]
        assert {words.summary, words.date_note} - {""} <= paragraphs
        assert date_label(event.date, lang) in told
        for line in words.body.splitlines():
            assert re.sub(r"^(-|\d+\.) ", "", line.strip()).replace("*", "") in told
        for figure in event.figures:
            assert f"{figure.texts[lang].value} {figure.texts[lang].unit}".strip() in told


def test_events_stand_under_their_month(shipped: StoreReader) -> None:
    """Each period once, in order."""
    headings = [text for level, text in _read(shipped) if level == 2]
    assert len(set(headings)) == len(headings)
    assert headings.index("2021年") < headings.index("2021年6月") < headings.index("2022年1月")


def test_nothing_in_a_text_becomes_markup() -> None:
    """Links, tags, emphasis and headings in a title or summary are shown as they are."""
    event = sample_event("bad", "2021", "题")._replace(texts={"zh": EventText(BAD, BAD, f"# {BAD}", f"- {BAD}")})
    with temporary_store(SAMPLE._replace(events=(event,), titles={"zh": BAD})) as store:
        blocks = _read(store)
    assert (1, BAD) in blocks
    assert (3, BAD) in blocks
    assert [text for level, text in blocks if level == 0 and BAD in text] == [BAD, f"- {BAD}"]
    assert (0, f"# {BAD.replace('*e*', 'e')}") in blocks


def test_it_says_what_it_is(shipped: StoreReader) -> None:
    """Query, in words too, count, content hash and time."""
    query = EventQuery(min_importance=5)
    texts = [text for _level, text in _read(shipped, "en", query)]
    assert texts[2:5] == [
        f"importance 5 · {shipped.count(query)} events", 'Query: {"min_importance": 5}',
        f"Content of the store (SHA-256): {shipped.content_hash}",
    ]  # fmt: skip
    assert texts[-1] == "Made 2026-03-14T15:09:26+00:00"


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_any_chronicle_has_a_heading_for_each_event(chronicle: Chronicle) -> None:
    """Whatever the titles hold, there are as many as events."""
    with temporary_store(chronicle) as store:
        text = exported(store, "list.md", "all").decode("utf-8")
    assert len(re.findall(r"^### ?", text, flags=re.MULTILINE)) == len(chronicle.events)
