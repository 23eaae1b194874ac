"""A poster: its words laid out and painted. All lengths are in tenths of a millimetre."""

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
_BAR: Final = 10.0
_CORNER: Final = 10.0
_DATE, _TITLE, _SMALL = 27, 34, 27
_NARROW, _WIDEST = 380.0, 620.0  # the text of a card
_NAMES: Final = 420.0  # the column with the names of lanes
_AXIS: Final = 110.0
_STRONG: Final = 4  # importance from which a title is bold
_LANE_PADDING: Final = 22.0


class PosterFonts(NamedTuple):
    """Families for plain and bold text, and the language they are to suit."""

    regular: Sequence[str]
    bold: Sequence[str]
    lang: str

    def of(self, size: int, *, bold: bool = False) -> QFont:
        """The font at a size in tenths of a millimetre."""
        made = LIGHT._replace(lang=self.lang).font(size, bold=bold)
        made.setFamilies(list(self.bold if bold else self.regular))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made


class _CardText(NamedTuple):
    head: EventHead
    date: TextBlock
    title: TextBlock


class PosterPainter:
    """A poster of a width, whose `height` follows from what is on it."""

    def __init__(self, job: ExportJob, words: PosterContent, fonts: PosterFonts, width: float) -> None:
        self._lang, self._fonts, self._words, self.width = job.languages[0], fonts, words, width
        categories = job.vocabulary.categories
        self._colors = {each.id: LIGHT.category_color(each) for each in categories.values()}
        self._inner = width - 2 * _MARGIN
        self._texts = {card.head.id: self._card_text(card) for card in words.cards}
        extent = job.source.extent(job.query) or (0, 0)
        self._extent = float(extent[0]), extent[1] + 1.0
        self._poster = self._laid_out(list(categories))
        self._head = self._head_blocks()
        self._foot = [self._block(line, _SMALL, self._inner) for line in words.footer]
        self._top = _MARGIN + sum(block.height for block in self._head) + 60.0
        foot = sum(block.height for block in self._foot)
        self.height = self._top + 2 * _AXIS + self._poster.height + 50.0 + foot + _MARGIN

    def _laid_out(self, categories: Sequence[str]) -> Poster:
        cards = [self._poster_card(card) for card in self._words.cards]
        metrics = PosterMetrics(self._inner - _NAMES, _GAP, _LANE_PADDING, 120.0)
        return lay_out_poster(cards, categories, self._extent, metrics)

    def _poster_card(self, card: CardText) -> PosterCard:
        head, text = card.head, self._texts[card.head.id]
        first, last = self._extent
        begins = min(max(float(head.date.first_day), first), last - 1)
        ends = min(max(head.date.last_day + 1.0, begins + 1), last)
        width = max(text.date.width, text.title.width) + _BAR + 2 * _INSET
        height = text.date.height + text.title.height + _INSET
        return PosterCard(head.id, head.category, begins, ends, width, height, _spans(head))

    def _card_text(self, card: CardText) -> _CardText:
        bold = card.head.importance >= _STRONG
        font = self._fonts.of(_TITLE, bold=bold)
        longest = max(QFontMetricsF(font).horizontalAdvance(title) for title in card.titles)
        room = min(max(longest * 0.56, _NARROW), _WIDEST, self._inner - _NAMES - 100.0)
        title = text_block("\n".join(card.titles), font, room)
        return _CardText(card.head, self._block(card.date, _DATE, room), title)

    def _head_blocks(self) -> list[TextBlock]:
        words = self._words
        rows = ((words.title, 130, True), (words.subtitle, 52, False), (words.query, 42, False))
        blocks = [text_block(text, self._fonts.of(size, bold=bold), self._inner) for text, size, bold in rows if text]
        if not words.cards:
            blocks.append(self._block(export_text("nothing", self._lang), 60, self._inner))
        return blocks

    def _block(self, text: str, size: int, width: float, *, bold: bool = False) -> TextBlock:
        return text_block(text, self._fonts.of(size, bold=bold), width)

    def paint(self, painter: QPainter) -> None:
        """Paint it from the origin of a painter."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width + 10, self.height + 10), QColor(LIGHT.ground))
        top = _MARGIN
        for at, block in enumerate(self._head):
            top = block.draw(painter, _MARGIN, top, QColor(LIGHT.ink if at == 0 else LIGHT.muted))
        painter.save()
        painter.translate(_MARGIN, self._top)
        if self._words.cards:
            self._paint_timeline(painter)
        painter.restore()
        top = self.height - _MARGIN - sum(block.height for block in self._foot)
        for block in self._foot:
            top = block.draw(painter, _MARGIN, top, QColor(LIGHT.muted))

    def _paint_timeline(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self._inner, self._poster.height + 2 * _AXIS)
        painter.fillPath(_rounded(whole), QColor(LIGHT.panel))
        self._paint_axis(painter)
        painter.translate(0, _AXIS)
        for lane in self._poster.lanes:
            self._paint_lane(painter, lane)
        painter.translate(_NAMES, 0)
        for placed in self._poster.cards:
            self._paint_card(painter, placed)

    def _paint_axis(self, painter: QPainter) -> None:
        small, large = self._fonts.of(30), self._fonts.of(38, bold=True)
        years, months = poster_ticks(self._poster.scale, self._lang, QFontMetricsF(large).horizontalAdvance, 24.0)
        bottom = self._poster.height + _AXIS
        for ticks, font, offset, ink in ((years, large, 8.0, LIGHT.ink), (months, small, 58.0, LIGHT.muted)):
            line = QPen(QColor(LIGHT.line), 2.0 if font is small else 4.0)
            for tick in ticks:
                self._paint_tick(painter, tick, line, (offset if font is large else 56.0, bottom + _AXIS))
                for top in (offset, bottom + offset):
                    text_block(tick.label, font, _WIDEST).draw(painter, _NAMES + tick.x + 10.0, top, QColor(ink))

    def _paint_tick(self, painter: QPainter, tick: PosterTick, line: QPen, ends: tuple[float, float]) -> None:
        painter.setPen(line)
        painter.drawLine(QPointF(_NAMES + tick.x, ends[0]), QPointF(_NAMES + tick.x, ends[1]))

    def _paint_lane(self, painter: QPainter, lane: PosterLane) -> None:
        painter.setPen(QPen(QColor(LIGHT.line), 3.0))
        painter.drawLine(QPointF(0, lane.top), QPointF(self._inner, lane.top))
        name = self._block(self._words.names[lane.category], 42, _NAMES - 60.0, bold=True)
        name.draw(painter, 30.0, lane.top + _LANE_PADDING, self._colors[lane.category])

    def _paint_card(self, painter: QPainter, placed: PlacedCard) -> None:
        text, color = self._texts[placed.card.id], self._colors[placed.card.category]
        path = _rounded(QRectF(placed.x, placed.y, placed.width, placed.card.height))
        painter.fillPath(path, LIGHT.tinted(color) if placed.card.is_span else QColor(LIGHT.panel))
        bar = QPainterPath()
        bar.addRect(QRectF(placed.x, placed.y, _BAR, placed.card.height))
        painter.fillPath(path.intersected(bar), color)
        exact = is_exact(text.head)
        edge = QPen(QColor(LIGHT.muted), 2.0)
        edge.setStyle(Qt.PenStyle.SolidLine if exact else Qt.PenStyle.DashLine)
        painter.strokePath(path, edge)
        left = placed.x + _BAR + _INSET
        top = text.date.draw(painter, left, placed.y + _INSET / 2, QColor(LIGHT.muted))
        text.title.draw(painter, left, top, QColor(LIGHT.ink))


def _spans(head: EventHead) -> bool:
    """Whether it lasted from a day to another, as its card is then to show."""
    return head.date.precision is Precision.INTERVAL


def _rounded(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, _CORNER, _CORNER)
    return path
