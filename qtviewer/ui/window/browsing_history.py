"""Go back and forward through the history of a window."""

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.event_query import without_today
from qtviewer.domain.history import History, HistoryEntry
from qtviewer.ui.view_model import ViewModel


class BrowsingHistory(QObject):
    """Records the history of a model and sets the model back and forward in it.

    `changed` is emitted when going back or forward has become possible or impossible.
    """

    changed = Signal()

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._history = History((self._history_entry(),))
        self._is_jump = False
        self._awaited: HistoryEntry | None = None  # the entry to show when its matches are found
        model.query_changed.connect(self._record_query)
        model.selection_changed.connect(self._record)
        model.mode_changed.connect(self._record)
        model.viewport_changed.connect(self._record_visible_range)
        model.requested_query_changed.connect(self._cancel_if_replaced)

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier entry."""
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a later entry, as after going back."""
        return self._history.can_go_forward

    def mark_jump(self) -> None:
        """Make the next change of the visible range an entry of its own instead of a part of the current one."""
        self._is_jump = True

    def go_back(self) -> None:
        """Show the earlier entry, if there is one."""
        self._go(-1)

    def go_forward(self) -> None:
        """Show the later entry, if there is one."""
        self._go(1)

    def _history_entry(self) -> HistoryEntry:
        state = self._model.state
        return HistoryEntry(
            without_today(state.query), state.selected, state.cluster, state.first, state.last, state.mode, state.day
        )

    def _go(self, steps: int) -> None:
        moved = self._history.moved_by(steps)
        if moved == self._history:
            return
        self._is_jump = False
        self._awaited = moved.current
        self._set_history(moved)
        self._model.request(moved.current.query)
        self._show_if_found()

    def _show_if_found(self) -> None:
        """Show the other fields of the awaited entry if its matches are found."""
        entry = self._awaited
        if entry is not None and without_today(self._model.state.query) == entry.query:
            self._awaited = None
            fields = entry._asdict()
            del fields["query"]
            self._model.change(**fields)

    def _record_query(self) -> None:
        if self._awaited is not None and without_today(self._model.state.query) == self._awaited.query:
            self._show_if_found()
        else:
            self._record()

    def _record(self) -> None:
        """Add the state to the history; an entry that is still awaited is given up."""
        self._awaited, self._is_jump = None, False
        self._set_history(self._history.with_visit(self._history_entry()))

    def _record_visible_range(self) -> None:
        if self._awaited is None:
            is_jump, self._is_jump = self._is_jump, False
            self._set_history(self._history.with_visit(self._history_entry(), is_jump=is_jump))

    def _set_history(self, history: History) -> None:
        before = self.can_go_back, self.can_go_forward
        self._history = history
        if before != (self.can_go_back, self.can_go_forward):
            self.changed.emit()

    def _cancel_if_replaced(self) -> None:
        """Give up the awaited entry when another query is requested or its matches cannot be found."""
        if self._awaited is not None and without_today(self._model.requested_query) != self._awaited.query:
            self._awaited = None
