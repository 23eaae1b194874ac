"""Painting a scene: bands, axis, lanes and cards."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPixmap, QPolygonF, QRegion

from qtviewer.domain.dates.event_date import Precision
from qtviewer.timeline.card import Card
from qtviewer.timeline.scale import TimeScale, nearest_pixel
from qtviewer.timeline.scene import (
    ALL_LINES,
    DATE_LINE_HEIGHT,
    NO_LINES,
    Box,
    Scene,
    SceneCard,
    Viewport,
    VisibleLines,
    visible_lines,
)
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.timeline.axis_painter import AxisPainter
from qtviewer.ui.timeline.card_background import is_exact
from qtviewer.ui.timeline.card_painter import CardPainter
from qtviewer.ui.timeline.era_painter import EraPainter
from qtviewer.ui.timeline.ground import Ground, fill
from qtviewer.ui.timeline.lane_labels import LabelPlacer
from qtviewer.ui.timeline.lane_painter import LanePainter
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.timeline.scene_details import SceneDetails
from qtviewer.ui.timeline.scene_regions import cards_in, pixels_of
from qtviewer.ui.timeline.thread_layer import paint_thread_line
from qtviewer.ui.timeline.time_band import TimeBand
from qtviewer.ui.timeline.today_painter import TodayPainter

_MIN_TEXT_WIDTH: Final = 60  # pixels below which a cut card has no room for text
_BAND_LABEL_SIZE: Final = 14
_BAND_LABEL_MARGIN: Final = 6  # pixels below the name of a band
_DOT, _DOT_STEP = 4, 6  # pixels of a dot in the line below a card, and from one to the next


class ScenePainter:
    """Paints scenes in one theme and language.

    `axis`: paints the axis, and measures its labels
    `eras`: paints the rows of eras
    `labels`: places the labels of lanes
    """

    def __init__(self, card_painter: CardPainter, margins: Margins, ratio: float) -> None:
        self._card_painter = card_painter
        self._theme = card_painter.theme
        self._margins = margins
        self._text = TextPictureCache(card_painter.theme, ratio)
        self.axis = AxisPainter(self._theme, margins, self._text)
        self.eras = EraPainter(self._theme, margins, self._text, card_painter.style)
        self._today = TodayPainter(self._theme, self._text, self.axis)
        self.labels = LabelPlacer(self._theme, card_painter.style, margins, self._text)
        ground_color = self._theme.panel if card_painter.style.has_panel else self._theme.ground
        self._ground = Ground(ground_color, self._theme.line, ratio)
        self._lanes = LanePainter(card_painter, margins, self._text)
        self._ratio = ratio
        self._dot_pictures: dict[str, QPixmap] = {}

    def paint(self, painter: QPainter, scene: Scene, details: SceneDetails, region: QRegion) -> None:
        """Paint what is in a region of the widget, to which the painter is clipped."""
        margins, viewport = self._margins, scene.viewport
        width, height = viewport.scale.width, margins.axis_height + viewport.height
        ground = self._paint_ground(painter, scene, details)
        painter.save()
        painter.translate(margins.names_width, 0)
        painter.setClipRect(QRectF(0, 0, width, height))
        self._paint_band_names(painter, scene, details.bands)
        self.axis.paint(painter, scene, details.calendar)
        self._today.paint(painter, scene, details.today, height)
        if details.eras is not None:
            self.eras.paint(painter, *details.eras, moving=details.is_moving)
        painter.restore()
        if details.calendar is not None:
            self.axis.paint_lunar_year(painter, details.calendar.year)
        if details.eras is not None:
            self.eras.paint_title(painter, details.eras[0].title)
        painter.save()
        painter.translate(margins.names_width, margins.axis_height - viewport.top)
        lanes = QRectF(-margins.names_width, viewport.top, margins.names_width + width, viewport.height)
        painter.setClipRect(lanes)
        self._lanes.paint(painter, scene, details.empty_line)
        painter.setClipRect(QRectF(0, viewport.top, width, viewport.height))
        if details.thread:
            paint_thread_line(painter, details.thread, self._theme)
        self._paint_cards(painter, scene, details, region.translated(*self._to_lanes(viewport)))
        painter.setClipRect(lanes)
        names = QRect(0, margins.axis_height, margins.names_width, math.ceil(viewport.height))
        if not margins.names_width or region.intersects(names):
            self._lanes.paint_labels(painter, scene, details.lane_labels, ground)
        painter.restore()

    def _paint_ground(self, painter: QPainter, scene: Scene, details: SceneDetails) -> QBrush:
        """Fill everything with the ground, its bands and the lines of the ticks; return the brush without these lines.

        Through the line of the Chinese calendar and the rows of eras they go on only while no day is named there.
        """
        margins, axis, whole = self._margins, scene.axis, painter.window()  # also behind the scroll bar
        place = details.bands, scene.viewport.scale, margins.names_width, whole.width()
        brush, with_lines = (
            self._ground.brush(*place),
            self._ground.brush(*place, [tick.x for tick in (*axis.major, *axis.minor)]),
        )
        fill(painter, QRect(0, 0, whole.width(), margins.axis_height), brush)
        fill(painter, whole.adjusted(0, margins.axis_height, 0, 0), with_lines)
        is_interrupted = details.calendar is not None and bool(details.calendar.labels)
        lines_top = self.axis.minor_lines_top(axis)
        lines_bottom = margins.ticks_height if is_interrupted else margins.axis_height
        fill(painter, QRect(0, lines_top, whole.width(), lines_bottom - lines_top), with_lines)
        return brush

    @property
    def left_out(self) -> bool:
        """Whether cards of the frame that was painted last are without their texts, as these took too long."""
        return self._card_painter.pictures.left_out

    def lanes_rect(self, viewport: Viewport) -> QRect:
        """Return the part of the widget in which cards are."""
        margins = self._margins
        return QRect(margins.names_width, margins.axis_height, int(viewport.scale.width), math.ceil(viewport.height))

    def region_of(self, boxes: Iterable[Box], viewport: Viewport) -> QRegion:
        """Return the part of the widget in which some boxes of the lanes are."""
        region = QRegion()
        for box in boxes:
            region += pixels_of(box)
        x, y = self._to_lanes(viewport)
        return region.translated(-x, -y) & self.lanes_rect(viewport)

    def _to_lanes(self, viewport: Viewport) -> tuple[int, int]:
        """Return how far the places of the lanes are from those of the widget, in pixels."""
        return -self._margins.names_width, round(viewport.top) - self._margins.axis_height

    def _paint_band_names(self, painter: QPainter, scene: Scene, bands: Sequence[TimeBand]) -> None:
        """Paint the names of the bands that have one; the painter's y counts from the top of the axis."""
        style = TextStyle(_BAND_LABEL_SIZE, bold=False, ink=self._theme.accent)
        down = self._margins.axis_height - scene.viewport.top
        for label, box in self._band_names(scene, bands):
            self._text.draw(painter, QPointF(box.x, box.y + down), label, style)

    def _band_names(self, scene: Scene, bands: Iterable[TimeBand]) -> Iterator[tuple[str, Box]]:
        """Yield the names of bands and their boxes among the lanes: at the bottom, where no card is in the way."""
        scale, height = scene.viewport.scale, self._text.line_height(_BAND_LABEL_SIZE, bold=False) + _BAND_LABEL_MARGIN
        for band in (band for band in bands if band.label):
            left, right = max(scale.x_at(band.first), 0.0), min(scale.x_at(band.last), scale.width)
            width = self._text.line_width(band.label, _BAND_LABEL_SIZE, bold=False)
            box = Box((left + right - width) / 2, scene.viewport.bottom - height, width, height)
            if width <= right - left and not any(card.box.overlaps(box) for card in scene.cards):
                yield band.label, box

    def fixed_boxes(self, scene: Scene, details: SceneDetails) -> Iterator[Box]:
        """Yield the boxes among the cards in which something stands that does not move along with the times."""
        yield from (box for _name, box in self._band_names(scene, details.bands))
        yield from self._today.boxes_among_cards(scene, details.today)
        yield from self._lanes.fixed_boxes(scene, details.lane_labels, details.empty_line)

    def _paint_cards(self, painter: QPainter, scene: Scene, details: SceneDetails, region: QRegion) -> None:
        self._card_painter.pictures.start_frame(moving=details.is_moving)
        for card in cards_in(scene, region):
            lines = ALL_LINES if details.is_moving else self._lines_of(card, scene.viewport)
            if lines is not None:
                lines = lines if details.is_moving or self._has_room_for_text(card) else NO_LINES
                self._paint_card(painter, card, scene.viewport.scale, details, lines)

    def _lines_of(self, card: SceneCard, viewport: Viewport) -> VisibleLines | None:
        """Return the lines of a card that are not cut; a low card has only one."""
        is_low = self._card_painter.style.is_compact or card.box.height < self._card_painter.metrics.height
        if is_low:
            return ALL_LINES if card.has_full_height else None
        return visible_lines(card.box, viewport)

    def _has_room_for_text(self, card: SceneCard) -> bool:
        """Tell whether text can be read in a card, or that it is a span, whose text stands where it has room."""
        is_cut = not (card.shows_left_edge and card.shows_right_edge)
        return card.card.is_span or not is_cut or card.box.width > self._theme.px(_MIN_TEXT_WIDTH)

    def _paint_card(
        self, painter: QPainter, shown: SceneCard, scale: TimeScale, details: SceneDetails, lines: VisibleLines
    ) -> None:
        card, box = shown.card, shown.box
        if not card.is_span and (card.is_cluster or _has_length(card)):
            self._paint_date_line(painter, shown, nearest_pixel(scale.x_at(card.first)))
        is_selected = bool(details.selected) and any(head.id == details.selected for head in card.heads)
        self._card_painter.paint(painter, shown, lines, selected=is_selected, moving=details.is_moving)
        if shown.has_begun and not card.is_span and not details.is_moving:
            self._paint_begun_mark(painter, box, card.category)

    def _paint_date_line(self, painter: QPainter, shown: SceneCard, first: int) -> None:
        """Paint a line over the days that a date can mean, dotted, or on which the events of a cluster begin.

        `first` is the pixel at which the days begin, in view or before it.
        """
        card, left = shown.card, nearest_pixel(shown.date_box.x)
        width = max(nearest_pixel(shown.date_box.right), first + 1) - left
        line = QRectF(left, nearest_pixel(shown.box.bottom), max(width, 0), DATE_LINE_HEIGHT)
        if card.is_cluster or is_exact(card.heads[0]):
            painter.fillRect(line, self._card_painter.color_of(card.category))
        else:
            painter.drawTiledPixmap(line, self._dots(card.category), QPointF((left - first) % _DOT_STEP, 0))

    def _paint_begun_mark(self, painter: QPainter, box: Box, category: str) -> None:
        """Paint a small triangle to the left of a card that stands at the edge since it began before the view."""
        middle, half = box.y + box.height / 2, 4.0
        mark = QPolygonF([QPointF(1, middle), QPointF(1 + half, middle - half), QPointF(1 + half, middle + half)])
        path = QPainterPath()
        path.addPolygon(mark)
        painter.fillPath(path, self._card_painter.color_of(category))

    def _dots(self, category: str) -> QPixmap:
        """Return the picture of a dot, which is repeated in lines over the days that a date can mean."""
        if category not in self._dot_pictures:
            picture = QPixmap(round(_DOT_STEP * self._ratio), round(DATE_LINE_HEIGHT * self._ratio))
            picture.setDevicePixelRatio(self._ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.fillRect(QRectF(0, 0, _DOT, DATE_LINE_HEIGHT), self._card_painter.color_of(category))
            painter.end()
            self._dot_pictures[category] = picture
        return self._dot_pictures[category]


def _has_length(card: Card) -> bool:
    """Return whether the date of a single card can mean more than one day."""
    return bool(card.heads) and card.heads[0].date.precision is not Precision.DAY
