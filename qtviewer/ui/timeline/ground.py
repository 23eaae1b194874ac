"""The ground of the timeline with bands and lines on it, as brushes: filling paints it, however much is on it."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from qtviewer.timeline.scale import TimeScale, nearest_pixel
from qtviewer.ui.timeline.time_band import TimeBand

_PIECE_HEIGHT: Final = 30  # pixels: higher ones Qt fills in several threads, which a busy machine lets wait


class Ground:
    """Makes brushes for a ground and the lines on it, in colours (#RRGGBB).

    `ratio` is the number of device pixels per pixel.
    """

    def __init__(self, color: str, line_color: str, ratio: float) -> None:
        self._color, self._line_color = QColor(color), QColor(line_color)
        self._ratio = ratio

    def brush(
        self, bands: Sequence[TimeBand], scale: TimeScale, left: float, width: float, lines: Iterable[float] = ()
    ) -> QBrush:
        """Return a brush whose x counts from the left edge of a widget of a width, on which a view begins at `left`.

        Later bands cover earlier ones. `lines` are the pixels of vertical lines, counted from the left edge of the
        view; those out of view are left out.
        """
        in_view = [pixel for pixel in map(nearest_pixel, lines) if 0 <= pixel < scale.width]
        if not bands and not in_view:
            return QBrush(self._color)
        row = QPixmap(round(width * self._ratio), 1)
        row.setDevicePixelRatio(self._ratio)
        row.fill(self._color)
        painter = QPainter(row)
        for band in bands:
            first, last = nearest_pixel(scale.x_at(band.first)), nearest_pixel(scale.x_at(band.last))
            first, last = max(first, 0), min(last, round(scale.width))
            painter.fillRect(QRectF(left + first, 0, max(last - first, 0), 1), band.color)
        for pixel in in_view:
            painter.fillRect(QRectF(left + pixel, 0, 1, 1), self._line_color)
        painter.end()
        return QBrush(row)


def fill(painter: QPainter, rect: QRect, brush: QBrush) -> None:
    """Fill a rectangle with a brush whose lines and bands are vertical."""
    for top in range(rect.top(), rect.bottom() + 1, _PIECE_HEIGHT):
        height = min(_PIECE_HEIGHT, rect.bottom() + 1 - top)
        painter.fillRect(QRect(rect.left(), top, rect.width(), height), brush)
