"""The axis of a poster, whose time is wider where more happened: years, and months or days where there is room."""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number
from qtviewer.domain.dates.label import MONTHS
from qtviewer.timeline.poster import PosterScale

_MOST_YEARS: Final = 2_000
_MOST_YEARS_WITH_MONTHS: Final = 60
_MOST_DAYS: Final = 100
_LONG_LABEL: Final = "10月"


class PosterTick(NamedTuple):
    """A line at `x` with a label to the right of it."""

    x: float
    label: str


class _Candidate(NamedTuple):
    """A time that could have a label; the lower its rank, the sooner it gets one."""

    rank: int
    time: float
    label: str


def poster_ticks(
    times: PosterScale, lang: str, measure: Callable[[str], float], gap: float
) -> tuple[Sequence[PosterTick], Sequence[PosterTick]]:
    """Years, then months or days, as many as have room: the rounder first, and none touching another."""
    first, last = times.times[0], times.times[-1]
    return _placed(_years(first, last, lang), times, measure, gap), _placed(
        _parts_of_years(times, lang, 4 * (measure(_LONG_LABEL) + gap)), times, measure, gap
    )


def _placed(
    candidates: Iterator[_Candidate], times: PosterScale, measure: Callable[[str], float], gap: float
) -> Sequence[PosterTick]:
    taken: list[tuple[float, float, str]] = []
    for candidate in sorted(candidates):
        left = times.x_at(candidate.time)
        right = left + measure(candidate.label) + gap
        at = bisect(taken, (left, right, ""))
        if (at == 0 or taken[at - 1][1] <= left) and (at == len(taken) or right <= taken[at][0]):
            taken.insert(at, (left, right, candidate.label))
    return [PosterTick(left, label) for left, _right, label in taken]


def _years(first: float, last: float, lang: str) -> Iterator[_Candidate]:
    """The beginnings of years, and of the year in which the time begins."""
    start, end = civil_day(int(first)).year, civil_day(int(last)).year
    step = next(step for step in (1, 10, 100) if (end - start) // step <= _MOST_YEARS)
    yield _Candidate(6, first, _year_label(start, lang))
    for year in range(start // step * step, min(end, MAX_YEAR) + 1, step):
        if year >= MIN_YEAR and first < (day := day_number(year)) < last:
            rank = next(rank for rank, unit in enumerate((1000, 100, 50, 10, 5, 1)) if year % unit == 0)
            yield _Candidate(rank, float(day), _year_label(year, lang))


def _parts_of_years(times: PosterScale, lang: str, least: float) -> Iterator[_Candidate]:
    """Months of years that are wide enough, or days where the whole time is a few months; none in many years."""
    first, last = times.times[0], times.times[-1]
    if last - first <= _MOST_DAYS:
        for number in range(int(first), int(last)):
            _year, month, day = civil_day(number)
            rank = 0 if day == 1 else 1 if day in (11, 21) else 2
            yield _Candidate(
                rank, float(number), f"{month}月{day}日" if lang == "zh" else f"{day} {MONTHS[month - 1][:3]}"
            )
        return
    start, end = civil_day(int(first)).year, civil_day(int(last)).year
    if end - start <= _MOST_YEARS_WITH_MONTHS:
        for index in range(start * 12, end * 12 + 12):
            year, month = divmod(index, 12)
            is_wide = times.x_at(day_number(year, 12, 31)) - times.x_at(day_number(year)) >= least
            if is_wide and first <= (day := day_number(year, month + 1)) < last:
                rank = 0 if month == 0 else 1 if month % 3 == 0 else 2
                yield _Candidate(rank, float(day), f"{month + 1}月" if lang == "zh" else MONTHS[month][:3])


def _year_label(year: int, lang: str) -> str:
    if year <= 0:
        return f"公元前{1 - year}年" if lang == "zh" else f"{1 - year} BCE"
    return f"{year}年" if lang == "zh" else str(year)
