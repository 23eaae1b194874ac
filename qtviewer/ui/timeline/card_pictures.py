"""Pictures of cards, each of which is painted once and kept as long as there is memory for it."""

import math
import time
from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

_TIME_IN_MOTION: Final = 0.006  # seconds of work on new pictures in a frame of a moving view
_MAX_PIXELS: Final = 16_000_000  # of all pictures that are kept, four bytes each

PaintInBox = Callable[[QPainter, QRectF], None]
"""Paints something into a box."""


class CardPictures:
    """Makes pictures and keeps them; `ratio` is the number of screen pixels in a pixel.

    `left_out`: whether a picture was not there since the last `start_frame`, and there was no time to make it
    """

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._pictures: dict[Hashable, QPixmap] = {}
        self._pixels = 0  # in all pictures
        self._end = math.inf
        self.left_out = False

    def start_frame(self, *, moving: bool) -> None:
        """Take all the time that new pictures need, or in a frame of a `moving` view only a part of a frame's time."""
        self._end = time.thread_time() + _TIME_IN_MOTION if moving else math.inf
        self.left_out = False

    def clear(self) -> None:
        """Forget all pictures."""
        self._pictures.clear()
        self._pixels = 0

    def has_time(self) -> bool:
        """Return whether this frame has time to make a picture; if not, one is left out."""
        if time.thread_time() < self._end:
            return True
        self.left_out = True
        return False

    def find(self, key: Hashable) -> QPixmap | None:
        """Return the picture that was made for a key, or None if it is not there."""
        picture = self._pictures.pop(key, None)
        if picture is not None:
            self._pictures[key] = picture
        return picture

    def make(self, key: Hashable, size: tuple[int, int], paint: PaintInBox) -> QPixmap:
        """Return the picture that `paint` makes in a size in pixels, and keep it for a key."""
        picture = self._pictures[key] = self._painted(size, paint)
        self._pixels += _pixels_in(picture)
        while len(self._pictures) > 1 and self._pixels > _MAX_PIXELS:
            oldest = next(iter(self._pictures))  # the one that has not been used for longest
            self._pixels -= _pixels_in(self._pictures.pop(oldest))
        return picture

    def _painted(self, size: tuple[int, int], paint: PaintInBox) -> QPixmap:
        width, height = size
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, QRectF(0, 0, width, height))
        painter.end()
        return picture


def _pixels_in(picture: QPixmap) -> int:
    return picture.width() * picture.height()
