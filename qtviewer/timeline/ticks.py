"""Ticks and their labels for any stretch of time, from hours to millennia, in Chinese and English."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number
from qtviewer.domain.dates.label import MONTHS, weekday_label
from qtviewer.timeline.scale import DAYS_IN_YEAR, TimeScale

MeasureText = Callable[[str], float]
LABEL_GAP: Final = 12.0  # pixels between two labels
LABEL_INSET: Final = 8.0  # pixels from a tick to its label


class Tick(NamedTuple):
    """A line at `x` and, unless its label would be cut or too close to another, a label that begins at `label_x`."""

    x: float
    label: str = ""
    label_x: float = 0.0


class Axis(NamedTuple):
    """The coarse row of ticks above (years over months) and the fine one below."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]


class _Step(NamedTuple):
    """One choice of fine ticks: their times in a stretch, their labels, and the fewest days between two."""

    least_days: float
    times: Callable[[float, float], Iterator[float]]
    label: Callable[[float, str], str]
    coarse: "_Step | None" = None


def axis_at(scale: TimeScale, lang: str, measure: MeasureText) -> Axis:
    """Ticks for the viewport: the finest step whose labels do not touch, in neither row."""
    step = next((step for step in _STEPS if _both_rows_fit(step, scale, lang, measure)), _STEPS[-1])
    row = _row(step, scale, lang, measure)
    minor = tuple(tick for tick in _without_collisions(row, scale, measure) if tick.x >= 0)
    return Axis(_sticky_row(step.coarse, scale, lang, measure) if step.coarse else (), minor)


def _both_rows_fit(step: _Step, scale: TimeScale, lang: str, measure: MeasureText) -> bool:
    return all(_fits(row, scale, lang, measure) for row in (step, step.coarse) if row)


def _fits(step: _Step, scale: TimeScale, lang: str, measure: MeasureText) -> bool:
    room = step.least_days * scale.pixels_per_day - LABEL_GAP
    if room < LABEL_GAP:
        return False
    return all(measure(step.label(time, lang)) <= room for time in step.times(scale.left, scale.right))


def _row(step: _Step, scale: TimeScale, lang: str, measure: MeasureText) -> tuple[Tick, ...]:
    """The ticks in view and the last one before it."""
    times = sorted(step.times(scale.left, scale.right))
    first = max(bisect_right(times, scale.left) - 1, 0)
    last = bisect_right(times, scale.right)
    return tuple(_tick(time, step, scale, lang, measure) for time in times[first:last])


def _tick(time: float, step: _Step, scale: TimeScale, lang: str, measure: MeasureText) -> Tick:
    x, label = scale.x_at(time), step.label(time, lang)
    label_x = x + LABEL_INSET
    is_whole = label_x >= 0 and label_x + measure(label) <= scale.width
    return Tick(x, label, label_x) if is_whole else Tick(x)


def _sticky_row(step: _Step, scale: TimeScale, lang: str, measure: MeasureText) -> tuple[Tick, ...]:
    """A row whose leftmost label stays in sight until the next one pushes it out."""
    ticks = _row(step, scale, lang, measure)
    if ticks and ticks[0].x <= 0:
        label = step.label(scale.left + ticks[0].x / scale.pixels_per_day, lang)
        ticks = (Tick(ticks[0].x, label, max(ticks[0].x, 0.0) + LABEL_INSET), *ticks[1:])
    return tuple(_without_collisions(ticks, scale, measure))


def _without_collisions(ticks: Sequence[Tick], scale: TimeScale, measure: MeasureText) -> Iterator[Tick]:
    for tick, following in pairwise((*ticks, Tick(scale.width))):
        end = tick.label_x + measure(tick.label)
        limit = following.label_x - LABEL_GAP if following.label else scale.width
        yield tick if tick.label and end <= limit else Tick(tick.x)


def _hours(every: int) -> Callable[[float, float], Iterator[float]]:
    def times(left: float, right: float) -> Iterator[float]:
        for index in range(math.floor(left * 24 / every), math.floor(right * 24 / every) + 1):
            yield index * every / 24

    return times


def _days(*days_of_month: int) -> Callable[[float, float], Iterator[float]]:
    def times(left: float, right: float) -> Iterator[float]:
        for month in _months(1)(left, right):
            year, number, _day = civil_day(int(month))
            yield from (time for day in days_of_month if (time := _day_of_month(year, number, day)) is not None)

    return times


def _day_of_month(year: int, month: int, day: int) -> float | None:
    try:
        return float(day_number(year, month, day))
    except ValueError:
        return None


def _months(every: int) -> Callable[[float, float], Iterator[float]]:
    def times(left: float, right: float) -> Iterator[float]:
        first, last = (civil_day(math.floor(time)) for time in (left, right))
        start = (first.year * 12 + first.month - 1) // every * every
        for index in range(start, last.year * 12 + last.month, every):
            year, month = divmod(index, 12)
            if MIN_YEAR <= year <= MAX_YEAR:
                yield float(day_number(year, month + 1))

    return times


def _years(every: int) -> Callable[[float, float], Iterator[float]]:
    """Round years CE and BCE; long steps count from the year 1, which stands for the turn of the eras."""

    def times(left: float, right: float) -> Iterator[float]:
        first, last = (civil_day(math.floor(time)).year for time in (left, right))
        for index in range(first // every - 1, last // every + 1):
            round_year = index * every
            year = round_year if round_year > 0 or every == 1 else round_year + 1
            if (year != 1 or every >= 10 or every == 1) and max(first - every, MIN_YEAR) <= year <= min(last, MAX_YEAR):
                yield float(day_number(year))

    return times


def _hour_label(time: float, _lang: str) -> str:
    return f"{round(time * 24) % 24:02d}:00"


def _day_label(time: float, lang: str) -> str:
    day = civil_day(round(time)).day
    return f"{day}日" if lang == "zh" else str(day)


def _full_day_label(time: float, lang: str) -> str:
    number = round(time)
    _year, month, day = civil_day(number)
    weekday = weekday_label(number, lang)
    if lang == "zh":
        return f"{_year_label(time, lang)}年{month}月{day}日 {weekday}"
    return f"{weekday}, {day} {MONTHS[month - 1]} {_year_label(time, lang)}"


def _month_label(time: float, lang: str) -> str:
    month = civil_day(round(time)).month
    return f"{month}月" if lang == "zh" else MONTHS[month - 1][:3]


def _full_month_label(time: float, lang: str) -> str:
    month = civil_day(round(time)).month
    year = _year_label(time, lang)
    return f"{year}年{month}月" if lang == "zh" else f"{MONTHS[month - 1]} {year}"


def _year_label(time: float, lang: str) -> str:
    year = civil_day(round(time)).year
    if year <= 0:
        return f"公元前{1 - year}" if lang == "zh" else f"{1 - year} BCE"
    return str(year)


_FULL_DAYS: Final = _Step(1, lambda left, right: (float(day) for day in range(math.floor(left), math.floor(right) + 1)),
                          _full_day_label)  # fmt: skip
_FULL_MONTHS: Final = _Step(28, _months(1), _full_month_label)
_FULL_YEARS: Final = _Step(365, _years(1), _year_label)
_STEPS: Final = (
    *(_Step(every / 24, _hours(every), _hour_label, _FULL_DAYS) for every in (1, 3, 6, 12)),
    _Step(1, _days(*range(1, 32)), _day_label, _FULL_MONTHS),
    _Step(3, _days(1, 6, 11, 16, 21, 26), _day_label, _FULL_MONTHS),
    _Step(8, _days(1, 11, 21), _day_label, _FULL_MONTHS),
    *(_Step(every * 30 - 2, _months(every), _month_label, _FULL_YEARS) for every in (1, 3, 6)),
    *(
        _Step(every * factor * DAYS_IN_YEAR - 2, _years(every), _year_label)
        for every, factor in ((1, 1.0), (2, 1.0), (5, 1.0))
    ),
    *(
        _Step((every - 1) * DAYS_IN_YEAR - 2, _years(every), _year_label)
        for power in (10, 100, 1000)
        for every in (power, 2 * power, 5 * power)
    ),
)
