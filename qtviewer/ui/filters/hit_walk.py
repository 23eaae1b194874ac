"""From one event that a search found to the next."""

from PySide6.QtCore import QObject

from qtviewer.ui.view_model import ViewModel


class HitWalk(QObject):
    """Chooses the hit after or before the chosen event, or the one at the other end where there is no further."""

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: tuple[int, str] | None = None  # a step, and the search whose hits are still to come
        model.query_changed.connect(self._follow)
        model.requested_query_changed.connect(self._follow)

    def walk(self, step: int, search: str) -> None:
        """Go one hit on (1) or back (-1), as soon as they are found."""
        self._model.search(search)
        self._wanted = (step, search)
        self._follow()

    def _follow(self) -> None:
        if self._wanted is None:
            return
        step, search = self._wanted
        if self._model.requested_query.search != search:
            self._wanted = None
        elif self._model.state.query.search == search:
            self._wanted = None
            if search.strip():
                self._go(step)

    def _go(self, step: int) -> None:
        model = self._model
        head = (model.events.neighbour(step) if model.state.selected else None) or model.events.outermost(step)
        if head is not None:
            model.select(head.id)
