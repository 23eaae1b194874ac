"""Painting lanes: the lines between them, and their names."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import Scene
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.timeline.axis_painter import NAMES_INSET
from qtviewer.ui.timeline.card_painter import CardPainter
from qtviewer.ui.timeline.margins import Margins

_NAME_SIZE: Final = 16
_COUNT_SIZE: Final = 14
_HEADING_INSET: Final = 31


class LaneLabel(NamedTuple):
    """What is written at a lane, in the language of the window."""

    name: str
    event_count: str
    """With its unit, such as "12 events" or "9 of 12"."""
    short_count: str
    """In numbers only, such as "12" or "9/12", for a low lane."""


class LanePainter:
    """Paints the lanes of a scene; the painter's y counts from the top of the first lane."""

    def __init__(self, card_painter: CardPainter, margins: Margins, text: TextPictureCache) -> None:
        self._card_painter = card_painter
        self._theme = card_painter.theme
        self._margins = margins
        self._text = text
        self._line_brush = QBrush(QColor(self._theme.line))

    def paint(self, painter: QPainter, scene: Scene, labels: dict[str, LaneLabel]) -> None:
        """Paint the lines and the column of names, which are by category id; x counts from the left edge."""
        viewport, names_width = scene.viewport, self._margins.names_width
        painter.fillRect(QRectF(names_width - 1, viewport.top, 1, viewport.height), self._line_brush)
        if not names_width:  # an axis above the lanes needs a line of its own
            painter.fillRect(QRectF(0, viewport.top, viewport.scale.width, 2), QColor(self._theme.ink))
        for lane in scene.lanes:
            if lane.top > 0:
                painter.fillRect(QRectF(0, lane.top, names_width + viewport.scale.width, 1), self._line_brush)
        for lane in scene.lanes if names_width else ():
            self._paint_label(painter, lane, scene, labels[lane.category])

    def _paint_label(self, painter: QPainter, lane: Lane, scene: Scene, label: LaneLabel) -> None:
        """Paint name and count at the top of the visible part of a lane; nothing where they would be cut.

        The count stands below the name or, in a low lane, beside it.
        """
        viewport, padding = scene.viewport, self._theme.px(4 if self._card_painter.style.is_compact else 9)
        width = self._margins.names_width - NAMES_INSET - 8
        name, count = self._label_pictures(lane, label, width, padding)
        name_height, count_size = name.deviceIndependentSize().height(), count.deviceIndependentSize()
        is_beside = count_size.width() < width
        height = padding + (max(name_height, count_size.height()) if is_beside else name_height + count_size.height())
        top = min(max(lane.top, viewport.top), lane.bottom - height) + padding
        if viewport.top <= top and top + height - padding <= viewport.bottom:
            painter.drawPixmap(QPointF(NAMES_INSET, round(top)), name)
            beside = QPointF(NAMES_INSET + width - count_size.width(), round(top + 2))
            below = QPointF(NAMES_INSET, round(top + name_height + 1))
            painter.drawPixmap(beside if is_beside else below, count)

    def _label_pictures(self, lane: Lane, label: LaneLabel, width: float, padding: float) -> tuple[QPixmap, QPixmap]:
        """Return the pictures of name and count; in a lane too low for both below each other, the count is narrow."""
        color = self._card_painter.color_of(lane.category).name()
        name_style = TextStyle(_NAME_SIZE, bold=True, ink=color)
        count_style = TextStyle(_COUNT_SIZE, bold=False, ink=self._theme.muted)
        heights = self._text.line_height(_NAME_SIZE, bold=True) + self._text.line_height(_COUNT_SIZE, bold=False)
        if lane.height >= heights + 2 * padding:
            name = self._text.picture(label.name, name_style, width)
            heights = name.deviceIndependentSize().height() + self._text.line_height(_COUNT_SIZE, bold=False)
            if lane.height >= heights + 2 * padding:
                return name, self._text.picture(label.event_count, count_style, width)
        count_width = self._text.line_width(label.short_count, _COUNT_SIZE, bold=False) + 2
        name_text = self._text.elided(label.name, width - count_width - 8, _NAME_SIZE, bold=True)
        name = self._text.picture(name_text, name_style, width - count_width - 8)
        return name, self._text.picture(label.short_count, count_style, count_width)

    def paint_headings(self, painter: QPainter, scene: Scene, labels: dict[str, LaneLabel], ground: QColor) -> None:
        """Paint the names above the cards, where there is no column for them.

        A name that would be cut is left out. Where its lane begins above the view, it covers the cards with `ground`.
        """
        for lane in scene.lanes if not self._margins.names_width else ():
            self._paint_heading(painter, lane, scene, labels[lane.category].name, ground)

    def _paint_heading(self, painter: QPainter, lane: Lane, scene: Scene, name: str, ground: QColor) -> None:
        viewport, height, padding = scene.viewport, self._text.line_height(_NAME_SIZE, bold=True), self._theme.px(9) / 2
        top = min(max(lane.top, viewport.top), lane.bottom - height - 2 * padding) + padding
        if not (viewport.top <= top and top + height <= viewport.bottom):
            return
        if lane.top < viewport.top:
            painter.fillRect(QRectF(0, viewport.top + 2, viewport.scale.width, height + padding), ground)
        style = TextStyle(_NAME_SIZE, bold=True, ink=self._card_painter.color_of(lane.category).name())
        self._text.draw(painter, QPointF(self._theme.px(_HEADING_INSET), round(top)), name, style)
