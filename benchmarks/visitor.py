"""A simulated visitor of the kiosk, who touches the screen at random."""

import random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from benchmarks.frames import application
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.style import TouchButton

_ACTIONS = 12  # in a visit


class Clock:
    """A monotonic clock whose time the benchmark sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


class Visitor:
    """Taps, flicks, pinches, searches and switches the language of a window; `clock` is the window's."""

    def __init__(self, window: KioskWindow, clock: Clock, generator: random.Random) -> None:
        self._window, self._clock, self._random = window, clock, generator
        self._device = QTest.createTouchDevice()
        self._actions = {
            self._tap_button: 3, self._tap_anywhere: 3, self._flick: 3, self._pinch: 3, self._search: 3,
            self._switch_language: 1,
        }  # fmt: skip

    def visit(self) -> None:
        """Wake the kiosk, do some random actions, and wait for the reset."""
        self._tap(QPoint(5, 5))
        for act in self._random.choices([*self._actions], [*self._actions.values()], k=_ACTIONS):
            act()
            self._clock.now += 1
            _process_events()
        self.leave()

    def leave(self) -> None:
        """Let the time pass until the kiosk is reset."""
        for seconds in (self._window.config.idle_seconds, self._window.config.countdown_seconds):
            self._clock.now += seconds
            self._window.tick()
            _process_events()

    def _tap(self, point: QPoint) -> None:
        QTest.mouseClick(self._window.windowHandle(), Qt.MouseButton.LeftButton, pos=point)

    def _random_point(self) -> QPoint:
        return QPoint(self._random.randrange(self._window.width()), self._random.randrange(self._window.height()))

    def _tap_anywhere(self) -> None:
        self._tap(self._random_point())

    def _tap_button(self) -> None:
        buttons = (button for button in self._window.findChildren(TouchButton) if button.isVisible())
        usable = [button for button in buttons if button.isEnabled() and not button.visibleRegion().isEmpty()]
        self._tap_on(self._random.choice(usable))

    def _tap_on(self, button: QAbstractButton) -> None:
        self._tap(button.mapTo(self._window, button.visibleRegion().boundingRect().center()))

    def _switch_language(self) -> None:
        button = self._window.visit.bar.language
        if not self._window.large_code.isVisible():
            self._tap_on(button)

    def _flick(self) -> None:
        handle, start = self._window.windowHandle(), self._random_point()
        step = QPoint(self._random.randint(-40, 40), self._random.randint(-10, 10))
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        for number in range(1, 9):
            QTest.mouseMove(handle, self._inside(start + step * number))
            application().processEvents()
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=self._inside(start + step * 9))

    def _inside(self, point: QPoint) -> QPoint:
        """Return the nearest point in the window."""
        width, height = self._window.width(), self._window.height()
        return QPoint(min(max(point.x(), 0), width - 1), min(max(point.y(), 0), height - 1))

    def _pinch(self) -> None:
        handle, centre = self._window.windowHandle(), self._random_point()
        near, far = QPoint(self._random.randint(20, 60), 0), QPoint(self._random.randint(80, 200), 0)
        first, last = self._random.sample((near, far), 2)
        touch = QTest.touchEvent(handle, self._device)
        touch.press(0, centre - first, handle).press(1, centre + first, handle).commit()
        touch.move(0, centre - last, handle).move(1, centre + last, handle).commit()
        touch.release(0, centre - last, handle).release(1, centre + last, handle).commit()

    def _search(self) -> None:
        page = self._window.visit.find_page
        if page.isHidden() and not self._window.large_code.isVisible():
            self._tap_on(self._window.visit.bar.find_button)
        for letter in self._random.sample(sorted(page.pad.keys), 2):
            if page.pad.keys[letter].isVisible():
                self._tap_on(page.pad.keys[letter])
        while self._window.is_busy:
            application().processEvents()


def _process_events() -> None:
    """Process events, also those that delete objects, which Qt leaves to a main loop."""
    application().processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
