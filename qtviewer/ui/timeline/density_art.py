"""The tide and the names of its years as pictures, painted once."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import Theme

CREST = 14  # pixels from the top that the tide reaches where it is highest
_DEEPEST = 0.75  # share of the panel that shines through at the bottom
_SHADE = 110  # of 255, the panel before what is out of view
_PASSES = 4  # of hard edges, averaged: a tenth of the time that ten smooth paths take
_YEAR_GAP = 44  # pixels between the names of two years

Layers = Sequence[tuple[QColor, Sequence[float]]]
"""Colours from the lowest up, each with the share of the tide that it and those below it make at every step."""


class Strip(NamedTuple):
    """What is painted on: a theme, a size in pixels and the pixels of the screen in each."""

    theme: Theme
    size: QSize
    ratio: float

    def blank(self) -> QPixmap:
        """An empty picture."""
        picture = QPixmap(round(self.size.width() * self.ratio), round(self.size.height() * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


class TideArt:
    """One tide in a theme and a size, all in its own colour or in layers."""

    def __init__(self, strip: Strip, tide: DensityCurve, layers: Layers, years: "YearNames") -> None:
        self._strip, self._theme, self._years = strip, strip.theme, years
        self._width, self._height, self._ratio = strip.size.width(), strip.size.height(), strip.ratio
        self._tide = tide
        self._layers = layers or [(QColor(self._theme.tide), (1.0,) * len(tide.heights))]

    @cached_property
    def bright(self) -> QPixmap:
        """The strip as it is in view."""
        return self._on_panel(shade=0)

    @cached_property
    def shaded(self) -> QPixmap:
        """The strip as it is out of view."""
        return self._on_panel(shade=_SHADE)

    def part(self, left: float, right: float) -> QRectF:
        """What of a picture is between two pixels of the strip."""
        return QRectF(left * self._ratio, 0, (right - left) * self._ratio, self._height * self._ratio)

    def _on_panel(self, shade: int) -> QPixmap:
        picture = self._strip.blank()
        picture.fill(QColor(self._theme.panel))
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, self._water)
        veil = QColor(self._theme.panel)
        veil.setAlpha(shade)
        painter.fillRect(QRectF(0, 0, self._width, self._height), veil)
        painter.drawPixmap(0, 0, self._years.picture)
        painter.end()
        return picture

    @cached_property
    def _water(self) -> QPixmap:
        """The water: its colour above, the panel shining through below."""
        picture = self._strip.blank()
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        surfaces = [(self._surface(shares), color) for color, shares in reversed(self._layers)]
        for number in range(_PASSES):
            painter.setOpacity(1 / (number + 1))  # each counts as much as those before it
            painter.drawPixmap(0, 0, self._layered(surfaces, number / _PASSES))
        painter.setOpacity(1)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        shade = QColor(self._theme.panel)
        for y in range(CREST, self._height):
            shade.setAlphaF(_DEEPEST * (y - CREST) / (self._height - CREST))
            painter.fillRect(QRectF(0, y, self._width, 1), shade)
        painter.end()
        return picture

    def _layered(self, surfaces: Sequence[tuple[QPainterPath, QColor]], lowered: float) -> QPixmap:
        """The layers with hard edges, lowered by a part of a pixel."""
        picture = self._strip.blank()
        painter = QPainter(picture)
        painter.translate(0, lowered / self._ratio)
        for surface, color in surfaces:
            painter.fillPath(surface, color)
        painter.end()
        return picture

    def _surface(self, shares: Sequence[float]) -> QPainterPath:
        """The water up to a share of its height at every step."""
        width, height = self._width, self._height
        heights = zip(self._tide.heights, shares, strict=True)
        ys = [height - share * (4 + high * (height - 4 - CREST)) for high, share in heights]
        step = width / len(ys)
        crest = [QPointF((at + 0.5) * step, y) for at, y in enumerate(ys)]
        ends = QPointF(width, ys[-1]), QPointF(width, height), QPointF(0, height), QPointF(0, ys[0])
        path = QPainterPath()
        path.addPolygon(QPolygonF([*crest, *ends]))
        return path


class YearNames:
    """The names of the years on a scale."""

    def __init__(self, strip: Strip, scale: DensityCurve) -> None:
        self._strip, self._theme, self._scale = strip, strip.theme, scale
        self._width, self._height = strip.size.width(), strip.size.height()

    @cached_property
    def picture(self) -> QPixmap:
        """Names of years, the later of two that would touch giving way to a year that more events tell of."""
        picture = self._strip.blank()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font(14)
        taken: list[tuple[float, float]] = []
        for year, x in self._years():
            label = self._year_label(year)
            end = x + text_width(label, font)
            if end > self._width - 4 or any(x < right + _YEAR_GAP and left < end + _YEAR_GAP for left, right in taken):
                continue
            taken.append((x, end))
            path = QPainterPath()
            path.addText(QPointF(x, self._height - 8), font, label)
            painter.strokePath(path, QPen(QColor(self._theme.panel), 3))
            painter.fillPath(path, QColor(self._theme.ink))
        painter.end()
        return picture

    def _years(self) -> list[tuple[int, float]]:
        """Years that begin in the strip and where, those with most room first."""
        first, last = civil_day(int(self._scale.times[0])).year, civil_day(int(self._scale.times[-1])).year
        step = max((last - first) // 200, 1)
        years = [(year, self._x(year)) for year in range(first, last + 1, step)]
        rooms = [(self._x(min(year + step, 9999)) - x, year, x) for year, x in years]
        return [(year, max(x, 0.0) + 10) for _room, year, x in sorted(rooms, reverse=True)]

    def _x(self, year: int) -> float:
        return self._scale.position_at(day_number(year)) * self._width

    def _year_label(self, year: int) -> str:
        if year > 0:
            return str(year)
        return f"公元前{1 - year}" if self._theme.lang == "zh" else f"{1 - year} BCE"
