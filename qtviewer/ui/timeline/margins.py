"""The margins of the timeline: lane names at the left and the axis above the lanes."""

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import Theme

_MAX_SHARE: Final = 0.27  # of the width that the names take


class Margins(NamedTuple):
    """Sizes in pixels."""

    names_width: int
    """Width of the column of lane names at the left; 0 where they stand above the cards."""
    axis_height: int
    """Height of the axis above the lanes: two lines for ticks, one for the Chinese calendar, and the rows of eras."""
    calendar_height: int
    """Height of the line for the Chinese calendar."""
    eras_height: int = 0
    """Height of the rows of eras, which stand just above the lanes."""

    @property
    def ticks_height(self) -> int:
        """Height of the two lines for ticks."""
        return self.axis_height - self.calendar_height - self.eras_height

    @property
    def eras_top(self) -> int:
        """Where the rows of eras begin."""
        return self.axis_height - self.eras_height


def margins_for(
    theme: Theme, lane_names: Iterable[str] | None, width: float, eras_height: int, *, has_calendar: bool = True
) -> Margins:
    """Return margins with room for eras, and for names beside the lanes as far as the whole width in pixels allows it.

    None leaves no room for names.
    """
    calendar_height = theme.px(22) if has_calendar else 0
    heights = theme.px(56) + calendar_height + eras_height, calendar_height, eras_height
    if lane_names is None:
        return Margins(0, *heights)
    widest = max((text_width(name, theme.font(16, bold=True)) for name in lane_names), default=0.0)
    wanted = min(max(theme.px(190), widest + 36), theme.px(240))
    return Margins(math.ceil(min(wanted, max(theme.px(120), width * _MAX_SHARE))), *heights)
