"""Counts errors that do not end the process."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


class ErrorCounter(logging.Handler):
    """Counts and prints uncaught exceptions, warnings and errors of a log, and warnings of Qt.

    Installs itself in `sys`, `threading` and Qt for the rest of the process.
    """

    def __init__(self, log: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        log.addHandler(self)
        sys.excepthook = self._handle_exception
        threading.excepthook = lambda args: self._count(f"in a thread: {args.exc_type.__name__}: {args.exc_value}")
        sys.unraisablehook = lambda args: self._count(f"unraisable: {args.exc_value!r} in {args.object!r}")
        qInstallMessageHandler(self._handle_qt_message)

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record of the log."""
        self._count(f"log: {record.getMessage()}")

    def _handle_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        self._count(f"{kind.__name__}: {error}")

    def _handle_qt_message(self, kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind not in _HARMLESS:
            self._count(f"Qt: {message}")

    def _count(self, message: str) -> None:
        self.count += 1
        print(f"soak: {message}", file=sys.stderr, flush=True)
