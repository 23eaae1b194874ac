"""The kiosk's log: five files of 1 MB, or standard error; writing to it never raises."""

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_BYTES: Final = 1_000_000
"""Bytes of a file after which the next one is begun."""
FILES: Final = 5
_MOST_REPEATS: Final = 10  # of one message in a row; more would push out of the files what happened before
_FORMAT: Final = "%(asctime)s %(levelname)s %(message)s"


def open_log(file: Path | None, name: str = "qtviewer.kiosk") -> logging.Logger:
    """Return the log of a name, which from now on is written to a file, or to standard error if the file is None.

    If the file cannot be written, it is standard error, too, and the first line there says so.
    """
    log = logging.getLogger(name)
    close_log(log)
    log.setLevel(logging.INFO)
    log.propagate = False
    handler, reason = _open_handler(file)
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(_RepeatFilter())
    log.addHandler(handler)
    if reason:
        log.error("%s", reason)
    return log


def close_log(log: logging.Logger) -> None:
    """Close the log's file."""
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def _open_handler(file: Path | None) -> tuple[logging.Handler, str]:
    """Return where to write, and a sentence why it is not the file, empty if it is."""
    if file is None:
        return _StandardErrorHandler(), ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _LogFileHandler(file, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", errors="replace"), ""
    except OSError as error:
        return _StandardErrorHandler(), f"{file}: cannot be written ({error.strerror}); expected a file for the log"


class _StandardErrorHandler(logging.StreamHandler):  # type: ignore[type-arg]  # it is generic for type checkers only
    """Writes to standard error, which may have been closed."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Ignore the error, as there is nowhere to report it."""


class _LogFileHandler(RotatingFileHandler):
    """Writes to a rotating file on a disk that may be full, read-only or gone; tries anew for each line."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Ignore the error: the line is lost."""

    def close(self) -> None:
        """Close the file, even if its last lines cannot be written."""
        with suppress(OSError):
            super().close()


class _RepeatFilter(logging.Filter):
    """Leaves out a message after ten times in a row: an error in painting may come sixty times a second."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._times = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether a record is written."""
        message = f"{record.levelno} {record.getMessage()}"
        self._times = self._times + 1 if message == self._last else 1
        self._last = message
        return self._times <= _MOST_REPEATS
