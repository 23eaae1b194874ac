"""One brush paints the ground and all bands on it."""

from itertools import groupby

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.band_ground import BandGround
from qtviewer.ui.timeline.time_band import TimeBand

pytestmark = pytest.mark.usefixtures("qapp")
GROUND, WHOLE, PART = "#ffffff", "#ddeeff", "#ffeedd"
SCALE = TimeScale.spanning(1_000, 1_100, 200)
BANDS = (
    TimeBand(900, 1_050, QColor(WHOLE)),
    TimeBand(1_010, 1_020, QColor(PART)),
    TimeBand(1_200, 1_300, QColor(PART)),
)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("left", [0, 40])
def test_bands_stand_on_the_ground_from_top_to_bottom(ratio: float, left: int) -> None:
    """Each on its days in view, right of the names, the later one over the earlier one, at every scale of a screen."""
    image = QImage(round(300 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 300, 60), BandGround(GROUND, ratio).with_bands(BANDS, SCALE, left, 300))
    painter.end()
    for y in (0, image.height() // 2, image.height() - 1):
        colors = [image.pixelColor(x, y).name() for x in range(image.width())]
        runs = [(color, len(list(run)) / ratio) for color, run in groupby(colors)]
        expected = [(GROUND, left)] if left else []
        expected += [(WHOLE, 20), (PART, 20), (WHOLE, 60), (GROUND, 200 - left)]
        assert [color for color, _length in runs] == [color for color, _length in expected]
        assert [length for _color, length in runs] == pytest.approx([length for _color, length in expected], abs=1)


def test_without_bands_it_is_the_ground(qapp: object) -> None:
    """A plain colour, which is filled faster."""
    assert BandGround(GROUND, 1.0).with_bands((), SCALE, 40, 300).color().name() == GROUND
