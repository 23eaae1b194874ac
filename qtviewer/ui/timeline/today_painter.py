"""Painting today: a line through axis and lanes, a tinted column where the day is wide, and its name."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from qtviewer.timeline.scene import Box, Scene
from qtviewer.timeline.ticks import LABEL_INSET
from qtviewer.timeline.today_mark import TodayMark, today_mark
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.axis_painter import AxisPainter

_NAME_SIZE: Final = 14
_BOTTOM_MARGIN: Final = 6  # pixels below the name
_TINT_ALPHA: Final = 0.05  # of the column


class TodayPainter:
    """Paints today in one theme and language; `axis` paints the ticks."""

    def __init__(self, theme: Theme, text: TextPictureCache, axis: AxisPainter) -> None:
        self._text = text
        self._axis = axis
        self._color = QColor(theme.accent)
        self._tint = QColor(theme.accent)
        self._tint.setAlphaF(_TINT_ALPHA)
        self._style = TextStyle(_NAME_SIZE, bold=False, ink=theme.accent)
        self._name = QCoreApplication.translate("TodayPainter", "Today")
        self._name_width = text.line_width(self._name, _NAME_SIZE, bold=False)

    def paint(self, painter: QPainter, scene: Scene, today: int, height: float) -> None:
        """Paint it if it is in view, `height` pixels high; the painter's x counts from the left edge of the view."""
        mark = today_mark(scene.axis, scene.viewport.scale, today, self._name_width, self._axis.label_width)
        if mark is None:
            return
        painter.fillRect(QRectF(mark.left, 0, mark.right - mark.left, height), self._tint)
        painter.fillRect(QRectF(round(mark.left), 0, 1, height), self._color)
        line_height = self._text.line_height(_NAME_SIZE, bold=False)
        if mark.name is not None:
            place: QPointF | None = QPointF(mark.name.x, self._axis.row_top(mark.name.row, line_height))
        else:
            x = self._free_x_below(scene, mark, line_height)
            place = None if x is None else QPointF(x, height - _BOTTOM_MARGIN - line_height)
        if place is not None:
            self._text.draw(painter, place, self._name, self._style)

    def _free_x_below(self, scene: Scene, mark: TodayMark, line_height: float) -> float | None:
        """Return the pixel at which the name begins at the bottom of the lanes; None if cards are in the way."""
        width, viewport = self._name_width, scene.viewport
        top = viewport.bottom - _BOTTOM_MARGIN - line_height
        for x in (max(mark.left, 0.0) + LABEL_INSET, mark.left - LABEL_INSET - width):
            box = Box(x, top, width, line_height)
            is_whole = x >= 0 and box.right <= viewport.scale.width
            if is_whole and not any(card.box.overlaps(box) for card in scene.cards):
                return x
        return None
