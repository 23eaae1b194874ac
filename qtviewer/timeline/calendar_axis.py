"""The axis' line for the Chinese calendar: names of days, festivals, solar terms and years for any view."""

from math import floor
from typing import NamedTuple

from qtviewer.domain.dates.calendar_days import lunar_year_of, year_name
from qtviewer.timeline.calendar_day_labels import CalendarDayLabels
from qtviewer.timeline.calendar_festival_labels import CalendarFestivalLabels
from qtviewer.timeline.calendar_label import CalendarLabel
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import MeasureText


class CalendarLine(NamedTuple):
    """The labels of a view."""

    year: str = ""
    """Name of the lunar year at the left edge; empty where none is known."""
    labels: tuple[CalendarLabel, ...] = ()
    """From the left; no two touch."""


class CalendarAxis:
    """Computes the line in one language, for a font in which `measure` returns the width of a text in pixels."""

    def __init__(self, lang: str, measure: MeasureText) -> None:
        self._lang = lang
        self._days = CalendarDayLabels(lang, measure)
        self._festivals = CalendarFestivalLabels(lang, measure)

    def line_at(self, scale: TimeScale) -> CalendarLine:
        """Return the line for a view; it is empty where no name has room, and has no labels outside 1900-2100."""
        if scale.pixels_per_day < self._festivals.min_pixels_per_day:
            return CalendarLine()
        has_days = scale.pixels_per_day >= self._days.min_pixels_per_day
        labels = self._days.labels(scale) if has_days else self._festivals.labels(scale)
        year = lunar_year_of(floor(scale.left))
        return CalendarLine(year_name(year, self._lang) if year else "", tuple(labels))
