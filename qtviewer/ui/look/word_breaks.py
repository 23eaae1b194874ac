"""Breaks in words that are wider than the line they stand in: Qt's labels would cut them off."""

import re
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

_ZERO_WIDTH_SPACE: Final = "\u200b"
_MARKUP: Final = re.compile(r"(<[^>]*>)")
_WORD: Final = re.compile(r"[^\W_\u2e80-\U0010ffff]+")  # lines of Chinese may break between characters anyway


def longest_word_width(text: str, font: QFont) -> float:
    """Return the width in pixels of the word with the most letters in a text, with a mark after it; 0 without words."""
    longest = max(_WORD.findall(text), key=len, default="")
    return QFontMetricsF(font).horizontalAdvance(f"{longest}.") if longest else 0.0


def break_long_words(text: str, font: QFont, width: float, *, is_html: bool = False) -> str:
    """Return a text in which words wider than `width` pixels may be parted after any letter; no tags of HTML are."""
    metrics = QFontMetricsF(font)

    def parted(found: re.Match[str]) -> str:
        word = found[0]
        return word if metrics.horizontalAdvance(f"{word}.") <= width else _ZERO_WIDTH_SPACE.join(word)

    pieces = _MARKUP.split(text) if is_html else [text]
    return "".join(piece if at % 2 else _WORD.sub(parted, piece) for at, piece in enumerate(pieces))
