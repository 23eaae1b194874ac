"""The ticks of a poster's axis: years, and months or days where there is room."""

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number
from qtviewer.domain.dates.label import MONTHS
from qtviewer.timeline.poster_scale import PosterScale

_MAX_YEARS: Final = 2_000
_MAX_YEARS_WITH_MONTHS: Final = 60
_MAX_DAYS: Final = 100
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
    scale: PosterScale, lang: str, measure: Callable[[str], float], gap: float
) -> tuple[Sequence[PosterTick], Sequence[PosterTick]]:
    """Return two rows of ticks from the left: years, and months or days.

    Each row has as many as fit: years that have room for their months first, then the roundest times. `measure` returns
    the width of a label; behind each label there is at least `gap`.
    """
    min_year_width = 4 * (measure(_LONG_LABEL) + gap)
    years = _fitting_ticks(_years(scale, lang, min_year_width), scale, measure, gap)
    return years, _fitting_ticks(_months_or_days(scale, lang, min_year_width), scale, measure, gap)


def _fitting_ticks(
    candidates: Iterable[_Candidate], scale: PosterScale, measure: Callable[[str], float], gap: float
) -> Sequence[PosterTick]:
    occupied: list[tuple[float, float, str]] = []
    for candidate in sorted(candidates):
        left = scale.x_at(candidate.time)
        right = left + measure(candidate.label) + gap
        index = bisect(occupied, (left, right, ""))
        is_left_free = index == 0 or occupied[index - 1][1] <= left
        if is_left_free and (index == len(occupied) or right <= occupied[index][0]):
            occupied.insert(index, (left, right, candidate.label))
    return [PosterTick(left, label) for left, _right, label in occupied]


def _years(scale: PosterScale, lang: str, min_year_width: float) -> Iterator[_Candidate]:
    """Iterate over the beginnings of years, and the first time with the label of its year."""
    first, last = scale.times[0], scale.times[-1]
    start, end = civil_day(int(first)).year, civil_day(int(last)).year
    step = next(step for step in (1, 10, 100) if (end - start) // step <= _MAX_YEARS)
    yield _Candidate(6, first, _year_label(start, lang))
    for round_year in range(start // step * step, min(end, MAX_YEAR) + 1, step):
        year = round_year if round_year > 0 or step == 1 else round_year + 1
        if year >= MIN_YEAR and first < (day := day_number(year)) < last:
            rank = -1 if _is_wide(year, scale, min_year_width) else _rank_of_year(year)
            yield _Candidate(rank, float(day), _year_label(year, lang))


def _is_wide(year: int, scale: PosterScale, min_year_width: float) -> bool:
    """Return whether a year has room for the names of some of its months."""
    return scale.x_at(day_number(year, 12, 31)) - scale.x_at(day_number(year)) >= min_year_width


def _rank_of_year(year: int) -> int:
    """Return the rank of an astronomical year by the number people give it; the turn of the eras is among the first."""
    number = 0 if year == 1 else year if year > 0 else 1 - year
    return next(rank for rank, unit in enumerate((1000, 100, 50, 10, 5, 1)) if number % unit == 0)


def _months_or_days(scale: PosterScale, lang: str, min_year_width: float) -> Iterator[_Candidate]:
    """Iterate over days if the poster shows a few months, else over months, unless it shows many years."""
    first, last = scale.times[0], scale.times[-1]
    if last - first <= _MAX_DAYS:
        yield from _days(int(first), int(last), lang)
    elif civil_day(int(last)).year - civil_day(int(first)).year <= _MAX_YEARS_WITH_MONTHS:
        yield from _months(scale, lang, min_year_width)


def _days(first: int, last: int, lang: str) -> Iterator[_Candidate]:
    """Iterate over the days from the first to the one before the last."""
    for number in range(first, last):
        _year, month, day = civil_day(number)
        rank = 0 if day == 1 else 1 if day in (11, 21) else 2
        label = f"{month}月{day}日" if lang == "zh" else f"{day} {MONTHS[month - 1][:3]}"
        yield _Candidate(rank, float(number), label)


def _months(scale: PosterScale, lang: str, min_year_width: float) -> Iterator[_Candidate]:
    """Iterate over the months of the years that are wide enough."""
    first, last = scale.times[0], scale.times[-1]
    start, end = civil_day(int(first)).year, civil_day(int(last)).year
    for index in range(start * 12, end * 12 + 12):
        year, month = divmod(index, 12)
        if _is_wide(year, scale, min_year_width) and first <= (day := day_number(year, month + 1)) < last:
            rank = 0 if month == 0 else 1 if month % 3 == 0 else 2
            yield _Candidate(rank, float(day), f"{month + 1}月" if lang == "zh" else MONTHS[month][:3])


def _year_label(year: int, lang: str) -> str:
    if year <= 0:
        return f"公元前{1 - year}年" if lang == "zh" else f"{1 - year} BCE"
    return f"{year}年" if lang == "zh" else str(year)
