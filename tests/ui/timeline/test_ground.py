"""One brush paints the ground and all bands and lines on it."""

from itertools import groupby

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.ground import Ground, fill
from qtviewer.ui.timeline.time_band import TimeBand

pytestmark = pytest.mark.usefixtures("qapp")
GROUND, WHOLE, PART, LINE = "#ffffff", "#ddeeff", "#ffeedd", "#112233"
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
    image = _painted(ratio, Ground(GROUND, LINE, ratio).brush(BANDS, SCALE, left, 300))
    for y in (0, image.height() // 2, image.height() - 1):
        runs = _runs(image, y, ratio)
        expected = [(GROUND, left)] if left else []
        expected += [(WHOLE, 20), (PART, 20), (WHOLE, 60), (GROUND, 200 - left)]
        assert [color for color, _length in runs] == [color for color, _length in expected]
        assert [length for _color, length in runs] == pytest.approx([length for _color, length in expected], abs=1)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_lines_are_a_pixel_wide_and_only_in_view(ratio: float) -> None:
    """On bands and beside them; where the view ends, and among the names of lanes, there are none."""
    brush = Ground(GROUND, LINE, ratio).brush(BANDS[:1], SCALE, 40, 300, [-3.0, 20.2, 149.9, 200.0, 230.0])
    runs = _runs(_painted(ratio, brush), 0, ratio)
    expected = [
        (GROUND, 40), (WHOLE, 20), (LINE, 1), (WHOLE, 79), (GROUND, 50), (LINE, 1), (GROUND, 109),
    ]  # fmt: skip
    assert [color for color, _length in runs] == [color for color, _length in expected]
    assert [length for _color, length in runs] == pytest.approx([length for _color, length in expected], abs=1)


def test_without_bands_and_lines_it_is_the_ground(qapp: object) -> None:
    """A plain colour, which is filled faster."""
    assert Ground(GROUND, LINE, 1.0).brush((), SCALE, 40, 300).color().name() == GROUND


def _painted(ratio: float, brush: QBrush) -> QImage:
    """300 by 60 pixels of a brush."""
    image = QImage(round(300 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    fill(painter, QRect(0, 0, 300, 60), brush)
    painter.end()
    return image


def _runs(image: QImage, y: int, ratio: float) -> list[tuple[str, float]]:
    """The colours of a line of pixels from the left, and how many pixels of the window each goes on."""
    colors = [image.pixelColor(x, y).name() for x in range(image.width())]
    return [(color, len(list(run)) / ratio) for color, run in groupby(colors)]
