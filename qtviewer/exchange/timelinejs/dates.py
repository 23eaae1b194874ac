"""Dates as objects of TimelineJS: year, month and day as far as known; -44 is 44 BCE, and there is no year 0."""

from collections.abc import Mapping
from typing import Any, Final

from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.exchange.importing.raw_value import RefusedValueError, as_text, excerpt_of

_LOWEST_YEAR: Final = -10_000
_HIGHEST_YEAR: Final = 9999


def date_object(point: DatePoint) -> dict[str, int]:
    """Return a point in time without the parts that are not known, from which TimelineJS takes the precision.

    A decade or century is its earliest year.
    """
    known = {"year": point.year if point.year > 0 else point.year - 1}
    if point.precision in (Precision.MONTH, Precision.DAY):
        known["month"] = point.month
    if point.precision is Precision.DAY:
        known["day"] = point.day
    return known


def read_date_object(value: Any, name: str) -> tuple[str, str]:
    """Return a date as EDTF, as precise as the object gives it, and its time as HH:MM or empty.

    `name` is the key of the object; RefusedValueError says what is wrong with it.
    """
    if not isinstance(value, dict):
        raise RefusedValueError(f"has no {name}, expected an object with a year")
    year = _number(value, "year", name, _LOWEST_YEAR, _HIGHEST_YEAR)
    if not year:
        raise RefusedValueError(f"has a {name} without a year, expected one but 0")
    year += year < 0  # 44 BCE is the year -43 of EDTF
    parts = [f"{year:04d}" if year >= 0 else f"-{-year:04d}"]
    month = _number(value, "month", name, 1, 12)
    day = _number(value, "day", name, 1, 31) if month else None
    parts += [f"{part:02d}" for part in (month, day) if part]
    hour = _number(value, "hour", name, 0, 23) if day else None
    minute = _number(value, "minute", name, 0, 59)
    return "-".join(parts), "" if hour is None else f"{hour:02d}:{minute or 0:02d}"


def _number(value: Mapping[str, Any], part: str, name: str, lowest: int, highest: int) -> int | None:
    text = as_text(value.get(part)).strip()
    if not text:
        return None
    try:
        number = int(text)
    except ValueError:
        number = lowest - 1
    if not lowest <= number <= highest:
        raise RefusedValueError(f"has {excerpt_of(text)!r} as the {part} of its {name}, expected {lowest} to {highest}")
    return number
