"""The tide of the whole store, as wide as the screen, slowly moving."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QTimerEvent
from PySide6.QtGui import QColor, QHideEvent, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.query.event_query import EventQuery
from qtviewer.timeline.density_curve import DensityCurve, flat_curve, smoothed_counts, with_heights
from qtviewer.timeline.density_histogram import density_histogram, merge_categories
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.look.painting import solid
from qtviewer.ui.look.theme import Theme

_STEPS: Final = 160
_SWELL: Final = 5  # steps to either side
_MOST_BUCKETS: Final = 800
_FRAME: Final = 66  # milliseconds; slow water needs no more
_SWING: Final = 0.05  # of the height that the water rises and falls
_WAVES: Final = ((3.0, 0.11), (7.0, 0.07))  # waves in the width, and how often a second they come
_LAYERS: Final = ((0.0, 0.22, 1.0), (0.33, 0.34, 0.86), (0.6, 0.9, 0.7))  # phase, opacity, height


class DensityCurveView(QWidget):
    """Layers of water over all the time that the store tells of; still when movement is reduced."""

    def __init__(
        self, tide: DensityCurve | None, theme: Theme, *, is_still: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tide, self._theme, self._is_still = tide, theme, is_still
        self._timer = 0
        self._seconds = 0.0
        self._mark: float | None = None

    def show_theme(self, theme: Theme) -> None:
        """Take on a theme."""
        self._theme = theme
        self.update()

    def mark(self, time: float | None) -> None:
        """Let a mark float where a time is."""
        self._mark = time
        self.update()

    def reset(self) -> None:
        """As it was at the start."""
        self._seconds, self._mark = 0.0, None

    def showEvent(self, event: QShowEvent) -> None:
        """Move while somebody can look."""
        super().showEvent(event)
        if not self._is_still and not self._timer:
            self._timer = self.startTimer(_FRAME)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def timerEvent(self, _event: QTimerEvent) -> None:
        """A little later."""
        self._seconds += _FRAME / 1000
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the layers from the back, and the mark on the front one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for phase, opacity, share in _LAYERS:
            upper, lower = QColor(self._theme.tide), QColor(self._theme.tide)
            upper.setAlphaF(opacity)
            lower.setAlphaF(opacity * 0.35)
            water = QLinearGradient(0, 0, 0, self.height())
            water.setColorAt(0, upper)
            water.setColorAt(1, lower)
            painter.fillPath(self._surface(phase, share), water)
        if self._mark is not None and self._tide is not None:
            self._paint_mark(painter, self._tide.position_at(self._mark))
        painter.end()

    def _surface(self, phase: float, share: float) -> QPainterPath:
        path = QPainterPath(QPointF(0, self.height()))
        for at in range(_STEPS + 1):
            path.lineTo(QPointF(at / _STEPS * self.width(), self._y(at / _STEPS, phase, share)))
        path.lineTo(QPointF(self.width(), self.height()))
        return path

    def _y(self, position: float, phase: float, share: float) -> float:
        """Where the water ends at a place, 0 to 1."""
        tall = 0.0
        if self._tide is not None and self._tide.heights:
            heights = self._tide.heights
            tall = heights[min(int(position * len(heights)), len(heights) - 1)]
        swing = sum(
            math.sin(2 * math.pi * (waves * position + phase + often * self._seconds)) for waves, often in _WAVES
        )
        return self.height() * (1 - share * (0.22 + 0.62 * tall) - _SWING * swing / 2)

    def _paint_mark(self, painter: QPainter, position: float) -> None:
        phase, _opacity, share = _LAYERS[-1]
        at = QPointF(position * self.width(), self._y(position, phase, share))
        radius = max(self.height() / 40, 6.0)
        for size, color in ((radius, self._theme.panel), (radius * 0.7, self._theme.accent)):
            path = QPainterPath()
            path.addEllipse(at, size, size)
            painter.fillPath(path, solid(QColor(color)))


def tide_of(model: KioskModel) -> DensityCurve | None:
    """The tide of everything visitors may see; None when there is nothing."""
    query: EventQuery = model.initial_state.query
    days = model.source.extent(query)
    if days is None:
        return None
    swells = merge_categories(density_histogram(model.source, query, days, _MOST_BUCKETS))
    margin = max((days[1] - days[0]) * 0.02, 5.0)
    scale = flat_curve(swells, days[0] - margin, days[1] + 1 + margin)
    return with_heights(scale, _swollen(_swollen(smoothed_counts(scale, swells, _STEPS))))


def _swollen(sizes: Sequence[float]) -> list[float]:
    """Sizes with less steep peaks: from afar, water has none."""
    around = [sizes[max(at - _SWELL, 0) : at + _SWELL + 1] for at in range(len(sizes))]
    return [sum(part) / len(part) for part in around]
