"""A label of the axis' line for the Chinese calendar."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from qtviewer.domain.dates.calendar_days import SOLAR_TERMS

DayKind = Literal["festival", "term", "day"]
"""A festival, a solar term, or any other day."""


class CalendarLabel(NamedTuple):
    """The name of a day."""

    x: float
    """Pixel at which the day begins."""
    label: str
    label_x: float
    """Pixel at which the label begins."""
    kind: DayKind


def day_kind(names: Collection[str], lang: str) -> DayKind:
    """Return the kind of a day with these festivals and solar terms, which are named in a language."""
    if not names:
        return "day"
    terms = SOLAR_TERMS if lang == "zh" else SOLAR_TERMS.values()
    return "term" if all(name in terms for name in names) else "festival"
