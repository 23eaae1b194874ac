"""Back and forward through what the window showed."""

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.history import History, HistoryEntry
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.ui.view_model import ViewModel


class Browsing(QObject):
    """Keeps the history of a model, and leads the model back and forward in it."""

    changed = Signal()

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._history = History((self._history_entry(),))
        self._is_jump = False
        self._awaited: HistoryEntry | None = None  # what is gone back to, while its events are sought
        model.query_changed.connect(self._follow_query)
        model.selection_changed.connect(self._follow)
        model.mode_changed.connect(self._follow)
        model.viewport_changed.connect(self._follow_view)
        model.requested_query_changed.connect(self._follow_asked)

    @property
    def can_go_back(self) -> bool:
        """Whether something was shown before."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether something was shown after it, before going back."""
        return self._history.can_go_forward

    def jump(self) -> None:
        """Make a place of its own of where the view goes next."""
        self._is_jump = True

    def back(self) -> None:
        """Show what was shown before."""
        self._go(-1)

    def forward(self) -> None:
        """Show what was shown before going back."""
        self._go(1)

    def _history_entry(self) -> HistoryEntry:
        state = self._model.state
        return HistoryEntry(state.query, state.selected, state.cluster, state.first, state.last, state.mode, state.day)

    def _go(self, steps: int) -> None:
        moved = self._history.moved_by(steps)
        if moved == self._history:
            return
        self._history, self._is_jump = moved, False
        self._awaited = moved.current
        self._model.request(moved.current.query)
        self._arrive()
        self.changed.emit()

    def _arrive(self) -> None:
        """Show the rest of the place, once its events are found."""
        place = self._awaited
        if place is not None and self._model.state.query == place.query:
            self._awaited = None
            rest = place._asdict()
            del rest["query"]
            self._model.change(**rest)

    def _follow_query(self) -> None:
        if self._awaited is not None and self._model.state.query == self._awaited.query:
            self._arrive()
        else:
            self._follow()

    def _follow(self) -> None:
        """Something else is asked for or chosen, even while events are sought."""
        self._awaited, self._is_jump = None, False
        self._history = self._history.with_visit(self._history_entry())
        self.changed.emit()

    def _follow_view(self) -> None:
        if self._awaited is None:
            is_jump, self._is_jump = self._is_jump, False
            self._history = self._history.with_visit(self._history_entry(), is_jump=is_jump)
            self.changed.emit()

    def _follow_asked(self) -> None:
        """Give up going back where something else is asked for, or its events cannot be found."""
        if self._awaited is not None and self._model.requested_query != self._awaited.query:
            self._awaited = None


class Fitting(QObject):
    """Shows all events of a query, in a stretch of time that holds them, once they are found."""

    fit = Signal()

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted: EventQuery | None = None
        model.requested_query_changed.connect(self._look)

    def show(self, query: EventQuery) -> None:
        """Ask for the events of a query."""
        self._wanted = query
        self._model.request(query)
        self._look()

    def _look(self) -> None:
        if self._wanted is not None and self._model.requested_query != self._wanted:
            self._wanted = None
        elif self._wanted is not None and self._model.state.query == self._wanted:
            self._wanted = None
            self.fit.emit()
