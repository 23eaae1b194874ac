"""Painting a scene: bands, axis, lanes and cards."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from qtviewer.timeline.scene import ALL_LINES, Box, Scene, SceneCard, VisibleLines, visible_lines
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.timeline.axis_painter import AxisPainter
from qtviewer.ui.timeline.card_painter import CardPainter
from qtviewer.ui.timeline.lane_painter import LaneLabel, LanePainter
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.timeline.time_band import TimeBand

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarLine

_MIN_TEXT_WIDTH: Final = 60  # pixels below which a cut card has no room for text
_BAND_LABEL_SIZE: Final = 14


class SceneDetails(NamedTuple):
    """What is painted besides the scene."""

    lane_labels: dict[str, LaneLabel]
    """By category id."""
    selected: str
    """Id of the selected event, or an empty text."""
    bands: Sequence[TimeBand]
    calendar: "CalendarLine | None"
    """The axis' line for the Chinese calendar, or None until it is loaded."""
    is_moving: bool
    """Whether the view moves: cards that its edges cut are then painted without shortening their text."""


class ScenePainter:
    """Paints scenes in one theme and language.

    `axis`: paints the axis, and measures its labels
    """

    def __init__(self, card_painter: CardPainter, margins: Margins, ratio: float) -> None:
        self._card_painter = card_painter
        self._theme = card_painter.theme
        self._margins = margins
        self._text = TextPictureCache(card_painter.theme, ratio)
        self.axis = AxisPainter(self._theme, margins, self._text)
        self._lanes = LanePainter(card_painter, margins, self._text)
        self._ground = QColor(self._theme.panel if card_painter.style.has_panel else self._theme.ground)
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
        painter.restore()
        if details.calendar is not None:
            self.axis.paint_lunar_year(painter, details.calendar.year)
        painter.save()
        painter.translate(0, margins.axis_height - viewport.top)
        painter.setClipRect(QRectF(0, viewport.top, margins.names_width + width, viewport.height))
        self._lanes.paint(painter, scene, details.lane_labels)
        painter.translate(margins.names_width, 0)
        painter.setClipRect(QRectF(0, viewport.top, width, viewport.height))
        self._paint_cards(painter, scene, details)
        self._lanes.paint_headings(painter, scene, details.lane_labels, self._ground)
        painter.restore()

    def _paint_bands(self, painter: QPainter, scene: Scene, bands: Sequence[TimeBand], height: float) -> None:
        """Paint the bands, and their names at the bottom where no card is in the way."""
        scale, festival = scene.viewport.scale, QColor(self._theme.festival)
        for band in bands:
            left, right = scale.x_at(band.first), scale.x_at(band.last)
            painter.fillRect(QRectF(left, 0, right - left, height), festival)
            left, right = max(left, 0.0), min(right, scale.width)
            width = self._text.line_width(band.label, _BAND_LABEL_SIZE, bold=False)
            if width > right - left:
                continue
            x, top = (left + right - width) / 2, height - 6 - self._text.line_height(_BAND_LABEL_SIZE, bold=False)
            label_box = Box(x, scene.viewport.bottom - height + top, width, height - top)
            if not any(card.box.overlaps(label_box) for card in scene.cards):
                style = TextStyle(_BAND_LABEL_SIZE, bold=False, ink=self._theme.accent)
                self._text.draw(painter, QPointF(x, top), band.label, style)

    def _paint_cards(self, painter: QPainter, scene: Scene, details: SceneDetails) -> None:
        for card in scene.cards:
            lines = ALL_LINES if details.is_moving else visible_lines(card.box, scene.viewport)
            if lines is not None and (details.is_moving or self._is_informative(card)):
                self._paint_card(painter, card, details, lines)

    def _is_informative(self, card: SceneCard) -> bool:
        """Tell whether text can be seen in a card, or that it is a span."""
        is_cut = not (card.shows_left_edge and card.shows_right_edge)
        return card.card.is_span or not is_cut or card.box.width > self._theme.px(_MIN_TEXT_WIDTH)

    def _paint_card(self, painter: QPainter, shown: SceneCard, details: SceneDetails, lines: VisibleLines) -> None:
        card, box, date_box = shown.card, shown.box, shown.date_box
        if date_box.width > box.width and not (card.is_span or card.is_cluster):
            path = QPainterPath(QPointF(date_box.x, box.bottom - 1))
            path.lineTo(date_box.right, box.bottom - 1)
            painter.strokePath(path, self._date_pen(card.category))
        is_selected = bool(details.selected) and any(head.id == details.selected for head in card.heads)
        self._card_painter.paint(painter, shown, lines, selected=is_selected, moving=details.is_moving)

    def _date_pen(self, category: str) -> QPen:
        """Return the pen of the line along which a date goes on beyond its card."""
        if category not in self._date_pens:
            self._date_pens[category] = QPen(self._card_painter.color_of(category), 2, Qt.PenStyle.DotLine)
        return self._date_pens[category]
