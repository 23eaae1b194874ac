"""An event loop that Ctrl+C ends in order."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

from qtviewer.interruption import STATUS, remember_interruption, was_interrupted

_INTERVAL: Final = 500  # milliseconds after which Python notices a signal at the latest


@contextmanager
def ended_by_interruption() -> Iterator[None]:
    """Within the block, let Ctrl+C end the event loop with the status of an interruption, not where it is ignored."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, _end)
    timer = QTimer(interval=_INTERVAL)
    timer.timeout.connect(_end_if_interrupted)  # it may have been before; and Python handles signals only when it runs
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        signal.signal(signal.SIGINT, before)


def _end(number: int, frame: FrameType | None) -> None:
    remember_interruption(number, frame)
    _end_if_interrupted()


def _end_if_interrupted() -> None:
    if was_interrupted():
        QCoreApplication.exit(STATUS)
