"""A gradient over the lower edge of a scroll area, which shows that there is more below."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.theme import Theme

_HEIGHT: Final = 28  # pixels with the smallest text


@guarded
class ScrollFade(QWidget):
    """Fades the lowest pixels of a scroll area into the panel's colour while there is more below.

    `current_theme` returns the theme of the window at the moment of painting.
    """

    def __init__(self, scroll_area: QScrollArea, current_theme: Callable[[], Theme]) -> None:
        super().__init__(scroll_area)
        self._scroll_area, self._current_theme = scroll_area, current_theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        scroll_bar = scroll_area.verticalScrollBar()
        scroll_bar.valueChanged.connect(self.update_position)
        scroll_bar.rangeChanged.connect(self.update_position)

    def update_position(self) -> None:
        """Cover the lower edge of the viewport; hide when it is scrolled to its end."""
        area, scroll_bar = self._scroll_area.contentsRect(), self._scroll_area.verticalScrollBar()
        height, beside = self._current_theme().px(_HEIGHT), scroll_bar.width() if scroll_bar.isVisible() else 0
        self.setGeometry(area.x(), area.bottom() + 1 - height, area.width() - beside, height)
        self.setVisible(scroll_bar.value() < scroll_bar.maximum())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a gradient from transparent to the panel's colour."""
        color = QColor(self._current_theme().panel)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(1, color)
        color.setAlpha(0)
        gradient.setColorAt(0, color)
        painter = QPainter(self)
        painter.fillRect(self.rect(), gradient)
        painter.end()
