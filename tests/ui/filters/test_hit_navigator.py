"""Enter goes from hit to hit, and the bar says which one it is."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.slow_source import Slow
from tests.ui.windows import OpenWindow, Rest, matching, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(window: MainWindow) -> list[str]:
    """The words of the query bar that are no buttons."""
    assert window.filters.query_bar is not None
    return [label.text() for label in window.filters.query_bar.findChildren(QLabel) if label.isVisible()]


def enter(window: MainWindow, *, back: bool = False) -> None:
    """Press Enter, or Shift and Enter, where one searches."""
    window.header.search_field.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, SHIFT if back else Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(("lang", "third"), [("zh", "第 3 条，共 6 条"), ("en", "3 of 6")])
def test_enter_walks_the_hits_round(open_window: OpenWindow, rest: Rest, lang: str, third: str) -> None:
    """In date order, after the last the first; backwards with Shift; the keyboard stays in the field."""
    window = open_window(lang, query=EventQuery(search="地铁"), selected="")
    window.model.select("")
    hits = [head.id for head in matching(window)]
    walked = []
    for at in range(len(hits) + 1):
        enter(window)
        rest(window)
        walked.append(window.model.state.selected)
        if at == 2:
            assert said(window)[1] == third
    assert walked == [*hits, hits[0]]
    enter(window, back=True)
    assert window.model.state.selected == hits[-1]
    assert window.header.search_field.hasFocus()


def test_from_another_event_the_next_hit_in_time_is_first(open_window: OpenWindow, rest: Rest) -> None:
    """An event that is no hit has no number; the hit after it is next."""
    window = open_window("en", selected="gdp-passes-120-billion")
    before = window.model.events.head("gdp-passes-120-billion")
    assert before is not None
    window.model.search("地铁")
    rest(window)
    assert len(said(window)) == 1
    enter(window)
    chosen = window.model.events.head(window.model.state.selected)
    assert chosen is not None
    assert chosen.date.first_day >= before.date.first_day
    assert said(window)[1].endswith(" of 6")


def test_enter_after_typing_waits_for_the_hits(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """What was typed is searched at once, and its first hit chosen when it is found."""
    slow: Any = Slow(shipped)
    window = open_window(source=slow, selected="")
    window.model.select("")
    window.header.search_field.setText("年夜饭")
    enter(window)
    assert window.model.state.selected == ""
    slow.may_end["年夜饭"].set()
    qtbot.waitUntil(lambda: bool(window.model.state.selected))
    assert window.model.state.selected == matching(window)[0].id


def test_who_types_on_is_not_led_to_a_hit(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """The hits of a search that was given up are not walked."""
    slow: Any = Slow(shipped)
    window = open_window(source=slow, selected="")
    window.model.select("")
    window.header.search_field.setText("年夜饭")
    enter(window)
    window.model.search("地铁")
    for search in ("年夜饭", "地铁"):
        slow.may_end[search].set()
    qtbot.waitUntil(lambda: window.model.state.query.search == "地铁")
    assert window.model.state.selected == ""


def test_enter_in_an_empty_field_and_without_hits_does_no_harm(open_window: OpenWindow, rest: Rest) -> None:
    """Nothing is chosen, and nothing is said."""
    window = open_window()
    before = window.model.state.selected
    enter(window)
    assert window.model.state.selected == before
    window.header.search_field.setText("no such words")
    enter(window)
    rest(window)
    assert window.model.state.selected == before
    assert said(window)[0].endswith("0 条")
    press(window, Qt.Key.Key_Escape)
