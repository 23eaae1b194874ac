"""The labels of years in the overview, as a picture."""

from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.timeline.picture_format import PictureFormat

_GAP = 44  # pixels at least between two labels


class YearLabels:
    """Labels the years on the scale of a density curve."""

    def __init__(self, picture_format: PictureFormat, scale: DensityCurve) -> None:
        self._format = picture_format
        self._theme = picture_format.theme
        self._scale = scale

    @cached_property
    def picture(self) -> QPixmap:
        """The labels on a transparent ground; of labels too close, that of the year with more room is shown."""
        picture = self._format.blank_picture()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(14)
        for label, x in self._placed_labels():
            path = QPainterPath()
            path.addText(QPointF(x, self._format.size.height() - 8), font, label)
            painter.strokePath(path, QPen(QColor(self._theme.panel), 3))
            painter.fillPath(path, QColor(self._theme.ink))
        painter.end()
        return picture

    def _placed_labels(self) -> list[tuple[str, float]]:
        """Return labels that keep their distance, each with its left end in pixels."""
        font, width = self._theme.font(14), self._format.size.width()
        placed: list[tuple[str, float]] = []
        taken: list[tuple[float, float]] = []
        for year, x in self._years_by_room():
            label = self._label(year)
            end = x + text_width(label, font)
            if end <= width - 4 and not any(x < right + _GAP and left < end + _GAP for left, right in taken):
                taken.append((x, end))
                placed.append((label, x))
        return placed

    def _years_by_room(self) -> list[tuple[int, float]]:
        """Return years and where their labels begin, in pixels; those with most room until the next year first."""
        first, last = civil_day(int(self._scale.times[0])).year, civil_day(int(self._scale.times[-1])).year
        step = max((last - first) // 200, 1)
        years = [(year, self._x(year)) for year in range(first, last + 1, step)]
        rooms = [(self._x(min(year + step, 9999)) - x, year, x) for year, x in years]
        return [(year, max(x, 0.0) + 10) for _room, year, x in sorted(rooms, reverse=True)]

    def _x(self, year: int) -> float:
        return self._scale.position_at(day_number(year)) * self._format.size.width()

    def _label(self, year: int) -> str:
        if year > 0:
            return str(year)
        return f"公元前{1 - year}" if self._theme.lang == "zh" else f"{1 - year} BCE"
