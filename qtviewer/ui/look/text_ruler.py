"""Measure lines of text."""

from functools import cached_property
from unicodedata import east_asian_width

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine


class TextRuler:
    """Measures and shortens lines of text in one font.

    The width of a text is the sum of its characters: a Han character is as wide as the font is high, each other one is
    measured once. For many texts that is much faster than to ask Qt for each.
    """

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._em = float(font.pixelSize())
        self._advances: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return the width of a line of text in pixels, without kerning."""
        known = self._advances
        return sum([known[character] if character in known else self._advance(character) for character in text])

    def elided(self, text: str, width: float) -> str:
        """Return a line of text, shortened with an ellipsis if it is wider than `width` pixels; empty if none fits."""
        layout = QTextLayout(text, self._font)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if line.naturalTextWidth() <= width:
            return text
        if width < self._ellipsis:
            return ""
        return f"{text[: line.xToCursor(width - self._ellipsis, QTextLine.CursorPosition.CursorOnCharacter)]}…"

    @cached_property
    def _ellipsis(self) -> float:
        """Width of an ellipsis, which Qt measures without the features of a font."""
        plain = QFont(self._font)
        plain.clearFeatures()
        return QFontMetricsF(plain).horizontalAdvance("…")

    def _advance(self, character: str) -> float:
        if character.isascii():  # no feature of a font changes these, so they need not be shaped
            advance = self._metrics.horizontalAdvanceChar(character)  # type: ignore[arg-type]  # stubs: int for a QChar
        elif east_asian_width(character) in "WF":
            advance = self._em
        else:
            advance = self._metrics.horizontalAdvance(character)
        self._advances[character] = advance
        return advance


def text_width(text: str, font: QFont) -> float:
    """Return the width of a line of text in pixels, as Qt measures it."""
    return QFontMetricsF(font).horizontalAdvance(text)
