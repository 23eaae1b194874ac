"""The axis of the overview, as a picture."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap

from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.timeline.overview_ticks import OverviewTick, overview_ticks
from qtviewer.ui.look.text_ruler import TextRuler
from qtviewer.ui.timeline.overview_eras import OverviewEras
from qtviewer.ui.timeline.picture_format import PictureFormat

_FONT_SIZE = 14
_TICK_LENGTHS = (7, 4)  # pixels of a tick of the step of the whole, and of a finer one
_BOTTOM_MARGIN = 4  # pixels below the labels


class OverviewAxis:
    """Ticks and labels at the bottom of the overview, which show how its scale is stretched, and eras at its top."""

    def __init__(self, picture_format: PictureFormat, scale: DensityCurve, eras: OverviewEras) -> None:
        self.picture_format, self._theme, self._scale = picture_format, picture_format.theme, scale
        self._eras = eras
        self._font = self._theme.font(_FONT_SIZE)
        self._metrics = QFontMetricsF(self._font)

    @property
    def top(self) -> int:
        """The y at which the axis begins and the curve ends, in pixels."""
        text = self._metrics.capHeight() + self._metrics.descent()
        return self.picture_format.size.height() - round(text + _TICK_LENGTHS[0] + _BOTTOM_MARGIN)

    @cached_property
    def ticks(self) -> list[OverviewTick]:
        """The ticks from the left."""
        measure = TextRuler(self._font).width
        return overview_ticks(self._scale, self.picture_format.size.width(), self._theme.lang, measure)

    @cached_property
    def picture(self) -> QPixmap:
        """The axis on a transparent ground."""
        picture, theme = self.picture_format.blank_picture(), self._theme
        painter = QPainter(picture)
        self._eras.paint(painter, self._scale, self.picture_format.size.width())
        for tick in self.ticks:
            height = _TICK_LENGTHS[min(tick.depth, 1)]
            painter.fillRect(
                QRectF(round(tick.x), self.top, 1, height), QColor(theme.ink if tick.label else theme.muted)
            )
        painter.setFont(self._font)
        baseline = self.picture_format.size.height() - _BOTTOM_MARGIN - self._metrics.descent()
        for tick in self.ticks:
            painter.setPen(QColor(theme.muted if tick.depth else theme.ink))
            painter.drawText(QPointF(tick.label_x, baseline), tick.label)
        painter.end()
        return picture
