"""What was searched for is marked in cards, list and detail pane, and nothing else is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.domain.event import EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.markdown_subset import safe_markdown
from qtviewer.domain.search.highlight import HitFinder
from qtviewer.timeline.card import Card
from qtviewer.ui.look.highlighted_text import HighlightedText, highlighted_html
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.look.theme import THEMES, themed
from qtviewer.ui.timeline.card_text import ranges_in_titles
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE
from tests.timeline.samples import head
from tests.ui.windows import OpenWindow, Rest, settle

THEME = themed("light", "zh")
_MARK = re.compile(rf"background-color:{THEME.hit.lower()};[^>]*>([^<]*)<")


def marked_in(widget: QWidget) -> int:
    """How many pixels have the colour of a hit."""
    picture = widget.grab().toImage()
    hit = QColor(THEME.hit).rgb()
    return sum(picture.pixel(x, y) == hit for x in range(picture.width()) for y in range(0, picture.height(), 3))


def marks(window: MainWindow) -> list[str]:
    """What is marked in the labels of the detail pane."""
    return [mark for label in window.detail.findChildren(QLabel) for mark in _MARK.findall(label.text())]


@pytest.mark.parametrize("mode", ["timeline", "list"])
def test_hits_are_marked_where_events_are_shown(open_window: OpenWindow, qtbot: QtBot, rest: Rest, mode: str) -> None:
    """Without a search nothing is, with one titles are, and when it is cleared no more."""
    window = open_window(chronicle=SAMPLE, selected="fair", mode=mode)
    shown = window.event_list.view.viewport() if window.event_list else window.timeline.viewport()
    counts = []
    for search in ("", "地铁", "ditie", ""):
        window.model.search(search)
        rest(window)
        qtbot.waitUntil(lambda: not window.is_busy)
        settle()
        counts.append(marked_in(shown))
    assert counts[0] == counts[3] == 0
    assert counts[1] == counts[2] > 100


def test_the_detail_pane_marks_texts_figures_names_and_links(open_window: OpenWindow) -> None:
    """Title, summary, body and label of a figure as HTML, names and links painted; the text reads as before."""
    plain = open_window(chronicle=SAMPLE, selected="metro-opens")
    window = open_window(chronicle=SAMPLE, selected="metro-opens", query=EventQuery(search="地铁"))
    assert marks(window) == ["地铁"] * 3
    assert marked_in(window.detail) > 100
    assert [link.accessibleName() for link in window.detail.findChildren(LinkButton)] == [
        link.accessibleName() for link in plain.detail.findChildren(LinkButton)
    ]
    window = open_window(chronicle=SAMPLE, selected="metro-opens", query=EventQuery(search="换乘"))
    assert marks(window) == ["换乘"]


def test_markup_and_html_do_not_get_in_the_way(open_window: OpenWindow) -> None:
    """A word that is half bold is marked whole, and what looks like HTML stays text."""
    text = EventText("<b>地铁</b>", "要**地**铁 <i>x</i>。", "文")
    event = SAMPLE.events[0]._replace(texts={"zh": text}, tags=())
    window = open_window(chronicle=SAMPLE._replace(events=(event,)), selected=event.id, query=EventQuery(search="地铁"))
    assert marks(window) == ["地铁", "地", "铁"]
    labels = "".join(label.text() for label in window.detail.findChildren(QLabel))
    assert "&lt;b&gt;" in labels
    assert "&lt;i&gt;x&lt;/i&gt;" in labels


def test_a_hit_in_another_language_is_told(open_window: OpenWindow) -> None:
    """Who searches in Chinese and reads English is told why the event is there; otherwise there is no such line."""
    told = "What you search for stands in the text in Chinese."
    for search, expected in (("地铁8号线", True), ("metro", False)):
        window = open_window("en", chronicle=SAMPLE, selected="metro-opens", query=EventQuery(search=search))
        assert (told in [label.text() for label in window.detail.findChildren(QLabel)]) is expected


def test_a_cluster_marks_each_title_by_itself() -> None:
    """Places are those in its line, also where a title looks like the number before it."""
    heads = tuple(head(title, "2021", title=title) for title in ("3", "地铁", "铁"))
    card = Card("milestone", heads, 3, 0.0, 1.0, 100.0)
    line = "+3  3 · 地铁 · 铁"
    assert [line[a:b] for a, b in ranges_in_titles(card, HitFinder("3"), 4)] == ["3"]
    assert ranges_in_titles(card, HitFinder("3"), 4)[0] == (4, 5)
    assert [line[a:b] for a, b in ranges_in_titles(card, HitFinder("铁"), 4)] == ["铁", "铁"]
    assert ranges_in_titles(card._replace(heads=heads[1:2], size=1), HitFinder("铁"), 0) == [(1, 2)]


@settings(deadline=None, max_examples=100)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(["a😀地铁b", "地铁\n地铁"]),
    st.booleans(),
)
def test_any_text_is_marked_without_harm(text: str, markdown: bool) -> None:
    """As HTML and painted, beyond the first 65,536 characters of Unicode too, and cut by an ellipsis."""
    hits = HitFinder(text[:3] or "x")
    highlighted_html(safe_markdown(text) if markdown else text, hits.in_text, THEME, markdown=markdown)
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    for shown in (text, f"{text[:2]}…", ""):
        HighlightedText(shown, hits.in_text(text), THEME).draw(painter, QRectF(0, 0, 200, 60), QColor(THEME.ink))
    painter.end()


@pytest.mark.parametrize(("text", "marked"), [("a😀地铁b", "地铁"), ("😀😀", ""), ("铁地铁", "地铁")])
def test_places_are_counted_as_qt_does(text: str, marked: str) -> None:
    """An emoji before a hit does not move its mark."""
    html = highlighted_html(text, HitFinder("地铁").in_text, THEME, markdown=False)
    assert (_MARK.findall(html) if html else [""]) == [marked]


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_a_mark_of_its_own(name: str) -> None:
    """It differs from every other ground on which titles are written."""
    theme = THEMES[name]
    assert theme.hit not in (theme.panel, theme.ground, theme.selected, theme.festival)
