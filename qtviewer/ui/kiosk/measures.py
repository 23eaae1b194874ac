"""Sizes of everything in a kiosk's window, in pixels, from its own size and that of the screen."""

import math
from typing import Final, NamedTuple

from qtviewer.kiosk.sizes import BODY, CONTROL, HAN_FACE, MAIN_CONTROL, MODULE, TITLE, sizes_for

_SHORT, _LONG = 1080, 1920  # pixels of the drawing that the sizes come from
_BODY: Final = 29.0  # pixels in the drawing
_BODY_SIZE: Final = 19.0  # that the theme's fonts call it
_TITLE_SIZE: Final = 30.0


class Measures(NamedTuple):
    """Pixels for a window of `width` and `height`, of which a millimetre has `per_mm`."""

    width: int
    height: int
    per_mm: float

    @classmethod
    def of(cls, width: int, height: int, screen: tuple[int, int], diagonal: float) -> "Measures":
        """Measures of a window on a screen with a diagonal in inches."""
        return cls(width, height, sizes_for(diagonal, *screen).pixels_per_mm)

    @property
    def is_portrait(self) -> bool:
        """Whether the window is higher than wide."""
        return self.height > self.width

    @property
    def unit(self) -> float:
        """Pixels for one of the drawing."""
        return min(min(self.width, self.height) / _SHORT, max(self.width, self.height) / _LONG)

    def px(self, drawn: float) -> int:
        """Pixels for some of the drawing."""
        return max(round(drawn * self.unit), 1)

    @property
    def text_scale(self) -> float:
        """By how much fonts are larger than in the window, at the smallest text size."""
        body = max(_BODY * self.unit, self.per_mm * BODY / HAN_FACE)
        return max(body / _BODY_SIZE, self.per_mm * TITLE / HAN_FACE / _TITLE_SIZE)

    @property
    def main(self) -> int:
        """Least width and height of a main control."""
        return max(self.px(104 if self.is_portrait else 92), math.ceil(MAIN_CONTROL * self.per_mm))

    @property
    def other(self) -> int:
        """Least width and height of any other control."""
        return max(self.px(72), math.ceil(CONTROL * self.per_mm))

    def module(self, drawn: int) -> int:
        """Width of a module of a QR code, so many pixels in the drawing."""
        return max(int(drawn * self.unit), math.ceil(MODULE * self.per_mm))
