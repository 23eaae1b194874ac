"""What goes on beside what is seen: signs of life, the nightly restart, counts, a screen that stays on."""

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.counts import TapCounter
from qtviewer.kiosk.idle import Phase
from qtviewer.kiosk.notify import Notifier
from qtviewer.kiosk.restart import RESTART_STATUS, is_restart_due
from qtviewer.ui.kiosk.base_window import KioskFrame
from qtviewer.ui.kiosk.kiosk_window import KioskWindow

_RESTART_LOOK: Final = 30_000  # milliseconds between looks at the wall clock


class Keeper(QObject):
    """Keeps a window alive, and the system told of it."""

    def __init__(self, config: KioskConfig, log: logging.Logger, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._config, self._clock, self._began = config, clock, clock()
        self._window: KioskFrame | None = None
        self._is_ready = False
        self.counts = TapCounter(config.counts_file, log)
        self.notifier = Notifier()
        self._pings, self._looks = QTimer(self), QTimer(self, interval=_RESTART_LOOK)
        self._pings.timeout.connect(self._ping)
        self._looks.timeout.connect(self.look_at_the_night)
        self._looks.start()
        if self.notifier.ping_seconds is not None:
            self._pings.start(round(self.notifier.ping_seconds * 1000))

    def watch(self, window: KioskFrame) -> None:
        """Keep a window from now on."""
        self._window = window
        window.after_paint(self._tell_ready)
        if isinstance(window, KioskWindow):
            model = window.model
            model.selection_changed.connect(lambda: self._count(window, event=True))
            model.query_changed.connect(lambda: self._count(window, event=False))

    def _tell_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self.notifier.ready()

    def _ping(self) -> None:
        """Tell that the program lives, but only after it has painted once more."""
        if self._window is not None:
            self._window.after_paint(self.notifier.ping)

    def look_at_the_night(self) -> None:
        """Start anew once a night while nobody is there."""
        window = self._window
        if window is None:
            return
        is_idle = not isinstance(window, KioskWindow) or window.state.phase is Phase.ATTRACT
        now = datetime.now().astimezone().time()
        if is_restart_due(self._config.restart_at, now, self._clock() - self._began, is_idle=is_idle):
            window.leave(RESTART_STATUS)

    def _count(self, window: KioskWindow, *, event: bool) -> None:
        """Count what a visitor chose; that everything begins again is no choice."""
        model = window.model
        if window.state.phase is not Phase.VISITING:
            return
        if event and (head := model.head(model.state.selected)) is not None:
            self.counts.tap(head.id, head.category)
        elif not event and model.shown_category:
            self.counts.tap(category=model.shown_category)

    def end(self) -> None:
        """Let go."""
        self.counts.flush()
        self.notifier.stopping()
        self.notifier.close()


def keep_screen_on(log: logging.Logger) -> None:
    """Ask the desktop not to blank the screen; a kiosk without one is told by its unit file."""
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
