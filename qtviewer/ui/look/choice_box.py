"""A box of choices that shows that it opens."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

_ROOM = 22  # pixels at the right, as in the style sheet


class ChoiceBox(QComboBox):
    """A combo box with the sign of other buttons that open a menu: a style sheet could show a picture only."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the choice."""
        super().paintEvent(event)
        place = QRect(self.width() - _ROOM - 8, 0, _ROOM, self.height())
        painter = QPainter(self)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "▾")
        painter.end()
