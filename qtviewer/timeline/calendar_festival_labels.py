"""Labels of the Chinese calendar for a view without room for single days: festivals, solar terms and years."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from math import floor
from typing import Final, NamedTuple

from qtviewer.domain.dates.calendar_days import (
    KNOWN_YEARS,
    NEW_YEAR,
    SOLAR_TERMS,
    NamedDay,
    named_days,
    short_year_name,
    translated_day_name,
    year_name,
)
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.lunar import new_year_of
from qtviewer.timeline.calendar_label import CalendarLabel, DayKind, day_kind
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP, LABEL_INSET, MeasureText

_GREAT_FESTIVALS: Final = ("元宵", "清明", "端午", "中秋")
_DAYS_BETWEEN: Final = (353, 60, 30, 14)  # by rank: the least days between two names of that rank or a lower one
_MARGIN_LABELS: Final = 6  # widths of the longest label beside the view, in which labels may displace those in view
_MAX_CACHED: Final = 8
_YEARS_AT_ONCE: Final = 20  # labels of years are placed for so many: then most views of a movement have the same ones
_SOME_YEAR: Final = 2020


class _PlacedLabel(NamedTuple):
    """A label and its pixels, counted from day 0; `year` is the lunar year that begins there, or 0."""

    left: float
    right: float
    label: str
    kind: DayKind
    year: int


class CalendarFestivalLabels:
    """Chooses labels for festivals and solar terms by rank, the same ones wherever the view is panned.

    Ranks are 0 for the Spring Festival, 1 for the great festivals, 2 for the others and 3 for solar terms.
    """

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang = lang
        self._measure = measure
        self._cache: dict[tuple[float, int, int], list[_PlacedLabel]] = {}
        self._longest_width = measure(self._new_year_with_name(_SOME_YEAR))
        self._min_pixels_per_day = [
            (width + LABEL_GAP) / days for width, days in zip(self._widths_by_rank(), _DAYS_BETWEEN, strict=True)
        ]

    @property
    def min_pixels_per_day(self) -> float:
        """Magnification from which there is room for the shortest name of each year."""
        return self._min_pixels_per_day[0]

    def labels(self, scale: TimeScale) -> Iterator[CalendarLabel]:
        """Iterate over the labels in a view from the left; those that an edge would cut are left out."""
        start = scale.left * scale.pixels_per_day
        has_only_years = scale.pixels_per_day < self._min_pixels_per_day[1]
        margin_labels = 1 if has_only_years else _MARGIN_LABELS  # labels of years displace no others
        margin_days = margin_labels * self._longest_width / scale.pixels_per_day
        first, last = (civil_day(floor(time)).year for time in (scale.left - margin_days, scale.right + margin_days))
        step = _YEARS_AT_ONCE if has_only_years else 1
        first, last = first // step * step, last // step * step + step - 1
        years = max(first, KNOWN_YEARS[0]), min(last, KNOWN_YEARS[-1])
        for placed in self._placed_labels(scale.pixels_per_day, *years):
            label_x = placed.left - start
            if label_x >= 0 and placed.right - start <= scale.width:
                yield CalendarLabel(label_x - LABEL_INSET, placed.label, label_x, placed.kind)

    def _widths_by_rank(self) -> list[float]:
        """Return the width of the longest name of each rank; for the Spring Festival that of a short name of a year."""
        names = {name for day in named_days(_SOME_YEAR) for name in day.names}
        widths = {name: self._measure(translated_day_name(name, self._lang)) for name in names}
        of_years = self._measure(short_year_name(_SOME_YEAR, self._lang))
        return [of_years, *(max(width for name, width in widths.items() if _rank(name) == r) for r in (1, 2, 3))]

    def _placed_labels(self, pixels_per_day: float, first: int, last: int) -> list[_PlacedLabel]:
        """Return the labels of some years at a magnification, from the left."""
        key = (pixels_per_day, first, last)
        if key not in self._cache:
            while len(self._cache) >= _MAX_CACHED:
                del self._cache[next(iter(self._cache))]
            self._cache[key] = self._place_labels(pixels_per_day, first, last)
        return self._cache[key]

    def _place_labels(self, pixels_per_day: float, first: int, last: int) -> list[_PlacedLabel]:
        """Place the labels of higher ranks first; those without room are left out."""
        max_rank = max(rank for rank, least in enumerate(self._min_pixels_per_day) if pixels_per_day >= least)
        placed: list[_PlacedLabel] = []
        ranked = sorted(pair for year in range(first, last + 1) for pair in _ranked_days(year, max_rank))
        for _rank_of_day, day in ranked:
            self._place_day(placed, day, pixels_per_day)
        return self._with_year_names(placed)

    def _place_day(self, placed: list[_PlacedLabel], day: NamedDay, pixels_per_day: float) -> None:
        """Insert the longest label of a day that has room among those placed, if any has."""
        left = day.number * pixels_per_day + LABEL_INSET
        index = bisect_left(placed, left, key=lambda label: label.left)
        if index and placed[index - 1].right + LABEL_GAP > left:
            return
        room = placed[index].left - LABEL_GAP - left if index < len(placed) else float("inf")
        is_new_year = NEW_YEAR in day.names
        candidates = self._new_year_candidates if is_new_year else self._candidates
        for label in candidates(day, pixels_per_day):
            width = self._measure(label)
            if width <= room:
                year = civil_day(day.number).year if is_new_year else 0
                placed.insert(index, _PlacedLabel(left, left + width, label, day_kind(day.names, "zh"), year))
                return

    def _candidates(self, day: NamedDay, pixels_per_day: float) -> Iterator[str]:
        """Iterate over the possible labels of a day: all of its names, then the one of the highest rank."""
        names = [translated_day_name(name, self._lang) for name in sorted(day.names, key=_rank)]
        if len(names) > 1 and self._fits(all_names := " · ".join(names), _DAYS_BETWEEN[3], pixels_per_day):
            yield all_names
        yield names[0]

    def _new_year_candidates(self, day: NamedDay, pixels_per_day: float) -> Iterator[str]:
        """Iterate over labels for the Spring Festival from the longest, such that all years have labels alike.

        Where the names of the following weeks have room too, the name of the year is left to `_with_year_names`.
        """
        year = civil_day(day.number).year
        with_name = self._new_year_with_name(year)
        if self._fits(with_name, _DAYS_BETWEEN[3], pixels_per_day):
            yield translated_day_name(NEW_YEAR, self._lang)
        for label in (with_name, year_name(year, self._lang), short_year_name(year, self._lang)):
            if self._fits(label, _DAYS_BETWEEN[0], pixels_per_day):
                yield label

    def _fits(self, label: str, days: int, pixels_per_day: float) -> bool:
        return self._measure(label) + LABEL_GAP <= days * pixels_per_day

    def _with_year_names(self, placed: list[_PlacedLabel]) -> list[_PlacedLabel]:
        """Add the name of the year to labels of the Spring Festival that have room for it."""
        for index, label in enumerate(placed):
            if label.year and label.label == translated_day_name(NEW_YEAR, self._lang):
                with_name = self._new_year_with_name(label.year)
                right = label.left + self._measure(with_name)
                if index + 1 == len(placed) or right + LABEL_GAP <= placed[index + 1].left:
                    placed[index] = label._replace(label=with_name, right=right)
        return placed

    def _new_year_with_name(self, year: int) -> str:
        return f"{translated_day_name(NEW_YEAR, self._lang)} · {year_name(year, self._lang)}"


@lru_cache(maxsize=1_000)
def _ranked_days(year: int, max_rank: int) -> tuple[tuple[int, NamedDay], ...]:
    """Return the days of a year with names up to a rank, each with its rank; rank 0 is found without the others."""
    if max_rank == 0:
        return ((0, NamedDay(new_year_of(year), (NEW_YEAR,))),)
    ranked = ((min(map(_rank, day.names)), day) for day in named_days(year))
    return tuple(pair for pair in ranked if pair[0] <= max_rank)


def _rank(name: str) -> int:
    """Return the rank of a festival or solar term, 0 to 3, by its Chinese name."""
    if name == NEW_YEAR:
        return 0
    return 1 if name in _GREAT_FESTIVALS else 3 if name in SOLAR_TERMS else 2
