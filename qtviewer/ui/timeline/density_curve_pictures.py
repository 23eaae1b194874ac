"""Pictures of the density curve of the overview, each made once."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPolygonF

from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.ui.timeline.overview_axis import OverviewAxis
from qtviewer.ui.timeline.picture_format import PictureFormat

_TOP_MARGIN = 14  # pixels above the highest point of the curve
_LEAST_HEIGHT = 3  # pixels of the area where nothing goes on
_MAX_TRANSPARENCY = 0.75  # share of the panel that shines through at the bottom
_VEIL_ALPHA = 110  # of 255, of the panel colour that covers what is out of view
_PASSES = 4  # of hard edges, averaged: a tenth of the time that ten smooth paths take

ColoredLayers = Sequence[tuple[QColor, Sequence[float]]]
"""Colours from the lowest up; at every step the share of the height (0 to 1) up to which each of them reaches."""


class DensityCurvePictures:
    """The area under one density curve above its axis, in a single colour or, if there are any, in layers."""

    def __init__(
        self, picture_format: PictureFormat, curve: DensityCurve, layers: ColoredLayers, axis: OverviewAxis
    ) -> None:
        self._format, self._theme, self._axis = picture_format, picture_format.theme, axis
        self._width, self._height = picture_format.size.width(), picture_format.size.height()
        self._curve = curve
        self._layers = layers or [(QColor(self._theme.tide), (1.0,) * len(curve.heights))]

    @cached_property
    def in_view(self) -> QPixmap:
        """The picture for times in the visible range."""
        return self._on_panel(veil_alpha=0)

    @cached_property
    def out_of_view(self) -> QPixmap:
        """The picture for times outside the visible range, which is paler."""
        return self._on_panel(veil_alpha=_VEIL_ALPHA)

    def source_rect(self, left: float, right: float) -> QRectF:
        """Return the part of both pictures between two pixels of the widget, in screen pixels."""
        ratio = self._format.ratio
        return QRectF(left * ratio, 0, (right - left) * ratio, self._height * ratio)

    def _on_panel(self, veil_alpha: int) -> QPixmap:
        picture = self._format.blank_picture()
        picture.fill(QColor(self._theme.panel))
        painter = QPainter(picture)
        painter.drawPixmap(0, 0, self._area)
        veil = QColor(self._theme.panel)
        veil.setAlpha(veil_alpha)
        painter.fillRect(QRectF(0, 0, self._width, self._height), veil)
        painter.drawPixmap(0, 0, self._axis.picture)
        painter.end()
        return picture

    @cached_property
    def _area(self) -> QPixmap:
        """The area under the curve with smooth edges, growing transparent towards the bottom."""
        picture = self._format.blank_picture()
        painter = QPainter(picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        paths = [(self._path(shares), color) for color, shares in reversed(self._layers)]
        for number in range(_PASSES):
            painter.setOpacity(1 / (number + 1))  # each counts as much as those before it
            painter.drawPixmap(0, 0, self._hard_edged(paths, number / _PASSES))
        painter.setOpacity(1)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        panel = QColor(self._theme.panel)
        for y in range(_TOP_MARGIN, self._axis.top):
            panel.setAlphaF(_MAX_TRANSPARENCY * (y - _TOP_MARGIN) / (self._axis.top - _TOP_MARGIN))
            painter.fillRect(QRectF(0, y, self._width, 1), panel)
        painter.end()
        return picture

    def _hard_edged(self, paths: Sequence[tuple[QPainterPath, QColor]], shift: float) -> QPixmap:
        """Return the layers without antialiasing, moved down by a part (0 to 1) of a screen pixel."""
        picture = self._format.blank_picture()
        painter = QPainter(picture)
        painter.translate(0, shift / self._format.ratio)
        for path, color in paths:
            painter.fillPath(path, color)
        painter.end()
        return picture

    def _path(self, shares: Sequence[float]) -> QPainterPath:
        """Return the outline of the area up to a share of the curve's height at every step."""
        width, bottom = self._width, self._axis.top
        heights = zip(self._curve.heights, shares, strict=True)
        ys = [
            bottom - share * (_LEAST_HEIGHT + high * (bottom - _LEAST_HEIGHT - _TOP_MARGIN)) for high, share in heights
        ]
        step = width / len(ys)
        crest = [QPointF((index + 0.5) * step, y) for index, y in enumerate(ys)]
        ends = QPointF(width, ys[-1]), QPointF(width, bottom), QPointF(0, bottom), QPointF(0, ys[0])
        path = QPainterPath()
        path.addPolygon(QPolygonF([*crest, *ends]))
        return path
