"""The search field of the header, connected to the model."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from qtviewer.ui.filters.search_field import SearchField
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.filters.hit_navigator import HitNavigator

_DELAY: Final = 150  # milliseconds without a key before the search runs
_MIN_WIDTH: Final = 160  # pixels with the smallest text


class HeaderSearch(SearchField):
    """Searches while the user types, goes from hit to hit, and shows the search that another widget requested."""

    def __init__(self, model: ViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._hit_navigator: HitNavigator | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(lambda: model.search(self.text()))
        self.setText(model.state.query.search)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.hit_requested.connect(self._go_to_hit)
        model.requested_query_changed.connect(self._show_search)
        model.query_changed.connect(self._show_search)

    def retranslate(self) -> None:
        """Set texts and width for the model's language and theme."""
        self.setMinimumWidth(self._model.theme.px(_MIN_WIDTH))
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search"))
        self.translate_clear_button()

    def _go_to_hit(self, step: int) -> None:
        if self._hit_navigator is None:
            from qtviewer.ui.filters.hit_navigator import HitNavigator  # noqa: PLC0415 - not on the way to the first frame

            self._hit_navigator = HitNavigator(self._model, self)
        self._hit_navigator.go(step, self.text())

    def _show_search(self) -> None:
        """Show the requested search unless the user is typing."""
        search = self._model.requested_query.search
        if not self._timer.isActive() and self.text().strip() != search.strip():
            self.setText(search)
