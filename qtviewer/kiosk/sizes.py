"""Sizes of the kiosk's controls and texts in pixels, from least sizes in millimetres and the size of the screen."""

import math
from typing import Final, NamedTuple

MAIN_CONTROL_MM: Final = 20.0
"""Least height and width of controls that visitors need all the time, in millimetres."""
CONTROL_MM: Final = 12.0
"""Least height and width of all other controls, in millimetres."""
BODY_MM: Final = 4.5
"""Least height of the characters of a text, in millimetres."""
TITLE_MM: Final = 8.0
"""Least height of the characters of a title, in millimetres."""
QR_MODULE_MM: Final = 0.8
"""Least width of a module of a QR code, in millimetres: phones read it from half a metre."""
HAN_HEIGHT_EM: Final = 0.9
"""Height of a Han character in ems; in Noto Sans CJK the median of common ones is 0.92, the font's own box 0.91."""
FEWEST_IN_LINE: Final = 25
"""Least number of Chinese characters in a full line of the detail card."""
MOST_IN_LINE: Final = 30
"""Largest number of Chinese characters in a line of the detail card."""

_MM_PER_INCH: Final = 25.4
_SHORT, _LONG = 1080, 1920  # pixels of the design that all sizes are given in
_BODY: Final = 29.0  # font size of a text in pixels of the design
_THEME_BODY: Final = 19.0  # font size of a text in units of the theme
_THEME_TITLE: Final = 30.0  # font size of a title in units of the theme


class KioskSizes(NamedTuple):
    """Sizes in pixels for one window on one screen.

    width, height: of the window, in pixels.
    pixels_per_mm: pixels of the screen to a millimetre.
    """

    width: int
    height: int
    pixels_per_mm: float

    @classmethod
    def of(cls, width: int, height: int, screen: tuple[int, int], diagonal: float) -> "KioskSizes":
        """Return the sizes for a window in pixels, a screen's width and height in pixels and its diagonal in inches."""
        return cls(width, height, math.hypot(*screen) / (diagonal * _MM_PER_INCH))

    @property
    def is_portrait(self) -> bool:
        """Whether the window is higher than wide."""
        return self.height > self.width

    @property
    def scale(self) -> float:
        """Pixels of the window to a pixel of the design, which is 1080 x 1920 or 1920 x 1080."""
        return min(min(self.width, self.height) / _SHORT, max(self.width, self.height) / _LONG)

    def px(self, design_pixels: float) -> int:
        """Return the pixels of the window for a length in pixels of the design, at least 1."""
        return max(round(design_pixels * self.scale), 1)

    @property
    def text_scale(self) -> float:
        """Factor by which the theme's font sizes are enlarged, at the smallest text size."""
        body = max(_BODY * self.scale, self.pixels_per_mm * BODY_MM / HAN_HEIGHT_EM)
        return max(body / _THEME_BODY, self.pixels_per_mm * TITLE_MM / HAN_HEIGHT_EM / _THEME_TITLE)

    @property
    def main_control(self) -> int:
        """Least width and height of a main control in pixels."""
        return max(self.px(104 if self.is_portrait else 92), math.ceil(MAIN_CONTROL_MM * self.pixels_per_mm))

    @property
    def control(self) -> int:
        """Least width and height of any other control in pixels."""
        return max(self.px(72), math.ceil(CONTROL_MM * self.pixels_per_mm))

    def qr_module(self, design_pixels: int) -> int:
        """Return the width of a module of a QR code in pixels, for a width in pixels of the design."""
        return max(int(design_pixels * self.scale), math.ceil(QR_MODULE_MM * self.pixels_per_mm))
