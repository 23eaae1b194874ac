"""Lets a kiosk go on to a store that was published anew, between two visits."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.source import EventSource
from qtviewer.kiosk.idle import Phase
from qtviewer.ui.kiosk.kiosk_window import KioskWindow

_INTERVAL: Final = 30_000  # milliseconds


class StoreWatch(QTimer):
    """Calls `reopen` when the store of a window was changed or replaced, can be opened, and nobody uses the kiosk.

    While it cannot be opened, the kiosk goes on with what it has, and the log has the reason. It ends with the window.
    """

    def __init__(
        self,
        window: KioskWindow,
        open_source: Callable[[], EventSource],
        log: logging.Logger,
        reopen: Callable[[], object],
    ) -> None:
        super().__init__(window, interval=_INTERVAL)
        self._window, self._open_source, self._log, self._reopen = window, open_source, log, reopen
        self._logged = ""
        self.timeout.connect(self.check)
        self.start()

    def check(self) -> None:
        """Look at the file once."""
        if self._window.state.phase is not Phase.ATTRACT or not self._window.model.source.is_replaced_or_changed():
            return
        try:
            self._open_source().close()
        except ViewerError as error:
            if str(error) != self._logged:
                self._logged = str(error)
                self._log.error("the store was changed and cannot be opened: %s", error)
            return
        self._log.info("the store was changed: it is opened anew")
        self._reopen()
