"""The colours of the bands that eras are behind the lanes: quiet, and a ground on which all text stays legible."""

from functools import cache
from typing import Final

from PySide6.QtGui import QColor

from qtviewer.ui.look.colors import luminance, mixed
from qtviewer.ui.look.theme import Theme

_SHARE: Final = (
    0.25  # of the era's colour in its band, before that is made as light or dark as the grounds of the theme
)
_STEPS: Final = 40


@cache
def band_color(theme: Theme, color: str, ground: str) -> QColor:
    """Return the colour of a band on a ground for an era of a colour, both #RRGGBB.

    It is no darker or lighter than the middle between the ground and the furthest of the grounds on which the theme
    writes. So whatever is legible on all of these is legible on the band.
    """
    strong, extreme = mixed(QColor(color), QColor(ground), _SHARE), QColor("#000000" if theme.is_dark else "#FFFFFF")
    lowest, highest = _bounds(theme, luminance(QColor(ground)))
    shades = (mixed(extreme, strong, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if lowest <= luminance(shade) <= highest), QColor(ground))


def _bounds(theme: Theme, of_ground: float) -> tuple[float, float]:
    known = [luminance(ground) for ground in theme.grounds]
    return ((of_ground + min(known)) / 2, 1.0) if not theme.is_dark else (0.0, (of_ground + max(known)) / 2)
