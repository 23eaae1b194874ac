"""Labels of the Chinese calendar for a view that shows single days."""

from collections.abc import Iterator, Sequence
from math import floor
from typing import Final

from qtviewer.domain.dates.calendar_days import (
    NEW_YEAR,
    lunar_date_name,
    lunar_day_of_month,
    names_of_day,
    translated_day_name,
    year_name,
)
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.timeline.calendar_label import CalendarLabel, day_kind
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP, LABEL_INSET, MeasureText

_MAX_LABEL_DAYS: Final = 4  # over which one label may reach
_STICKY_FROM: Final = 240.0  # pixels per day from which the label of the first day stays at the left edge
_SOME_DAY: Final = 2_459_217  # 2 January 2021, the 19th of the 11th month


class CalendarDayLabels:
    """Chooses labels for days: festivals and solar terms, the lunar date, or both, as fully as there is room."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang = lang
        self._measure = measure
        self.min_pixels_per_day = measure(lunar_day_of_month(_SOME_DAY, lang)) + LABEL_GAP
        """Magnification from which a day has room for its number in the lunar month."""

    def labels(self, scale: TimeScale) -> Iterator[CalendarLabel]:
        """Iterate over the labels in a view from the left; those that an edge would cut are left out."""
        next_free = floor(scale.left) - _MAX_LABEL_DAYS
        for number in range(next_free, floor(scale.right) + 1):
            if number < next_free:
                continue
            names = names_of_day(number, self._lang)
            label, days = self._longest_label(number, names, scale.pixels_per_day)
            next_free = number + days
            x = scale.x_at(number)
            is_sticky = x < 0 and scale.pixels_per_day >= _STICKY_FROM
            label_x = (0.0 if is_sticky else x) + LABEL_INSET
            end = label_x + self._measure(label)
            room_end = x + days * scale.pixels_per_day + LABEL_INSET - LABEL_GAP
            if label and label_x >= 0 and end <= min(scale.width, room_end):
                yield CalendarLabel(x, label, label_x, day_kind(names, self._lang))

    def _longest_label(self, number: int, names: Sequence[str], pixels_per_day: float) -> tuple[str, int]:
        """Return the longest label of a day that fits, or "", and the number of days over which it reaches.

        The name of a festival or solar term may reach over following days that have none.
        """
        candidates = [label for label in self._candidates(number, names) if label]
        if label := next((label for label in candidates if self._measure(label) + LABEL_GAP <= pixels_per_day), ""):
            return label, 1
        for days in range(2, _MAX_LABEL_DAYS + 1) if names else ():
            if names_of_day(number + days - 1, self._lang):
                break
            if self._measure(names[0]) + LABEL_GAP <= days * pixels_per_day:
                return names[0], days
        day = "" if self._lang == "zh" else lunar_day_of_month(number, self._lang)
        return (day if self._measure(day) + LABEL_GAP <= pixels_per_day else ""), 1

    def _candidates(self, number: int, names: Sequence[str]) -> Iterator[str]:
        """Iterate over the possible labels of a day, from the longest to the shortest."""
        date = lunar_date_name(number, self._lang)
        if translated_day_name(NEW_YEAR, self._lang) in names:
            yield " · ".join((*names, date, year_name(civil_day(number).year, self._lang)))
        yield " · ".join((*names, date))
        yield " · ".join(names)
        yield from names[:1]
        if not names:
            yield lunar_day_of_month(number, self._lang)
