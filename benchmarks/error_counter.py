"""What goes wrong in a process without ending it."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class ErrorCounter(logging.Handler):
    """Counts and shows errors that nobody caught, what a log is told from warnings on, and what Qt complains of."""

    def __init__(self, log: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        log.addHandler(self)
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._note(f"in a thread: {told.exc_type.__name__}: {told.exc_value}")
        sys.unraisablehook = lambda told: self._note(f"unraisable: {told.exc_value!r} in {told.object!r}")
        qInstallMessageHandler(self._said_by_qt)

    def emit(self, record: logging.LogRecord) -> None:
        """Count a line of the log."""
        self._note(f"log: {record.getMessage()}")

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        self._note(f"{kind.__name__}: {error}")

    def _said_by_qt(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in _HARMLESS:
            self._note(f"Qt: {message}")

    def _note(self, words: str) -> None:
        self.count += 1
        print(f"soak: {words}", file=sys.stderr, flush=True)
