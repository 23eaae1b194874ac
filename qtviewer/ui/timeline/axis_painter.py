"""Painting the axis: the labels of its ticks, and the Chinese calendar."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter

from qtviewer.timeline.scale import nearest_pixel
from qtviewer.timeline.scene import Scene
from qtviewer.timeline.ticks import Axis
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.margins import Margins

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarLine

NAMES_INSET: Final = 14  # pixels left of what is written in the column of lane names
_LABEL_SIZE: Final = 16
_CALENDAR_SIZE: Final = 14


class AxisPainter:
    """Paints the axis of a scene in one theme."""

    def __init__(self, theme: Theme, margins: Margins, text: TextPictureCache) -> None:
        self._theme = theme
        self._margins = margins
        self._text = text
        self._line_brush = QBrush(QColor(theme.line))

    def label_width(self, text: str) -> float:
        """Return the width of a tick's label in pixels."""
        return self._text.line_width(text, _LABEL_SIZE, bold=True)

    def calendar_width(self, text: str) -> float:
        """Return the width of a name in the line of the Chinese calendar in pixels."""
        return self._text.line_width(text, _CALENDAR_SIZE, bold=False)

    def paint(self, painter: QPainter, scene: Scene, calendar: "CalendarLine | None") -> None:
        """Paint everything right of the lane names; the painter's x counts from there, its y from the top."""
        self._paint_major_lines(painter, scene.axis)
        self._paint_tick_labels(painter, scene)
        if calendar is not None:
            self._paint_calendar(painter, calendar)

    def paint_lunar_year(self, painter: QPainter, year: str) -> None:
        """Paint the lunar year above the lane names if it has room there; the painter's x counts from the left edge."""
        if year and self.calendar_width(year) <= self._margins.names_width - NAMES_INSET - 8:
            style = TextStyle(_CALENDAR_SIZE, bold=False, ink=self._theme.muted)
            self._text.draw(painter, QPointF(NAMES_INSET, self._calendar_top()), year, style)

    def minor_lines_top(self, axis: Axis) -> int:
        """Return where the lines of the lower row of ticks begin: below the upper row, if there is one."""
        return self._margins.ticks_height // 2 if axis.major else 0

    def _paint_major_lines(self, painter: QPainter, axis: Axis) -> None:
        """Paint the lines of the upper row of ticks beside its labels; below them they are a part of the ground."""
        for tick in axis.major:
            painter.fillRect(QRectF(nearest_pixel(tick.x), 0, 1, self.minor_lines_top(axis)), self._line_brush)

    def _paint_tick_labels(self, painter: QPainter, scene: Scene) -> None:
        for row, (ticks, bold, ink) in enumerate(
            ((scene.axis.major, True, self._theme.ink), (scene.axis.minor, False, self._theme.muted))
        ):
            style = TextStyle(_LABEL_SIZE, bold, ink)
            y = self.row_top(row, self._text.line_height(_LABEL_SIZE, bold=bold))
            for tick in ticks:
                if tick.label:
                    self._text.draw(painter, QPointF(tick.label_x, y), tick.label, style)

    def row_top(self, row: int, line_height: float) -> int:
        """Return the y of a line of text in the middle of the upper (0) or lower (1) row of tick labels."""
        half = self._margins.ticks_height / 2
        return round((half - 2 if row else 2.0) + (half - line_height) / 2)

    def _paint_calendar(self, painter: QPainter, calendar: "CalendarLine") -> None:
        """Paint the names of days, each with a line where its day begins."""
        margins, theme = self._margins, self._theme
        inks = {"festival": theme.accent, "term": theme.tide, "day": theme.muted}
        for label in calendar.labels:
            line = QRectF(nearest_pixel(label.x), margins.ticks_height, 1, margins.calendar_height)
            painter.fillRect(line, self._line_brush)
        for label in calendar.labels:
            style = TextStyle(_CALENDAR_SIZE, bold=False, ink=inks[label.kind])
            self._text.draw(painter, QPointF(label.label_x, self._calendar_top()), label.label, style)

    def _calendar_top(self) -> int:
        free = self._margins.calendar_height - self._text.line_height(_CALENDAR_SIZE, bold=False)
        return round(self._margins.ticks_height + free / 2 - 3)
