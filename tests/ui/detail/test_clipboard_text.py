"""What is copied can be pasted and opened anywhere."""

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.link import Link, parse_link
from tests.store.samples import SAMPLE
from tests.ui.windows import OpenWindow, click

QUERY = EventQuery(search="地铁8号线", min_importance=2)


def pasted() -> str:
    """What is in the clipboard."""
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("selected", ["metro-opens", ""])
def test_a_copied_link_leads_to_what_was_shown(open_window: OpenWindow, selected: str) -> None:
    """The event, if there is one, and every filter; the button says that it was copied."""
    window = open_window(chronicle=SAMPLE, query=QUERY)
    window.model.select(selected)
    button = window.browsing_bar.copy_link
    click(button)
    assert parse_link(pasted()) == Link(selected, QUERY)
    assert pasted().isascii()
    assert button.text() in ("已复制", "✓")
    assert window.browsing_bar.copy_text.isEnabled() is bool(selected)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("zh", ["地铁8号线开通", "2021年6月28日 星期一", "地铁8号线开通。", "《钱塘》 · 特别策划 · 地铁8号线开通"]),
        ("en", ["Metro-Opens", "Monday, 28 June 2021", "Summary of metro-opens.",
                "Qiantang magazine · 特别策划 · 地铁8号线开通"]),
    ],
)  # fmt: skip
def test_a_copied_text_says_what_when_and_where_from(open_window: OpenWindow, lang: str, expected: list[str]) -> None:
    """Title, date, summary, source and link, a line each, in the language that is shown."""
    window = open_window(lang, chronicle=SAMPLE, selected="metro-opens")
    click(window.browsing_bar.copy_text)
    *lines, link = pasted().split("\n")
    assert lines == expected
    assert parse_link(link) == Link("metro-opens")


def test_the_markup_of_a_summary_is_not_copied(open_window: OpenWindow) -> None:
    """Bold words are words, and what looks like HTML stays as it is."""
    event = SAMPLE.events[0]
    texts = {"zh": event.texts["zh"]._replace(summary="要**点** <b>1</b> & 2。")}
    window = open_window(chronicle=SAMPLE._replace(events=(event._replace(texts=texts),)), selected=event.id)
    click(window.browsing_bar.copy_text)
    assert "\n要点 <b>1</b> & 2。\n" in pasted()


def test_the_button_says_so_for_a_while(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Then it offers to copy again; only the button that was clicked says it."""
    window = open_window("en", chronicle=SAMPLE, selected="metro-opens")
    bar = window.browsing_bar
    before = bar.copy_text.text()
    click(bar.copy_link)
    assert (bar.copy_link.text(), bar.copy_text.text()) == ("Copied", before)
    qtbot.waitUntil(lambda: bar.copy_link.text() == "Copy link")
