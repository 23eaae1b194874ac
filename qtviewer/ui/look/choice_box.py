"""A combo box with an arrow."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from qtviewer.ui.guard import guarded

_ARROW_WIDTH = 22  # pixels at the right, as in the style sheet


@guarded
class ChoiceBox(QComboBox):
    """A combo box with the arrow of the buttons that open a menu, which a style sheet could show only as a picture."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow beside the choice."""
        super().paintEvent(event)
        place = QRect(self.width() - _ARROW_WIDTH - 8, 0, _ARROW_WIDTH, self.height())
        painter = QPainter(self)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "▾")
        painter.end()
