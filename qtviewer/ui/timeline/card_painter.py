"""Painting cards from pictures, each of which is made once and kept."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.levels import CardDate
from qtviewer.timeline.scale import nearest_pixel
from qtviewer.timeline.scene import ALL_LINES, NO_LINES, SceneCard, VisibleLines
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.card_background import BAR_WIDTH, CardBackground
from qtviewer.ui.timeline.card_pictures import CardPictures
from qtviewer.ui.timeline.card_text import CardText
from qtviewer.ui.timeline.lane_style import LaneStyle

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder

_OVERHANG: Final = 20  # pixels that the background of a card goes on beyond the edge of the view that cuts it
_MIN_SPAN_WIDTH: Final = 1.5  # pixels of the background of an event that lasted less than that
_NAME_LINE: Final = 1.5  # height of a line with the name of a lane, in sizes of its letters


class CardPainter:
    """Paints and measures cards in one theme and language.

    `category_colors` are by category id; `ratio` is the number of screen pixels in a pixel.

    `metrics`: the sizes that all cards share
    `text`: measures and paints the text of cards
    `pictures`: keeps the pictures of cards
    """

    def __init__(
        self, theme: Theme, lang: str, category_colors: dict[str, QColor], ratio: float, style: LaneStyle = LaneStyle()
    ) -> None:
        self.theme = theme
        self.style = style
        self.metrics = card_metrics(theme, style)
        self.text = CardText(theme, lang, category_colors, self.metrics.height, is_compact=style.is_compact)
        self._background = CardBackground(theme, category_colors)
        self._colors = category_colors
        self._ratio = ratio
        self.pictures = CardPictures(ratio)

    def color_of(self, category: str) -> QColor:
        """Return the colour of a category."""
        return self._colors[category]

    def width_of(self, head: EventHead, card_date: CardDate) -> float:
        """Return the natural width of an event's card in pixels, with what its date says."""
        return self.text.width_of(head, card_date)

    def mark_hits(self, hits: "HitFinder | None") -> None:
        """Mark what is searched for in all titles; None marks nothing."""
        if hits is not self.text.hits:
            self.text.hits = hits
            self.pictures.clear()

    def name_festivals(self) -> None:
        """Name festivals and solar terms beside dates from now on; the lunar calendar must have been loaded."""
        self.text.name_festivals()
        self.pictures.clear()

    def paint(
        self, painter: QPainter, scene_card: SceneCard, lines: VisibleLines = ALL_LINES, *, selected: bool, moving: bool
    ) -> None:
        """Paint the part of a card that is in view, with only those lines of text that are whole there.

        While the view is `moving`, cards that its edges cut are painted from the pictures of the whole cards, and cut.
        """
        box, card = scene_card.box, scene_card.card
        is_inside = scene_card.shows_left_edge and scene_card.shows_right_edge and scene_card.has_full_height
        if not card.is_span and (moving or is_inside):
            place = QRect(nearest_pixel(scene_card.x), round(box.y), round(card.width), round(box.height))
            self._paint_whole_card(painter, card, place, selected=selected)
            return
        painter.save()
        painter.translate(nearest_pixel(box.x), round(box.y))
        self._paint_cut_card(painter, scene_card, lines, selected=selected, moving=moving)
        painter.restore()

    def paint_ahead(self, card: Card) -> None:
        """Make the picture of a card, unless it is there."""
        if card.is_span:
            self._text_picture(card, round(card.width), round(self.metrics.bar_height))
        else:
            height = self.metrics.cluster_height if card.is_cluster else self.metrics.height
            self._whole_picture(card, (round(card.width), round(height)), selected=False, needed=True)

    def _paint_whole_card(self, painter: QPainter, card: Card, place: QRect, *, selected: bool) -> None:
        """Paint a card from its picture; where there is none, and no time to make it, just a ground in its colours."""
        picture = self._whole_picture(card, (place.width(), place.height()), selected=selected)
        if picture is not None:
            painter.drawPixmap(place.topLeft(), picture)
            return
        painter.fillRect(place, QColor(self.theme.panel))
        painter.fillRect(QRect(place.topLeft(), QSize(BAR_WIDTH, place.height())), self._colors[card.category])

    def _whole_picture(
        self, card: Card, size: tuple[int, int], *, selected: bool, needed: bool = False
    ) -> QPixmap | None:
        """Return the picture of a whole card; if it is not `needed`, None where there is no time to make it."""
        key = (card.key, size, selected)
        picture = self.pictures.find(key)
        if picture is None and (needed or self.pictures.has_time()):
            picture = self.pictures.make(key, size, partial(self._paint_whole, card=card, selected=selected))
        return picture

    def _paint_cut_card(
        self, painter: QPainter, scene_card: SceneCard, lines: VisibleLines, *, selected: bool, moving: bool
    ) -> None:
        """Paint a span, or a card that the edges of the view may cut.

        Its background goes on beyond them, its text does not. The background of a span is as long as the event lasted.
        """
        card, box = scene_card.card, scene_card.box
        self._background.paint(painter, card, self._background_box(scene_card), selected=selected)
        if lines == NO_LINES:
            return  # Qt would take an empty part of a picture for the whole picture
        left, width = _text_place(scene_card, moving=moving)
        text_width = round(card.width) if moving else min(max(round(width), 1), round(card.width))
        picture, (first, last) = self._text_picture(card, text_width, round(box.height)), lines
        seen = round(min(width, text_width) * self._ratio)
        source = QRectF(0, first * picture.height(), seen, (last - first) * picture.height())
        painter.drawPixmap(QPointF(nearest_pixel(left), first * box.height), picture, source)

    def _background_box(self, scene_card: SceneCard) -> QRectF:
        """Return the box of a card's background; the painter's origin is the corner of the visible part of the card."""
        box, date_box = scene_card.box, scene_card.date_box
        left, right = box.x, box.right
        is_cut_left, is_cut_right = not scene_card.shows_left_edge, not scene_card.shows_right_edge
        if scene_card.card.is_span:
            left, right = date_box.x, max(date_box.right, date_box.x + _MIN_SPAN_WIDTH)
            is_cut_right = is_cut_right and date_box.right >= box.right
        before, after = _OVERHANG * is_cut_left, _OVERHANG * is_cut_right
        return QRectF(left - box.x - before, 0, right - left + before + after, box.height)

    def _text_picture(self, card: Card, width: int, height: int) -> QPixmap:
        """Return the picture of a card's text without its background."""
        size = width, height
        picture = self.pictures.find((card.key, size))
        if picture is None:
            picture = self.pictures.make(
                (card.key, size), size, lambda painter, box: self.text.paint(painter, card, box)
            )
        return picture

    def _paint_whole(self, painter: QPainter, box: QRectF, *, card: Card, selected: bool) -> None:
        self._background.paint(painter, card, box, selected=selected)
        self.text.paint(painter, card, box)


def _text_place(scene_card: SceneCard, *, moving: bool) -> tuple[float, float]:
    """Return where the text of a card begins in the visible part of the card, and its greatest width, in pixels.

    The text of a span beside it stands in it at rest, where there is more room than beside it and too little there.
    """
    box, date_box = scene_card.box, scene_card.date_box
    if not scene_card.card.is_span:
        return 0.0, box.width
    beside = box.right - date_box.right
    is_cut = not moving and beside < date_box.width and beside < scene_card.card.width - 1
    return (date_box.right - box.x, beside) if beside > 1 and not is_cut else (0.0, date_box.width)


def card_metrics(theme: Theme, style: LaneStyle) -> CardMetrics:
    """Return the sizes of cards and lanes in a theme and a style."""
    return CardMetrics(
        height=theme.px(style.card_height),
        gap=theme.px(4 if style.is_compact else 9),
        max_width=theme.px(420),
        cluster_width=theme.px(150),
        lane_padding=theme.px(style.lane_padding),
        min_lane_height=theme.px(style.least_height),
        label_height=0.0 if style.heading else theme.px(_NAME_LINE * style.name_size + 2 * style.label_padding),
        label_line_height=0.0 if style.heading else theme.px(style.chip_height + 3),
        lane_heading_height=theme.px(style.heading),
        bar_height=theme.px(style.bar_height),
        bar_gap=theme.px(4),
        cluster_height=theme.px(style.cluster_height),
        chip_height=theme.px(style.chip_height),
        empty_line_height=theme.px(style.empty_line_height),
    )
