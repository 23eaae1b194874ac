"""Lays out and paints a poster; all lengths are in tenths of a millimetre."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.printing.poster_content import CardText, PosterContent
from qtviewer.printing.poster_text import TextBlock, text_block
from qtviewer.timeline.poster import PlacedCard, Poster, PosterCard, PosterLane, PosterMetrics, lay_out_poster
from qtviewer.timeline.poster_ticks import PosterTick, poster_ticks
from qtviewer.ui.look.theme import LIGHT
from qtviewer.ui.timeline.card_background import is_exact

_MARGIN: Final = 200.0
_GAP: Final = 16.0
_INSET: Final = 18.0
_BAR_WIDTH: Final = 10.0
_CORNER_RADIUS: Final = 10.0
_DATE_SIZE, _TITLE_SIZE, _FOOTER_SIZE = 27, 34, 27
_MIN_TEXT_WIDTH, _MAX_TEXT_WIDTH = 380.0, 620.0  # the text of a card
_NAME_COLUMN: Final = 420.0  # the column with the names of lanes
_AXIS_HEIGHT: Final = 110.0
_MIN_BOLD: Final = 4  # importance from which a title is bold
_LANE_PADDING: Final = 22.0


class PosterFonts(NamedTuple):
    """Font families for regular and bold text, and the language whose characters they are to prefer."""

    regular: Sequence[str]
    bold: Sequence[str]
    lang: str

    def font(self, size: int, *, bold: bool = False) -> QFont:
        """Return the font at a size in tenths of a millimetre."""
        font = LIGHT._replace(lang=self.lang).font(size, bold=bold)
        font.setFamilies(list(self.bold if bold else self.regular))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


class _CardText(NamedTuple):
    head: EventHead
    date: TextBlock
    title: TextBlock


class PosterPainter:
    """Paints a poster of a given `width`; its `height` is computed from its content."""

    def __init__(self, job: ExportJob, content: PosterContent, fonts: PosterFonts, width: float) -> None:
        self._lang, self._fonts, self._content, self.width = job.languages[0], fonts, content, width
        categories = job.vocabulary.categories
        self._colors = {category.id: LIGHT.category_color(category) for category in categories.values()}
        self._inner_width = width - 2 * _MARGIN
        self._texts = {card.head.id: self._card_text(card) for card in content.cards}
        extent = job.source.extent(job.query) or (0, 0)
        self._extent = float(extent[0]), extent[1] + 1.0
        self._poster = self._layout(list(categories))
        self._header = self._header_blocks()
        self._footer = [self._text_block(line, _FOOTER_SIZE, self._inner_width) for line in content.footer]
        self._top = _MARGIN + sum(block.height for block in self._header) + 60.0
        foot = sum(block.height for block in self._footer)
        self.height = self._top + 2 * _AXIS_HEIGHT + self._poster.height + 50.0 + foot + _MARGIN

    def _layout(self, categories: Sequence[str]) -> Poster:
        cards = [self._poster_card(card) for card in self._content.cards]
        metrics = PosterMetrics(self._inner_width - _NAME_COLUMN, _GAP, _LANE_PADDING, 120.0)
        return lay_out_poster(cards, categories, self._extent, metrics)

    def _poster_card(self, card: CardText) -> PosterCard:
        head, text = card.head, self._texts[card.head.id]
        first, last = self._extent
        start = min(max(float(head.date.first_day), first), last - 1)
        end = min(max(head.date.last_day + 1.0, start + 1), last)
        width = max(text.date.width, text.title.width) + _BAR_WIDTH + 2 * _INSET
        height = text.date.height + text.title.height + _INSET
        return PosterCard(head.id, head.category, start, end, width, height, _is_span(head))

    def _card_text(self, card: CardText) -> _CardText:
        bold = card.head.importance >= _MIN_BOLD
        font = self._fonts.font(_TITLE_SIZE, bold=bold)
        longest = max(QFontMetricsF(font).horizontalAdvance(title) for title in card.titles)
        width = min(max(longest * 0.56, _MIN_TEXT_WIDTH), _MAX_TEXT_WIDTH, self._inner_width - _NAME_COLUMN - 100.0)
        title = text_block("\n".join(card.titles), font, width)
        return _CardText(card.head, self._text_block(card.date, _DATE_SIZE, width), title)

    def _header_blocks(self) -> list[TextBlock]:
        content = self._content
        rows = ((content.title, 130, True), (content.subtitle, 52, False), (content.description, 42, False))
        blocks = [
            text_block(text, self._fonts.font(size, bold=bold), self._inner_width) for text, size, bold in rows if text
        ]
        if not content.cards:
            blocks.append(self._text_block(export_text("nothing", self._lang), 60, self._inner_width))
        return blocks

    def _text_block(self, text: str, size: int, width: float, *, bold: bool = False) -> TextBlock:
        return text_block(text, self._fonts.font(size, bold=bold), width)

    def paint(self, painter: QPainter) -> None:
        """Paint the poster with its top left corner at the origin of the painter."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width + 10, self.height + 10), QColor(LIGHT.ground))
        top = _MARGIN
        for row, block in enumerate(self._header):
            top = block.draw(painter, _MARGIN, top, QColor(LIGHT.ink if row == 0 else LIGHT.muted))
        painter.save()
        painter.translate(_MARGIN, self._top)
        if self._content.cards:
            self._paint_timeline(painter)
        painter.restore()
        top = self.height - _MARGIN - sum(block.height for block in self._footer)
        for block in self._footer:
            top = block.draw(painter, _MARGIN, top, QColor(LIGHT.muted))

    def _paint_timeline(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self._inner_width, self._poster.height + 2 * _AXIS_HEIGHT)
        painter.fillPath(_rounded_rect(whole), QColor(LIGHT.panel))
        self._paint_axis(painter)
        painter.translate(0, _AXIS_HEIGHT)
        for lane in self._poster.lanes:
            self._paint_lane(painter, lane)
        painter.translate(_NAME_COLUMN, 0)
        for placed in self._poster.cards:
            self._paint_card(painter, placed)

    def _paint_axis(self, painter: QPainter) -> None:
        small, large = self._fonts.font(30), self._fonts.font(38, bold=True)
        years, months = poster_ticks(self._poster.scale, self._lang, QFontMetricsF(large).horizontalAdvance, 24.0)
        bottom = self._poster.height + _AXIS_HEIGHT
        for ticks, font, offset, ink in ((years, large, 8.0, LIGHT.ink), (months, small, 58.0, LIGHT.muted)):
            line = QPen(QColor(LIGHT.line), 2.0 if font is small else 4.0)
            for tick in ticks:
                self._paint_tick(painter, tick, line, (offset if font is large else 56.0, bottom + _AXIS_HEIGHT))
                for top in (offset, bottom + offset):
                    text_block(tick.label, font, _MAX_TEXT_WIDTH).draw(
                        painter, _NAME_COLUMN + tick.x + 10.0, top, QColor(ink)
                    )

    def _paint_tick(self, painter: QPainter, tick: PosterTick, line: QPen, ends: tuple[float, float]) -> None:
        painter.setPen(line)
        painter.drawLine(QPointF(_NAME_COLUMN + tick.x, ends[0]), QPointF(_NAME_COLUMN + tick.x, ends[1]))

    def _paint_lane(self, painter: QPainter, lane: PosterLane) -> None:
        painter.setPen(QPen(QColor(LIGHT.line), 3.0))
        painter.drawLine(QPointF(0, lane.top), QPointF(self._inner_width, lane.top))
        name = self._text_block(self._content.names[lane.category], 42, _NAME_COLUMN - 60.0, bold=True)
        name.draw(painter, 30.0, lane.top + _LANE_PADDING, self._colors[lane.category])

    def _paint_card(self, painter: QPainter, placed: PlacedCard) -> None:
        text, color = self._texts[placed.card.id], self._colors[placed.card.category]
        path = _rounded_rect(QRectF(placed.x, placed.y, placed.width, placed.card.height))
        painter.fillPath(path, LIGHT.tinted(color) if placed.card.is_span else QColor(LIGHT.panel))
        bar = QPainterPath()
        bar.addRect(QRectF(placed.x, placed.y, _BAR_WIDTH, placed.card.height))
        painter.fillPath(path.intersected(bar), color)
        exact = is_exact(text.head)
        edge = QPen(QColor(LIGHT.muted), 2.0)
        edge.setStyle(Qt.PenStyle.SolidLine if exact else Qt.PenStyle.DashLine)
        painter.strokePath(path, edge)
        left = placed.x + _BAR_WIDTH + _INSET
        top = text.date.draw(painter, left, placed.y + _INSET / 2, QColor(LIGHT.muted))
        text.title.draw(painter, left, top, QColor(LIGHT.ink))


def _is_span(head: EventHead) -> bool:
    """Return whether an event lasts from a beginning to an end, which its card shows by its width and colour."""
    return head.date.precision is Precision.INTERVAL


def _rounded_rect(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, _CORNER_RADIUS, _CORNER_RADIUS)
    return path
