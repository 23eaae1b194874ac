"""The ticks of the overview: even steps of time, whose distances show how its scale is stretched."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.label import MONTHS, date_label
from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME
from qtviewer.timeline.tick_steps import STEPS_FROM_HOURS, TickStep

_STEPS: Final = tuple(step for at, step in enumerate(STEPS_FROM_HOURS) if at < 10 or at % 3 != 2)
"""Hours, days, months and 1, 5, 10, 50 years and so on: every tick of a step is a tick of all finer steps."""
_DETAILS: Final = frozenset([0, 1, 2, 3, 5, 6])  # hours, and steps of days that months do not hold evenly
_AVERAGE_DISTANCE: Final = 14  # pixels between two ticks, at least
_WIDE: Final = 90  # pixels between two ticks from which there are finer ones between them
_LEAST_DISTANCE: Final = 3  # pixels between two ticks
_LABEL_GAP: Final = 8  # pixels between two labels, at least
_MOMENT: Final = 1e-6  # days
_ROUND_YEARS: Final = (1000, 500, 100, 50, 10, 5)


class OverviewTick(NamedTuple):
    """A tick at pixel `x` with its label, which may be empty; `depth` 0 is the step of the whole, 1 a finer one."""

    x: float
    depth: int
    label: str = ""
    label_x: float = 0.0
    """Pixel at which the label begins."""


class _Candidate(NamedTuple):
    """A time that may have a tick; they get one in their order.

    `priority` is 0 for the first tick and those that finer ones follow, which are not understood without their label.
    """

    priority: int
    depth: int
    rank: int
    x: float
    time: float


def overview_ticks(scale: DensityCurve, width: float, lang: str, measure: Callable[[str], float]) -> list[OverviewTick]:
    """Return the ticks of a scale that is `width` pixels wide, from the left; `measure` returns the width of a label.

    Labels neither touch each other nor are cut.
    """
    whole = scale.times[0] - _MOMENT, scale.times[-1]  # the first time may have a tick
    candidates = sorted(_candidates(scale, width, whole, len(_STEPS), 0))
    first = min((each.time for each in candidates if each.depth == 0), default=0.0)
    placed: list[float] = []
    taken: list[tuple[float, float]] = []
    ticks: list[OverviewTick] = []
    for _priority, depth, _rank, x, time in candidates:
        if not _is_free(placed, x):
            continue
        placed.insert(bisect_left(placed, x), x)
        label = _full_label(time, lang) if time == first else _label(time, lang)
        length = measure(label)
        left = min(max(x - length / 2, 2.0), width - length - 2)
        if left >= 2 and all(left >= end + _LABEL_GAP or left + length + _LABEL_GAP <= start for start, end in taken):
            taken.append((left, left + length))
            ticks.append(OverviewTick(x, depth, label, left))
        else:
            ticks.append(OverviewTick(x, depth))
    return sorted(ticks)


def _is_free(placed: Sequence[float], x: float) -> bool:
    """Whether a tick at a pixel keeps its distance from others, which are in order."""
    at = bisect_left(placed, x)
    return all(abs(other - x) >= _LEAST_DISTANCE for other in placed[max(at - 1, 0) : at + 1])


def _candidates(
    scale: DensityCurve, width: float, times: tuple[float, float], coarsest: int, depth: int
) -> Iterator[_Candidate]:
    """Iterate over the ticks between two times, at a step finer than that numbered `coarsest`, and between those."""
    start, end = (scale.position_at(time) * width for time in times)
    left_out = frozenset[int]() if depth else _DETAILS
    number = _finest_step(times, (end - start) / _AVERAGE_DISTANCE, coarsest, left_out)
    if number is None:
        return
    inside = _times(_STEPS[number], times)
    for time, following in pairwise((times[0], *inside, times[1])):
        start, end = (scale.position_at(each) * width for each in (time, following))
        is_wide = end - start > _WIDE
        if time > times[0]:
            is_first = depth == 0 and time == inside[0]
            yield _Candidate(0 if is_wide or is_first else 1, depth, _rank(time), start, time)
        if is_wide:
            yield from _candidates(scale, width, (time, following), number, depth + 1)


def _finest_step(times: tuple[float, float], most: float, coarsest: int, left_out: frozenset[int]) -> int | None:
    """Return the number of the finest step below `coarsest` with at most so many ticks; None if there is none."""
    for number in (number for number in range(coarsest) if number not in left_out):
        step = _STEPS[number]
        if (times[1] - times[0]) / step.min_days <= 2 * most and len(_times(step, times)) <= most:
            return number
    return None


def _times(step: TickStep, times: tuple[float, float]) -> list[float]:
    """Return the times of a step between two times, without these."""
    first, last = max(times[0], FIRST_TIME), min(times[1], LAST_TIME - 1)
    return sorted(time for time in step.times(first, last) if times[0] < time < times[1])


def _rank(time: float) -> int:
    """Return how round a time is: 0 for the year 1 and millennia, more for others."""
    year, month, day = civil_day(int(time))
    if time % 1:
        return 12
    if (month, day) == (1, 1):
        counted = year if year > 0 else 1 - year
        return 0 if year == 1 else next((rank for rank, unit in enumerate(_ROUND_YEARS) if counted % unit == 0), 6)
    if day == 1:
        return 7 if month == 7 else 8 if month in (4, 10) else 9
    return 10 if day in (11, 21) else 11


def _label(time: float, lang: str) -> str:
    """Return the year, month, day or hour that begins, the longest of them."""
    _year, month, day = civil_day(int(time))
    if time % 1:
        return f"{round(time * 24) % 24:02d}:00"
    if (month, day) == (1, 1):
        return _full_label(time, lang)
    if day == 1:
        return f"{month}月" if lang == "zh" else MONTHS[month - 1][:3]
    return f"{month}月{day}日" if lang == "zh" else f"{day} {MONTHS[month - 1][:3]}"


def _full_label(time: float, lang: str) -> str:
    """Return the year, month or day that begins, with its year."""
    year, month, day = civil_day(int(time))
    if (month, day) == (1, 1):
        number, suffix = max(year, 1 - year), "年" if lang == "zh" else ""
        return f"{number}{suffix}" if year > 0 else f"公元前{number}年" if lang == "zh" else f"{number} BCE"
    point = DatePoint(Precision.MONTH, year, month) if day == 1 else day_point(int(time))
    return date_label(EventDate.from_point(point), lang)
