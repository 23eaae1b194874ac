"""The kiosk's log: five files of 1 MB, or standard error; writing it never fails for whoever writes."""

import logging
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

FILE_BYTES: Final = 1_000_000
FILES: Final = 5
_REPEATS: Final = 10  # of one message in a row; more would push what led to them out of the files
_FORMAT: Final = "%(asctime)s %(levelname)s %(message)s"


def open_log(file: Path | None, name: str = "qtviewer.kiosk") -> logging.Logger:
    """The log of that name, written to a file from now on, or to standard error where there is none.

    Where the file cannot be written it is standard error, too, and the first line there says so.
    """
    log = logging.getLogger(name)
    close_log(log)
    log.setLevel(logging.INFO)
    log.propagate = False
    handler, reason = _handler(file)
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(_FewRepeats())
    log.addHandler(handler)
    if reason:
        log.error("%s", reason)
    return log


def close_log(log: logging.Logger) -> None:
    """Let go of the log's file."""
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def _handler(file: Path | None) -> tuple[logging.Handler, str]:
    """Where to write, and why it is not the file."""
    if file is None:
        return _StandardError(), ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _QuietFile(file, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", errors="replace"), ""
    except OSError as error:
        return _StandardError(), f"{file}: cannot be written ({error.strerror}); expected a file for the log"


class _StandardError(logging.StreamHandler):  # type: ignore[type-arg]  # it is generic for type checkers only
    """Standard error, which may have been closed."""

    def __init__(self) -> None:
        super().__init__(sys.stderr)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Nobody is there who could be told."""


class _QuietFile(RotatingFileHandler):
    """A rotating file on a disk that may be full, read-only or gone; it is tried again with each line."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """What cannot be written is lost."""

    def close(self) -> None:
        """Let go of the file, also where the last of it cannot be written."""
        with suppress(OSError):
            super().close()


class _FewRepeats(logging.Filter):
    """Leaves out what was said ten times in a row: a picture that fails does so sixty times a second."""

    def __init__(self) -> None:
        super().__init__()
        self._last = ""
        self._times = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is new, or not yet repeated too often."""
        said = f"{record.levelno} {record.getMessage()}"
        self._times = self._times + 1 if said == self._last else 1
        self._last = said
        return self._times <= _REPEATS
