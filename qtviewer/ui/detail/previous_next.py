"""Two buttons that select the matching event before or after the selected one."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtviewer.domain.dates.label import label_beside
from qtviewer.domain.source import EventHead
from qtviewer.ui.look.buttons import AdaptiveTextButton
from qtviewer.ui.look.tooltip import set_tooltip
from qtviewer.ui.view_model import ViewModel


class PreviousNextButtons(QWidget):
    """Shows the dates of the events they lead to; hidden while no event is selected or none matches."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._previous, self._next = AdaptiveTextButton(self), AdaptiveTextButton(self)
        self._previous.clicked.connect(lambda: self._select_neighbour(-1))
        self._next.clicked.connect(lambda: self._select_neighbour(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self._previous, 1)
        line.addWidget(self._next, 1)

    def refresh(self) -> None:
        """Show the neighbours of the model's selection, in its language."""
        shown = self._model.events.head(self._model.state.selected)
        self.setVisible(shown is not None and self._model.total > 0)
        self._refresh_button(self._previous, shown, -1, self.tr("Previous event"), "‹ {}")
        self._refresh_button(self._next, shown, 1, self.tr("Next event"), "{} ›")

    def _refresh_button(
        self, button: AdaptiveTextButton, shown: EventHead | None, step: int, name: str, pattern: str
    ) -> None:
        head = self._model.events.neighbour(step) if shown else None
        label = label_beside(head.date, shown.date, self._model.state.lang, head.time) if head and shown else "—"
        button.setEnabled(head is not None)
        button.set_texts(*(pattern.format(text) for text in (label, name, "")))
        button.setAccessibleName(name)
        set_tooltip(button, f"{name}: {head.title}" if head else name)

    def _select_neighbour(self, step: int) -> None:
        head = self._model.events.neighbour(step)
        if head is not None:
            self._model.select(head.id)
