"""Painting a scene: bands, axis, lanes and cards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from qtviewer.domain.dates.event_date import Precision
from qtviewer.timeline.card import Card
from qtviewer.timeline.era_bands import EraBand
from qtviewer.timeline.scene import ALL_LINES, Box, Scene, SceneCard, Viewport, VisibleLines, visible_lines
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.timeline.axis_painter import AxisPainter
from qtviewer.ui.timeline.card_background import is_exact
from qtviewer.ui.timeline.card_painter import CardPainter
from qtviewer.ui.timeline.era_layer import EraLayer
from qtviewer.ui.timeline.era_painter import EraPainter
from qtviewer.ui.timeline.lane_labels import LabelPlacer, LaneLabel
from qtviewer.ui.timeline.lane_painter import LanePainter
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.timeline.time_band import TimeBand
from qtviewer.ui.timeline.today_painter import TodayPainter

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarLine

_MIN_TEXT_WIDTH: Final = 60  # pixels below which a cut card has no room for text
_BAND_LABEL_SIZE: Final = 14


class SceneDetails(NamedTuple):
    """What is painted besides the scene."""

    lane_labels: Sequence[LaneLabel]
    selected: str
    """Id of the selected event, or an empty text."""
    bands: Sequence[TimeBand]
    calendar: "CalendarLine | None"
    """The axis' line for the Chinese calendar, or None until it is loaded."""
    is_moving: bool
    """Whether the view moves: cards that its edges cut are then painted without shortening their text."""
    today: int
    """Julian day number of the day that is marked."""
    empty_line: str = ""
    """What is said of the lanes without events in view; an empty text where there are none."""
    eras: tuple[EraLayer, Sequence[EraBand]] | None = None
    """What tells of the eras, and their bands in view."""


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
        self._ground = QColor(self._theme.panel if card_painter.style.has_panel else self._theme.ground)
        self._lanes = LanePainter(card_painter, margins, self._text, self._ground)
        self._date_pens: dict[str, QPen] = {}

    def paint(self, painter: QPainter, scene: Scene, details: SceneDetails) -> None:
        """Paint everything."""
        margins, viewport = self._margins, scene.viewport
        width, height = viewport.scale.width, margins.axis_height + viewport.height
        painter.fillRect(painter.window(), self._ground)  # also behind the scroll bar
        painter.save()
        painter.translate(margins.names_width, 0)
        painter.setClipRect(QRectF(0, 0, width, height))
        self._paint_bands(painter, scene, details.bands, height)
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
        self._paint_cards(painter, scene, details)
        painter.setClipRect(lanes)
        self._lanes.paint_labels(painter, scene, details.lane_labels)
        painter.restore()

    def _paint_bands(self, painter: QPainter, scene: Scene, bands: Sequence[TimeBand], height: float) -> None:
        """Paint the bands, and their names at the bottom where no card is in the way."""
        scale = scene.viewport.scale
        for band in bands:
            left, right = max(scale.x_at(band.first), 0.0), min(scale.x_at(band.last), scale.width)
            painter.fillRect(QRectF(left, 0, right - left, height), band.color)
            width = self._text.line_width(band.label, _BAND_LABEL_SIZE, bold=False)
            if not band.label or width > right - left:
                continue
            x, top = (left + right - width) / 2, height - 6 - self._text.line_height(_BAND_LABEL_SIZE, bold=False)
            label_box = Box(x, scene.viewport.bottom - height + top, width, height - top)
            if not any(card.box.overlaps(label_box) for card in scene.cards):
                style = TextStyle(_BAND_LABEL_SIZE, bold=False, ink=self._theme.accent)
                self._text.draw(painter, QPointF(x, top), band.label, style)

    def _paint_cards(self, painter: QPainter, scene: Scene, details: SceneDetails) -> None:
        for card in scene.cards:
            lines = ALL_LINES if details.is_moving else self._lines_of(card, scene.viewport)
            if lines is not None and (details.is_moving or self._is_informative(card)):
                self._paint_card(painter, card, details, lines)

    def _lines_of(self, card: SceneCard, viewport: Viewport) -> VisibleLines | None:
        """Return the lines of a card that are not cut; a low card has only one."""
        is_low = self._card_painter.style.is_compact or card.box.height < self._card_painter.metrics.height
        if is_low:
            return ALL_LINES if card.has_full_height else None
        return visible_lines(card.box, viewport)

    def _is_informative(self, card: SceneCard) -> bool:
        """Tell whether text can be seen in a card, or that it is a span."""
        is_cut = not (card.shows_left_edge and card.shows_right_edge)
        return card.card.is_span or not is_cut or card.box.width > self._theme.px(_MIN_TEXT_WIDTH)

    def _paint_card(self, painter: QPainter, shown: SceneCard, details: SceneDetails, lines: VisibleLines) -> None:
        card, box = shown.card, shown.box
        if not card.is_span and (card.is_cluster or _has_length(card)):
            self._paint_date_line(painter, shown)
        is_selected = bool(details.selected) and any(head.id == details.selected for head in card.heads)
        self._card_painter.paint(painter, shown, lines, selected=is_selected, moving=details.is_moving)
        if shown.has_begun and not card.is_span and not details.is_moving:
            self._paint_begun_mark(painter, box, card.category)

    def _paint_date_line(self, painter: QPainter, shown: SceneCard) -> None:
        """Paint a line over the days that a date can mean, dotted, or on which the events of a cluster begin."""
        card, date_box, y = shown.card, shown.date_box, shown.box.bottom
        width = max(date_box.width, 1.0)
        if card.is_cluster or is_exact(card.heads[0]):
            painter.fillRect(QRectF(date_box.x, y, width, 2), self._card_painter.color_of(card.category))
            return
        path = QPainterPath(QPointF(date_box.x, y + 1))
        path.lineTo(date_box.x + width, y + 1)
        painter.strokePath(path, self._date_pen(card.category))

    def _paint_begun_mark(self, painter: QPainter, box: Box, category: str) -> None:
        """Paint a small triangle to the left of a card that stands at the edge since it began before the view."""
        middle, half = box.y + box.height / 2, 4.0
        mark = QPolygonF([QPointF(1, middle), QPointF(1 + half, middle - half), QPointF(1 + half, middle + half)])
        path = QPainterPath()
        path.addPolygon(mark)
        painter.fillPath(path, self._card_painter.color_of(category))

    def _date_pen(self, category: str) -> QPen:
        """Return the pen of the dotted line over the days that a date can mean."""
        if category not in self._date_pens:
            self._date_pens[category] = QPen(self._card_painter.color_of(category), 2, Qt.PenStyle.DotLine)
        return self._date_pens[category]


def _has_length(card: Card) -> bool:
    """Return whether the date of a single card can mean more than one day."""
    return bool(card.heads) and card.heads[0].date.precision is not Precision.DAY
