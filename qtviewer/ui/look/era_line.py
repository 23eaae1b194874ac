"""The line below the name of an era, in the window and on posters."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

_DASHES: Final = (3.0, 2.0)  # lengths of a dash and of the gap after it, in heights of the line


def paint_era_line(painter: QPainter, line: QRectF, color: QColor, *, is_approximate: bool) -> None:
    """Paint a line that fills a box, or a dashed one where the beginning or the end of an era is not certain."""
    if not is_approximate:
        painter.fillRect(line, color)
        return
    pen = QPen(color, line.height())
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    middle = line.center().y()
    painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))
