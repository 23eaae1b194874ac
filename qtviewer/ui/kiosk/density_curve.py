"""The density curve of the whole store as slowly moving waves, across the width of the screen."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QTimerEvent
from PySide6.QtGui import QColor, QHideEvent, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.event_query import EventQuery
from qtviewer.timeline.density_curve import DensityCurve, with_heights
from qtviewer.timeline.going_on import counting_plan, edge_counts, merged_counts, sizes_going_on
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.look.theme import Theme

_STEPS: Final = 160  # points of the curve
_AVERAGED_STEPS: Final = 5  # points to either side that a height is averaged with
_FRAME: Final = 66  # milliseconds between two frames
_WAVE_HEIGHT: Final = 0.05  # of the widget's height
_WAVES: Final = ((3.0, 0.11), (7.0, 0.07))  # waves in the width, and how many pass in a second
_LAYERS: Final = ((0.0, 0.22, 1.0), (0.33, 0.34, 0.86), (0.6, 0.9, 0.7))  # phase, opacity, share of the height


@guarded
class DensityCurveView(QWidget):
    """Paints a density curve in three layers that move like waves, unless `is_still`; None is a curve without heights.

    The waves stand still while the widget is hidden.
    """

    def __init__(
        self, curve: DensityCurve | None, theme: Theme, *, is_still: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._curve, self._theme, self._is_still = curve, theme, is_still
        self._timer = 0
        self._seconds = 0.0
        self._marked_time: float | None = None

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.update()

    def mark(self, time: float | None) -> None:
        """Mark a time, in day numbers, on the curve; None removes the mark."""
        self._marked_time = time
        self.update()

    def reset(self) -> None:
        """Move the waves to where they started, and remove the mark."""
        self._seconds, self._marked_time = 0.0, None

    def showEvent(self, event: QShowEvent) -> None:
        """Start the waves."""
        super().showEvent(event)
        if not self._is_still and not self._timer:
            self._timer = self.startTimer(_FRAME)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the waves."""
        super().hideEvent(event)
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Move the waves by one frame."""
        self._seconds += _FRAME / 1000
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the layers from back to front, and the mark on the last one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for phase, opacity, share in _LAYERS:
            upper, lower = QColor(self._theme.tide), QColor(self._theme.tide)
            upper.setAlphaF(opacity)
            lower.setAlphaF(opacity * 0.35)
            gradient = QLinearGradient(0, 0, 0, self.height())
            gradient.setColorAt(0, upper)
            gradient.setColorAt(1, lower)
            painter.fillPath(self._layer_path(phase, share), gradient)
        if self._marked_time is not None and self._curve is not None:
            self._paint_mark(painter, self._curve.position_at(self._marked_time))
        painter.end()

    def _layer_path(self, phase: float, share: float) -> QPainterPath:
        path = QPainterPath(QPointF(0, self.height()))
        for step in range(_STEPS + 1):
            path.lineTo(QPointF(step / _STEPS * self.width(), self._layer_y(step / _STEPS, phase, share)))
        path.lineTo(QPointF(self.width(), self.height()))
        return path

    def _layer_y(self, position: float, phase: float, share: float) -> float:
        """Return the upper edge of a layer in pixels, at a position from 0 (left) to 1 (right)."""
        density = 0.0
        if self._curve is not None and self._curve.heights:
            heights = self._curve.heights
            density = heights[min(int(position * len(heights)), len(heights) - 1)]
        wave = sum(
            math.sin(2 * math.pi * (count * position + phase + frequency * self._seconds))
            for count, frequency in _WAVES
        )
        return self.height() * (1 - share * (0.22 + 0.62 * density) - _WAVE_HEIGHT * wave / 2)

    def _paint_mark(self, painter: QPainter, position: float) -> None:
        phase, _opacity, share = _LAYERS[-1]
        center = QPointF(position * self.width(), self._layer_y(position, phase, share))
        radius = max(self.height() / 40, 6.0)
        for size, color in ((radius, self._theme.panel), (radius * 0.7, self._theme.accent)):
            path = QPainterPath()
            path.addEllipse(center, size, size)
            painter.fillPath(path, QColor(color))


def density_curve_of(model: KioskModel) -> DensityCurve | None:
    """Return the density curve of all events that visitors may see, or None if there are none."""
    query: EventQuery = model.initial_state.query
    days = model.source.extent(query)
    if days is None:
        return None
    plan = counting_plan(model.source, query, days, max((days[1] - days[0]) * 0.02, 5.0))
    counts = merged_counts(edge_counts(model.source, query, plan).values())
    return with_heights(plan.scale, _averaged(_averaged(sizes_going_on(plan.scale, counts, _STEPS))))


def _averaged(heights: Sequence[float]) -> list[float]:
    """Return the average of each height and its neighbours, so that no peak of the waves is steep."""
    neighbours = [heights[max(step - _AVERAGED_STEPS, 0) : step + _AVERAGED_STEPS + 1] for step in range(len(heights))]
    return [sum(part) / len(part) for part in neighbours]
