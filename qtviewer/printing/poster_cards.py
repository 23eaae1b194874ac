"""The cards of a poster: measures and paints them; all lengths are in tenths of a millimetre."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from qtviewer.domain.source import EventHead
from qtviewer.printing.poster_content import CardText
from qtviewer.printing.poster_text import PosterFonts, TextBlock, text_block
from qtviewer.timeline.poster_card import PlacedCard, PlacedDate, PosterCard
from qtviewer.ui.look.theme import LIGHT
from qtviewer.ui.timeline.card_background import is_exact

MARKS_WIDTH: Final = 30.0
"""Room for a mark beside the poster's time."""
_INSET: Final = 18.0
_EDGE_WIDTH: Final = 10.0  # of the left edge, in the colour of the category
_PEN_WIDTH: Final = 2.0
_CORNER_RADIUS: Final = 10.0
_DATE_SIZE, _TITLE_SIZE = 27, 34
_MIN_TEXT_WIDTH, _MAX_TEXT_WIDTH = 380.0, 620.0
_MIN_BOLD: Final = 4  # importance from which a title is bold
_REACH_DISTANCE: Final = 7.0  # from the lower edge of cards down to the dotted line
_MARK_DISTANCE, _MARK_LENGTH, _MARK_HALF_HEIGHT = 6.0, 16.0, 9.0  # of a triangle


class _CardBlocks(NamedTuple):
    head: EventHead
    date: TextBlock
    title: TextBlock


class PosterCards:
    """Measures and paints the cards of a poster, whose text is at most `room` wide; `colors` are by category."""

    def __init__(
        self, texts: Sequence[CardText], fonts: PosterFonts, colors: Mapping[str, QColor], room: float
    ) -> None:
        self._colors = colors
        self._blocks = {text.head.id: _card_blocks(text, fonts, room) for text in texts}

    def measured(self) -> list[PosterCard]:
        """Return all cards."""
        return [_poster_card(blocks) for blocks in self._blocks.values()]

    def paint(self, painter: QPainter, date: PlacedDate) -> None:
        """Paint the cards of one date, with what tells how long it lasted or which days it can mean."""
        card = date.cards[0].card
        color = self._colors[card.category]
        if card.is_span:
            self._paint_bar(painter, date, color)
        elif card.has_reach:
            self._paint_reach(painter, date, color)
        for placed in date.cards:
            self._paint_card(painter, placed, date, color)
        self._paint_marks(painter, date, color)

    def _paint_bar(self, painter: QPainter, date: PlacedDate, color: QColor) -> None:
        """Paint the bar of an event that lasted, as long as that; it has corners only where it begins and ends."""
        box = QRectF(date.left, date.y, date.right - date.left, date.height)
        inset = min(_PEN_WIDTH / 2, box.width() / 2)
        outline = _rounded_rect(box.adjusted(inset, inset, -inset, -inset), date.has_begun, date.goes_on)
        painter.fillPath(outline, LIGHT.tinted(color))
        if not date.has_begun:
            self._paint_edge(painter, outline, date.left, date, color)
        if inset == _PEN_WIDTH / 2:
            painter.strokePath(outline, self._outline_pen(date.cards[0].card.id, color))

    def _paint_reach(self, painter: QPainter, date: PlacedDate, color: QColor) -> None:
        y = date.y + date.height + _REACH_DISTANCE
        pen = QPen(color, 2 * _PEN_WIDTH, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap)
        line = QPainterPath(QPointF(date.left, y))
        line.lineTo(date.right, y)
        painter.strokePath(line, pen)

    def _paint_card(self, painter: QPainter, placed: PlacedCard, date: PlacedDate, color: QColor) -> None:
        blocks = self._blocks[placed.card.id]
        if not placed.card.is_span:
            outline = _rounded_rect(QRectF(placed.x, date.y, placed.card.width, date.height))
            painter.fillPath(outline, QColor(LIGHT.panel))
            self._paint_edge(painter, outline, placed.x, date, color)
            painter.strokePath(outline, self._outline_pen(placed.card.id, QColor(LIGHT.muted)))
        left = placed.x + _EDGE_WIDTH + _INSET
        top = blocks.date.draw(painter, left, date.y + _INSET / 2, QColor(LIGHT.muted))
        blocks.title.draw(painter, left, top, QColor(LIGHT.ink))

    def _paint_edge(
        self, painter: QPainter, outline: QPainterPath, left: float, date: PlacedDate, color: QColor
    ) -> None:
        edge = QPainterPath()
        edge.addRect(QRectF(left, date.y, _EDGE_WIDTH, date.height))
        painter.fillPath(outline.intersected(edge), color)

    def _outline_pen(self, event_id: str, color: QColor) -> QPen:
        is_solid = is_exact(self._blocks[event_id].head)
        return QPen(color, _PEN_WIDTH, Qt.PenStyle.SolidLine if is_solid else Qt.PenStyle.DashLine)

    def _paint_marks(self, painter: QPainter, date: PlacedDate, color: QColor) -> None:
        """Paint triangles where a date reaches out of the poster's time."""
        middle = date.y + date.height / 2
        if date.has_begun:
            painter.fillPath(_triangle(date.left - _MARK_DISTANCE, -_MARK_LENGTH, middle), color)
        if date.goes_on:
            has_line = date.cards[0].card.has_reach
            y = date.y + date.height + _REACH_DISTANCE if has_line else middle
            painter.fillPath(_triangle(date.right + _MARK_DISTANCE, _MARK_LENGTH, y), color)


def _card_blocks(text: CardText, fonts: PosterFonts, room: float) -> _CardBlocks:
    """Return the texts of a card in lines, as wide as the date and for about two lines of title."""
    date_font, title_font = fonts.font(_DATE_SIZE), fonts.font(_TITLE_SIZE, bold=text.head.importance >= _MIN_BOLD)
    longest = max(QFontMetricsF(title_font).horizontalAdvance(title) for title in text.titles)
    date_width = math.ceil(QFontMetricsF(date_font).horizontalAdvance(text.date))
    width = min(max(longest * 0.56, date_width, _MIN_TEXT_WIDTH), _MAX_TEXT_WIDTH, room)
    title = text_block("\n".join(text.titles), title_font, width)
    return _CardBlocks(text.head, text_block(text.date, date_font, width), title)


def _poster_card(blocks: _CardBlocks) -> PosterCard:
    head, date = blocks.head, blocks.head.date
    first = float(date.first_day) if date.start else -math.inf
    last = head.last_day + 1.0
    width = max(blocks.date.width, blocks.title.width) + _EDGE_WIDTH + 2 * _INSET
    height = blocks.date.height + blocks.title.height + _INSET
    return PosterCard(head.id, head.category, date.precision, first, last, width, height, date.ongoing)


def _rounded_rect(box: QRectF, is_cut_left: bool = False, is_cut_right: bool = False) -> QPainterPath:
    path = QPainterPath()
    radius = min(_CORNER_RADIUS, box.width() / 2)
    path.addRoundedRect(box, radius, radius)
    half = QRectF(box.x(), box.y(), box.width() / 2, box.height())
    for is_cut, offset in ((is_cut_left, 0.0), (is_cut_right, half.width())):
        if is_cut:
            square = QPainterPath()
            square.addRect(half.translated(offset, 0))
            path = path.united(square)
    return path


def _triangle(base: float, length: float, y: float) -> QPainterPath:
    """Return a triangle that points from its base to the right, to the left for a length below 0."""
    corners = [(base, y - _MARK_HALF_HEIGHT), (base, y + _MARK_HALF_HEIGHT), (base + length, y)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    return path
