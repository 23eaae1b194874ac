"""A QR code, painted in whole pixels so that it stays sharp."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtviewer.ui.painting import fill_box

Matrix = Sequence[Sequence[bool]]
"""The modules of a code by row and column, dark or not, with the quiet zone around them."""


class QrCode(QAbstractButton):
    """Shows a code as large as there is room for, dark on light in every theme; a tap asks for a larger one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix = ()

    def show_matrix(self, matrix: Matrix) -> None:
        """Show a code; without any modules nothing."""
        self._matrix = matrix
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the modules."""
        if not self._matrix:
            return
        painter = QPainter(self)
        side = min(self.width(), self.height())
        ratio = self.devicePixelRatioF()
        module = max(int(side * ratio / len(self._matrix)), 1) / ratio
        fill_box(painter, QRectF(0, 0, side, side), QColor("#FFFFFF"))
        start = round((side - module * len(self._matrix)) / 2 * ratio) / ratio
        for row, modules_in_row in enumerate(self._matrix):
            for column, is_dark in enumerate(modules_in_row):
                if is_dark:
                    box = QRectF(start + column * module, start + row * module, module, module)
                    fill_box(painter, box, QColor("#000000"))
        painter.end()
