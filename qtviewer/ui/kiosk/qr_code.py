"""A QR code, painted in whole pixels so that it stays sharp."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtviewer.ui.guard import guarded

Matrix = Sequence[Sequence[bool]]
"""The modules of a code, row by row, with the quiet zone; True is dark."""


@guarded
class QrCode(QAbstractButton):
    """A button that shows a QR code as large as it fits, dark on white in every theme."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix = ()
        self._image = QImage()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a code, or nothing if the matrix is empty."""
        self._matrix = matrix
        pixels = b"".join(bytes(0 if is_dark else 255 for is_dark in row) for row in matrix)
        side = len(matrix)
        self._image = QImage(pixels, side, side, side, QImage.Format.Format_Grayscale8).copy() if side else QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the present size, which the parent sets."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code in the middle of a white square."""
        if not self._matrix:
            return
        painter = QPainter(self)
        side, ratio = min(self.width(), self.height()), self.devicePixelRatioF()
        module = max(int(side * ratio / len(self._matrix)), 1) / ratio
        code = module * len(self._matrix)
        start = round((side - code) / 2 * ratio) / ratio
        painter.fillRect(QRectF(0, 0, side, side), QColor("#FFFFFF"))
        painter.drawImage(QRectF(start, start, code, code), self._image)
        painter.end()
