"""Cards as pictures: each is painted once and then only moved."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.label import date_label, short_label
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.scene import ALL_LINES, SceneCard, VisibleLines
from qtviewer.ui.look.text_ruler import TextRuler
from qtviewer.ui.look.theme import TINT, Theme
from qtviewer.ui.timeline.cluster_dates import cluster_dates

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder, Range

_BAR: Final = 5
_INSET: Final = 12
_CORNER: Final = 6
_CLUSTER_STEP: Final = 3
_TITLES_ON_CLUSTER: Final = 4
_BETWEEN: Final = " · "
_STRONG: Final = 5  # importance from which a title is bold
_BEYOND: Final = 20  # pixels a card goes on beyond the edge of the view that cuts it
_CACHE_LIMIT: Final = 1_000
_WIDTHS_KEPT: Final = 50_000


class LaneStyle(NamedTuple):
    """How lanes look: `heading` is the height of their names above their cards, 0 where they stand beside them.

    `has_panel` says whether cards stand on the theme's panel, or on its ground.
    """

    heading: float = 0.0
    has_panel: bool = True
    card_height: float = 48.0


class CardArt:
    """Paints cards in one theme and language; `category_colors` are by category id."""

    def __init__(
        self, theme: Theme, lang: str, category_colors: dict[str, QColor], ratio: float, style: LaneStyle = LaneStyle()
    ) -> None:
        self.theme = theme
        self.lang = lang
        self.style = style
        self._colors = category_colors
        self._ratio = ratio
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        self._hits: HitFinder | None = None
        self._date_font = theme.font(14)
        self._title_fonts = {bold: theme.font(17, bold=bold) for bold in (False, True)}
        self._date_ruler = TextRuler(self._date_font)
        self._title_rulers = {bold: TextRuler(used) for bold, used in self._title_fonts.items()}
        self._widths: dict[tuple[str, bool], float] = {}
        self._festive_name: Callable[[int, str], str] = lambda _number, _lang: ""
        self.metrics = CardMetrics(
            height=theme.px(style.card_height),
            gap=theme.px(9),
            max_width=theme.px(420),
            cluster_width=theme.px(150),
            lane_padding=theme.px(9),
            min_lane_height=theme.px(66),
            lane_heading_height=theme.px(style.heading),
        )

    def color_of(self, category: str) -> QColor:
        """Colour of a category."""
        return self._colors[category]

    def _label(self, date: EventDate, *, with_year: bool) -> str:
        return date_label(date, self.lang) if with_year else short_label(date, self.lang)

    def width_of(self, head: EventHead, *, with_year: bool = False) -> float:
        """Natural width of an event's card, in pixels, with or without the year in its date."""
        key = (head.id, with_year)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > _WIDTHS_KEPT:
                self._widths.clear()
            date_width = self._date_ruler.width(self._label(head.date, with_year=with_year))
            title_width = self._title_rulers[head.importance >= _STRONG].width(head.title)
            width = self._widths[key] = max(date_width, title_width) + _BAR + 2 * _INSET + 2
        return width

    def draw(
        self, painter: QPainter, scene_card: SceneCard, lines: VisibleLines = ALL_LINES, *, selected: bool, moving: bool
    ) -> None:
        """Draw the part of a card that is in view, and those of its lines of text that are whole there."""
        box, card = scene_card.box, scene_card.card
        at = QPointF(round(scene_card.x), round(box.y))
        is_inside = scene_card.shows_left_edge and scene_card.shows_right_edge and scene_card.has_full_height
        if not card.is_span and (moving or is_inside):
            painter.drawPixmap(at, self._picture(card, round(card.width), selected=selected))
            return
        painter.save()
        painter.translate(round(box.x), round(box.y))
        self._paint(painter, scene_card, lines, selected=selected, moving=moving)
        painter.restore()

    def paint_ahead(self, cards: Iterator[Card], seconds: float) -> bool:
        """Paint some of the cards that may be seen next, for some seconds; False when there are no more."""
        until = time.monotonic() + seconds
        for card in cards:
            width = round(card.width)
            if card.is_span:
                self._kept(card, width, "text", self._paint_text)
            else:
                self._picture(card, width, selected=False)
            if time.monotonic() > until:
                return True
        return False

    def _picture(self, card: Card, width: int, *, selected: bool) -> QPixmap:
        """A whole card as a picture."""

        def paint(painter: QPainter, card: Card, box: QRectF) -> None:
            self._paint_ground(painter, card, box, selected=selected)
            self._paint_text(painter, card, box)

        return self._kept(card, width, selected, paint)

    def _kept(self, card: Card, width: int, kind: object, paint: Callable[[QPainter, Card, QRectF], None]) -> QPixmap:
        """What is painted of a card in a width, once."""
        key = (*card.key, width, kind)
        if key not in self._pictures:
            while len(self._pictures) >= _CACHE_LIMIT:
                del self._pictures[next(iter(self._pictures))]
            picture = QPixmap(round(width * self._ratio), round(self.metrics.height * self._ratio))
            picture.setDevicePixelRatio(self._ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            paint(painter, card, QRectF(0, 0, width, self.metrics.height))
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]

    def _paint(
        self, painter: QPainter, scene_card: SceneCard, lines: VisibleLines, *, selected: bool, moving: bool
    ) -> None:
        """Paint a card that the edges of the view may cut: its ground goes on beyond them, its text does not."""
        width = max(round(scene_card.box.width), 1)
        before = 0 if scene_card.shows_left_edge else _BEYOND
        after = 0 if scene_card.shows_right_edge else _BEYOND
        box = QRectF(0, 0, width, self.metrics.height)
        self._paint_ground(painter, scene_card.card, box.adjusted(-before, 0, after, 0), selected=selected)
        text, (first, last) = self._text_picture(scene_card.card, width, moving=moving), lines
        seen = QRectF(0, first * text.height(), text.width(), (last - first) * text.height())
        painter.drawPixmap(QPointF(0, first * self.metrics.height), text, seen)

    def _text_picture(self, card: Card, width: int, *, moving: bool) -> QPixmap:
        """The text of a card in a width; of a moving one as if it had room."""
        natural = round(card.width)
        return self._kept(card, natural if moving else min(width, natural), "text", self._paint_text)

    def _paint_ground(self, painter: QPainter, card: Card, box: QRectF, *, selected: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._colors[card.category]
        if card.is_cluster or not card.heads:
            self._paint_cluster(painter, box, color, selected=selected)
        else:
            self._paint_event(painter, card, box, color, selected=selected)

    def _paint_event(self, painter: QPainter, card: Card, box: QRectF, color: QColor, *, selected: bool) -> None:
        head = card.heads[0]
        path = _rounded_box(box.adjusted(1, 1, -1, -1) if selected else box.adjusted(0.5, 0.5, -0.5, -0.5))
        ground = self.theme.tinted(color) if card.is_span else QColor(self.theme.panel)
        painter.fillPath(path, QColor(self.theme.selected) if selected else ground)
        bar = QPainterPath()
        bar.addRect(QRectF(box.x(), 0, _BAR, box.height()))
        bar_color = self.theme.tinted(color, 0.45) if head.date.approximate else color
        painter.fillPath(path.intersected(bar), bar_color)
        edge = color if selected or card.is_span else QColor(self.theme.line if is_exact(head) else self.theme.muted)
        style = Qt.PenStyle.SolidLine if is_exact(head) else Qt.PenStyle.DashLine
        painter.strokePath(path, QPen(edge, 2 if selected else 1, style))

    def _paint_cluster(self, painter: QPainter, box: QRectF, color: QColor, *, selected: bool) -> None:
        edge = QPen(color, 2 if selected else 1)
        front = box.adjusted(0.5, 0.5, -0.5 - _CLUSTER_STEP, -0.5 - _CLUSTER_STEP)
        for step, share in ((_CLUSTER_STEP, 0.3), (0, TINT)):
            path = _rounded_box(front.translated(step, step))
            painter.fillPath(path, self.theme.tinted(color, share))
            painter.strokePath(path, edge)

    def _paint_text(self, painter: QPainter, card: Card, box: QRectF) -> None:
        room = box.width() - _BAR - 2 * _INSET
        half = (self.metrics.height - (_CLUSTER_STEP if card.is_cluster else 0)) / 2
        for text, font, ruler, ink, top, hits in (
            (self.date_line(card, room), self._date_font, self._date_ruler, QColor(self.theme.muted), 3.0, None),
            (*self._title_of(card), half - 2, self._hits),
        ):
            shown = ruler.elided(text, room + 2)
            if shown != "…":
                painter.setFont(font)
                line_box = QRectF(_BAR + _INSET, top, room + 4, half)
                if hits is None or not (ranges := ranges_in_titles(card, hits)):
                    painter.setPen(ink)
                    painter.drawText(line_box, Qt.AlignmentFlag.AlignVCenter, shown)
                else:
                    from qtviewer.ui.look.marked_text import MarkedText  # noqa: PLC0415 - only where something is found

                    MarkedText(shown, ranges, self.theme).draw(painter, line_box.adjusted(0, 0, 4, 0), ink)

    def mark(self, hits: "HitFinder | None") -> None:
        """Mark in titles what is searched for."""
        if hits is not self._hits:
            self._hits = hits
            self._pictures.clear()

    def show_calendar(self) -> None:
        """Name festivals and solar terms beside dates from now on, where a card has room."""
        from qtviewer.domain.dates.calendar_days import festive_name  # noqa: PLC0415 - not on the way to the first frame

        self._festive_name = festive_name
        self._pictures.clear()

    def date_line(self, card: Card, room: float) -> str:
        """The date on a card, with the festival or solar term of its day if that fits, too."""
        label, date = self.date_of(card), card.heads[0].date if card.heads else None
        if card.is_cluster or date is None or date.precision is not Precision.DAY:
            return label
        name = self._festive_name(date.first_day, self.lang)
        longer = f"{label} · {name}"
        return longer if name and self._date_ruler.width(longer) <= room else label

    def date_of(self, card: Card) -> str:
        """The date on a card: of the event, or of the first and the last of a cluster."""
        if not card.is_cluster and card.heads:
            return self._label(card.heads[0].date, with_year=card.with_year)
        dates = cluster_dates(card)
        labels = [self._label(date, with_year=card.with_year) for date in dates]
        return labels[0] if labels[0] == labels[1] else "–".join(labels)

    def _title_of(self, card: Card) -> tuple[str, QFont, TextRuler, QColor]:
        if card.is_cluster or not card.heads:
            titles = _BETWEEN.join(head.title for head in card.heads[:_TITLES_ON_CLUSTER])
            return (
                f"{_before_titles(card)}{titles}",
                self._title_fonts[False],
                self._title_rulers[False],
                self._colors[card.category],
            )
        head = card.heads[0]
        bold = head.importance >= _STRONG
        return head.title, self._title_fonts[bold], self._title_rulers[bold], QColor(self.theme.ink)


def _rounded_box(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, _CORNER, _CORNER)
    return path


def _before_titles(card: Card) -> str:
    return f"+{card.size}  " if card.is_cluster or not card.heads else ""


def ranges_in_titles(card: Card, hits: "HitFinder") -> "Sequence[Range]":
    """What is found in each of the titles that a card shows, as places in its text."""
    ranges: list[Range] = []
    at = len(_before_titles(card))
    for head in card.heads[:_TITLES_ON_CLUSTER]:
        ranges += ((at + start, at + end) for start, end in hits.in_title(head.title))
        at += len(head.title) + len(_BETWEEN)
    return ranges


def is_exact(head: EventHead) -> bool:
    """Whether the day, or the days from and to, are known and sure."""
    return head.date.precision in (Precision.DAY, Precision.INTERVAL) and not head.date.approximate
