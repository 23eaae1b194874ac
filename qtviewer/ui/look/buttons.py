"""Push buttons: with a pointing hand over them, or with the longest text that fits."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.text_ruler import TextRuler, text_width


@guarded
class PointingHandButton(QPushButton):
    """A button over which the pointer becomes a hand."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Set the pointer's shape."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


@guarded
class AdaptiveTextButton(QPushButton):
    """A button of any width that shows the first of its texts that fits, or else the last one shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_texts(self, *texts: str) -> None:
        """Set the texts to choose from, in order of preference."""
        self._texts = texts
        self._show_fitting_text()

    @property
    def least_width(self) -> int:
        """The width in pixels that the last text takes without being shortened."""
        padding = self.sizeHint().width() - text_width(self.text(), self.font())
        return ceil(text_width(self._texts[-1], self.font()) + padding) if self._texts else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose a text for the new width."""
        super().resizeEvent(event)
        self._show_fitting_text()

    def _show_fitting_text(self) -> None:
        for text in self._texts:
            self.setText(text)
            if self.sizeHint().width() <= self.width():
                return
        if self._texts:
            self._shorten(self._texts[-1])

    def _shorten(self, text: str) -> None:
        """Show the beginning of a text; the tooltip, which the owner of the button sets, has all of it."""
        padding = self.sizeHint().width() - text_width(text, self.font())
        self.setText(TextRuler(self.font()).elided(text, self.width() - padding - 1) or text)
