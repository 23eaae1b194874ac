"""Small helpers for painting."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill_box(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill a rectangle; the painter is left without a pen.

    `QPainter.fillRect` would do, but its first call makes PySide build the 182 names of its gradients.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRect(box)
