"""Paints a scene: ground, ticks, lanes and cards."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import Scene, SceneCard
from qtviewer.ui.card_art import CardArt
from qtviewer.ui.painting import fill_box


class Frame(NamedTuple):
    """Sizes around the scene, in pixels: the column of lane names at the left and the axis above."""

    names_width: float
    axis_height: float


class Band(NamedTuple):
    """A named stretch of time behind the cards."""

    first: float
    last: float
    label: str


class TimelinePainter:
    """Paints one scene, the axis and the lane names around it."""

    def __init__(self, painter: QPainter, art: CardArt, frame: Frame, scene: Scene) -> None:
        self._painter = painter
        self._art = art
        self._theme = art.theme
        self._frame = frame
        self._scene = scene
        self._scale = scene.viewport.scale

    def paint(self, names: dict[str, tuple[str, str]], selected: str, bands: list[Band]) -> None:
        """Paint everything; `names` are the name and the count of each lane, `selected` the id of an event."""
        painter, frame, viewport = self._painter, self._frame, self._scene.viewport
        width, height = self._scale.width, frame.axis_height + viewport.height
        fill_box(painter, QRectF(0, 0, frame.names_width + width, height), QColor(self._theme.panel))
        painter.save()
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, 0, width, height))
        self._paint_bands(bands, height)
        self._paint_tick_lines(height)
        self._paint_axis_labels()
        painter.restore()
        painter.save()
        painter.translate(0, frame.axis_height - viewport.top)
        painter.setClipRect(QRectF(0, viewport.top, frame.names_width + width, viewport.height))
        self._paint_lanes(names)
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, viewport.top, width, viewport.height))
        for card in self._scene.cards:
            self._paint_card(card, selected=any(head.id == selected for head in card.card.heads))
        painter.restore()

    def _paint_bands(self, bands: list[Band], height: float) -> None:
        painter, scale = self._painter, self._scale
        painter.setFont(self._theme.font(14))
        for band in bands:
            left, right = scale.x_at(band.first), scale.x_at(band.last)
            box = QRectF(left, 0, right - left, height)
            fill_box(painter, box, QColor(self._theme.festival))
            painter.setPen(QColor(self._theme.accent))
            if painter.fontMetrics().horizontalAdvance(band.label) <= min(right, scale.width) - max(left, 0):
                inside = QRectF(max(left, 0), 0, min(right, scale.width) - max(left, 0), height - 6)
                painter.drawText(inside, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, band.label)

    def _paint_tick_lines(self, height: float) -> None:
        painter, axis = self._painter, self._scene.axis
        painter.setPen(QPen(QColor(self._theme.line), 1))
        top = self._frame.axis_height / 2
        for tick in axis.minor:
            painter.drawLine(
                QPointF(round(tick.x) + 0.5, top if axis.major else 0), QPointF(round(tick.x) + 0.5, height)
            )
        for tick in axis.major:
            painter.drawLine(QPointF(round(tick.x) + 0.5, 0), QPointF(round(tick.x) + 0.5, height))

    def _paint_axis_labels(self) -> None:
        half = self._frame.axis_height / 2
        for ticks, top, bold, ink in (
            (self._scene.axis.major, 2.0, True, self._theme.ink),
            (self._scene.axis.minor, half - 2, False, self._theme.muted),
        ):
            self._painter.setFont(self._theme.font(16, bold=bold))
            self._painter.setPen(QColor(ink))
            for tick in ticks:
                if tick.label:
                    box = QRectF(tick.label_x, top, self._scale.width, half)
                    self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tick.label)

    def _paint_lanes(self, names: dict[str, tuple[str, str]]) -> None:
        painter, viewport, names_width = self._painter, self._scene.viewport, self._frame.names_width
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(names_width - 0.5, viewport.top), QPointF(names_width - 0.5, viewport.bottom))
        for lane in self._scene.lanes:
            painter.setPen(QPen(QColor(self._theme.line), 1))
            if lane.top > 0:
                line_end = names_width + self._scale.width
                painter.drawLine(QPointF(0, lane.top + 0.5), QPointF(line_end, lane.top + 0.5))
            self._paint_lane_name(lane, *names[lane.category])

    def _paint_lane_name(self, lane: Lane, name: str, count: str) -> None:
        """Name and count, at the top of what is in view of the lane; nothing where they would be cut."""
        painter, theme, viewport = self._painter, self._theme, self._scene.viewport
        name_font, count_font = theme.font(16, bold=True), theme.font(14)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        width, padding = self._frame.names_width - 22, theme.px(9)
        name_height = QFontMetricsF(name_font).boundingRect(QRectF(0, 0, width, 1e4), flags, name).height()
        height = name_height + QFontMetricsF(count_font).height() + padding
        top = min(max(lane.top, viewport.top), lane.bottom - height) + padding
        if top < viewport.top or top + height - padding > viewport.bottom:
            return
        for text, font, ink, y in (
            (name, name_font, self._art.color_of(lane.category), top),
            (count, count_font, QColor(theme.muted), top + name_height + 1),
        ):
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRectF(14, y, width, height), flags, text)

    def _paint_card(self, scene_card: SceneCard, *, selected: bool) -> None:
        card, box, reach = scene_card.card, scene_card.box, scene_card.reach
        if reach.width > box.width and not (card.spans or card.is_stack):
            self._painter.setPen(QPen(self._art.color_of(card.category), 2, Qt.PenStyle.DotLine))
            self._painter.drawLine(QPointF(reach.x, box.bottom - 1), QPointF(reach.right, box.bottom - 1))
        self._art.draw(self._painter, scene_card, selected=selected)
