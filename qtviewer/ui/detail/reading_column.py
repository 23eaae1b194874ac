"""What is read, which scrolls, above what is done with it, which stays in sight where there is room for both."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.look.scroll_fade import ScrollFade
from qtviewer.ui.view_model import ViewModel

_LEAST_HEIGHT: Final = 330  # pixels with the smallest text; with less, all of it scrolls
_GAP: Final = 16


class ReadingColumn(QWidget):
    """A text that is put in by `tell`, and below it the widgets of `foot`."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.reading = QScrollArea(self)
        self.reading.setWidgetResizable(True)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told, self._foot, content = QWidget(), QWidget(), QWidget()
        content.setObjectName("content")
        self.foot = _column(self._foot)
        self._content, self._whole = _column(content), _column(self)
        self._content.addWidget(self._told, 1)
        self._whole.addWidget(self.reading, 1)
        self._whole.addWidget(self._foot)
        self.reading.setWidget(content)
        self._fade: ScrollFade | None = None
        model.calendar_loaded.connect(self._add_fade)  # after the first frame
        model.theme_changed.connect(self._make_room)

    def tell(self, told: QWidget) -> None:
        """Show a text from its beginning in the place of the last."""
        self._content.replaceWidget(self._told, told)
        self._told.hide()
        self._told.setParent(None)  # at once no part of the window any more
        self._told.deleteLater()
        self._told = told
        told.show()
        self.reading.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew what stays in sight."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        column = self._whole if self.height() >= self._model.theme.px(_LEAST_HEIGHT) else self._content
        if column.indexOf(self._foot) < 0:
            column.addWidget(self._foot)
        if self._fade is not None:
            self._fade.update_position()

    def _add_fade(self) -> None:
        self._fade = ScrollFade(self.reading, lambda: self._model.theme)
        self._fade.update_position()


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    return column
