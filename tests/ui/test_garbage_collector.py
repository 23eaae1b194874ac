"""Garbage collection in the window's own thread."""

import gc
import weakref

from PySide6.QtCore import QObject, QTimerEvent
from pytestqt.qtbot import QtBot

from qtviewer.ui.garbage_collector import GarbageCollector


class Ring:
    """Refers to itself, so that only the garbage collector ends it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_collected_by_the_window_and_by_nobody_else(qtbot: QtBot) -> None:
    """Python's own collector rests; what a ring held is freed by the window's timer."""
    owner = QObject()
    GarbageCollector(owner, lambda: True)
    assert not gc.isenabled()
    try:
        ring = weakref.ref(Ring())
        kept = [Ring() for _ in range(10 * gc.get_threshold()[0])]
        assert ring() is not None
        del kept
        qtbot.waitUntil(lambda: ring() is None)
    finally:
        gc.unfreeze()


def test_old_objects_wait_for_a_view_that_stands_still(qtbot: QtBot) -> None:
    """While it moves only what was made lately is looked through, and the rest when it stands."""
    owner, moving = QObject(), [True]
    collector = GarbageCollector(owner, lambda: moving[0])
    try:
        ring = Ring()
        found = weakref.ref(ring)
        gc.collect(1)  # what is kept is old now
        del ring
        _make_old_objects(gc.get_threshold()[2] + 1)
        collector.timerEvent(QTimerEvent(0))
        assert found() is not None
        moving[0] = False
        _make_old_objects(1)
        collector.timerEvent(QTimerEvent(0))
        assert found() is None
    finally:
        gc.unfreeze()


def _make_old_objects(collections: int) -> None:
    """Collect young objects so often that those that are left count as many."""
    for _number in range(collections):
        gc.collect(1)
