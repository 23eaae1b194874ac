"""Movements of the timeline that take time: towards a view, and on after a flick."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qtviewer.timeline.scale import TimeScale

_FRAME = 16  # milliseconds
_DURATION = 0.18  # seconds a zoom takes
_DECAY = 0.325  # seconds in which a flick loses all but a third of its speed
_SLOWEST = 30.0  # pixels a second at which a flick ends
_FASTEST = 8_000.0  # pixels a second, whatever a touch screen says


class ScaleAnimation(QObject):
    """Moves a scale step by step; `show` is called with each, `is_reduced` makes every movement a jump."""

    def __init__(self, show: Callable[[TimeScale], None], parent: QObject) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._show = show
        self._step: Callable[[float], TimeScale | None] = lambda _seconds: None
        self._began = 0.0
        self.target: TimeScale | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME)
        self._timer.timeout.connect(self._advance)

    @property
    def is_moving(self) -> bool:
        """Whether a movement is under way."""
        return self._timer.isActive()

    def animate(self, start: TimeScale, target: TimeScale) -> None:
        """Move from one scale to another."""

        def step(seconds: float) -> TimeScale | None:
            share = min(seconds / _DURATION, 1.0)
            return start.interpolated(target, 1 - (1 - share) ** 3) if share < 1 else None

        self._begin(step, target)

    def fling(self, start: TimeScale, speed: float) -> None:
        """Let the content go on to the left with a speed in pixels a second, slower and slower."""
        if self.is_reduced or abs(speed) < 4 * _SLOWEST:
            return
        speed = max(-_FASTEST, min(speed, _FASTEST))

        def step(seconds: float) -> TimeScale | None:
            left = math.exp(-seconds / _DECAY)
            return start.panned(speed * _DECAY * (1 - left)) if abs(speed) * left > _SLOWEST else None

        self._begin(step, None)

    def stop(self) -> None:
        """Stay where the view is."""
        self._timer.stop()
        self.target = None

    def _begin(self, step: Callable[[float], TimeScale | None], target: TimeScale | None) -> None:
        self.stop()
        if self.is_reduced and target is not None:
            self._show(target)
            return
        self._step, self.target, self._began = step, target, time.monotonic()
        self._timer.start()

    def _advance(self) -> None:
        scale, target = self._step(time.monotonic() - self._began), self.target
        if scale is None:
            self.stop()
            if target is not None:
                self._show(target)
            return
        self._show(scale)
