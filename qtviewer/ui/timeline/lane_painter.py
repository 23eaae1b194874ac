"""Painting lanes: the lines between them, their labels, and the line that names the empty ones."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from qtviewer.timeline.scene import Box, Scene
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.timeline.axis_painter import NAMES_INSET
from qtviewer.ui.timeline.card_painter import CardPainter
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.timeline.lane_labels import CHIP_PADDING, COUNT_SIZE, LaneLabel
from qtviewer.ui.timeline.margins import Margins

_EMPTY_LINE_SIZE: Final = 14
_ARROW_SIZE: Final = 7  # pixels
_ARROW_DISTANCE: Final = 8  # pixels from its middle to the name
_ARROW_ROOM: Final = 16  # pixels before a name in which there may be an arrow
_TEXT_OVERHANG: Final = 2  # pixels that the picture of a text is wider than the text


class LanePainter:
    """Paints the lanes of a scene; x counts from the left edge of the cards, y from the top of the first lane."""

    def __init__(self, card_painter: CardPainter, margins: Margins, text: TextPictureCache) -> None:
        self._card_painter = card_painter
        self._theme = card_painter.theme
        self._margins = margins
        self._text = text
        self._line_brush = QBrush(QColor(self._theme.line))

    def paint(self, painter: QPainter, scene: Scene, empty_line: str) -> None:
        """Paint the lines, and the text about the lanes without events in view."""
        viewport, names_width = scene.viewport, self._margins.names_width
        width = names_width + viewport.scale.width
        painter.fillRect(QRectF(-1, viewport.top, 1, viewport.height), self._line_brush)
        if not names_width:  # an axis above the lanes needs a line of its own
            painter.fillRect(QRectF(0, viewport.top, viewport.scale.width, 2), QColor(self._theme.ink))
        for y in (*(lane.top for lane in scene.lanes), *([scene.empty_top] if empty_line else [])):
            if y > 0:
                painter.fillRect(QRectF(-names_width, y, width, 1), self._line_brush)
        if empty_line:
            self._paint_empty_line(painter, scene.empty_top, width, empty_line)

    def _paint_empty_line(self, painter: QPainter, top: float, width: float, text: str) -> None:
        """Paint the line about the lanes without events in view."""
        inset = NAMES_INSET
        y = (
            top
            + (self._card_painter.metrics.empty_line_height - self._text.line_height(_EMPTY_LINE_SIZE, bold=False)) / 2
        )
        shown = self._text.elided(text, width - 2 * inset, _EMPTY_LINE_SIZE, bold=False)
        place = QPointF(inset - self._margins.names_width, round(y))
        self._text.draw(painter, place, shown, TextStyle(_EMPTY_LINE_SIZE, bold=False, ink=self._theme.muted))

    def paint_labels(self, painter: QPainter, scene: Scene, labels: Sequence[LaneLabel], ground: QBrush) -> None:
        """Paint the labels that are wholly in view.

        Where they stand above the cards and a lane begins above the view, its label covers the cards with the ground.
        """
        viewport = scene.viewport
        for label in labels:
            box = label.name.box
            if not (viewport.top <= box.y and box.bottom <= viewport.bottom):
                continue
            if not self._margins.names_width and label.lane.top < viewport.top:
                height = box.bottom - viewport.top
                painter.fillRect(QRectF(0, viewport.top + 2, viewport.scale.width, height), ground)
            color = self._card_painter.color_of(label.lane.category)
            if label.texts.is_wide or label.lane.counts.has_clusters:
                self._paint_arrow(painter, box, color, is_open=label.texts.is_wide)
            style = TextStyle(self._card_painter.style.name_size, bold=True, ink=color.name())
            self._text.draw(painter, QPointF(box.x, round(box.y)), label.name.text, style)
            if label.event_count is not None:
                style = TextStyle(COUNT_SIZE, bold=False, ink=self._theme.muted)
                place = QPointF(label.event_count.box.x, round(label.event_count.box.y))
                self._text.draw(painter, place, label.event_count.text, style)
            for chip in label.chips:
                self._paint_chip(painter, chip, color)

    def fixed_boxes(self, scene: Scene, labels: Sequence[LaneLabel], empty_line: str) -> Iterator[Box]:
        """Yield the boxes among the cards in which texts stand."""
        if empty_line:
            height = self._card_painter.metrics.empty_line_height
            yield Box(0.0, scene.empty_top, scene.viewport.scale.width, height)
        for label in labels if not self._margins.names_width else ():
            x, y, width, height = label.name.box
            yield Box(x - _ARROW_ROOM, y, width + _ARROW_ROOM + _TEXT_OVERHANG, height)

    def _paint_arrow(self, painter: QPainter, name: Box, color: QColor, *, is_open: bool) -> None:
        """Paint a small triangle before a name: it points down where the lane is open wide, else to the right."""
        x, y, half = name.x - _ARROW_DISTANCE, name.y + name.height / 2, _ARROW_SIZE / 2
        right = ((-half / 2, -half), (half, 0), (-half / 2, half))
        right = ((-half / 2, -half), (half, 0), (-half / 2, half))
        tips = [(-down, across) for across, down in right] if is_open else right  # turned by a quarter
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x + across, y + down) for across, down in tips]))
        painter.fillPath(path, color)

    def _paint_chip(self, painter: QPainter, chip: LaneChip, color: QColor) -> None:
        box = QRectF(*chip.box).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(outline, QColor(self._theme.selected) if chip.is_listed else self._theme.tinted(color))
        painter.strokePath(outline, QPen(color, 2 if chip.is_listed else 1))
        style = TextStyle(self._card_painter.style.chip_text_size, bold=False, ink=self._theme.ink)
        top = chip.box.y + (chip.box.height - self._text.line_height(style.size, bold=False)) / 2
        self._text.draw(painter, QPointF(chip.box.x + CHIP_PADDING, round(top)), chip.text, style)
