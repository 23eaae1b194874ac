"""A QR code, painted in whole pixels so that it stays sharp."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtviewer.ui.look.painting import fill_box

Matrix = Sequence[Sequence[bool]]
"""The modules of a code by row and column, dark or not, with the quiet zone around them."""


class QrCode(QAbstractButton):
    """Shows a code as large as there is room for, dark on light in every theme; a tap asks for a larger one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix = ()
        self._picture = QImage()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a code; without any modules nothing."""
        self._matrix = matrix
        pixels = b"".join(bytes(0 if is_dark else 255 for is_dark in row) for row in matrix)
        side = len(matrix)
        self._picture = QImage(pixels, side, side, side, QImage.Format.Format_Grayscale8).copy() if side else QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules."""
        if not self._matrix:
            return
        painter = QPainter(self)
        side, ratio = min(self.width(), self.height()), self.devicePixelRatioF()
        module = max(int(side * ratio / len(self._matrix)), 1) / ratio
        code = module * len(self._matrix)
        start = round((side - code) / 2 * ratio) / ratio
        fill_box(painter, QRectF(0, 0, side, side), QColor("#FFFFFF"))
        painter.drawImage(QRectF(start, start, code, code), self._picture)
        painter.end()
