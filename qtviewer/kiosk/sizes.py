"""How large things are on a screen of known size: millimetres that hands and eyes need, as pixels."""

import math
from typing import Final, NamedTuple

MAIN_CONTROL: Final = 20.0
"""Least height and width of what visitors need all the time, in millimetres."""
CONTROL: Final = 12.0
"""Least height and width of everything else that can be touched, in millimetres."""
BODY: Final = 4.5
"""Least height of the characters of a text, in millimetres."""
TITLE: Final = 8.0
"""Least height of the characters of a title, in millimetres."""
MODULE: Final = 0.8
"""Least width of a module of a QR code, in millimetres: phones read it from half a metre."""
HAN_FACE: Final = 0.9
"""Height of a Han character in ems; in Noto Sans CJK the median of common ones is 0.92, the font's own box 0.91."""
FEWEST_IN_LINE: Final = 25
MOST_IN_LINE: Final = 30

_MM_PER_INCH: Final = 25.4
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
        return cls(width, height, math.hypot(*screen) / (diagonal * _MM_PER_INCH))

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
