"""From search to a hit, to what is told of it, to filters, list, help and another language, without a pointer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.theme import THEMES
from qtviewer.ui.window.help_sheet import HelpSheet
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.window.test_header import button, type_text
from tests.ui.windows import OpenWindow, Rest, chip_of, click, matching, press, rectangle_in, settle

Key = Qt.Key
_AROUND = 32  # pixels around a control that may show that it has the focus
_MOST_STOPS = 150


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shows_focus() -> bool:
    """Whether what has the focus looks otherwise without it."""
    widget = focused()
    window = widget.window()
    box = rectangle_in(window, widget).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & window.rect()
    settle()
    seen = window.grab(box).toImage()
    widget.clearFocus()
    without = window.grab(box).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return seen != without


def tab_to(window: MainWindow, is_there: Callable[[QWidget], bool]) -> None:
    """Press Tab until something has the focus, which can be seen at each stop."""
    for _ in range(_MOST_STOPS):
        press(window, Key.Key_Tab)
        assert shows_focus(), f"{type(focused()).__name__} {focused().accessibleName()}"
        if is_there(focused()):
            return
    pytest.fail("Tab does not lead there")


def search(window: MainWindow, rest: Rest, words: str) -> str:
    """Search for words, and go to the next hit; its id."""
    press(window, Key.Key_Slash)
    assert window.header.search_field.hasFocus()
    assert shows_focus()
    type_text(window, words)
    press(window, Key.Key_Return)
    rest(window)
    found = window.model.state.selected
    assert found in [head.id for head in matching(window)]
    return found


def read_and_copy(window: MainWindow, event_id: str) -> None:
    """Go to the pane, and copy what it tells."""
    tab_to(window, window.detail.isAncestorOf)
    tab_to(window, lambda widget: widget is window.browsing_bar.copy_text)
    press(window, Key.Key_Space)
    head = window.model.events.head(event_id)
    assert head is not None
    assert QGuiApplication.clipboard().text().startswith(head.title)


def open_list(window: MainWindow, qtbot: QtBot) -> None:
    """Show the list, and go to the next event in it."""
    before = window.model.state.selected
    tab_to(window, lambda widget: widget is button(window, "列表"))
    press(window, Key.Key_Space)
    assert window.event_list is not None
    qtbot.waitUntil(lambda: not window.is_busy)
    assert window.event_list.view.hasFocus()
    assert shows_focus()
    press(window, Key.Key_Down, Key.Key_Down)  # past the name of a month
    assert window.model.state.selected not in ("", before)


def look_up_help(window: MainWindow, qtbot: QtBot) -> None:
    """Open the help sheet and close it; the focus is where it was."""
    before = focused()
    press(window, Key.Key_F1)
    sheet = window.findChild(HelpSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: (QApplication.focusWidget() or window).window() is sheet)
    assert shows_focus()
    QTest.keyClick(sheet.windowHandle(), Key.Key_Tab)
    assert shows_focus()
    QTest.keyClick(sheet.windowHandle(), Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(HelpSheet) is None)
    window.activateWindow()  # as a desktop does when a dialog is closed
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    assert shows_focus()


@pytest.mark.parametrize("theme", THEMES)
def test_everything_can_be_reached_and_seen_without_a_pointer(
    open_window: OpenWindow, qtbot: QtBot, rest: Rest, theme: str
) -> None:
    """At every stop on the way it can be seen where one is, in every theme."""
    window = open_window("zh", theme)
    rest(window)
    hit = search(window, rest, "ditie")
    read_and_copy(window, hit)
    chip = chip_of(window, "outreach")
    tab_to(window, lambda widget: widget is chip)
    press(window, Key.Key_Space)
    rest(window)
    assert "outreach" not in window.model.active_categories()
    assert chip.hasFocus()
    open_list(window, qtbot)
    look_up_help(window, qtbot)
    tab_to(window, lambda widget: widget is button(window, "EN"))
    press(window, Key.Key_Space)
    assert window.model.state.lang == "en"
    assert shows_focus()
    for mode in ("list", "timeline"):
        QTest.keyClick(window.windowHandle(), Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        rest(window)
        assert (window.model.state.mode, window.model.state.selected) == (mode, hit)
    assert window.timeline.hasFocus()
    assert shows_focus()


def test_who_uses_the_pointer_sees_no_ring(open_window: OpenWindow, rest: Rest) -> None:
    """The ring around the timeline comes with a key, and goes with a click."""
    window = open_window()
    rest(window)
    panel = window.timeline.parentWidget()
    assert panel is not None
    calm = panel.grab().toImage().pixelColor(panel.width() // 2, 0)
    press(window, Key.Key_Shift)
    ringed = panel.grab().toImage().pixelColor(panel.width() // 2, 0)
    click(window.header, QPoint(30, 30))
    assert window.timeline.hasFocus()
    assert panel.grab().toImage().pixelColor(panel.width() // 2, 0) == calm != ringed
