"""Ctrl+C: whether it was pressed, so that whatever it made fail is not told as another error."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

STATUS: Final = 130
"""Exit status of a command that was interrupted, as shells know it."""
_pressed: Final[list[int]] = []


def watch_interruptions() -> None:
    """Remember from now on that Ctrl+C was pressed, and raise KeyboardInterrupt as before; not where it is ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def was_interrupted() -> bool:
    """Return whether Ctrl+C was pressed."""
    return bool(_pressed)


def raise_if_interrupted() -> None:
    """Raise KeyboardInterrupt if Ctrl+C was pressed."""
    if was_interrupted():
        raise KeyboardInterrupt


@contextmanager
def interruptions_put_off() -> Iterator[None]:
    """Within the block Ctrl+C is only remembered, and KeyboardInterrupt raised at its end.

    For what loads and calls Qt: an exception that leaves Python for it may end the process without a word.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is not _interrupt:
        yield
        return
    signal.signal(signal.SIGINT, remember_interruption)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    raise_if_interrupted()


def remember_interruption(number: int, _frame: FrameType | None) -> None:
    """Remember that Ctrl+C was pressed; a handler of signals."""
    _pressed.append(number)


def ignore_interruptions() -> None:
    """Ignore Ctrl+C from now on, as the program ends already."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> None:
    remember_interruption(number, frame)
    raise KeyboardInterrupt
