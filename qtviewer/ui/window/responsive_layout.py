"""How the window shares out its height where there is little: what can be spared is left out."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.view_model import ViewModel

_LEAST_HEIGHT: Final = 300  # pixels of events and overview with the smallest text; with less, the overview is left out
_GAP: Final = 14
_MARGINS: Final = 28, 14, 28, 24


class Body(QWidget):
    """What is below the header, line by line; the chips, whose categories the filters have too, give way to events."""

    def __init__(self, model: ViewModel, chips: CategoryChips) -> None:
        super().__init__()
        self._model = model
        self._chips = chips
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(*_MARGINS)
        self.lines.setSpacing(_GAP)
        model.theme_changed.connect(self._make_room)
        model.language_changed.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        left, top, right, bottom = _MARGINS
        left_over = self.height() - top - bottom - _GAP - self._chips.height_of_all(self.width() - left - right)
        self._chips.fold(left_over < self._model.theme.px(_LEAST_HEIGHT))


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
