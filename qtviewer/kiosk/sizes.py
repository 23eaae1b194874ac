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
_LINE: Final = 28  # characters, where there is room
_BODY_SHARE: Final = 1 / 45  # of the short side: who looks at a large screen stands farther away
_LEGIBLE: Final = 20  # pixels to an em, for characters of many strokes
_TITLE_SHARE: Final = 1.6  # of the body
_SMALL_SHARE: Final = 0.85  # of the body
_TITLE_IN_LINE: Final = 12  # characters, so that a title does not take a whole screen
_GAP, _MARGIN = 4.0, 8.0  # least, in millimetres
_MODULE_PIXELS: Final = 3


class Sizes(NamedTuple):
    """Pixels; texts by their em (the pixel size of a font), controls by their least height and width.

    `line` is the width of a text: 25 to 30 Han characters of the body. `small` is for labels. `gap` stands between
    controls, `margin` at the edges; `module` is one square of a QR code.
    """

    pixels_per_mm: float
    body: int
    title: int
    small: int
    main_control: int
    control: int
    gap: int
    margin: int
    line: int
    module: int


def sizes_for(diagonal: float, width: int, height: int, text_size: int = 100) -> Sizes:
    """Sizes on a screen of a diagonal in inches and a width and height in pixels, at a text size in percent.

    A text grows until 25 of its characters fill the short side, but is never below what can be read.
    """
    per_mm = math.hypot(width, height) / (diagonal * _MM_PER_INCH)
    short = min(width, height)
    margin = math.ceil(_MARGIN * per_mm)
    room = short - 2 * margin
    least, least_title = (math.ceil(mm / HAN_FACE * per_mm) for mm in (BODY, TITLE))
    normal = max(least, _LEGIBLE, math.ceil(short * _BODY_SHARE))
    body = max(least, min(math.ceil(normal * text_size / 100), room // FEWEST_IN_LINE))
    title_wanted = math.ceil(max(least_title * text_size / 100, body * _TITLE_SHARE))
    return Sizes(
        pixels_per_mm=per_mm,
        body=body,
        title=max(least_title, min(title_wanted, room // _TITLE_IN_LINE)),
        small=max(least, math.ceil(body * _SMALL_SHARE)),
        main_control=max(math.ceil(MAIN_CONTROL * per_mm), math.ceil(body * 2.4)),
        control=max(math.ceil(CONTROL * per_mm), math.ceil(body * 1.6)),
        gap=max(math.ceil(_GAP * per_mm), body // 3),
        margin=margin,
        line=min(_LINE * body, room),
        module=max(math.ceil(MODULE * per_mm), _MODULE_PIXELS),
    )
