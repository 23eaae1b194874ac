"""Ticks and their labels on the axis of the timeline, in Chinese and English."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tick_steps import TICK_STEPS, TickStep

MeasureText = Callable[[str], float]
"""Returns the width of a text in pixels."""
LABEL_GAP: Final = 12.0
"""Least pixels between two labels."""
LABEL_INSET: Final = 8.0
"""Pixels from a tick to its label."""


class Tick(NamedTuple):
    """A line across the axis."""

    x: float
    label: str = ""
    """Empty if the label would be cut or too close to the next one."""
    label_x: float = 0.0
    """Pixel at which the label begins."""


class Axis(NamedTuple):
    """The ticks of a view from the left: the coarse row above, such as years, and the fine row below."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]


def axis_at(scale: TimeScale, lang: str, measure: MeasureText) -> Axis:
    """Return the ticks of a view, at the finest step whose labels touch in neither row."""
    step = next((step for step in TICK_STEPS if _both_rows_fit(step, scale, lang, measure)), TICK_STEPS[-1])
    row = _row(step, scale, lang, measure)
    minor = tuple(tick for tick in _without_collisions(row, scale, measure) if tick.x >= 0)
    return Axis(_sticky_row(step.coarse, scale, lang, measure) if step.coarse else (), minor)


def _both_rows_fit(step: TickStep, scale: TimeScale, lang: str, measure: MeasureText) -> bool:
    return all(_fits(row, scale, lang, measure) for row in (step, step.coarse) if row)


def _fits(step: TickStep, scale: TimeScale, lang: str, measure: MeasureText) -> bool:
    room = step.min_days * scale.pixels_per_day - LABEL_GAP
    if room < LABEL_GAP:
        return False
    return all(measure(step.label(time, lang)) <= room for time in step.times(scale.left, scale.right))


def _row(step: TickStep, scale: TimeScale, lang: str, measure: MeasureText) -> tuple[Tick, ...]:
    """Return the ticks in view and the last one before it."""
    times = sorted(step.times(scale.left, scale.right))
    first = max(bisect_right(times, scale.left) - 1, 0)
    last = bisect_right(times, scale.right)
    return tuple(_tick(time, step, scale, lang, measure) for time in times[first:last])


def _tick(time: float, step: TickStep, scale: TimeScale, lang: str, measure: MeasureText) -> Tick:
    """Return the tick of a time, with its label unless the view cuts it."""
    x, label = scale.x_at(time), step.label(time, lang)
    label_x = x + LABEL_INSET
    is_whole = label_x >= 0 and label_x + measure(label) <= scale.width
    return Tick(x, label, label_x) if is_whole else Tick(x)


def _sticky_row(step: TickStep, scale: TimeScale, lang: str, measure: MeasureText) -> tuple[Tick, ...]:
    """Return a row whose leftmost label stays at the edge until the next one pushes it out."""
    ticks = _row(step, scale, lang, measure)
    if ticks and ticks[0].x <= 0:
        label = step.label(scale.left + ticks[0].x / scale.pixels_per_day, lang)
        ticks = (Tick(ticks[0].x, label, max(ticks[0].x, 0.0) + LABEL_INSET), *ticks[1:])
    return tuple(_without_collisions(ticks, scale, measure))


def _without_collisions(ticks: Sequence[Tick], scale: TimeScale, measure: MeasureText) -> Iterator[Tick]:
    """Iterate over ticks, without the labels that reach the next label or the right edge."""
    for tick, following in pairwise((*ticks, Tick(scale.width))):
        end = tick.label_x + measure(tick.label)
        limit = following.label_x - LABEL_GAP if following.label else scale.width
        yield tick if tick.label and end <= limit else Tick(tick.x)
