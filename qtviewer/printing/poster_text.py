"""Text in as many lines as it takes, each of them drawn as a text of its own, so that it can be read back."""

from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption


class TextBlock(NamedTuple):
    """Lines of text in a font, and the room they take."""

    lines: tuple[str, ...]
    font: QFont
    ascent: float
    leading: float
    width: float

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return self.leading * len(self.lines)

    def draw(self, painter: QPainter, left: float, top: float, ink: QColor) -> float:
        """Draw it from its top left corner; where it ends."""
        painter.setFont(self.font)
        painter.setPen(QPen(ink))
        for at, line in enumerate(self.lines):
            painter.drawText(QPointF(left, top + at * self.leading + self.ascent), line)
        return top + self.height


def text_block(text: str, font: QFont, width: float) -> TextBlock:
    """Text in lines no longer than a width, but for words that are."""
    metrics = QFontMetricsF(font)
    lines = tuple(line for paragraph in text.split("\n") for line in _lines(paragraph, font, width))
    longest = max(metrics.horizontalAdvance(line) for line in lines)
    leading = font.pixelSize() * 1.32
    return TextBlock(lines, font, font.pixelSize() * 1.02, leading, longest)


def _lines(text: str, font: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return found or [""]
