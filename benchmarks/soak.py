"""Visits to the kiosk, one after the other in one process: what it remembers of them, and how long its frames take.

`QTVIEWER_SOAK_VISITS` says how many visits, 10,000 without it.
"""

import os
import random
import sys
from collections.abc import Iterator
from itertools import count
from types import TracebackType

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from benchmarks.figures import Figure
from benchmarks.frames import Frames, application, floor, measure, rest
from qtviewer.kiosk.config import KioskConfig
from qtviewer.resources import shipped_store
from qtviewer.store.reader import StoreReader
from qtviewer.ui.garbage import GarbageCollector, collect_garbage
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.look import TouchButton
from qtviewer.ui.kiosk.shell import open_window

_VISITS = 10_000
_SEED = 20_260_628
_ACTIONS = 12  # a visit
_WARM_UP = 0.2  # of the visits, after which memory may not grow any more
_PAN = 24  # pixels a frame
_FRAMES = 240
_SIZE = (1080, 1920)


class _Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class _Visitor:
    """Does at random what hands do to a screen."""

    def __init__(self, window: KioskWindow, clock: _Clock, chance: random.Random) -> None:
        self._window, self._clock, self._chance = window, clock, chance
        self._device = QTest.createTouchDevice()

    def visit(self) -> None:
        """Wake the kiosk, do some things, and leave it alone until everything has begun again."""
        window, clock = self._window, self._clock
        self._tap(QPoint(5, 5))
        for _ in range(_ACTIONS):
            self._chance.choice((self._tap_button, self._tap_anywhere, self._flick, self._pinch, self._search))()
            clock.now += 1
            application().processEvents()
        for seconds in (window.config.idle_seconds, window.config.countdown_seconds):
            clock.now += seconds
            window.tick()
        application().processEvents()

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
        if page.isHidden() and not self._window.code.isVisible():
            self._tap_on(self._window.visit.bar.find_button)
        for letter in self._chance.sample(sorted(page.pad.keys), 2):
            if page.pad.keys[letter].isVisible():
                self._tap_on(page.pad.keys[letter])
        while self._window.is_busy:
            application().processEvents()


def soak() -> Iterator[Figure]:
    """Memory after all visits to that after the warm-up, at most 1.05; unforeseen errors, none; a panning frame."""
    visits = int(os.environ.get("QTVIEWER_SOAK_VISITS", _VISITS))
    application()
    clock, failures = _Clock(), count()
    source = StoreReader(shipped_store())
    window = open_window(KioskConfig(), source, clock)
    window.resize(*_SIZE)
    window.show()
    GarbageCollector(window)
    rest(application(), 1.0)
    _count_failures(failures)
    visitor, warm = _Visitor(window, clock, random.Random(_SEED)), 0.0  # noqa: S311 - the same visits every time
    for number in range(visits):
        visitor.visit()
        collect_garbage()
        if number == int(visits * _WARM_UP):
            warm = _resident()
    yield Figure.of("soak_memory", visits, _resident(), "MB", warm)
    yield Figure.of("soak_failures", visits, next(failures), "errors", visits)
    frames = _frames(window, clock)
    yield Figure.of("soak_pan", visits, frames.p95 * 1e3, "ms", floor().median * 1e3)
    window.leave(0)
    source.close()


def _frames(window: KioskWindow, clock: _Clock) -> Frames:
    """Frames of panning, after all those visits."""
    clock.now += 1
    window.touched()
    rest(application(), 1.0)
    view = window.visit.timeline
    return measure(view.viewport(), lambda at: view.pan(_PAN if at < _FRAMES / 2 else -_PAN, 0), _FRAMES)


def _count_failures(failures: "count[int]") -> None:
    shown = sys.excepthook

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        next(failures)
        shown(kind, error, trace)

    sys.excepthook = report


def _resident() -> float:
    """MB of this process in memory, on Linux."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - not a file one could name
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
