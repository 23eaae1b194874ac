"""A visitor of the kiosk who does at random what hands do to a screen."""

import random

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from benchmarks.frames import application
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.style import TouchButton

_ACTIONS = 12  # a visit


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Seconds since it was made."""
        return self.now


class Visitor:
    """Taps, flicks, pinches, searches and switches the language of a window, which the clock belongs to."""

    def __init__(self, window: KioskWindow, clock: Clock, chance: random.Random) -> None:
        self._window, self._clock, self._chance = window, clock, chance
        self._device = QTest.createTouchDevice()
        self._actions = {
            self._tap_button: 3, self._tap_anywhere: 3, self._flick: 3, self._pinch: 3, self._search: 3,
            self._switch_language: 1,
        }  # fmt: skip

    def visit(self) -> None:
        """Wake the kiosk, do some things, and leave it alone until everything has begun again."""
        self._tap(QPoint(5, 5))
        for act in self._chance.choices([*self._actions], [*self._actions.values()], k=_ACTIONS):
            act()
            self._clock.now += 1
            _settle()
        self.leave()

    def leave(self) -> None:
        """Touch nothing until everything has begun again."""
        for seconds in (self._window.config.idle_seconds, self._window.config.countdown_seconds):
            self._clock.now += seconds
            self._window.tick()
            _settle()

    def _tap(self, at: QPoint) -> None:
        QTest.mouseClick(self._window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    def _anywhere(self) -> QPoint:
        return QPoint(self._chance.randrange(self._window.width()), self._chance.randrange(self._window.height()))

    def _tap_anywhere(self) -> None:
        self._tap(self._anywhere())

    def _tap_button(self) -> None:
        shown = (each for each in self._window.findChildren(TouchButton) if each.isVisible() and each.isEnabled())
        self._tap_on(self._chance.choice([each for each in shown if not each.visibleRegion().isEmpty()]))

    def _tap_on(self, button: QAbstractButton) -> None:
        self._tap(button.mapTo(self._window, button.visibleRegion().boundingRect().center()))

    def _switch_language(self) -> None:
        button = self._window.visit.bar.language
        if not self._window.large_code.isVisible():
            self._tap_on(button)

    def _flick(self) -> None:
        handle, start = self._window.windowHandle(), self._anywhere()
        step = QPoint(self._chance.randint(-40, 40), self._chance.randint(-10, 10))
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
        for at in range(1, 9):
            QTest.mouseMove(handle, self._inside(start + step * at))
            application().processEvents()
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=self._inside(start + step * 9))

    def _inside(self, at: QPoint) -> QPoint:
        """The nearest place of the window."""
        return QPoint(min(max(at.x(), 0), self._window.width() - 1), min(max(at.y(), 0), self._window.height() - 1))

    def _pinch(self) -> None:
        handle, centre = self._window.windowHandle(), self._anywhere()
        near, far = QPoint(self._chance.randint(20, 60), 0), QPoint(self._chance.randint(80, 200), 0)
        first, last = self._chance.sample((near, far), 2)
        touch = QTest.touchEvent(handle, self._device)
        touch.press(0, centre - first, handle).press(1, centre + first, handle).commit()
        touch.move(0, centre - last, handle).move(1, centre + last, handle).commit()
        touch.release(0, centre - last, handle).release(1, centre + last, handle).commit()

    def _search(self) -> None:
        page = self._window.visit.find_page
        if page.isHidden() and not self._window.large_code.isVisible():
            self._tap_on(self._window.visit.bar.find_button)
        for letter in self._chance.sample(sorted(page.pad.keys), 2):
            if page.pad.keys[letter].isVisible():
                self._tap_on(page.pad.keys[letter])
        while self._window.is_busy:
            application().processEvents()


def _settle() -> None:
    """Do what is due; what waits to be deleted waits for the main loop, which does not run here."""
    application().processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
