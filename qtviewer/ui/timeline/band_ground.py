"""The ground of the timeline with the bands on it, as a brush: one fill paints it, however many bands there are."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from qtviewer.timeline.scale import TimeScale, nearest_pixel
from qtviewer.ui.timeline.time_band import TimeBand


class BandGround:
    """Makes brushes for a ground of a colour (#RRGGBB); `ratio` is the number of device pixels per pixel."""

    def __init__(self, color: str, ratio: float) -> None:
        self._color = QColor(color)
        self._ratio = ratio

    def with_bands(self, bands: Sequence[TimeBand], scale: TimeScale, left: float, width: float) -> QBrush:
        """Return a brush whose x counts from the left edge of a widget of a width, on which a view begins at `left`.

        Later bands cover earlier ones.
        """
        if not bands:
            return QBrush(self._color)
        line = QPixmap(round(width * self._ratio), 1)
        line.setDevicePixelRatio(self._ratio)
        line.fill(self._color)
        painter = QPainter(line)
        for band in bands:
            first, last = nearest_pixel(scale.x_at(band.first)), nearest_pixel(scale.x_at(band.last))
            first, last = max(first, 0), min(last, round(scale.width))
            painter.fillRect(QRectF(left + first, 0, max(last - first, 0), 1), band.color)
        painter.end()
        return QBrush(line)
