"""The steps of the axis: the times at which ticks may stand, from minutes to millennia, and their labels."""

import math
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number
from qtviewer.domain.dates.label import MONTHS, weekday_label
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, time_of_day
from qtviewer.timeline.scale import DAYS_IN_YEAR

_Times = Callable[[float, float], Iterator[float]]


class TickStep(NamedTuple):
    """One choice of ticks for the fine row of the axis."""

    min_days: float
    """The least days between two ticks."""
    times: _Times
    """Returns the times of the ticks from one time to another, and maybe some before."""
    label: Callable[[float, str], str]
    """Returns the label of a time in a language; any but zh reads English."""
    coarse: "TickStep | None" = None
    """The step of the row above; None if there is none."""


def _every_day(first: float, last: float) -> Iterator[float]:
    return (float(day) for day in range(math.floor(first), math.floor(last) + 1))


def _minutes(interval: int) -> _Times:
    def times(first: float, last: float) -> Iterator[float]:
        begin, end = (math.floor(time * MINUTES_IN_DAY / interval) for time in (first, last))
        for index in range(begin, end + 1):
            yield index * interval / MINUTES_IN_DAY

    return times


def _days(*days_of_month: int) -> _Times:
    def times(first: float, last: float) -> Iterator[float]:
        for start in _months(1)(first, last):
            year, month, _day = civil_day(int(start))
            yield from (time for day in days_of_month if (time := _day_of_month(year, month, day)) is not None)

    return times


def _day_of_month(year: int, month: int, day: int) -> float | None:
    """Return a day of a month, or None if the month has no such day."""
    try:
        return float(day_number(year, month, day))
    except ValueError:
        return None


def _months(interval: int) -> _Times:
    def times(first: float, last: float) -> Iterator[float]:
        first_day, last_day = (civil_day(math.floor(time)) for time in (first, last))
        start = (first_day.year * 12 + first_day.month - 1) // interval * interval
        for index in range(start, last_day.year * 12 + last_day.month, interval):
            year, month = divmod(index, 12)
            if MIN_YEAR <= year <= MAX_YEAR:
                yield float(day_number(year, month + 1))

    return times


def _years(interval: int) -> _Times:
    """Return the times of round years CE and BCE; in long intervals the year 1 stands for the turn of the eras."""

    def times(first: float, last: float) -> Iterator[float]:
        first_year, last_year = (civil_day(math.floor(time)).year for time in (first, last))
        for index in range(first_year // interval - 1, last_year // interval + 1):
            round_year = index * interval
            year = round_year if round_year > 0 or interval == 1 else round_year + 1
            is_round = year != 1 or interval >= 10 or interval == 1
            if is_round and max(first_year - interval, MIN_YEAR) <= year <= min(last_year, MAX_YEAR):
                yield float(day_number(year))

    return times


def _time_label(time: float, _lang: str) -> str:
    return time_of_day(round(time * MINUTES_IN_DAY))


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


def _step_of_minutes(interval: int) -> TickStep:
    return TickStep(interval / MINUTES_IN_DAY, _minutes(interval), _time_label, _FULL_DAYS)


_FULL_DAYS: Final = TickStep(1, _every_day, _full_day_label)
_FULL_MONTHS: Final = TickStep(28, _months(1), _full_month_label)
_FULL_YEARS: Final = TickStep(365, _years(1), _year_label)
STEPS_FROM_HOURS: Final = (
    *(_step_of_minutes(60 * hours) for hours in (1, 3, 6, 12)),
    TickStep(1, _days(*range(1, 32)), _day_label, _FULL_MONTHS),
    TickStep(3, _days(1, 6, 11, 16, 21, 26), _day_label, _FULL_MONTHS),
    TickStep(8, _days(1, 11, 21), _day_label, _FULL_MONTHS),
    *(TickStep(interval * 30 - 2, _months(interval), _month_label, _FULL_YEARS) for interval in (1, 3, 6)),
    *(TickStep(interval * DAYS_IN_YEAR - 2, _years(interval), _year_label) for interval in (1, 2, 5)),
    *(
        TickStep((interval - 1) * DAYS_IN_YEAR - 2, _years(interval), _year_label)
        for power in (10, 100, 1000)
        for interval in (power, 2 * power, 5 * power)
    ),
)
"""The steps from one hour up, the finest first."""
TICK_STEPS: Final = (*(_step_of_minutes(minutes) for minutes in (1, 5, 15, 30)), *STEPS_FROM_HOURS)
"""All steps, the finest first."""
