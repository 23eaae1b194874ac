"""The eras in the overview: thin bands above the curve."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.timeline.era_bands import BandScale, era_bands
from qtviewer.timeline.era_rows import EraRow
from qtviewer.ui.timeline.era_layer import EraLayer
from qtviewer.ui.view_model import ViewModel

_TOP = 3  # pixels above the first row
_ROW_HEIGHT = 4  # pixels from row to row
_BAND_HEIGHT = 3.0  # pixels of a band


class OverviewEras:
    """Paints the eras in some rows in the theme of a model."""

    def __init__(self, model: ViewModel, rows: Sequence[EraRow]) -> None:
        self._layer = EraLayer(model, rows, model.theme.panel)
        self._rows = rows

    def paint(self, painter: QPainter, scale: DensityCurve, width: float) -> None:
        """Paint all eras on a scale of a width in pixels, in the free space above the curve."""
        places = BandScale(lambda time: scale.position_at(time) * width, lambda x: scale.time_at(x / width), width)
        for band in era_bands(self._rows, places):
            y, length = _TOP + band.row * _ROW_HEIGHT, max(band.right - band.left, 1.0)
            painter.fillRect(QRectF(band.left, y, length, _BAND_HEIGHT), self._layer.colors(band)[0])
