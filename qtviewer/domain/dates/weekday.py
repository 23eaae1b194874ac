"""The day of the week that a text may give with a date, and the check that it is the right one."""

import re
from typing import Final

from qtviewer.domain.dates.day_number import weekday
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.dates.julian_calendar import LAST_JULIAN_YEAR, julian_day_number
from qtviewer.domain.errors import DateError

DAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English names of the days of the week."""
_NAME: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_CHINESE: Final = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?$")
_ENGLISH: Final = re.compile(rf"^({_NAME})[.,]? |,? \(?({_NAME})\)?(?:$|(?=,? \d))", re.I)


def split_weekday(text: str) -> tuple[str, int | None]:
    """Split a text into the date without weekday, and the weekday, Monday 0 to Sunday 6, or None without one."""
    if match := _CHINESE.search(text):
        return text[: match.start()], min("一二三四五六日天".index(match[1]), 6)
    if match := _ENGLISH.search(text):
        start = (match[1] or match[2])[:3].title()
        named = next(at for at, name in enumerate(DAY_NAMES) if name.startswith(start))
        return text[: match.start()] + text[match.end() :], named
    return text, None


def check_weekday(point: DatePoint, named: int | None) -> None:
    """Raise DateError when a weekday (0-6, or None) is named for a point that is not a day or not on that weekday."""
    if named is None:
        return
    if point.precision is not Precision.DAY:
        raise DateError("only a whole day has a weekday; expected a date such as 28 Jun 2021")
    right = weekday(point.first_day)
    if right != named and not _is_julian(point, named):
        raise DateError(f"that day is a {DAY_NAMES[right]}, not a {DAY_NAMES[named]}")


def _is_julian(point: DatePoint, named: int) -> bool:
    """Return whether the weekday is right if the day is one of the Julian calendar, which was in use then."""
    return point.year <= LAST_JULIAN_YEAR and weekday(julian_day_number(point.year, point.month, point.day)) == named
