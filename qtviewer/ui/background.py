"""Run tasks in a background thread and hand their results to the window's thread; a newer one replaces an older one."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimerEvent

from qtviewer.domain.errors import ViewerError
from qtviewer.ui.guard import guarded

_POLL_INTERVAL = 5  # milliseconds, while a result is awaited

IsCancelled = Callable[[], bool]
"""Returns whether the task that calls it was cancelled, so that it can end early."""


@guarded
class BackgroundRunner(QObject):
    """Runs one task at a time; a newer task cancels the one before it.

    The thread stores its result, and a timer of the window polls for it: a thread must not touch a QObject, which may
    be destroyed meanwhile. For the same reason a task must not refer to a QObject, or the thread might destroy it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: _Task | None = None
        self._then: Callable[[Any], None] = lambda _result: None
        self._timer = 0

    @property
    def is_busy(self) -> bool:
        """Whether a result is still awaited."""
        return self._task is not None

    def run(self, task: Callable[[IsCancelled], Any], then: Callable[[Any], None]) -> None:
        """Cancel the task under way and start another; call `then` with its result or ViewerError unless cancelled."""
        self.cancel()
        self._task, self._then = _Task(task), then
        self._timer = self.startTimer(_POLL_INTERVAL)
        threading.Thread(target=self._task.run, daemon=True).start()

    def cancel(self) -> None:
        """Cancel the task under way, if there is one; its result is closed."""
        if self._task is not None:
            self._task.cancel()
            self._end()

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Check for the result; an error other than ViewerError is raised here, in the window's thread."""
        if self._task is not None and self._task.is_done:
            result = self._task.result
            self._end()
            if isinstance(result, Exception) and not isinstance(result, ViewerError):
                raise result
            self._then(result)

    def _end(self) -> None:
        self.killTimer(self._timer)
        self._task = None


class _Task:
    """A function to call in a thread, and its result, which is closed if the task was cancelled."""

    def __init__(self, work: Callable[[IsCancelled], Any]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._is_cancelled = False
        self.is_done = False
        self.result: Any = None

    def run(self) -> None:
        """Call the function and store its result; called in the thread."""
        try:
            result = self._work(lambda: self._is_cancelled)
        except Exception as error:  # raised again in the window's thread
            result = error
        with self._lock:
            self.result, self.is_done = result, True
            if self._is_cancelled:
                self._discard()

    def cancel(self) -> None:
        """Close the result now, or as soon as there is one."""
        with self._lock:
            self._is_cancelled = True
            if self.is_done:
                self._discard()

    def _discard(self) -> None:
        if hasattr(self.result, "close"):
            self.result.close()
