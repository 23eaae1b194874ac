"""Work beside the window: the newest wish is carried out, its answer comes back to the window's own thread."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimerEvent

from qtviewer.domain.errors import ViewerError

_LOOK_EVERY = 5  # milliseconds, while an answer is awaited

IsCancelled = Callable[[], bool]


class Background(QObject):
    """Runs one task after the other; a newer one makes those before it unwanted.

    Threads leave their answer where the window looks for it. They never touch a QObject, which may be destroyed while
    they emit its signal; for the same reason a task refers to none, or the thread might be the last to hold it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        self._then: Callable[[Any], None] = lambda _answer: None
        self._timer = 0

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None

    def run(self, task: Callable[[IsCancelled], Any], then: Callable[[Any], None]) -> None:
        """Carry out a task and hand its answer, or its ViewerError, to `then`, unless it is unwanted by then."""
        self.forget()
        self._task, self._then = _Task(task), then
        self._timer = self.startTimer(_LOOK_EVERY)
        threading.Thread(target=self._task.carry_out, daemon=True).start()

    def forget(self) -> None:
        """Make what is under way unwanted."""
        if self._task is not None:
            self._task.forget()
            self._end()

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Look for the answer; an unforeseen error is raised here, where it is reported."""
        if self._task is not None and self._task.is_done:
            answer = self._task.answer
            self._end()
            if isinstance(answer, Exception) and not isinstance(answer, ViewerError):
                raise answer
            self._then(answer)

    def _end(self) -> None:
        self.killTimer(self._timer)
        self._task = None


class _Task:
    """What a thread does, and its answer until somebody takes it; one that nobody wants is closed."""

    def __init__(self, work: Callable[[IsCancelled], Any]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._is_cancelled = False
        self.is_done = False
        self.answer: Any = None

    def carry_out(self) -> None:
        """Do it, in a thread."""
        try:
            answer = self._work(lambda: self._is_cancelled)
        except Exception as error:  # what nobody foresaw is raised again in the window's own thread
            answer = error
        with self._lock:
            self.answer, self.is_done = answer, True
            if self._is_cancelled:
                self._discard()

    def forget(self) -> None:
        """Close the answer, or see to it that it is closed as soon as it is there."""
        with self._lock:
            self._is_cancelled = True
            if self.is_done:
                self._discard()

    def _discard(self) -> None:
        if hasattr(self.answer, "close"):
            self.answer.close()
