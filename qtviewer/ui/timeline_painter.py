"""Paints a scene: ground, ticks, lanes and cards."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import Scene, SceneCard
from qtviewer.ui.card_art import CardArt


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes around the scene, in pixels: the column of lane names at the left and the axis above."""

    names_width: float
    axis_height: float


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of time behind the cards."""

    first: float
    last: float
    label: str


class TimelinePainter:
    """Paints one scene into a widget of `width` by `height` pixels, scrolled down by `scroll` pixels."""

    def __init__(self, painter: QPainter, art: CardArt, frame: Frame, scene: Scene, scroll: float) -> None:
        self._painter = painter
        self._art = art
        self._theme = art.theme
        self._frame = frame
        self._scene = scene
        self._scroll = scroll

    def paint(self, height: float, names: dict[str, tuple[str, str]], selected: str, bands: list[Band]) -> None:
        """Paint everything; `names` are the name and the count of each lane."""
        painter, frame = self._painter, self._frame
        width = self._scene.scale.width
        painter.fillRect(QRectF(0, 0, frame.names_width + width, height), QColor(self._theme.panel))
        painter.save()
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, 0, width, height))
        self._paint_bands(bands, height)
        self._paint_tick_lines(height)
        self._paint_axis_labels()
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(0, frame.axis_height, frame.names_width + width, height - frame.axis_height))
        painter.translate(0, frame.axis_height - self._scroll)
        self._paint_lanes(names, width)
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, self._scroll, width, height - frame.axis_height))
        for card in self._scene.cards:
            is_selected = card.card.heads[0].id == selected and not card.card.is_stack
            self._paint_card(card, selected=is_selected)
        painter.restore()

    def _paint_bands(self, bands: list[Band], height: float) -> None:
        painter, scale = self._painter, self._scene.scale
        painter.setFont(self._theme.font(14))
        for band in bands:
            left, right = scale.x_at(band.first), scale.x_at(band.last)
            box = QRectF(left, 0, right - left, height)
            painter.fillRect(box, QColor(self._theme.festival))
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
                    box = QRectF(tick.label_x, top, self._scene.scale.width, half)
                    self._painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tick.label)

    def _paint_lanes(self, names: dict[str, tuple[str, str]], width: float) -> None:
        painter, frame = self._painter, self._frame
        for at, lane in enumerate(self._scene.lanes):
            if at:
                painter.setPen(QPen(QColor(self._theme.line), 1))
                painter.drawLine(QPointF(0, lane.top + 0.5), QPointF(frame.names_width + width, lane.top + 0.5))
            self._paint_lane_name(lane, *names[lane.category])
        painter.setPen(QPen(QColor(self._theme.line), 1))
        bottom = self._scroll + 10_000
        painter.drawLine(QPointF(frame.names_width - 0.5, self._scroll), QPointF(frame.names_width - 0.5, bottom))

    def _paint_lane_name(self, lane: Lane, name: str, count: str) -> None:
        painter, theme = self._painter, self._theme
        box = QRectF(14, lane.top + theme.px(9), self._frame.names_width - 22, lane.height)
        painter.setFont(theme.font(16, bold=True))
        painter.setPen(self._art.color_of(lane.category))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(box, flags, name)
        painter.drawText(box, flags, name)
        painter.setFont(theme.font(14))
        painter.setPen(QColor(theme.muted))
        painter.drawText(box.adjusted(0, used.height() + 1, 0, 0), Qt.AlignmentFlag.AlignTop, count)

    def _paint_card(self, scene_card: SceneCard, *, selected: bool) -> None:
        card, box, reach = scene_card.card, scene_card.box, scene_card.reach
        if reach.width > box.width and not card.spans:
            self._painter.setPen(QPen(self._art.color_of(scene_card.category), 2, Qt.PenStyle.DotLine))
            self._painter.drawLine(QPointF(reach.x, box.bottom - 1), QPointF(reach.right, box.bottom - 1))
        self._art.draw(self._painter, scene_card, selected=selected)
