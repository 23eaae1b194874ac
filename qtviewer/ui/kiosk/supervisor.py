"""Supervision of a running kiosk: signs of life to systemd, the nightly restart, counts of taps, the screen saver."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.counts import TapCounter
from qtviewer.kiosk.idle import Phase
from qtviewer.kiosk.restart import RESTART_STATUS, is_restart_due
from qtviewer.kiosk.systemd_notifier import SystemdNotifier
from qtviewer.ui.kiosk.base_window import KioskBaseWindow
from qtviewer.ui.kiosk.kiosk_window import KioskWindow

_RESTART_CHECK: Final = 30_000  # milliseconds between checks of the wall clock


class Supervisor(QObject):
    """Supervises one window at a time; `clock` is monotonic and returns seconds."""

    def __init__(self, config: KioskConfig, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._config, self._clock, self._started_at = config, clock, clock()
        self._window: KioskBaseWindow | None = None
        self._is_ready = False
        self.counts = TapCounter(config.counts_file, log)
        self.notifier = SystemdNotifier()
        self._ping_timer, self._restart_timer = QTimer(self), QTimer(self, interval=_RESTART_CHECK)
        self._ping_timer.timeout.connect(self._ping)
        self._restart_timer.timeout.connect(self.restart_if_due)
        self._restart_timer.start()
        if self.notifier.ping_seconds is not None:
            self._ping_timer.start(round(self.notifier.ping_seconds * 1000))

    def watch(self, window: KioskBaseWindow) -> None:
        """Supervise a window from now on, instead of the one before."""
        self._window = window
        window.call_after_paint(self._notify_ready)
        if isinstance(window, KioskWindow):
            model = window.model
            model.selection_changed.connect(lambda: self._count_event(window))
            model.query_changed.connect(lambda: self._count_category(window))

    @property
    def is_moving(self) -> bool:
        """Whether the timeline of a window for visitors moves, or has just done so."""
        return isinstance(self._window, KioskWindow) and not self._window.visit.timeline.is_at_rest

    def _notify_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self.notifier.send_ready()

    def _ping(self) -> None:
        """Send a sign of life, but only after the window has been painted once more."""
        if self._window is not None:
            self._window.call_after_paint(self.notifier.send_ping)

    def restart_if_due(self) -> None:
        """End the window with RESTART_STATUS if it is time for the nightly restart and nobody uses the kiosk."""
        window = self._window
        if window is None:
            return
        is_idle = not isinstance(window, KioskWindow) or window.state.phase is Phase.ATTRACT
        now = datetime.now().astimezone().time()
        if is_restart_due(self._config.restart_at, now, self._clock() - self._started_at, is_idle=is_idle):
            window.leave(RESTART_STATUS)

    def _count_event(self, window: KioskWindow) -> None:
        """Count the selected event, unless the selection was changed by a reset."""
        head = window.model.events.head(window.model.state.selected)
        if window.state.phase is Phase.VISITING and head is not None:
            self.counts.count_tap(head.id, head.category)

    def _count_category(self, window: KioskWindow) -> None:
        """Count the category that is shown alone, unless the query was changed by a reset."""
        category = window.model.shown_category
        if window.state.phase is Phase.VISITING and category:
            self.counts.count_tap(category=category)

    def close(self) -> None:
        """Write the counts, and notify systemd that the program ends; the last window is supervised no more."""
        self._window = None
        self.counts.flush()
        self.notifier.send_stopping()
        self.notifier.close()


def keep_screen_on(log: logging.Logger) -> None:
    """Ask the desktop over D-Bus not to blank the screen; log when there is no session bus."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415 - some systems have no D-Bus
    except ImportError:
        return
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        log.info("no session bus: the screen's own settings decide whether it is blanked")
        return
    name = "org.freedesktop.ScreenSaver"
    message = QDBusMessage.createMethodCall(name, "/org/freedesktop/ScreenSaver", name, "Inhibit")
    message.setArguments(["qtviewer", "kiosk"])
    bus.send(message)
