"""Where today stands in a view, and whether its name has room on the axis."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP, LABEL_INSET, Axis, MeasureText

_MARGIN: Final = LABEL_GAP / 2


class NamePlace(NamedTuple):
    """Where a name begins on the axis: the pixel, and the row, 0 for the upper and 1 for the lower one."""

    x: float
    row: int


class TodayMark(NamedTuple):
    """Today in pixels from the left edge of a view."""

    left: float
    """Where the day begins, below 0 if that is before the view."""
    right: float
    """Where it ends."""
    name: NamePlace | None
    """Where its name stands; None where the axis has no room for it."""


def today_mark(axis: Axis, scale: TimeScale, today: int, name_width: float, measure: MeasureText) -> TodayMark | None:
    """Return where a day stands in a view with an axis, or None if it is not in view; `measure` is for its labels.

    Its name, `name_width` pixels wide, stands to the right of where the day begins or else to the left, if possible in
    the upper row, at a distance from the labels of the axis.
    """
    left, right = scale.x_at(today), scale.x_at(today + 1)
    if right <= 0 or left >= scale.width:
        return None
    return TodayMark(left, right, next(_free_places(axis, scale, left, name_width, measure), None))


def _free_places(axis: Axis, scale: TimeScale, left: float, width: float, measure: MeasureText) -> Iterator[NamePlace]:
    """Iterate over the places for a name of a width beside a line at `left`, the best first."""
    for row in (0, 1):
        taken = list(_taken(axis, row, measure))
        for x in (max(left, 0.0) + LABEL_INSET, left - LABEL_INSET - width):
            is_whole = x >= 0 and x + width <= scale.width
            if is_whole and all(end < x or start > x + width for start, end in taken):
                yield NamePlace(x, row)


def _taken(axis: Axis, row: int, measure: MeasureText) -> Iterator[tuple[float, float]]:
    """Iterate over the first and last pixels of what a row of an axis has, with a margin around labels."""
    for tick in (*axis.major, *axis.minor) if row else axis.major:  # lines of the upper row go on through the lower
        yield tick.x, tick.x
    for tick in axis.minor if row else axis.major:
        if tick.label:
            yield tick.label_x - _MARGIN, tick.label_x + measure(tick.label) + _MARGIN
