"""Painting today: a line through axis and lanes, a tinted column where the day is wide, and its name."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from qtviewer.timeline.scale import nearest_pixel
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
        self._line_height = text.line_height(_NAME_SIZE, bold=False)

    def paint(self, painter: QPainter, scene: Scene, today: int, height: float) -> None:
        """Paint it if it is in view, `height` pixels high; the painter's x counts from the left edge of the view."""
        mark = self._mark(scene, today)
        if mark is None:
            return
        left, right = nearest_pixel(mark.left), nearest_pixel(mark.right)
        painter.fillRect(QRectF(left, 0, right - left, height), self._tint)
        painter.fillRect(QRectF(left, 0, 1, height), self._color)
        if mark.name is not None:
            place = QPointF(mark.name.x, self._axis.row_top(mark.name.row, self._line_height))
            self._text.draw(painter, place, self._name, self._style)
        for box in self._boxes_below(scene, mark):
            place = QPointF(box.x, height - _BOTTOM_MARGIN - self._line_height)
            self._text.draw(painter, place, self._name, self._style)

    def boxes_among_cards(self, scene: Scene, today: int) -> Iterator[Box]:
        """Yield the box of its name where that stands at the bottom of the lanes, and not on the axis."""
        mark = self._mark(scene, today)
        return iter(()) if mark is None else self._boxes_below(scene, mark)

    def _mark(self, scene: Scene, today: int) -> TodayMark | None:
        return today_mark(scene.axis, scene.viewport.scale, today, self._name_width, self._axis.label_width)

    def _boxes_below(self, scene: Scene, mark: TodayMark) -> Iterator[Box]:
        """Yield the box of a name without room on the axis: the first of two at the bottom that no card is in."""
        width, viewport = self._name_width, scene.viewport
        top = viewport.bottom - _BOTTOM_MARGIN - self._line_height
        for x in (max(mark.left, 0.0) + LABEL_INSET, mark.left - LABEL_INSET - width) if mark.name is None else ():
            box = Box(x, top, width, self._line_height)
            is_whole = x >= 0 and box.right <= viewport.scale.width
            if is_whole and not any(card.box.overlaps(box) for card in scene.cards):
                yield box
                return
