"""Painting the rows of eras above the lanes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from qtviewer.timeline.era_bands import NAME_PADDING, EraBand
from qtviewer.ui.look.era_line import paint_era_line
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.axis_painter import NAMES_INSET
from qtviewer.ui.timeline.era_layer import EraLayer
from qtviewer.ui.timeline.lane_style import LaneStyle
from qtviewer.ui.timeline.margins import Margins

_LINE_HEIGHT: Final = 2.0  # pixels of the line in the colour of an era
_ELLIPSIS: Final = "…"  # which alone tells nothing
_ROW_GAP: Final = 2.0  # pixels below a row


class EraPainter:
    """Paints eras in one theme and the sizes of a style."""

    def __init__(self, theme: Theme, margins: Margins, text: TextPictureCache, style: LaneStyle) -> None:
        self._theme = theme
        self._margins = margins
        self._text = text
        self._size = style.era_text_size
        self._row_height = theme.px(style.era_height)

    def box(self, band: EraBand) -> QRectF:
        """Return where a band is, at least a pixel wide; x counts from the lane names, y from the top of the axis."""
        top = self._margins.eras_top + band.row * self._row_height
        return QRectF(band.left, top, max(band.right - band.left, 1.0), self._row_height - _ROW_GAP)

    def paint_title(self, painter: QPainter, title: str) -> None:
        """Paint what the rows are in the column of lane names; the painter's x counts from the left edge."""
        if self._margins.eras_height and self._margins.names_width:
            style = TextStyle(self._size, bold=False, ink=self._theme.muted)
            self._text.draw(painter, QPointF(NAMES_INSET, self._text_top(self._margins.eras_top)), title, style)

    def paint(self, painter: QPainter, layer: EraLayer, bands: Sequence[EraBand], *, moving: bool) -> None:
        """Paint bands; while the view moves, names that have too little room are cut and not shortened."""
        for band in bands:
            box, (color, ground) = self.box(band), layer.colors(band)
            painter.fillRect(box, ground)
            line = box.adjusted(0, box.height() - _LINE_HEIGHT, 0, 0)
            paint_era_line(painter, line, color, is_approximate=layer.is_approximate(band))
            if band.name_room is not None:
                hidden = f" +{len(band.hidden)}" if band.hidden else ""
                self._paint_name(painter, (layer.name(band), hidden), box, band.name_room, moving=moving)

    def _paint_name(
        self, painter: QPainter, name: tuple[str, str], box: QRectF, room: tuple[float, float], *, moving: bool
    ) -> None:
        """Paint a name and, behind it, how many eras its band hides, which at rest is never cut off."""
        left, right = room
        style = TextStyle(self._size, bold=False, ink=self._theme.ink)
        top = self._text_top(box.top())
        if moving and self._width(name[0] + name[1]) > right - left:
            painter.save()
            painter.setClipRect(QRectF(left, box.top(), right - left + NAME_PADDING, box.height()))
            self._text.draw(painter, QPointF(left, top), name[0] + name[1], style)
            painter.restore()
            return
        shown = self._text.elided(name[0], right - left - self._width(name[1]), self._size, bold=False)
        if text := (("" if shown == _ELLIPSIS else shown) + name[1]).strip():
            self._text.draw(painter, QPointF(left, top), text, style)

    def _width(self, text: str) -> float:
        return self._text.line_width(text, self._size, bold=False)

    def _text_top(self, row_top: float) -> int:
        free = self._row_height - _ROW_GAP - _LINE_HEIGHT - self._text.line_height(self._size, bold=False)
        return round(row_top + free / 2)
