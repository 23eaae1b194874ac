"""Days of the Julian calendar, turned over to the proleptic Gregorian one that all dates here are in."""

import re
from typing import Final

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.errors import DateError

FIRST_GREGORIAN_DAY: Final = 2_299_161
"""Julian day number of 15 October 1582, the first day of the Gregorian calendar."""
LAST_JULIAN_YEAR: Final = 1923
"""The year in which the last country gave up the Julian calendar."""
_MARK: Final = re.compile(r" ?\(?(?:\bO\.? ?S\.?|\bJulian(?: calendar)?|\bOld Style|儒略历)\)?$|^儒略历", re.I)


def split_julian(text: str) -> tuple[str, bool]:
    """Return a text without a mark of the Julian calendar, such as O.S. or 儒略历, and whether it had one."""
    bare, count = _MARK.subn("", text)
    return bare.strip(), bool(count)


def julian_day_number(year: int, month: int, day: int) -> int:
    """Return the Julian day number of a day of the Julian calendar; the year is astronomical."""
    months = (14 - month) // 12
    years = year + 4800 - months
    return day + (153 * (month + 12 * months - 3) + 2) // 5 + 365 * years + years // 4 - 32083


def from_julian(point: DatePoint) -> DatePoint:
    """Return the day that a day of the Julian calendar is; DateError for a month or a longer time."""
    if point.precision is not Precision.DAY:
        raise DateError("only a whole day of the Julian calendar can be turned over; write its day")
    number = julian_day_number(point.year, point.month, point.day)
    return DatePoint(Precision.DAY, *civil_day(number), point.qualifier)
