"""Animated changes of the scale: towards another one, and slowing down after a flick."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from qtviewer.timeline.scale import TimeScale

_INTERVAL = 16  # milliseconds between two steps
_DURATION = 0.18  # seconds that an animation to a scale takes
_DECAY = 0.325  # seconds after which a flick has 1/e of its speed
_MIN_SPEED = 30.0  # pixels a second at which a flick ends
_MAX_SPEED = 8_000.0  # pixels a second


class ScaleAnimation(QObject):
    """Changes a scale step by step, and calls `show` with the scale of each step.

    `is_reduced`: True shows the last scale at once, and makes a flick do nothing
    `target`: the scale that an animation leads to; None when there is none, and in a flick
    """

    def __init__(self, show: Callable[[TimeScale], None], parent: QObject) -> None:
        super().__init__(parent)
        self.is_reduced = False
        self._show = show
        self._step: Callable[[float], TimeScale | None] = lambda _seconds: None
        self._start_time = 0.0
        self.target: TimeScale | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._advance)

    @property
    def is_running(self) -> bool:
        """Whether an animation or a flick goes on."""
        return self._timer.isActive()

    def animate(self, start: TimeScale, target: TimeScale) -> None:
        """Change from one scale to another."""

        def step(seconds: float) -> TimeScale | None:
            share = min(seconds / _DURATION, 1.0)
            return start.interpolated(target, 1 - (1 - share) ** 3) if share < 1 else None

        self._start(step, target)

    def fling(self, start: TimeScale, speed: float) -> None:
        """Move on to later times, with a speed in pixels a second that decays; negative for earlier times."""
        if self.is_reduced or abs(speed) < 4 * _MIN_SPEED:
            return
        speed = max(-_MAX_SPEED, min(speed, _MAX_SPEED))

        def step(seconds: float) -> TimeScale | None:
            remaining = math.exp(-seconds / _DECAY)
            return start.panned(speed * _DECAY * (1 - remaining)) if abs(speed) * remaining > _MIN_SPEED else None

        self._start(step, None)

    def stop(self) -> None:
        """Stop at the scale shown last."""
        self._timer.stop()
        self.target = None

    def _start(self, step: Callable[[float], TimeScale | None], target: TimeScale | None) -> None:
        self.stop()
        if self.is_reduced and target is not None:
            self._show(target)
            return
        self._step, self.target, self._start_time = step, target, time.monotonic()
        self._timer.start()

    def _advance(self) -> None:
        scale, target = self._step(time.monotonic() - self._start_time), self.target
        if scale is None:
            self.stop()
            if target is not None:
                self._show(target)
            return
        self._show(scale)
