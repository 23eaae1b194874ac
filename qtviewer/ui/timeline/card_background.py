"""The ground and the outline of cards, which tell spans, clusters and uncertain dates apart."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.ui.look.theme import TINT, Theme

BAR_WIDTH: Final = 5  # pixels of the bar at the left in the colour of the category
CLUSTER_OFFSET: Final = 2  # pixels by which the second outline of a cluster is lower and further right
_CORNER_RADIUS: Final = 6


class CardBackground:
    """Paints cards without their text in one theme; `category_colors` are by category id."""

    def __init__(self, theme: Theme, category_colors: dict[str, QColor]) -> None:
        self._theme = theme
        self._colors = category_colors

    def paint(self, painter: QPainter, card: Card, box: QRectF, *, selected: bool) -> None:
        """Paint the background of a card into a box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._colors[card.category]
        if card.is_cluster or not card.heads:
            self._paint_cluster(painter, box, color, selected=selected)
        else:
            self._paint_event(painter, card, box, color, selected=selected)

    def _paint_event(self, painter: QPainter, card: Card, box: QRectF, color: QColor, *, selected: bool) -> None:
        head, theme = card.heads[0], self._theme
        outline = _rounded_rect(box.adjusted(1, 1, -1, -1) if selected else box.adjusted(0.5, 0.5, -0.5, -0.5))
        ground = theme.tinted(color) if card.is_span else QColor(theme.panel)
        painter.fillPath(outline, QColor(theme.selected) if selected else ground)
        bar = QPainterPath()
        bar.addRect(QRectF(box.x(), 0, BAR_WIDTH, box.height()))
        bar_color = theme.tinted(color, 0.45) if head.date.approximate else color
        painter.fillPath(outline.intersected(bar), bar_color)
        edge = color if selected or card.is_span else QColor(theme.line if is_exact(head) else theme.muted)
        style = Qt.PenStyle.SolidLine if is_exact(head) else Qt.PenStyle.DashLine
        painter.strokePath(outline, QPen(edge, 2 if selected else 1, style))

    def _paint_cluster(self, painter: QPainter, box: QRectF, color: QColor, *, selected: bool) -> None:
        edge = QPen(color, 2 if selected else 1)
        front = box.adjusted(0.5, 0.5, -0.5 - CLUSTER_OFFSET, -0.5 - CLUSTER_OFFSET)
        for offset, share in ((CLUSTER_OFFSET, 0.3), (0, TINT)):
            outline = _rounded_rect(front.translated(offset, offset))
            painter.fillPath(outline, self._theme.tinted(color, share))
            painter.strokePath(outline, edge)


def is_exact(head: EventHead) -> bool:
    """Tell whether the day of an event, or its first and last day, are certain."""
    return head.date.precision in (Precision.DAY, Precision.INTERVAL) and not head.date.approximate


def _rounded_rect(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, _CORNER_RADIUS, _CORNER_RADIUS)
    return path
