"""Runs the kiosk: opens the store, shows the exhibit or the closed page, and begins anew after what went wrong."""

import logging
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.source import EventSource
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.log import open_log
from qtviewer.ui.garbage import GarbageCollector
from qtviewer.ui.kiosk.base_window import KioskFrame
from qtviewer.ui.kiosk.closed_window import ClosedWindow
from qtviewer.ui.kiosk.kiosk_model import KioskModel, fresh_state
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.supervisor import Keeper, keep_screen_on

FAILED_STATUS: Final = 1
"""Exit status when too much went wrong: whoever watches over the program starts it again."""
_AGAIN: Final = 75  # the store is opened anew
_RETRY: Final = 60_000  # milliseconds until a store that could not be opened is tried again
_MOST_FAILURES: Final = 20  # within _FAILURE_SECONDS, before the program gives up
_FAILURE_SECONDS: Final = 600.0


def run_kiosk(config: KioskConfig, open_source: Callable[[], EventSource]) -> int:
    """Show the exhibit until staff leave or the night's restart; the exit status.

    While `open_source` ends with a ViewerError, visitors see a closed page, and the log says why.
    """
    _application = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setQuitOnLastWindowClosed(False)
    log = open_log(config.log_file)
    keeper = Keeper(config, log)
    GarbageCollector(keeper)
    keep_screen_on(log)
    failures = _Failures(log)
    before = sys.excepthook, signal.signal(signal.SIGTERM, lambda _number, _frame: QApplication.exit(0))
    sys.excepthook = failures.report
    log.info("started")
    status = _AGAIN
    while status == _AGAIN:
        status = _show(config, open_source, keeper, failures)
    log.info("ended with status %d", status)
    keeper.end()
    sys.excepthook = before[0]
    signal.signal(signal.SIGTERM, before[1])
    return status


def _show(config: KioskConfig, open_source: Callable[[], EventSource], keeper: Keeper, failures: "_Failures") -> int:
    """Show one window until it ends; the exit status."""
    source: EventSource | None = None
    window: KioskFrame
    try:
        source = open_source()
        window = open_window(config, source)
    except ViewerError as error:
        failures.log.error("closed: %s", error)
        window = ClosedWindow(config, time.monotonic)
        QTimer.singleShot(_RETRY, window, lambda: window.leave(_AGAIN))
    window.ended.connect(QApplication.exit)
    window.open()
    keeper.watch(window)
    failures.window = window
    status = int(QApplication.exec())
    failures.window = None
    window.deleteLater()
    if source is not None:
        source.close()
    return status


def open_window(
    config: KioskConfig,
    source: EventSource,
    clock: Callable[[], float] = time.monotonic,
    today: Callable[[], date] = date.today,
) -> KioskWindow:
    """The exhibit on a source, not yet shown; ViewerError when there is no such category, or nothing to read."""
    unknown = sorted((config.categories or frozenset()) - frozenset(source.vocabulary.categories))
    if unknown:
        expected = ", ".join(source.vocabulary.categories)
        raise ViewerError(f"category {unknown[0]!r} is not in the store; expected {expected}")
    return KioskWindow(KioskModel(source, fresh_state(source, config)), config, clock, today)


class _Failures:
    """What nothing else caught: noted in the log, and everything begun again; too often, and the program ends."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log
        self.window: KioskFrame | None = None
        self._times: list[float] = []

    def report(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        """Take note, and go on."""
        self.log.error("unforeseen: %s", error, exc_info=(kind, error, trace))
        now = time.monotonic()
        self._times = [when for when in self._times if now - when < _FAILURE_SECONDS] + [now]
        if len(self._times) > _MOST_FAILURES:
            QApplication.exit(FAILED_STATUS)
        elif self.window is not None:
            self.window.leave(_AGAIN)
