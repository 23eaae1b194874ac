"""Garbage collection in the window's own thread."""

import gc
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from qtviewer.ui.garbage_collector import GarbageCollector


class Ring:
    """Refers to itself, so that only the garbage collector ends it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_collected_by_the_window_and_by_nobody_else(qtbot: QtBot) -> None:
    """Python's own collector rests; what a ring held is freed by the window's timer."""
    owner = QObject()
    GarbageCollector(owner)
    assert not gc.isenabled()
    try:
        ring = weakref.ref(Ring())
        kept = [Ring() for _ in range(10 * gc.get_threshold()[0])]
        assert ring() is not None
        del kept
        qtbot.waitUntil(lambda: ring() is None)
    finally:
        gc.unfreeze()
