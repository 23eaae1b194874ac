"""Cards as pictures: each is painted once and then only moved."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from qtviewer.domain.date_label import date_label, short_label
from qtviewer.domain.event_date import EventDate, Precision, point_of
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.painting import fill_box
from qtviewer.ui.theme import TINT, TextRuler, Theme

_BAR: Final = 5
_INSET: Final = 12
_CORNER: Final = 6
_STACK_STEP: Final = 3
_TITLES_ON_STACK: Final = 4
_STRONG: Final = 5  # importance from which a title is bold
_BEYOND: Final = 20  # pixels a card goes on beyond the edge of the view that cuts it
_CACHE_LIMIT: Final = 2_000


class CardArt:
    """Paints cards in one theme and language; `category_colors` are by category id."""

    def __init__(self, theme: Theme, lang: str, category_colors: dict[str, QColor], ratio: float) -> None:
        self.theme = theme
        self.lang = lang
        self._colors = category_colors
        self._ratio = ratio
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._date_font = theme.font(14)
        self._title_fonts = {bold: theme.font(17, bold=bold) for bold in (False, True)}
        self._date_ruler = TextRuler(self._date_font)
        self._title_rulers = {bold: TextRuler(used) for bold, used in self._title_fonts.items()}
        self._widths: dict[str, float] = {}
        self._with_year = False
        self.metrics = CardMetrics(
            height=theme.px(48),
            gap=theme.px(9),
            widest=theme.px(420),
            stack_width=theme.px(150),
            lane_padding=theme.px(9),
            lane_least=theme.px(66),
        )

    def color_of(self, category: str) -> QColor:
        """Colour of a category."""
        return self._colors[category]

    def show_years(self, with_year: bool) -> None:
        """Name the year on every card, where the axis does not."""
        if with_year != self._with_year:
            self._with_year = with_year
            self._widths.clear()
            self._pictures.clear()

    def _label(self, date: EventDate) -> str:
        return date_label(date, self.lang) if self._with_year else short_label(date, self.lang)

    def width_of(self, head: EventHead) -> float:
        """Natural width of an event's card, in pixels."""
        width = self._widths.get(head.id)
        if width is None:
            date_width = self._date_ruler.width(self._label(head.date))
            title_width = self._title_rulers[head.importance >= _STRONG].width(head.title)
            width = self._widths[head.id] = max(date_width, title_width) + _BAR + 2 * _INSET + 2
        return width

    def draw(self, painter: QPainter, scene_card: SceneCard, *, selected: bool) -> None:
        """Draw the part of a card that is in view."""
        box, card = scene_card.box, scene_card.card
        at = QPointF(round(box.x), round(box.y))
        if scene_card.begins and scene_card.ends and scene_card.is_whole and not card.spans:
            painter.drawPixmap(at, self._picture(card, round(box.width), selected=selected))
            return
        painter.save()
        painter.translate(at)
        self._paint(painter, scene_card, round(box.width), selected=selected)
        painter.restore()

    def _picture(self, card: Card, width: int, *, selected: bool) -> QPixmap:
        """A whole card as a picture."""
        key = (*card.key, width, selected)
        if key not in self._pictures:
            if len(self._pictures) > _CACHE_LIMIT:
                self._pictures.clear()
            picture = QPixmap(round(width * self._ratio), round(self.metrics.height * self._ratio))
            picture.setDevicePixelRatio(self._ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self._paint_whole(painter, card, width, selected=selected)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]

    def _paint_whole(self, painter: QPainter, card: Card, width: int, *, selected: bool) -> None:
        box = QRectF(0, 0, width, self.metrics.height)
        self._paint_ground(painter, card, box, selected=selected)
        self._paint_text(painter, card, box)

    def _paint(self, painter: QPainter, scene_card: SceneCard, width: int, *, selected: bool) -> None:
        """Paint a card that the edges of the view may cut: its ground goes on beyond them, its text does not."""
        before = 0 if scene_card.begins else _BEYOND
        after = 0 if scene_card.ends else _BEYOND
        box = QRectF(0, 0, width, self.metrics.height)
        self._paint_ground(painter, scene_card.card, box.adjusted(-before, 0, after, 0), selected=selected)
        if scene_card.is_whole:
            self._paint_text(painter, scene_card.card, box)

    def _paint_ground(self, painter: QPainter, card: Card, box: QRectF, *, selected: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._colors[card.category]
        if card.is_stack or not card.heads:
            self._paint_stack(painter, box, color, selected=selected)
        else:
            self._paint_event(painter, card, box, color, selected=selected)

    def _paint_event(self, painter: QPainter, card: Card, box: QRectF, color: QColor, *, selected: bool) -> None:
        head = card.heads[0]
        path = QPainterPath()
        path.addRoundedRect(
            box.adjusted(1, 1, -1, -1) if selected else box.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER
        )
        ground = self.theme.tinted(color) if card.spans else QColor(self.theme.panel)
        painter.fillPath(path, QColor(self.theme.selected) if selected else ground)
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        bar = QRectF(box.x(), 0, _BAR, box.height())
        fill_box(painter, bar, self.theme.tinted(color, 0.45) if head.date.approximate else color)
        painter.restore()
        line = color if selected or card.spans else QColor(self.theme.line if is_exact(head) else self.theme.muted)
        style = Qt.PenStyle.SolidLine if is_exact(head) else Qt.PenStyle.DashLine
        painter.strokePath(path, QPen(line, 2 if selected else 1, style))

    def _paint_stack(self, painter: QPainter, box: QRectF, color: QColor, *, selected: bool) -> None:
        painter.setPen(QPen(color, 2 if selected else 1))
        front = box.adjusted(0.5, 0.5, -0.5 - _STACK_STEP, -0.5 - _STACK_STEP)
        for step, share in ((_STACK_STEP, 0.3), (0, TINT)):
            painter.setBrush(self.theme.tinted(color, share))
            painter.drawRoundedRect(front.translated(step, step), _CORNER, _CORNER)

    def _paint_text(self, painter: QPainter, card: Card, box: QRectF) -> None:
        room = box.width() - _BAR - 2 * _INSET
        half = (self.metrics.height - (_STACK_STEP if card.is_stack else 0)) / 2
        for text, font, ink, top in (
            (self._date_of(card), self._date_font, QColor(self.theme.muted), 3.0),
            (*self._title_of(card), half - 2),
        ):
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room + 2)
            if shown != "…":
                painter.setFont(font)
                painter.setPen(ink)
                painter.drawText(QRectF(_BAR + _INSET, top, room + 4, half), Qt.AlignmentFlag.AlignVCenter, shown)

    def _date_of(self, card: Card) -> str:
        if not card.is_stack and card.heads:
            return self._label(card.heads[0].date)
        labels = [self._label(EventDate.at(point_of(day))) for day in card.days]
        return labels[0] if labels[0] == labels[1] else " … ".join(labels)

    def _title_of(self, card: Card) -> tuple[str, QFont, QColor]:
        if card.is_stack or not card.heads:
            titles = " · ".join(head.title for head in card.heads[:_TITLES_ON_STACK])
            return f"+{card.size}  {titles}", self._title_fonts[False], self._colors[card.category]
        head = card.heads[0]
        return head.title, self._title_fonts[head.importance >= _STRONG], QColor(self.theme.ink)


def is_exact(head: EventHead) -> bool:
    """Whether the day, or the days from and to, are known and sure."""
    return head.date.precision in (Precision.DAY, Precision.INTERVAL) and not head.date.approximate
