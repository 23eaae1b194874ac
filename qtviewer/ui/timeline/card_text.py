"""The two lines of text on a card: its date and its title."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.label import date_label, short_label
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.levels import CardDate
from qtviewer.ui.look.text_ruler import TextRuler
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.card_background import BAR_WIDTH, CLUSTER_OFFSET
from qtviewer.ui.timeline.cluster_dates import cluster_dates

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder, Range

_MARGIN: Final = 12  # pixels free beside the text
_MAX_TITLES: Final = 4  # of a cluster
_SEPARATOR: Final = " · "
_BOLD_IMPORTANCE: Final = 5  # importance from which a title is bold
_LEAST_TITLE_HEIGHT: Final = 23  # pixels of a card, below which its title has the smaller letters of dates
_MAX_WIDTHS: Final = 50_000  # widths of cards that are kept


class _Line(NamedTuple):
    """One line of a card: `top` is its upper edge in pixels, `hits` finds what is marked from `titles_from` on."""

    text: str
    font: QFont
    ruler: TextRuler
    ink: QColor
    top: float
    hits: "HitFinder | None" = None
    titles_from: int = 0


class CardText:
    """Measures and paints the text of cards in one theme and language.

    `category_colors` are by category id, `card_height` is in pixels; compact cards have no date. `hits` finds what is
    marked in titles, None while nothing is searched for.
    """

    def __init__(
        self,
        theme: Theme,
        lang: str,
        category_colors: dict[str, QColor],
        card_height: float,
        *,
        is_compact: bool = False,
    ) -> None:
        self._theme = theme
        self._lang = lang
        self._colors = category_colors
        self._card_height = card_height
        self._is_compact = is_compact
        self._least_title_height = theme.px(_LEAST_TITLE_HEIGHT)
        self._date_font = theme.font(14)
        self._title_fonts = {bold: theme.font(17, bold=bold) for bold in (False, True)}
        self._date_ruler = TextRuler(self._date_font)
        self._title_rulers = {bold: TextRuler(font) for bold, font in self._title_fonts.items()}
        self._widths: dict[tuple[str, CardDate], float] = {}
        self._festive_name: Callable[[int, str], str] = lambda _number, _lang: ""
        self.hits: HitFinder | None = None

    def name_festivals(self) -> None:
        """Name festivals and solar terms beside dates from now on; the lunar calendar must have been loaded."""
        from qtviewer.domain.dates.calendar_days import festive_name  # noqa: PLC0415 - not on the way to the first frame

        self._festive_name = festive_name

    def width_of(self, head: EventHead, card_date: CardDate) -> float:
        """Return the natural width of an event's card in pixels, with what its date says."""
        key = (head.id, card_date)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > _MAX_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self._text_width(head, card_date) + BAR_WIDTH + 2 * _MARGIN + 2
        return width

    def _text_width(self, head: EventHead, card_date: CardDate) -> float:
        """Return the width of the longest line on an event's card, with two lines or, if it is low, with one."""
        title_ruler = self._title_rulers[head.importance >= _BOLD_IMPORTANCE]
        low_title = f"{time_before_title(head, card_date)}{head.title}"
        if self._is_compact:
            return title_ruler.width(low_title)
        lines = title_ruler.width(head.title), self._date_ruler.width(self._label(head, card_date))
        return max(*lines, self._date_ruler.width(low_title))

    def paint(self, painter: QPainter, card: Card, box: QRectF) -> None:
        """Paint both lines, or only the title of a compact or a low card, into its box, shortened to its width."""
        if self._is_compact or box.height() < self._card_height:
            self._paint_title(painter, card, box)
            return
        room = box.width() - BAR_WIDTH - 2 * _MARGIN
        line_height = self._card_height / 2
        date = _Line(self.date_line(card, room), self._date_font, self._date_ruler, QColor(self._theme.muted), 3.0)
        for line in (date, self._title_line(card, line_height - 2, count_prefix(card))):
            self._paint_line(painter, card, line, QRectF(BAR_WIDTH + _MARGIN, line.top, room, line_height))

    def _paint_title(self, painter: QPainter, card: Card, box: QRectF) -> None:
        """Paint only the title into a box, in the middle of its height and shortened to its width.

        Where the card has no room of its own for the time of day before it, both have the smaller letters of dates.
        """
        room, prefix = box.width() - BAR_WIDTH - 2 * _MARGIN, self._prefix(card)
        if self._date_ruler.width(prefix.removesuffix(_SEPARATOR)) > room + 2:
            prefix = count_prefix(card)
        line = self._title_line(card, 0.0, prefix)
        is_with_time = prefix != count_prefix(card)
        if (is_with_time and (card.is_cluster or not self._is_compact)) or box.height() < self._least_title_height:
            line = line._replace(font=self._date_font, ruler=self._date_ruler)
        if is_with_time and line.ruler.width(f"{prefix}…") > room + 2:
            line = line._replace(text=prefix.removesuffix(_SEPARATOR), hits=None)
        height = box.height() - CLUSTER_OFFSET * card.is_cluster
        top = -1.0 if height < QFontMetricsF(line.font).height() else 0.0  # a line's lower part is the emptier
        self._paint_line(painter, card, line, QRectF(BAR_WIDTH + _MARGIN, top, room, height))

    def _paint_line(self, painter: QPainter, card: Card, line: _Line, box: QRectF) -> None:
        """Paint a line into a box, shortened to its width; nothing where only an ellipsis would be left of it."""
        shown, wider = line.ruler.elided(line.text, box.width() + 2), box.adjusted(0, 0, 4, 0)
        if shown == "…":
            return
        painter.setFont(line.font)
        if line.hits is None or not (ranges := ranges_in_titles(card, line.hits, line.titles_from)):
            painter.setPen(line.ink)
            painter.drawText(wider, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        else:
            from qtviewer.ui.look.highlighted_text import HighlightedText  # noqa: PLC0415 - only where something is found

            HighlightedText(shown, ranges, self._theme).draw(painter, wider.adjusted(0, 0, 4, 0), line.ink)

    def date_line(self, card: Card, room: float) -> str:
        """Return the date on a card, with the festival or solar term of its day if both fit into `room` pixels."""
        label, date = self.date_of(card), card.heads[0].date if card.heads else None
        if card.is_cluster or date is None or date.precision is not Precision.DAY:
            return label
        name = self._festive_name(date.first_day, self._lang)
        longer = f"{label} · {name}"
        return longer if name and self._date_ruler.width(longer) <= room else label

    def date_of(self, card: Card) -> str:
        """Return the date on a card: that of the event, or those of the first and last event of a cluster."""
        if not card.is_cluster and card.heads:
            return self._label(card.heads[0], card.date)
        label = date_label if card.date is CardDate.WITH_YEAR else short_label
        first, last, times = cluster_dates(card)
        texts = [label(date, self._lang) for date in (first, last)]
        if all(times):
            texts = [label(first, self._lang, times[0])] if times[0] == times[1] else list(times)
        return "–".join(dict.fromkeys(texts))

    def _label(self, head: EventHead, card_date: CardDate) -> str:
        if card_date is CardDate.WITH_YEAR:
            return date_label(head.date, self._lang)
        return short_label(head.date, self._lang, head.time if card_date is CardDate.WITH_TIME else "")

    def _prefix(self, card: Card) -> str:
        """Return what stands before the titles where there is no line for the date."""
        if not card.is_cluster and card.heads:
            return "" if card.is_span else time_before_title(card.heads[0], card.date)
        times = "–".join(dict.fromkeys(cluster_dates(card).times))
        return f"{count_prefix(card)}{times}{_SEPARATOR}" if times else count_prefix(card)

    def _title_line(self, card: Card, top: float, prefix: str) -> _Line:
        if card.is_cluster or not card.heads:
            titles = _SEPARATOR.join(head.title for head in card.heads[:_MAX_TITLES])
            bold, ink = False, self._colors[card.category]
        else:
            head = card.heads[0]
            titles, bold, ink = head.title, head.importance >= _BOLD_IMPORTANCE, QColor(self._theme.ink)
        font, ruler = self._title_fonts[bold], self._title_rulers[bold]
        return _Line(f"{prefix}{titles}", font, ruler, ink, top, self.hits, len(prefix))


def ranges_in_titles(card: Card, hits: "HitFinder", titles_from: int) -> "Sequence[Range]":
    """Return the ranges of all hits in the title line of a card, of each title by itself.

    `titles_from` is where the first title begins in the line.
    """
    ranges: list[Range] = []
    offset = titles_from
    for head in card.heads[:_MAX_TITLES]:
        ranges += ((offset + start, offset + end) for start, end in hits.in_title(head.title))
        offset += len(head.title) + len(_SEPARATOR)
    return ranges


def count_prefix(card: Card) -> str:
    """Return the number of events that stands before the titles of a cluster."""
    return f"+{card.size}  " if card.is_cluster or not card.heads else ""


def time_before_title(head: EventHead, card_date: CardDate) -> str:
    """Return the time of day of an event as it stands before its title; nothing where hours are not shown."""
    return f"{head.time}{_SEPARATOR}" if head.time and card_date is CardDate.WITH_TIME else ""
