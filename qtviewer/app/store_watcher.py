"""Watches the store of a window, so that it is shown anew when another program has changed or replaced it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from qtviewer.store.file_identity import Identity, file_identity
from qtviewer.store.reader import StoreReader

_INTERVAL: Final = 2_000  # milliseconds; a store that was changed is opened after it was left alone for as long
_TICKS_TO_NEXT_ATTEMPT: Final = 15  # after a store could not be opened


class StoreWatcher(QTimer):
    """Calls `reopen` when the store of `asked_source` has been changed and is then left alone; it waits for dialogs.

    `asked_source` returns the open store at the moment; `reopen` opens it anew and returns whether that could be done.
    """

    def __init__(
        self, asked_source: Callable[[], StoreReader | None], reopen: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent, interval=_INTERVAL)
        self._asked_source, self._reopen = asked_source, reopen
        self._seen: Identity = None
        self._ticks_to_wait = 0
        self.timeout.connect(self.check)
        self.start()

    def check(self) -> None:
        """Look at the file once; it is opened anew when it is the same as at the last look, but not what is shown."""
        source = self._asked_source()
        if source is None or not source.is_replaced_or_changed():
            return
        seen, self._seen = self._seen, file_identity(source.path)
        is_at_rest = self._seen == seen
        self._ticks_to_wait = self._ticks_to_wait - 1 if is_at_rest else 0
        if not is_at_rest or self._ticks_to_wait > 0 or _has_dialog():
            return
        if not self._reopen():
            self._ticks_to_wait = _TICKS_TO_NEXT_ATTEMPT


def _has_dialog() -> bool:
    return QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
