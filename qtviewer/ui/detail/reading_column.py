"""What is read, which scrolls, above what is done with it, which stays in sight where there is room for both."""

from typing import Final

from PySide6 import QtCore
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.look.painting import NO_SIDE_SCROLLING, set_up
from qtviewer.ui.view_model import ViewModel

_LEAST_HEIGHT: Final = 330  # pixels with the smallest text; with less, all of it scrolls
_FADE: Final = 28  # pixels in which a text that goes on below fades
_GAP: Final = 16


class ReadingColumn(QWidget):
    """A text that is put in by `tell`, and below it the widgets of `foot`."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.reading = QScrollArea(self)
        self.reading.setWidgetResizable(True)
        set_up(self.reading, NO_SIDE_SCROLLING)
        self._told, self._foot, content = QWidget(), QWidget(), QWidget()
        content.setObjectName("content")
        self.foot = _column(self._foot)
        self._content, self._whole = _column(content), _column(self)
        self._content.addWidget(self._told, 1)
        self._whole.addWidget(self.reading, 1)
        self._whole.addWidget(self._foot)
        self.reading.setWidget(content)
        self._fade: Fade | None = None
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
            self._fade.place()

    def _add_fade(self) -> None:
        self._fade = Fade(self.reading, self._model)
        self._fade.place()


class Fade(QWidget):
    """Hides the lowest pixels of a scrolled text little by little, where it goes on."""

    def __init__(self, scroll: QScrollArea, model: ViewModel) -> None:
        super().__init__(scroll)
        self._scroll, self._model = scroll, model
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = scroll.verticalScrollBar()
        bar.valueChanged.connect(self.place)
        bar.rangeChanged.connect(self.place)

    def place(self) -> None:
        """Lie over the end of what is in sight, if there is more below."""
        sight, bar = self._scroll.viewport().geometry(), self._scroll.verticalScrollBar()
        height = self._model.theme.px(_FADE)
        self.setGeometry(sight.x(), sight.bottom() + 1 - height, sight.width(), height)
        self.setVisible(bar.value() < bar.maximum())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From nothing to the ground of the panel."""
        ground = QColor(self._model.theme.panel)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(1, ground)
        ground.setAlpha(0)
        gradient.setColorAt(0, ground)
        painter = QPainter(self)
        painter.fillRect(self.rect(), gradient)
        painter.end()


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    return column
