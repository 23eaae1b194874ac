"""Garbage collection in the window's own thread: what is found may be a QObject, and no other thread may destroy it."""

import gc

from PySide6.QtCore import QObject, QTimerEvent

_LOOK_EVERY = 1_000  # milliseconds


class GarbageCollector(QObject):
    """Collects garbage from now on, but not among what is already there; Python's own collector rests."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self.startTimer(_LOOK_EVERY)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Look whether there is enough garbage."""
        collect_garbage()


def collect_garbage() -> None:
    """Collect the oldest generation whose threshold is exceeded, as Python's own collector would."""
    exceeded = zip(range(3), gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, count, threshold in exceeded if count > threshold > 0]
    if due:
        gc.collect(due[-1])
