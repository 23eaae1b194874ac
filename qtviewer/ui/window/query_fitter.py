"""Wait for the matches of a requested query, to show all of them."""

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.event_query import EventQuery, without_today
from qtviewer.ui.view_model import ViewModel


class QueryFitter(QObject):
    """Requests a query and emits `matches_found` when its events are shown; another request in between cancels it."""

    matches_found = Signal()

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._awaited: EventQuery | None = None
        model.requested_query_changed.connect(self._check)

    def request(self, query: EventQuery) -> None:
        """Request the events of a query."""
        self._awaited = without_today(query)
        self._model.request(query)
        self._check()

    def _check(self) -> None:
        if self._awaited is not None and without_today(self._model.requested_query) != self._awaited:
            self._awaited = None
        elif self._awaited is not None and without_today(self._model.state.query) == self._awaited:
            self._awaited = None
            self.matches_found.emit()
