"""Hide category chips and overview in a low window, so that the events keep enough height."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

_LEAST_HEIGHT: Final = 300  # pixels of events and overview with the smallest text
_LEAST_HEIGHT_WITH_CHIPS: Final = 380  # the same where there are category chips above them
_GAP: Final = 5  # pixels
_MARGINS: Final = 20, 5, 20, 6  # pixels: left, top, right, bottom


@guarded
class RowsBelowHeader(QWidget):
    """The rows below the header, added to `rows`; the category chips are folded when the events need their height.

    The filters have the same categories, so that nothing is lost with the chips.
    """

    def __init__(self, model: ViewModel, chips: CategoryChips) -> None:
        super().__init__()
        self._model = model
        self._chips = chips
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(*_MARGINS)
        self.rows.setSpacing(_GAP)
        model.theme_changed.connect(self._fold_chips_if_low)
        model.language_changed.connect(self._fold_chips_if_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the chips for the new height."""
        super().resizeEvent(event)
        self._fold_chips_if_low()

    def _fold_chips_if_low(self) -> None:
        left, top, right, bottom = _MARGINS
        remaining = self.height() - top - bottom - _GAP - self._chips.height_of_all(self.width() - left - right)
        self._chips.fold(remaining < self._model.theme.px(_LEAST_HEIGHT_WITH_CHIPS))


@guarded
class EventsAndOverview(QWidget):
    """A view of the events above the overview, which is hidden in a low window."""

    def __init__(self, model: ViewModel, events: QWidget, overview: QWidget) -> None:
        super().__init__()
        self._model = model
        self._overview = overview
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self._rows.addWidget(events, 1)
        self._rows.addWidget(overview)
        model.theme_changed.connect(self._hide_overview_if_low)

    def add_view(self, view: QWidget) -> None:
        """Add another view of the events above the overview; the caller hides one of the two."""
        self._rows.insertWidget(1, view, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide or show the overview for the new height."""
        super().resizeEvent(event)
        self._hide_overview_if_low()

    def _hide_overview_if_low(self) -> None:
        self._overview.setVisible(self.height() >= self._model.theme.px(_LEAST_HEIGHT))
