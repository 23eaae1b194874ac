"""Back and forward lead through what was shown, by buttons, keys and mouse."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.link_button import LinkButton, TagButton
from qtviewer.ui.view_state import Cluster, ViewState
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.slow_source import Slow
from tests.ui.windows import OpenWindow, Rest, click, drag, matching, wheel

ALT = Qt.KeyboardModifier.AltModifier
METRO = "metro-line-8-opens"


def shown(window: MainWindow) -> ViewState:
    """What a place of the history is made of."""
    return window.model.state


def back(window: MainWindow) -> None:
    """Click the button that leads back."""
    click(window.browsing_bar.back)


def search_and_leave(window: MainWindow, slow: Any, rest: Rest, chosen: str = METRO) -> None:
    """Search, choose an event, and ask for everything again; the next such search waits until it may end."""
    slow.may_end["地铁"].set()
    window.model.search("地铁")
    rest(window)
    window.model.select(chosen)
    window.model.request(EventQuery())
    rest(window)
    slow.may_end["地铁"].clear()


def tag(window: MainWindow, name: str) -> TagButton:
    """A name in the pane."""
    return next(found for found in window.detail.findChildren(TagButton) if found.accessibleName() == name)


def test_the_event_before_and_its_view_come_back(open_window: OpenWindow, rest: Rest) -> None:
    """Each chosen event is a place; its stretch of time is the one it was left with."""
    window = open_window(selected=METRO)
    states = [shown(window)]
    for head in (matching(window)[0], matching(window)[-1]):
        window.model.select(head.id)
        rest(window)
        states.append(shown(window))
    assert len({state.first for state in states}) == 3
    for state in (states[1], states[0]):
        back(window)
        rest(window)
        assert shown(window) == state
    assert not window.browsing_bar.back.isEnabled()
    for state in states[1:]:
        click(window.browsing_bar.forward)
        rest(window)
        assert shown(window) == state
    assert not window.browsing_bar.forward.isEnabled()


def test_a_moved_view_is_no_place(open_window: OpenWindow, rest: Rest) -> None:
    """Dragging, zooming and turning the wheel leave nothing to go back to."""
    window = open_window(selected=METRO)
    canvas = window.timeline.viewport()
    middle = canvas.rect().center()
    drag(canvas, middle, middle - QPoint(200, 0))
    rest(window)
    wheel(canvas, middle, QPoint(0, 120))
    rest(window)
    window.timeline.navigation.page(0.8)
    rest(window)
    assert not window.browsing_bar.back.isEnabled()


@pytest.mark.parametrize("jump", ["2021", "strip"])
def test_a_jump_is_a_place(open_window: OpenWindow, rest: Rest, jump: str) -> None:
    """From another stretch of time, back leads to the one before; Qt's frames between are none."""
    window = open_window(selected=METRO, first=2_459_300.0, last=2_459_700.0)
    rest(window)
    before = shown(window)
    if jump == "strip":
        click(window.overview, QPoint(10, 30))
    else:
        click(next(found for found in window.header.findChildren(QPushButton) if found.text() == jump))
    rest(window)
    assert shown(window).first != before.first
    back(window)
    rest(window)
    assert (shown(window).first, shown(window).last) == (before.first, before.last)
    assert not window.browsing_bar.back.isEnabled()


def test_a_name_is_one_click_from_all_its_events(open_window: OpenWindow, rest: Rest, shipped: StoreReader) -> None:
    """Its events are the only ones, all of them in view, whatever was filtered; back returns to what was."""
    window = open_window(size=(1280, 1400), query=EventQuery(min_importance=5), selected=METRO)
    before = shown(window)
    click(tag(window, "杭州地铁"))
    rest(window)
    asked = EventQuery(organisations=frozenset({"hangzhou-metro"}))
    assert shown(window).query == asked
    assert shown(window).selected == METRO
    extent = shipped.extent(asked)
    assert extent is not None
    assert shown(window).first <= extent[0] <= extent[1] <= shown(window).last
    back(window)
    rest(window)
    assert shown(window) == before


def test_a_whole_matter_is_one_click_away(open_window: OpenWindow, rest: Rest) -> None:
    """The last line of before and after shows all of it."""
    window = open_window("en", size=(1280, 1600), selected=METRO)
    last = [found for found in window.detail.findChildren(LinkButton) if type(found) is LinkButton][-1]
    assert last.accessibleName() == "All events of Metro"
    click(last)
    rest(window)
    event = window.model.source.event(METRO)
    assert event is not None
    assert shown(window).query == EventQuery(threads=frozenset({event.thread}))
    assert METRO in [head.id for head in matching(window)]


@pytest.mark.parametrize("place", ["timeline", "search_field", "list"])
def test_keys_lead_back_and_forward_wherever_the_focus_is(open_window: OpenWindow, rest: Rest, place: str) -> None:
    """Alt and an arrow, which alone goes from event to event, or through a text."""
    window = open_window(selected=METRO, mode="list" if place == "list" else "timeline")
    window.model.select(matching(window)[0].id)
    rest(window)
    after = shown(window)
    widgets: dict[str, QWidget] = {"timeline": window.timeline, "search_field": window.header.search_field}
    if window.event_list is not None:
        widgets["list"] = window.event_list.view
    widgets[place].setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left, ALT)
    rest(window)
    assert shown(window).selected == METRO
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right, ALT)
    rest(window)
    assert shown(window).selected == after.selected


def test_the_buttons_of_a_mouse_lead_back_and_forward_wherever_it_is(open_window: OpenWindow, rest: Rest) -> None:
    """What is under the pointer neither hinders them nor takes them for a click."""
    window = open_window(selected=METRO)
    other = matching(window)[0].id
    window.model.select(other)
    rest(window)
    buttons = Qt.MouseButton
    for widget in (window.timeline.viewport(), window.detail, window.header.search_field, window.overview):
        place = widget.mapTo(window, widget.rect().center())
        for button, expected in ((buttons.BackButton, METRO), (buttons.ForwardButton, other)):
            QTest.mouseClick(window.windowHandle(), button, pos=place)
            rest(window)
            assert shown(window).selected == expected


def test_back_to_a_search_waits_for_its_events(
    open_window: OpenWindow, qtbot: QtBot, rest: Rest, shipped: StoreReader
) -> None:
    """Until they are found all stays as it is; then the search and what was chosen in it are there together."""
    slow: Any = Slow(shipped)
    window = open_window(source=slow, selected=METRO)
    search_and_leave(window, slow, rest, chosen="transport-projects-2021")
    window.model.select(METRO)
    rest(window)
    for _ in range(3):
        back(window)
    assert (shown(window).query.search, shown(window).selected) == ("", "transport-projects-2021")
    slow.may_end["地铁"].set()
    qtbot.waitUntil(lambda: not window.model.is_searching)
    rest(window)
    assert (shown(window).query.search, shown(window).selected) == ("地铁", METRO)
    assert window.browsing_bar.forward.isEnabled()


def test_who_chooses_something_else_meanwhile_keeps_it(
    open_window: OpenWindow, rest: Rest, shipped: StoreReader
) -> None:
    """An event that is chosen while going back is still sought stays chosen."""
    slow: Any = Slow(shipped)
    window = open_window(source=slow, selected=METRO)
    search_and_leave(window, slow, rest)
    back(window)
    window.model.select("transport-projects-2021")
    slow.may_end["地铁"].set()
    rest(window)
    assert (shown(window).query.search, shown(window).selected) == ("地铁", "transport-projects-2021")


def test_who_asks_for_something_else_meanwhile_gets_it(
    open_window: OpenWindow, rest: Rest, shipped: StoreReader
) -> None:
    """It is a place of its own, from which back leads on to where one was going."""
    slow: Any = Slow(shipped)
    window = open_window(source=slow, selected=METRO)
    search_and_leave(window, slow, rest)
    back(window)
    window.model.request(EventQuery(min_importance=5))
    slow.may_end["地铁"].set()
    rest(window)
    assert shown(window).query == EventQuery(min_importance=5)
    back(window)
    rest(window)
    assert shown(window).query == EventQuery(search="地铁")


def test_a_cluster_and_the_list_come_back(open_window: OpenWindow, rest: Rest) -> None:
    """What was listed together and how events were shown belong to a place."""
    window = open_window(selected=METRO)
    cluster = Cluster("milestone", (2_459_200 * 1440, 2_459_600 * 1440), 3)
    window.model.open_cluster(cluster)
    window.model.change(mode="list")
    rest(window)
    back(window)
    assert (shown(window).mode, shown(window).cluster) == ("timeline", cluster)
    back(window)
    assert (shown(window).selected, shown(window).cluster) == (METRO, None)
