"""The timeline on the move: flicks that slow down, what stops them, and no movement for who wants none."""

import time
from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import LEFT, OpenWindow, Rest, click, drag, press, wheel

SUMMER: Final[dict[str, Any]] = {
    "first": float(day_number(2021, 6)),
    "last": float(day_number(2021, 9)),
}
START: Final = QPoint(600, 200)


def flick(window: MainWindow, pixels: int) -> None:
    """Drag the timeline by some pixels and let go while it moves."""
    drag(window.timeline.viewport(), START, START + QPoint(pixels, 0))


@pytest.mark.parametrize("direction", [-1, 1])
def test_a_flick_goes_on_and_slows_down(open_window: OpenWindow, rest: Rest, direction: int) -> None:
    """The view goes on where the drag went, slower and slower, ends by itself, and keeps its magnification."""
    window = open_window(**SUMMER)
    days, passed = window.timeline.scale().days, list[tuple[float, float]]()
    flick(window, 150 * direction)
    window.model.viewport_changed.connect(lambda: passed.append((time.monotonic(), window.model.state.first)))
    assert window.timeline.navigation.animation.is_running
    rest(window)
    lefts = [left for _when, left in passed]
    assert len(lefts) > 4
    assert lefts == sorted(lefts, reverse=direction > 0)
    half = (passed[0][0] + passed[-1][0]) / 2
    middle = min(passed, key=lambda step: abs(step[0] - half))[1]
    assert abs(middle - lefts[0]) > 2 * abs(lefts[-1] - middle)
    assert window.timeline.scale().days == pytest.approx(days)


def test_a_press_stops_a_flick_and_chooses_nothing(open_window: OpenWindow, qtbot: QtBot, rest: Rest) -> None:
    """The view stays where it is caught; only the next click chooses what is under the pointer."""
    window = open_window(size=(1920, 1080), **SUMMER)
    before, far = window.model.state, 200 / window.timeline.scale().pixels_per_day
    flick(window, -150)
    qtbot.waitUntil(lambda: window.model.state.first > before.first + far)
    place = window.timeline.viewport().mapTo(window, START)
    QTest.mousePress(window.windowHandle(), LEFT, pos=place)
    caught = window.model.state
    assert not window.timeline.navigation.animation.is_running
    QTest.mouseRelease(window.windowHandle(), LEFT, pos=place)
    rest(window)
    assert window.model.state == caught
    assert (caught.selected, caught.cluster) == (before.selected, None)


def test_a_drag_that_comes_back_is_no_flick(open_window: OpenWindow) -> None:
    """Let go where the drag began, the view does not go on."""
    window = open_window(**SUMMER)
    handle, place = window.windowHandle(), window.timeline.viewport().mapTo(window, START)
    QTest.mousePress(handle, LEFT, pos=place)
    for x in (1, 60, 120, 60):
        QTest.mouseMove(handle, place + QPoint(x, 0))
    QTest.mouseRelease(handle, LEFT, pos=place + QPoint(1, 0))
    assert not window.timeline.navigation.animation.is_running


def test_reduced_motion_jumps(open_window: OpenWindow) -> None:
    """Wheel, keys and buttons show their view at once, and a drag ends where it is let go."""
    window = open_window("en", **SUMMER)
    view = window.timeline
    view.navigation.animation.is_reduced = True
    before = view.scale()
    wheel(view.viewport(), START, QPoint(0, 120))
    assert view.scale().days == pytest.approx(before.days / 1.25)
    press(window, Qt.Key.Key_PageDown)
    assert not view.navigation.animation.is_running
    click(next(found for found in window.header.findChildren(QPushButton) if found.text() == "All"))
    assert view.scale().days > 365
    assert not view.navigation.animation.is_running
    flick(window, 150)
    assert not view.navigation.animation.is_running


def test_turns_of_the_wheel_add_up_while_it_moves(open_window: OpenWindow, rest: Rest) -> None:
    """Three quick notches magnify as three slow ones do, around the same time."""
    window = open_window(**SUMMER)
    view = window.timeline
    before = view.scale()
    kept = before.time_at(400)
    for _ in range(3):
        wheel(view.viewport(), QPoint(round(400 + view.margins.names_width), 150), QPoint(0, 120))
    rest(window)
    assert view.scale().days == pytest.approx(before.days / 1.25**3)
    assert view.scale().x_at(kept) == pytest.approx(400, abs=0.5)


def test_no_frame_on_the_way_is_empty(open_window: OpenWindow, rest: Rest) -> None:
    """From a month to all years and back every step shows cards, and none covers another."""
    window = open_window(size=(1920, 1080), first=float(day_number(2022)), last=float(day_number(2022, 2)))
    view, steps = window.timeline, list[tuple[int, bool]]()

    def look() -> None:
        cards = view.scene().cards
        covered = any(card.box.overlaps(other.box) for at, card in enumerate(cards) for other in cards[at + 1 :])
        steps.append((len(cards), covered))

    window.model.viewport_changed.connect(look)
    for turn in (-600, -600, -600, 600, 600, 600):
        wheel(view.viewport(), QPoint(700, 300), QPoint(0, turn))
        rest(window)
    assert len(steps) > 12
    assert min(steps) > (0, False)
    assert not any(covered for _size, covered in steps)
