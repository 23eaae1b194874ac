"""Work beside the window: the newest wish is carried out, its answer comes back to the window's own thread."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.errors import ViewerError

IsUnwanted = Callable[[], bool]


class Background(QObject):
    """Runs one task after the other; a newer one makes those before it unwanted."""

    _done = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._generation = 0
        self._then: Callable[[Any], None] | None = None
        self._done.connect(self._hand_over)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._then is not None

    def run(self, task: Callable[[IsUnwanted], Any], then: Callable[[Any], None]) -> None:
        """Carry out a task and hand its answer, or its ViewerError, to `then`, unless it is unwanted by then."""
        self._generation += 1
        generation, self._then = self._generation, then
        threading.Thread(target=self._carry_out, args=(task, generation), daemon=True).start()

    def forget(self) -> None:
        """Make what is under way unwanted."""
        self._generation += 1
        self._then = None

    def _carry_out(self, task: Callable[[IsUnwanted], Any], generation: int) -> None:
        try:
            answer = task(lambda: generation != self._generation)
        except ViewerError as error:
            answer = error
        try:
            self._done.emit(generation, answer)
        except RuntimeError:  # the window is gone
            _discard(answer)

    def _hand_over(self, generation: int, answer: Any) -> None:
        if generation != self._generation or self._then is None:
            _discard(answer)
            return
        then, self._then = self._then, None
        then(answer)


def _discard(answer: Any) -> None:
    if hasattr(answer, "close"):
        answer.close()
