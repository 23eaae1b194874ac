"""Painting, and settings of widgets, without the names of `Qt`.

PySide builds the 1,195 names of `Qt` when the first of them, or a function that could take one, is used: a tenth of all
that happens before the first frame. `setPen`, `setBrush`, `fillRect`, `elidedText` and the constructors of `QPen` and
`QBrush` could take one. The way to the first frame paints with what is here instead; what handles an event later may
name `QtCore.Qt` as usual.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStylePainter, QWidget

DASHES: Final = (4.0, 2.0)
DOTS: Final = (1.0, 2.0)
CLEAR: Final = QColor(0, 0, 0, 0)

# Values of `Qt.AlignmentFlag` and `Qt.TextFlag` that may be added up.
LEFT: Final = 0x1
CENTRE: Final = 0x4
TOP: Final = 0x20
BOTTOM: Final = 0x40
MIDDLE: Final = 0x80
WRAPPED: Final = 0x1000

# Properties with a value of an enumeration in `Qt`.
NO_SIDE_SCROLLING: Final = ("horizontalScrollBarPolicy", 1)
PLAIN_TEXT: Final = ("textFormat", 0)
RICH_TEXT: Final = ("textFormat", 1)
MARKDOWN: Final = ("textFormat", 3)
SELECTABLE: Final = ("textInteractionFlags", 1)
NO_FOCUS: Final = ("focusPolicy", 0)
FOCUS_BY_TAB: Final = ("focusPolicy", 1)  # a click leaves the arrow keys to the timeline
FOCUS: Final = ("focusPolicy", 11)  # by Tab and by a click


def set_up(target: QObject, *properties: tuple[str, Any]) -> None:
    """Give properties of a widget their values."""
    for name, value in properties:
        target.setProperty(name, value)


def line(color: QColor, width: float = 1.0, dashes: Sequence[float] = ()) -> QPen:
    """A pen; `dashes` are lengths of strokes and gaps in line widths."""
    pen = QPen()
    pen.setColor(color)
    pen.setWidthF(width)
    if dashes:
        pen.setDashPattern(dashes)
    return pen


def solid(color: QColor) -> QBrush:
    """A brush that fills with one colour."""
    return line(color).brush()


def fill_box(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill a rectangle."""
    painter.setBackground(solid(color))
    painter.eraseRect(box)


def painter_on(picture: QPixmap) -> QStylePainter:
    """A painter that can write on a picture."""
    return QStylePainter(picture, _any_widget())


@cache
def _any_widget() -> QWidget:
    """A style writes on behalf of a widget; `QApplication.style` would build all names of `QStyle`."""
    return QWidget()


def write(painter: QStylePainter, box: QRectF, text: str, color: QColor, flags: int = MIDDLE) -> None:
    """Write a text in the painter's font into a box, from the left and in the middle of its height if not said else."""
    width, height = math.ceil(box.width()), math.ceil(box.height())  # a style writes into whole pixels only
    x, y = box.x(), box.y() + ((box.height() - height) / 2 if flags & MIDDLE else 0)
    painter.translate(x, y)
    painter.drawItemText(QRect(0, 0, width, height), flags, _ink(color.rgba()), True, text, QPalette.ColorRole.Text)
    painter.translate(-x, -y)


@cache
def _ink(rgba: int) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor.fromRgba(rgba))
    return palette
