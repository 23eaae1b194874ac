"""Mix colours, and measure their contrast."""

import math
from functools import cache
from typing import Final

from PySide6.QtGui import QColor

LEAST_CONTRAST: Final = 4.5  # of text and its background, as WCAG AA asks for


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: QColor) -> float:
    """Return the luminance of a colour, 0 (black) to 1 (white), as WCAG defines it."""
    return _luminance_of(_rgb(color))


@cache
def _luminance_of(rgb: tuple[int, int, int]) -> float:
    shares = (part / 255 for part in rgb)
    linear = (share / 12.92 if share <= 0.04045 else math.pow((share + 0.055) / 1.055, 2.4) for share in shares)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def mixed(color: QColor, background: QColor, share: float) -> QColor:
    """Return a mixture of two colours with a share (0..1) of the first."""
    pairs = zip(_rgb(color), _rgb(background), strict=True)
    return QColor(*(round(part * share + other * (1 - share)) for part, other in pairs))
