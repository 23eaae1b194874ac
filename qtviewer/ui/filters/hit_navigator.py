"""Goes from one hit of a search to the next."""

from PySide6.QtCore import QObject

from qtviewer.ui.view_model import ViewModel


class HitNavigator(QObject):
    """Selects the hit after or before the selected event, and wraps around at either end."""

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pending: tuple[int, str] | None = None  # step and search text, until the hits are found
        model.query_changed.connect(self._select_pending)
        model.requested_query_changed.connect(self._select_pending)

    def go(self, step: int, search: str) -> None:
        """Search for a text and select its next (1) or previous (-1) hit as soon as the hits are found."""
        self._model.search(search)
        self._pending = (step, search)
        self._select_pending()

    def _select_pending(self) -> None:
        if self._pending is None:
            return
        step, search = self._pending
        if self._model.requested_query.search != search:
            self._pending = None
        elif self._model.state.query.search == search:
            self._pending = None
            if search.strip():
                self._select_hit(step)

    def _select_hit(self, step: int) -> None:
        model = self._model
        head = (model.events.neighbour(step) if model.state.selected else None) or model.events.outermost(step)
        if head is not None:
            model.select(head.id)
