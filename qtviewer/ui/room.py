"""How the window shares out its height where there is little: what can be spared is left out."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtviewer.ui.view_model import ViewModel

_LEAST_HEIGHT: Final = 300  # pixels of events and overview with the smallest text; with less, the overview is left out
_GAP: Final = 14


class EventColumn(QWidget):
    """The events, whether as timeline or as list, above the overview, which gives way in a low window."""

    def __init__(self, model: ViewModel, events: QWidget, overview: QWidget) -> None:
        super().__init__()
        self._model = model
        self._overview = overview
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._column.addWidget(events, 1)
        self._column.addWidget(overview)
        model.theme_changed.connect(self._make_room)

    def add_view(self, view: QWidget) -> None:
        """Put another view of the events in the place of the first, which is hidden meanwhile."""
        self._column.insertWidget(1, view, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._overview.setVisible(self.height() >= self._model.theme.px(_LEAST_HEIGHT))
