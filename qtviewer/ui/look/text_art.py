"""Lines of text as pictures: each is painted once and then only moved."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from qtviewer.ui.look.theme import Theme

_CACHE_LIMIT = 2_000
_FLAGS = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class Type(NamedTuple):
    """How a line is set: size in pixels before the text is made larger, weight and colour (#RRGGBB)."""

    size: float
    bold: bool
    ink: str


class TextArt:
    """Pictures of lines of text in one theme."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self._pictures: dict[tuple[str, Type, float], QPixmap] = {}

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """Width of a line in pixels."""
        key = (text, size, bold)
        if key not in self._widths:
            if len(self._widths) > _CACHE_LIMIT:
                self._widths.clear()
            self._widths[key] = self._font(size, bold=bold)[1].horizontalAdvance(text)
        return self._widths[key]

    def draw(self, painter: QPainter, at: QPointF, text: str, used: Type) -> None:
        """Draw a line from its top left corner."""
        painter.drawPixmap(at, self.picture(text, used, self.width(text, used.size, bold=used.bold) + 2))

    def height(self, size: float, *, bold: bool) -> float:
        """Height of a line in pixels."""
        return self._font(size, bold=bold)[1].height()

    def picture(self, text: str, used: Type, width: float) -> QPixmap:
        """Text in a type, in as many lines as it takes in a width."""
        key = (text, used, width)
        if key not in self._pictures:
            if len(self._pictures) > _CACHE_LIMIT:
                self._pictures.clear()
            self._pictures[key] = self._painted(text, used, width)
        return self._pictures[key]

    def _painted(self, text: str, used: Type, width: float) -> QPixmap:
        font, metrics = self._font(used.size, bold=used.bold)
        box = metrics.boundingRect(QRectF(0, 0, width, 1e4), _FLAGS, text)
        picture = QPixmap(round(width * self._ratio), round(box.height() * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(font)
        painter.setPen(QColor(used.ink))
        painter.drawText(QRectF(0, 0, width, box.height()), _FLAGS, text)
        painter.end()
        return picture

    def _font(self, size: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        key = (size, bold)
        if key not in self._fonts:
            made = self._theme.font(size, bold=bold)
            self._fonts[key] = made, QFontMetricsF(made)
        return self._fonts[key]
