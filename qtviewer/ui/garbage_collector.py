"""Garbage collection in the window's thread only, as a collected QObject must not be destroyed in another thread."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimerEvent

from qtviewer.ui.guard import guarded

_INTERVAL = 1_000  # milliseconds
_LONGEST_WAIT = 60  # intervals that a collection of all objects waits for a moment without movement


@guarded
class GarbageCollector(QObject):
    """Collects garbage at intervals instead of Python's own collector; objects that exist already are left out.

    While `is_moving` returns True, only young objects are collected: looking through all of them takes longer than a
    frame may take.
    """

    def __init__(self, parent: QObject, is_moving: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_moving = is_moving
        self._waits = 0
        gc.disable()
        gc.freeze()
        self.startTimer(_INTERVAL)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Collect garbage if a threshold is exceeded."""
        may_wait = self._waits < _LONGEST_WAIT and self._is_moving()
        self._waits = self._waits + 1 if may_wait else 0
        collect_garbage(oldest_generation=1 if may_wait else 2)


def collect_garbage(oldest_generation: int = 2) -> None:
    """Collect the oldest generation, up to one of 0 to 2, whose threshold is exceeded, as Python's collector would."""
    exceeded = zip(range(oldest_generation + 1), gc.get_count(), gc.get_threshold(), strict=False)
    due = [generation for generation, count, threshold in exceeded if count > threshold > 0]
    if due:
        gc.collect(due[-1])
