"""Which pixels the boxes of a scene cover, and which of its cards are in a region."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from qtviewer.timeline.scene import DATE_LINE_HEIGHT, Box, Scene, SceneCard, Viewport


def cards_in(scene: Scene, region: QRegion) -> Iterable[SceneCard]:
    """Return the cards of a scene of which a part, or of the lines below them, is in a region of the lanes."""
    if region.rectCount() == 1 and region.boundingRect().contains(_pixels_in_view(scene.viewport)):
        return scene.cards
    return (shown for shown in scene.cards if region.intersects(pixels_of(_box_with_line(shown))))


def _box_with_line(shown: SceneCard) -> Box:
    """Return the box around a card and the line below it."""
    (x, y, width, height), date_box = shown.box, shown.date_box
    left, right = min(x, date_box.x), max(x + width, date_box.right)
    return Box(left, y, right - left, height + DATE_LINE_HEIGHT)


def _pixels_in_view(viewport: Viewport) -> QRect:
    return QRect(0, round(viewport.top), int(viewport.scale.width), math.ceil(viewport.height))


def pixels_of(box: Box) -> QRect:
    """Return the pixels of which a part is in a box, and those beside it that rounding may take instead."""
    left, top = math.floor(box.x) - 1, math.floor(box.y) - 1
    return QRect(left, top, math.ceil(box.right) + 1 - left, math.ceil(box.bottom) + 1 - top)
