"""Lays out and paints a poster; all lengths are in tenths of a millimetre."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.printing.poster_cards import MARKS_WIDTH, PosterCards
from qtviewer.printing.poster_content import PosterContent
from qtviewer.printing.poster_eras import PosterEras
from qtviewer.printing.poster_text import PosterFonts, TextBlock, text_block
from qtviewer.timeline.poster import Poster, PosterLane, lay_out_poster
from qtviewer.timeline.poster_card import PosterCard, PosterMetrics
from qtviewer.timeline.poster_ticks import PosterTick, poster_ticks
from qtviewer.ui.look.theme import LIGHT

_MARGIN: Final = 200.0
_CORNER_RADIUS: Final = 10.0
_FOOTER_SIZE: Final = 27
_NAME_COLUMN: Final = 420.0  # the column with the names of lanes
_NAME_INSET: Final = 30.0
_NAME_SIZE, _COUNT_SIZE = 42, 30
_AXIS_HEIGHT: Final = 110.0
_MAX_TICK_LABEL: Final = 620.0
_GAP: Final = 16.0
_LANE_PADDING: Final = 22.0
_HAIR_LINE: Final = 2.0


class PosterPainter:
    """Paints a poster of a given width.

    `width`, `height`: the size of the poster; the height is computed from its content
    `layout`: where its cards are
    `lanes_corner`: the point of the poster from which the layout is measured
    """

    def __init__(self, job: ExportJob, content: PosterContent, fonts: PosterFonts, width: float) -> None:
        self._lang, self._fonts, self._content, self.width = job.languages[0], fonts, content, width
        categories = job.vocabulary.categories
        self._colors = {category.id: LIGHT.category_color(category) for category in categories.values()}
        self._inner_width = width - 2 * _MARGIN
        lanes_width = self._inner_width - _NAME_COLUMN - MARKS_WIDTH
        self._cards = PosterCards(content.cards, fonts, self._colors, lanes_width / 2)
        self._names = {category: self._name_blocks(category) for category in content.names}
        self._header = self._header_blocks()
        self._footer = [self._text_block(line, _FOOTER_SIZE, self._inner_width) for line in content.footer]
        self.layout = self._lay_out(job, self._cards.measured(), lanes_width)
        self._eras = PosterEras(job, content.eras, fonts)
        self._axis_top = -_AXIS_HEIGHT - self._eras.height
        top = _MARGIN + sum(block.height for block in self._header) + 60.0
        self.lanes_corner = QPointF(_MARGIN + _NAME_COLUMN, top - self._axis_top)
        foot = sum(block.height for block in self._footer)
        self.height = top - self._axis_top + _AXIS_HEIGHT + self.layout.height + 50.0 + foot + _MARGIN

    def _lay_out(self, job: ExportJob, cards: Sequence[PosterCard], width: float) -> Poster:
        """Lay out the cards; every lane is high enough for its name."""
        name_height = max((sum(block.height for block in blocks) for blocks in self._names.values()), default=0.0)
        metrics = PosterMetrics(width, _GAP, _LANE_PADDING, name_height + 2 * _LANE_PADDING, _HAIR_LINE)
        return lay_out_poster(cards, list(self._names), _shown_time(job, cards), metrics)

    def _name_blocks(self, category: str) -> tuple[TextBlock, TextBlock]:
        width = _NAME_COLUMN - 2 * _NAME_INSET
        name = self._text_block(self._content.names[category], _NAME_SIZE, width, bold=True)
        return name, self._text_block(self._content.counts[category], _COUNT_SIZE, width)

    def _header_blocks(self) -> list[TextBlock]:
        content = self._content
        rows = ((content.title, 130, True), (content.subtitle, 52, False), (content.description, 42, False))
        blocks = [self._text_block(text, size, self._inner_width, bold=bold) for text, size, bold in rows if text]
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
        if self._content.cards:
            painter.save()
            painter.translate(self.lanes_corner)
            self._paint_timeline(painter)
            painter.restore()
        top = self.height - _MARGIN - sum(block.height for block in self._footer)
        for block in self._footer:
            top = block.draw(painter, _MARGIN, top, QColor(LIGHT.muted))

    def _paint_timeline(self, painter: QPainter) -> None:
        height = self.layout.height + _AXIS_HEIGHT - self._axis_top
        whole = QRectF(-_NAME_COLUMN, self._axis_top, self._inner_width, height)
        ground = QPainterPath()
        ground.addRoundedRect(whole, _CORNER_RADIUS, _CORNER_RADIUS)
        painter.fillPath(ground, QColor(LIGHT.panel))
        self._eras.paint_bands(painter, self.layout.scale, self.layout.height)
        self._paint_axis(painter)
        self._eras.paint_names(painter, self.layout.scale)
        for lane in self.layout.lanes:
            self._paint_lane(painter, lane)

    def _paint_axis(self, painter: QPainter) -> None:
        """Paint ticks through all lanes, with labels above and below."""
        small, large = self._fonts.font(30), self._fonts.font(38, bold=True)
        years, months = poster_ticks(self.layout.scale, self._lang, QFontMetricsF(large).horizontalAdvance, 24.0)
        for ticks, font, offset, ink in ((years, large, 8.0, LIGHT.ink), (months, small, 58.0, LIGHT.muted)):
            line = QPen(QColor(LIGHT.line), 2.0 if font is small else 4.0)
            for tick in ticks:
                self._paint_tick(painter, tick, line, (offset if font is large else 56.0) + self._axis_top)
                for top in (self._axis_top + offset, self.layout.height + offset):
                    block = text_block(tick.label, font, _MAX_TICK_LABEL)
                    block.draw(painter, tick.x + 10.0, top, QColor(ink))

    def _paint_tick(self, painter: QPainter, tick: PosterTick, line: QPen, top: float) -> None:
        painter.setPen(line)
        painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, self.layout.height + _AXIS_HEIGHT))

    def _paint_lane(self, painter: QPainter, lane: PosterLane) -> None:
        painter.setPen(QPen(QColor(LIGHT.line), 3.0))
        painter.drawLine(QPointF(-_NAME_COLUMN, lane.top), QPointF(self._inner_width - _NAME_COLUMN, lane.top))
        top = lane.top + _LANE_PADDING
        for block, ink in zip(
            self._names[lane.category], (self._colors[lane.category], QColor(LIGHT.muted)), strict=True
        ):
            top = block.draw(painter, _NAME_INSET - _NAME_COLUMN, top, ink)
        for date in lane.dates:
            self._cards.paint(painter, date)


def _shown_time(job: ExportJob, cards: Sequence[PosterCard]) -> tuple[float, float]:
    """Return the first and last time of a poster: the known days of its events, as far as the query's days reach."""
    query = job.query
    asked = next((day for day in (query.first_day, query.last_day) if day is not None), 0)
    first, last = job.source.extent(query) or (asked, asked)  # where nothing matches, a day of the query
    start, end = float(first), last + 1.0
    if query.first_day is not None and any(card.first < query.first_day for card in cards):
        start = float(query.first_day)
    if query.last_day is not None and any(card.last > query.last_day + 1 for card in cards):
        end = query.last_day + 1.0
    if end <= start:  # all that matches began before, and only its beginning is known
        latest = max(card.last for card in cards)
        end = latest if query.last_day is None else min(latest, query.last_day + 1.0)
    return start, end
