"""Pictures of lines of text, which are painted once and drawn many times."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from qtviewer.ui.look.theme import Theme

_CACHE_LIMIT: Final = 2_000  # entries, above which a cache is emptied
_FLAGS: Final = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class TextStyle(NamedTuple):
    """The style of a text: size in pixels before the theme scales it, weight, and colour as #RRGGBB."""

    size: float
    bold: bool
    ink: str


class TextPictureCache:
    """Measures and draws lines of text in one theme; `ratio` is the number of device pixels per pixel."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self._pictures: dict[tuple[str, TextStyle, float], QPixmap] = {}

    def line_width(self, text: str, size: float, *, bold: bool) -> float:
        """Return the width of a line of text in pixels."""
        key = (text, size, bold)
        if key not in self._widths:
            if len(self._widths) > _CACHE_LIMIT:
                self._widths.clear()
            self._widths[key] = self._font(size, bold=bold)[1].horizontalAdvance(text)
        return self._widths[key]

    def elided(self, text: str, width: float, size: float, *, bold: bool) -> str:
        """Return a line of text, shortened with an ellipsis if it is wider than a width in pixels."""
        return self._font(size, bold=bold)[1].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def line_height(self, size: float, *, bold: bool) -> float:
        """Return the height of a line of text in pixels."""
        return self._font(size, bold=bold)[1].height()

    def draw(self, painter: QPainter, top_left: QPointF, text: str, style: TextStyle) -> None:
        """Draw a line of text with its top left corner at a point."""
        width = self.line_width(text, style.size, bold=style.bold) + 2
        painter.drawPixmap(top_left, self.picture(text, style, width))

    def picture(self, text: str, style: TextStyle, width: float) -> QPixmap:
        """Return a picture of a text, wrapped to a width in pixels."""
        key = (text, style, width)
        if key not in self._pictures:
            if len(self._pictures) > _CACHE_LIMIT:
                self._pictures.clear()
            self._pictures[key] = self._painted(text, style, width)
        return self._pictures[key]

    def _painted(self, text: str, style: TextStyle, width: float) -> QPixmap:
        font, metrics = self._font(style.size, bold=style.bold)
        box = metrics.boundingRect(QRectF(0, 0, width, 1e4), _FLAGS, text)
        picture = QPixmap(round(width * self._ratio), round(box.height() * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(font)
        painter.setPen(QColor(style.ink))
        painter.drawText(QRectF(0, 0, width, box.height()), _FLAGS, text)
        painter.end()
        return picture

    def _font(self, size: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        key = (size, bold)
        if key not in self._fonts:
            font = self._theme.font(size, bold=bold)
            self._fonts[key] = font, QFontMetricsF(font)
        return self._fonts[key]
