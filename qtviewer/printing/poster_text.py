"""Text broken into lines; each is drawn on its own, so that a PDF reader finds it as a line."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from qtviewer.ui.look.theme import LIGHT


class PosterFonts(NamedTuple):
    """Font families for regular and bold text, and the language whose characters they are to prefer."""

    regular: Sequence[str]
    bold: Sequence[str]
    lang: str

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """Return the font at a size in tenths of a millimetre."""
        font = LIGHT._replace(lang=self.lang).font(size, bold=bold)
        font.setFamilies(list(self.bold if bold else self.regular))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class TextBlock(NamedTuple):
    """Lines of text in a font; lengths are in the units of the painter.

    `ascent` is the distance from the top of a line to its baseline, `leading` from one line to the next, `width` the
    length of the longest line.
    """

    lines: tuple[str, ...]
    font: QFont
    ascent: float
    leading: float
    width: float

    @property
    def height(self) -> float:
        """The height of all lines."""
        return self.leading * len(self.lines)

    def draw(self, painter: QPainter, left: float, top: float, ink: QColor) -> float:
        """Draw the lines from their top left corner in the colour `ink`; return the position of their bottom."""
        painter.setFont(self.font)
        painter.setPen(QPen(ink))
        for row, line in enumerate(self.lines):
            painter.drawText(QPointF(left, top + row * self.leading + self.ascent), line)
        return top + self.height


def text_block(text: str, font: QFont, width: float) -> TextBlock:
    """Break a text into lines that are at most `width` long, and at its line breaks."""
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
