"""Runs the kiosk: opens the store, shows the kiosk's window or the closed page, and starts anew after an error."""

import logging
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from qtviewer import wall_clock
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.log import open_log
from qtviewer.kiosk.pin_gate import PinGate, lock_file
from qtviewer.ui.garbage_collector import GarbageCollector
from qtviewer.ui.guard import raised_failures, release_frames
from qtviewer.ui.interruptible import ended_by_interruption
from qtviewer.ui.kiosk.base_window import KioskBaseWindow
from qtviewer.ui.kiosk.closed_window import ClosedWindow
from qtviewer.ui.kiosk.kiosk_model import KioskModel, initial_state_of
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.store_watch import StoreWatch
from qtviewer.ui.kiosk.supervisor import Supervisor, keep_screen_on
from qtviewer.ui.today_timer import TodayTimer

FAILED_STATUS: Final = 1
"""Exit status after too many unforeseen errors: systemd, or another service manager, starts the program again."""
_REOPEN_STATUS: Final = 75  # ends a window, not the program: the store is opened again and a new window shown
_RETRY: Final = 60_000  # milliseconds until a store that could not be opened is tried again
_MOST_ERRORS: Final = 20  # within _ERROR_SECONDS, before the program ends
_ERROR_SECONDS: Final = 600.0


def run_kiosk(config: KioskConfig, open_source: Callable[[], EventSource]) -> int:
    """Show the kiosk until staff leave or the nightly restart; return the exit status.

    While `open_source` raises a ViewerError, visitors see a closed page, and the log has the reason.
    """
    _application = QApplication.instance() or QApplication(["qtviewer"])
    QApplication.setQuitOnLastWindowClosed(False)
    log = open_log(config.log_file)
    supervisor = Supervisor(config, log)
    gate = PinGate(config.pin_hash, file=lock_file())
    GarbageCollector(supervisor, lambda: supervisor.is_moving)
    keep_screen_on(log)
    errors = _ErrorHandler(log)
    before = sys.excepthook, signal.signal(signal.SIGTERM, lambda _number, _frame: QApplication.exit(0))
    sys.excepthook = errors.handle
    log.info("started")
    status = _REOPEN_STATUS
    with ended_by_interruption():
        while status == _REOPEN_STATUS:
            status = _show(config, open_source, gate, supervisor, errors)
    log.info("ended with status %d", status)
    supervisor.close()
    sys.excepthook = before[0]
    signal.signal(signal.SIGTERM, before[1])
    return status


def _show(
    config: KioskConfig,
    open_source: Callable[[], EventSource],
    gate: PinGate,
    supervisor: Supervisor,
    errors: "_ErrorHandler",
) -> int:
    """Show one window until it ends; return the exit status."""
    source: EventSource | None = None
    window: KioskBaseWindow
    try:
        source = open_source()
        with raised_failures():
            window = open_window(config, source, gate=gate)
        StoreWatch(window, open_source, errors.log, partial(window.leave, _REOPEN_STATUS))
    except ViewerError as error:
        errors.log.error("closed: %s", error)
        window = ClosedWindow(config, time.monotonic, gate)
        QTimer.singleShot(_RETRY, window, lambda: window.leave(_REOPEN_STATUS))
    window.ended.connect(QApplication.exit)
    window.open()
    supervisor.watch(window)
    errors.window = window
    status = int(QApplication.exec())
    errors.window = None
    window.deleteLater()
    if source is not None:
        source.close()
    return status


def open_window(
    config: KioskConfig,
    source: EventSource,
    clock: Callable[[], float] = time.monotonic,
    ask_today: Callable[[], int] = wall_clock.today,
    gate: PinGate | None = None,
) -> KioskWindow:
    """Return a window on a source, not yet shown; `ask_today` returns the Julian day number of the present day.

    Raises ViewerError when the config names a category that the source does not have, or the source cannot be read.
    """
    unknown = sorted((config.categories or frozenset()) - frozenset(source.vocabulary.categories))
    if unknown:
        expected = ", ".join(source.vocabulary.categories)
        raise ViewerError(f"category {unknown[0]!r} is not in the store; expected {expected}")
    query = EventQuery(categories=config.categories, today=ask_today())
    model = KioskModel(source, initial_state_of(source, config, query))
    TodayTimer(model, ask_today)
    return KioskWindow(model, config, clock, gate)


class _ErrorHandler:
    """Logs errors that nothing else caught, and replaces the window; ends the program after too many of them."""

    def __init__(self, log: logging.Logger) -> None:
        self.log = log
        self.window: KioskBaseWindow | None = None
        self._times: list[float] = []

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error, then replace the window or end the program; a `sys.excepthook`."""
        self.log.error("unforeseen: %s", error, exc_info=(kind, error, trace))
        release_frames(error)
        now = time.monotonic()
        self._times = [when for when in self._times if now - when < _ERROR_SECONDS] + [now]
        if len(self._times) > _MOST_ERRORS:
            QApplication.exit(FAILED_STATUS)
        elif self.window is not None:
            QTimer.singleShot(0, self.window, partial(self.window.leave, _REOPEN_STATUS))  # it may be painting
