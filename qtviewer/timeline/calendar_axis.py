"""The axis' line for the Chinese calendar: which of its names go where, for any stretch of time."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import floor
from typing import Final, Literal, NamedTuple

from qtviewer.domain.dates.calendar_days import (
    KNOWN_YEARS,
    NEW_YEAR,
    SOLAR_TERMS,
    NamedDay,
    lunar_date_name,
    lunar_day_of_month,
    lunar_year_of,
    named_days,
    names_of_day,
    short_year_name,
    translated_day_name,
    year_name,
)
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.lunar import new_year_of
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP, LABEL_INSET, MeasureText

Kind = Literal["festival", "term", "day"]

_GREAT: Final = ("元宵", "清明", "端午", "中秋")
_LEAST_DAYS: Final = (353, 60, 30, 14)  # by rank, between two names for which there has to be room
_LONGEST_REACH: Final = 4  # days that the name of one may take
_STICKY_FROM: Final = 240.0  # pixels a day, from which the name of the first day stays in sight
_BESIDE: Final = 6  # widths of the longest name beside the view, in which names may keep others out of it
_KEPT: Final = 8


class CalendarLabel(NamedTuple):
    """A name that begins at `label_x`, of the day that begins at `x`."""

    x: float
    label: str
    label_x: float
    kind: Kind


class CalendarLine(NamedTuple):
    """The names in view, none of which touch, and the lunar year at the left edge."""

    year: str = ""
    labels: tuple[CalendarLabel, ...] = ()


class _Placed(NamedTuple):
    """A name with the pixels it takes, counted from day 0; `year` is the lunar year that it begins, or 0."""

    left: float
    right: float
    label: str
    kind: Kind
    year: int


class CalendarAxis:
    """Chooses names in one language, for type that `measure` knows the widths of."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang = lang
        self._measure = measure
        self._day_width = measure(lunar_day_of_month(_SOME_DAY, lang))
        self._kept: dict[tuple[float, int, int], list[_Placed]] = {}
        names = {name: measure(translated_day_name(name, lang)) for day in named_days(_SOME_YEAR) for name in day.names}
        widest = {rank: max((width for name, width in names.items() if _rank(name) == rank)) for rank in (1, 2, 3)}
        widest[0] = measure(short_year_name(_SOME_YEAR, lang))
        self._widest = measure(self._with_year(_SOME_YEAR))
        self._least_scale = [(widest[rank] + LABEL_GAP) / _LEAST_DAYS[rank] for rank in range(len(_LEAST_DAYS))]

    def line_at(self, scale: TimeScale) -> CalendarLine:
        """The line for a view; empty where there is no room for any name, and outside 1900-2100."""
        if scale.pixels_per_day < self._least_scale[0]:
            return CalendarLine()
        has_days = scale.pixels_per_day >= self._day_width + LABEL_GAP
        labels = self._days(scale) if has_days else self._marks(scale)
        year = lunar_year_of(floor(scale.left))
        return CalendarLine(year_name(year, self._lang) if year else "", tuple(labels))

    # --- zoomed in: every day

    def _days(self, scale: TimeScale) -> Iterator[CalendarLabel]:
        covered = floor(scale.left) - _LONGEST_REACH  # the days before this one have no room
        for number in range(covered, floor(scale.right) + 1):
            if number < covered:
                continue
            names = names_of_day(number, self._lang)
            label, days = self._label_of_day(number, names, scale.pixels_per_day)
            covered = number + days
            x = scale.x_at(number)
            is_sticky = x < 0 and scale.pixels_per_day >= _STICKY_FROM
            label_x = (0.0 if is_sticky else x) + LABEL_INSET
            end = label_x + self._measure(label)
            room_end = x + days * scale.pixels_per_day + LABEL_INSET - LABEL_GAP
            if label and label_x >= 0 and end <= min(scale.width, room_end):
                yield CalendarLabel(x, label, label_x, _kind(names, self._lang))

    def _label_of_day(self, number: int, names: Sequence[str], per_day: float) -> tuple[str, int]:
        """The most that there is room for, and over how many days; a name may reach over days that have none."""
        forms = [form for form in self._forms_of_day(number, names) if form]
        if label := next((form for form in forms if self._measure(form) + LABEL_GAP <= per_day), ""):
            return label, 1
        for days in range(2, _LONGEST_REACH + 1) if names else ():
            if names_of_day(number + days - 1, self._lang):
                break
            if self._measure(names[0]) + LABEL_GAP <= days * per_day:
                return names[0], days
        day = "" if self._lang == "zh" else lunar_day_of_month(number, self._lang)
        return (day if self._measure(day) + LABEL_GAP <= per_day else ""), 1

    def _forms_of_day(self, number: int, names: Sequence[str]) -> Iterator[str]:
        """What may stand for a day, from the longest to the shortest."""
        whole = lunar_date_name(number, self._lang)
        if translated_day_name(NEW_YEAR, self._lang) in names:
            yield " · ".join((*names, whole, year_name(civil_day(number).year, self._lang)))
        yield " · ".join((*names, whole))
        yield " · ".join(names)
        yield from names[:1]
        if not names:
            yield lunar_day_of_month(number, self._lang)

    # --- zoomed out: solar terms, festivals and years

    def _marks(self, scale: TimeScale) -> Iterator[CalendarLabel]:
        start = scale.left * scale.pixels_per_day
        widths = 1 if scale.pixels_per_day < self._least_scale[1] else _BESIDE  # years are in nobody's way
        beside = widths * self._widest / scale.pixels_per_day
        first, last = (civil_day(floor(time)).year for time in (scale.left - beside, scale.right + beside))
        years = max(first, KNOWN_YEARS[0]), min(last, KNOWN_YEARS[-1])
        for placed in self._placed(scale.pixels_per_day, *years):
            label_x = placed.left - start
            if label_x >= 0 and placed.right - start <= scale.width:
                yield CalendarLabel(label_x - LABEL_INSET, placed.label, label_x, placed.kind)

    def _placed(self, per_day: float, first: int, last: int) -> list[_Placed]:
        """The names of some years at a magnification, which stay as they are while the view is panned."""
        key = (per_day, first, last)
        if key not in self._kept:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = self._place(per_day, first, last)
        return self._kept[key]

    def _place(self, per_day: float, first: int, last: int) -> list[_Placed]:
        """The great names choose their places first; what has no room is left out."""
        most = max(rank for rank, least in enumerate(self._least_scale) if per_day >= least)
        placed: list[_Placed] = []
        for _rank_of_day, day in sorted(each for year in range(first, last + 1) for each in _ranked_days(year, most)):
            self._put(placed, day, per_day)
        return self._with_years(placed)

    def _put(self, placed: list[_Placed], day: NamedDay, per_day: float) -> None:
        """Put the longest name of a day that has room among those in their places."""
        left = day.number * per_day + LABEL_INSET
        at = bisect_left(placed, left, key=lambda each: each.left)
        if at and placed[at - 1].right + LABEL_GAP > left:
            return
        room = placed[at].left - LABEL_GAP - left if at < len(placed) else float("inf")
        is_new_year = NEW_YEAR in day.names
        forms = self._forms_of_new_year(day.number, per_day) if is_new_year else self._forms_of_mark(day, per_day)
        for form in forms:
            width = self._measure(form)
            if width <= room:
                year = civil_day(day.number).year if is_new_year else 0
                placed.insert(at, _Placed(left, left + width, form, _kind(day.names, "zh"), year))
                return

    def _forms_of_mark(self, day: NamedDay, per_day: float) -> Iterator[str]:
        names = [translated_day_name(name, self._lang) for name in sorted(day.names, key=_rank)]
        if len(names) > 1 and self._measure(whole := " · ".join(names)) + LABEL_GAP <= _LEAST_DAYS[3] * per_day:
            yield whole
        yield names[0]

    def _forms_of_new_year(self, number: int, per_day: float) -> Iterator[str]:
        """The one name that suits all years: without that of the year where those of the next weeks have room, too."""
        year = civil_day(number).year
        whole = self._with_year(year)
        if self._measure(whole) + LABEL_GAP <= _LEAST_DAYS[3] * per_day:
            yield translated_day_name(NEW_YEAR, self._lang)
        for form in (whole, year_name(year, self._lang), short_year_name(year, self._lang)):
            if self._measure(form) + LABEL_GAP <= _LEAST_DAYS[0] * per_day:
                yield form

    def _with_years(self, placed: list[_Placed]) -> list[_Placed]:
        """Name the year beside its first day where there is room left."""
        for at, each in enumerate(placed):
            if each.year and each.label == translated_day_name(NEW_YEAR, self._lang):
                whole = self._with_year(each.year)
                right = each.left + self._measure(whole)
                if at + 1 == len(placed) or right + LABEL_GAP <= placed[at + 1].left:
                    placed[at] = each._replace(label=whole, right=right)
        return placed

    def _with_year(self, year: int) -> str:
        return f"{translated_day_name(NEW_YEAR, self._lang)} · {year_name(year, self._lang)}"


_SOME_YEAR: Final = 2020
_SOME_DAY: Final = 2_459_217  # 2 January 2021, the 19th of the 11th month


@lru_cache(maxsize=1_000)
def _ranked_days(year: int, most: int) -> tuple[tuple[int, NamedDay], ...]:
    """The days of a year with names up to a rank; for the first days of lunar years the others are not worked out."""
    if most == 0:
        return ((0, NamedDay(new_year_of(year), (NEW_YEAR,))),)
    ranked = ((min(map(_rank, day.names)), day) for day in named_days(year))
    return tuple(each for each in ranked if each[0] <= most)


def _rank(name: str) -> int:
    """Who chooses a place first: the year, the great festivals, the others, the solar terms."""
    if name == NEW_YEAR:
        return 0
    return 1 if name in _GREAT else 3 if name in SOLAR_TERMS else 2


def _kind(names: Sequence[str], lang: str) -> Kind:
    if not names:
        return "day"
    return (
        "term" if all(name in (SOLAR_TERMS if lang == "zh" else SOLAR_TERMS.values()) for name in names) else "festival"
    )
