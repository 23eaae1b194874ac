"""Garbage collection in the window's thread only, as a collected QObject must not be destroyed in another thread."""

import gc

from PySide6.QtCore import QObject, QTimerEvent

from qtviewer.ui.guard import guarded

_INTERVAL = 1_000  # milliseconds


@guarded
class GarbageCollector(QObject):
    """Collects garbage at intervals instead of Python's own collector; objects that exist already are left out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self.startTimer(_INTERVAL)

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Collect garbage if a threshold is exceeded."""
        collect_garbage()


def collect_garbage() -> None:
    """Collect the oldest generation whose threshold is exceeded, as Python's own collector would."""
    exceeded = zip(range(3), gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, count, threshold in exceeded if count > threshold > 0]
    if due:
        gc.collect(due[-1])
