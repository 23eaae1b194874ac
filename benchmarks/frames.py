"""Times of frames of the program's window, from an input until it is painted, at sixty inputs a second."""

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
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.garbage_collector import GarbageCollector
from qtviewer.ui.window.main_window import MainWindow

Size = tuple[int, int]
"""Width and height in pixels."""
FULL_HD: Size = (1920, 1080)
FOUR_K: Size = (3840, 2160)
_INTERVAL = 1 / 60  # seconds between two inputs
_SLOW = 0.016  # seconds
_CARDS = 300
_FLOOR_FRAMES = 120


class FrameTimes(NamedTuple):
    """Seconds of each frame, from the time its input was due."""

    seconds: tuple[float, ...]

    @property
    def p95(self) -> float:
        """The 95th percentile in seconds."""
        return statistics.quantiles(self.seconds, n=20)[-1]

    @property
    def median(self) -> float:
        """The median in seconds."""
        return statistics.median(self.seconds)

    @property
    def slow(self) -> int:
        """The number of frames longer than 16 ms."""
        return sum(second > _SLOW for second in self.seconds)


class _PaintDetector(QObject):
    """Sets `is_painted` when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.is_painted = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.is_painted = self.is_painted or event.type() == QEvent.Type.Paint
        return False


def application() -> QApplication:
    """Return the application of this process, made at the first call."""
    return QApplication.instance() or QApplication([])  # type: ignore[return-value]  # QCoreApplication in the stubs


def open_window(store: Path, size: Size = FULL_HD) -> MainWindow:
    """Return the program's window on a store, shown in a size and with everything loaded, as the program runs it."""
    running = application()
    window = make_window(open_source(store), EventQuery(), {"lang": "zh"})
    GarbageCollector(window, lambda: not window.timeline.is_at_rest)
    window.resize(*size)
    window.show()
    process_events(running, 0.6)
    return window


def process_events(running: QApplication, seconds: float) -> None:
    """Process events for some seconds."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        running.processEvents()
        time.sleep(0.001)


def measure_frames(widget: QWidget, act: Callable[[int], None], count: int) -> FrameTimes:
    """Call `act` with numbers from 0 to `count` - 1, sixty times a second, and return the times of the frames."""
    running, detector = application(), _PaintDetector(widget)
    seconds, due = [], time.perf_counter()
    for number in range(count):
        while time.perf_counter() < due:
            running.processEvents()
            time.sleep(0.0002)
        detector.is_painted = False
        act(number)
        while not detector.is_painted:
            running.processEvents()
        done = time.perf_counter()
        seconds.append(done - due)
        due = max(due + _INTERVAL, done)
    widget.removeEventFilter(detector)
    return FrameTimes(tuple(seconds))


class _FloorWidget(QWidget):
    """Fills its background and draws the same picture 300 times, moved by `shift` pixels."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.resize(*size)
        self._card = QPixmap(230, 48)
        self._card.fill(QColor("#B3261E"))
        self.shift = 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#F6F4EF"))
        for number in range(_CARDS):
            painter.drawPixmap(QPointF(number % 8 * 235 + self.shift, number // 8 * 27), self._card)
        painter.end()


def floor_frames(size: Size = FULL_HD) -> FrameTimes:
    """Return the times of a window of a size that only fills its background and draws 300 pictures."""
    widget = _FloorWidget(size)
    widget.show()

    def shift(number: int) -> None:
        widget.shift = number % 5
        widget.update()

    frames = measure_frames(widget, shift, _FLOOR_FRAMES)
    widget.close()
    return frames
