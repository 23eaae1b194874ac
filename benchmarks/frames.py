"""Frames of the real window: from an input until its picture is painted, at sixty inputs a second."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from qtviewer.app.stores import open_source
from qtviewer.app.window import make_window
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.ui.window.main_window import MainWindow

WIDTH, HEIGHT = 1920, 1080
_INTERVAL = 1 / 60
_SLOW = 0.016
_CARDS = 300
_FLOOR_FRAMES = 120


class Frames(NamedTuple):
    """Seconds of each frame, from when its input was due."""

    seconds: tuple[float, ...]

    @property
    def p95(self) -> float:
        """What 95 of 100 frames keep within."""
        return statistics.quantiles(self.seconds, n=20)[-1]

    @property
    def median(self) -> float:
        """What half of the frames keep within."""
        return statistics.median(self.seconds)

    @property
    def slow(self) -> int:
        """Frames longer than 16 ms."""
        return sum(second > _SLOW for second in self.seconds)


class _PaintWatch(QObject):
    """Notices that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def application() -> QApplication:
    """The one application of this process."""
    return QApplication.instance() or QApplication([])  # type: ignore[return-value]  # QCoreApplication in the stubs


def open_window(store: Path) -> MainWindow:
    """The program's window on a store, in full size, after it has settled."""
    running = application()
    window = make_window(open_source(store), EventQuery(), {"lang": "zh"})
    window.resize(WIDTH, HEIGHT)
    window.show()
    rest(running, 0.6)
    return window


def rest(running: QApplication, seconds: float) -> None:
    """Let the program do what it does while nobody touches it."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        running.processEvents()
        time.sleep(0.001)


def measure(widget: QWidget, act: Callable[[int], None], count: int) -> Frames:
    """The frames that follow some inputs."""
    running, watch = application(), _PaintWatch(widget)
    seconds, due = [], time.perf_counter()
    for number in range(count):
        while time.perf_counter() < due:
            running.processEvents()
            time.sleep(0.0002)
        watch.painted = False
        act(number)
        while not watch.painted:
            running.processEvents()
        done = time.perf_counter()
        seconds.append(done - due)
        due = max(due + _INTERVAL, done)
    widget.removeEventFilter(watch)
    return Frames(tuple(seconds))


class _Cards(QWidget):
    """Fills itself and draws cached pictures of cards."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(WIDTH, HEIGHT)
        self._card = QPixmap(230, 48)
        self._card.fill(QColor("#B3261E"))
        self.shift = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#F6F4EF"))
        for number in range(_CARDS):
            at = QPointF(number % 8 * 235 + self.shift, number // 8 * 27)
            painter.drawPixmap(at, self._card)
        painter.end()


def floor() -> Frames:
    """The frames of a window that does nothing but fill itself and draw 300 cached pictures."""
    cards = _Cards()
    cards.show()

    def shift(number: int) -> None:
        cards.shift = number % 5
        cards.update()

    frames = measure(cards, shift, _FLOOR_FRAMES)
    cards.close()
    return frames
