"""Nothing that visitors can do leads out of the kiosk; staff leave by their PIN."""

from functools import reduce
from itertools import product
from operator import or_

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtviewer.kiosk.pin import FIRST_PAUSE, TRIES
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.ui.kiosk.input_filter import HOLD_SECONDS
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from tests.ui.kiosk.kiosks import Clock, OpenKiosk, differences, pass_time, snapshot_of, tap
from tests.ui.windows import settle

KEYS = Qt.Key
MODIFIERS = Qt.KeyboardModifier
CTRL, ALT, SHIFT, NONE = (
    MODIFIERS.ControlModifier, MODIFIERS.AltModifier, MODIFIERS.ShiftModifier, MODIFIERS.NoModifier,
)  # fmt: skip
LEADING_OUT = [
    (KEYS.Key_F4, ALT), (KEYS.Key_Tab, ALT), (KEYS.Key_Q, CTRL), (KEYS.Key_W, CTRL), (KEYS.Key_P, CTRL),
    (KEYS.Key_O, CTRL), (KEYS.Key_Escape, CTRL), (KEYS.Key_Delete, CTRL | ALT), (KEYS.Key_F10, SHIFT),
    (KEYS.Key_Escape, NONE), (KEYS.Key_F11, NONE), (KEYS.Key_Menu, NONE),
]  # fmt: skip


def _press_everything(window: KioskWindow) -> None:
    """Every key of a keyboard, with every combination of modifiers but the chord of staff."""
    chosen = product(*((NONE, each) for each in (CTRL, ALT, SHIFT, MODIFIERS.MetaModifier)))
    combinations = [reduce(or_, modifiers) for modifiers in chosen]
    keys = [*range(KEYS.Key_Space, KEYS.Key_AsciiTilde), *range(KEYS.Key_Escape, KEYS.Key_F35 + 1)]
    for modifiers in combinations:
        is_chord = modifiers & (CTRL | ALT | SHIFT) == CTRL | ALT | SHIFT
        for key in keys:
            if not (is_chord and key == KEYS.Key_Q):
                QTest.keyClick(window.windowHandle(), KEYS(key), modifiers)


def test_no_key_does_anything(visit: OpenKiosk) -> None:
    """Whatever keys are pressed together, the kiosk stays and looks as before."""
    window = visit()
    before = snapshot_of(window)
    _press_everything(window)
    assert differences(before, snapshot_of(window)) == {}
    assert window.isVisible()


@pytest.mark.parametrize(("key", "modifiers"), LEADING_OUT)
def test_no_known_chord_leads_out(open_kiosk: OpenKiosk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Nor do those that close windows, switch between them or open menus."""
    window = open_kiosk()
    QTest.keyClick(window.windowHandle(), key, modifiers)
    assert window.isVisible()
    assert window.pin_pad.isHidden()


def test_the_window_is_not_closed(visit: OpenKiosk) -> None:
    """Neither by the system, nor by the window's own slot, nor by the end of a session."""
    window = visit()
    QApplication.sendEvent(window.windowHandle(), QCloseEvent())
    window.close()
    settle()
    assert window.isVisible()


def test_a_right_click_and_a_menu_key_open_nothing(visit: OpenKiosk) -> None:
    """No menu appears, and nothing is pressed."""
    window = visit()
    before = snapshot_of(window)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        for widget in (window.visit.timeline.viewport(), window.visit.detail, window.visit.bar.find_button):
            place = widget.mapTo(window, widget.rect().center())
            QTest.mouseClick(window.windowHandle(), button, pos=place)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(400, 1300), QPoint(400, 1300))
    QApplication.sendEvent(window.visit.detail, menu)
    assert QApplication.activePopupWidget() is None
    assert differences(before, snapshot_of(window)) == {}


def test_nothing_can_be_dropped_or_dragged_out(visit: OpenKiosk) -> None:
    """Files dropped on the kiosk are refused; no text can be selected, so none can be dragged away."""
    window = visit()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/hostname")])
    at, copy = QPoint(500, 400), Qt.DropAction.CopyAction
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, copy, data, left, plain)
    QApplication.sendEvent(window.windowHandle(), entering)
    assert not entering.isAccepted()
    dropping = QDropEvent(QPointF(at), copy, data, left, plain)
    QApplication.sendEvent(window.windowHandle(), dropping)
    assert not dropping.isAccepted()
    flags = {label.textInteractionFlags() for label in window.findChildren(QLabel)}
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not any(each & selectable for each in flags)
    assert not any(label.openExternalLinks() for label in window.findChildren(QLabel))


def test_a_long_press_is_a_press(visit: OpenKiosk, clock: Clock) -> None:
    """A finger that stays opens nothing, and does what a tap does when it is lifted."""
    window = visit()
    button = window.visit.bar.text_size
    place = button.mapTo(window, button.rect().center())
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    pass_time(window, clock, 5)
    assert QApplication.activePopupWidget() is None
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert window.model.state.text_size == 125


def _ask_for_pin(window: KioskWindow) -> None:
    QTest.keyClick(window.windowHandle(), KEYS.Key_Q, CTRL | ALT | SHIFT)


def _type(window: KioskWindow, pin: str) -> None:
    for digit in (*pin, "✓"):
        tap(window.pin_pad.keys[digit])


def test_staff_leave_by_their_chord_and_pin(visit: OpenKiosk, qtbot: QtBot) -> None:
    """Ctrl+Alt+Shift+Q asks for the PIN; the right one ends the kiosk with the status of staff."""
    window = visit()
    _ask_for_pin(window)
    assert window.pin_pad.isVisible()
    with qtbot.waitSignal(window.ended) as ended:
        _type(window, "2468")
    assert ended.args == [STAFF_STATUS]
    assert not window.isVisible()


def test_the_pin_can_be_typed(visit: OpenKiosk, qtbot: QtBot) -> None:
    """With a keyboard at hand its digits do, but only while the PIN is asked for."""
    window = visit()
    _ask_for_pin(window)
    with qtbot.waitSignal(window.ended):
        for key in (KEYS.Key_2, KEYS.Key_4, KEYS.Key_6, KEYS.Key_8, KEYS.Key_Return):
            QTest.keyClick(window.windowHandle(), key)


def test_two_corners_held_ask_for_the_pin(visit: OpenKiosk, clock: Clock) -> None:
    """Two fingers in two corners, for three seconds; sooner lifted, they ask for nothing."""
    window = visit()
    device = QTest.createTouchDevice()
    corners = QPoint(20, 20), QPoint(window.width() - 20, 20)
    handle = window.windowHandle()
    QTest.touchEvent(handle, device).press(0, corners[0], handle).press(1, corners[1], handle).commit()
    pass_time(window, clock, HOLD_SECONDS - 1)
    QTest.touchEvent(handle, device).release(0, corners[0], handle).release(1, corners[1], handle).commit()
    pass_time(window, clock, HOLD_SECONDS)
    assert window.pin_pad.isHidden()
    QTest.touchEvent(handle, device).press(0, corners[0], handle).press(1, corners[1], handle).commit()
    pass_time(window, clock, HOLD_SECONDS)
    assert window.pin_pad.isVisible()
    QTest.touchEvent(handle, device).release(0, corners[0], handle).release(1, corners[1], handle).commit()


def test_wrong_pins_lock_the_pad(visit: OpenKiosk, clock: Clock) -> None:
    """After five wrong ones nothing is taken for a minute, not even the right one, also after a reset."""
    window = visit()
    _ask_for_pin(window)
    for _ in range(TRIES):
        _type(window, "0000")
    assert not window.pin_pad.keys["1"].isEnabled()
    assert "60" in window.pin_pad.message.text()
    pass_time(window, clock, 60 - 1)
    tap(window.pin_pad.cancel)
    _ask_for_pin(window)
    _type(window, "2468")
    assert window.isVisible()
    pass_time(window, clock, FIRST_PAUSE)
    window.reset()
    tap(window, QPoint(5, 5))
    _ask_for_pin(window)
    _type(window, "2468")
    assert not window.isVisible()


def test_without_a_pin_nobody_leaves(visit: OpenKiosk) -> None:
    """A kiosk that was told no PIN stays, and says how to make one."""
    window = visit(pin_hash="")
    _ask_for_pin(window)
    _type(window, "0000")
    assert window.isVisible()
    assert "--set-pin" in window.pin_pad.message.text()


def test_the_pad_of_a_visitor_who_found_it_is_forgotten(visit: OpenKiosk, clock: Clock) -> None:
    """It goes away with everything else, and with what was typed."""
    window = visit()
    _ask_for_pin(window)
    tap(window.pin_pad.keys["7"])
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    assert window.pin_pad.isHidden()
    assert window.pin_pad.digits == ""


def test_the_cursor_hides(visit: OpenKiosk, clock: Clock) -> None:
    """It hides after three seconds and comes back when a mouse moves."""
    window = visit()
    pass_time(window, clock, 3)
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(window.windowHandle(), QPoint(300, 300))
    assert QApplication.overrideCursor() is None
