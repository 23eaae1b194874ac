"""Days with a name: festivals of the Chinese and the western calendar, solar terms, and weekdays counted in a month."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from qtviewer.domain.dates.calendar_days import KNOWN_YEARS, LUNAR_FESTIVALS, SOLAR_TERMS, named_days
from qtviewer.domain.dates.chinese_numerals import arabic_year
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.day_number import civil_day, day_number, month_length, weekday
from qtviewer.domain.dates.event_date import DatePoint, EventDate, day_point
from qtviewer.domain.dates.label import MONTHS, date_label
from qtviewer.domain.dates.lunar import lunar_day_number
from qtviewer.domain.dates.point_building import calendar_point, year_or_context
from qtviewer.domain.dates.weekday import DAY_NAMES
from qtviewer.domain.errors import DateError

_EVES: Final = ("除夕", "大年三十", "年三十")
_FIXED: Final = {
    "元旦": (1, 1), "妇女节": (3, 8), "劳动节": (5, 1), "青年节": (5, 4), "儿童节": (6, 1), "建党节": (7, 1),
    "建军节": (8, 1), "国庆": (10, 1), "双十": (10, 10), "圣诞": (12, 25),
}  # fmt: skip
_WESTERN: Final = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "michaelmas": (9, 29), "lady day": (3, 25), "midsummer day": (6, 24),
}  # fmt: skip
_NAMES: Final = "|".join((*_EVES, *LUNAR_FESTIVALS, *_FIXED, *SOLAR_TERMS))
_CHINESE: Final = re.compile(rf"(?:(?P<year>\d{{4}})年?)?(?:农历|阴历)?(?P<name>{_NAMES})(?:节气?)?", re.ASCII)
_ENGLISH: Final = re.compile(
    rf"(?P<name>{'|'.join(sorted(_WESTERN, key=len, reverse=True))}|easter(?: sunday)?),? (?P<year>\d{{4}})", re.I
)
_COUNTS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_COUNTED: Final = re.compile(
    rf"(?:the )?(?P<count>\d(?:st|nd|rd|th)|{'|'.join(_COUNTS)}) (?P<day>{'|'.join(DAY_NAMES)}) (?:of|in) "
    rf"(?P<month>{'|'.join(MONTHS)}),? (?P<year>\d{{4}})",
    re.ASCII | re.I,
)


def read_named_day(text: str, context: DateContext) -> DatePoint | None:
    """Read a day with a name; None when the text is none, DateError without a year or where it has no such day."""
    readers: Iterable[Callable[[str, DateContext], DatePoint | None]] = (_read_chinese, _read_english, _read_counted)
    return next((point for reader in readers if (point := reader(text, context)) is not None), None)


def _read_chinese(text: str, context: DateContext) -> DatePoint | None:
    match = _CHINESE.fullmatch(arabic_year(text))
    if match is None:
        return None
    year = year_or_context(match["year"], context)
    name = match["name"]
    if name in _FIXED:
        return calendar_point(year, *_FIXED[name])
    if name in SOLAR_TERMS:
        return day_point(_term(year, name))
    if name in _EVES:  # so called in years too whose last month has 29 days
        return day_point(lunar_day_number(year, 1, 1) - 1)
    return day_point(_lunar_festival(year, name))


def _lunar_festival(year: int, name: str) -> int:
    """Return the day of a lunar festival in a civil year, as a Julian day number.

    DateError, naming the neighbours, where the year has none, as the festival falls before and after it, or two.
    """
    month, day = LUNAR_FESTIVALS[name]
    if year not in KNOWN_YEARS:
        raise DateError(f"the day of {name} is known from 1900 to 2100")
    days = [lunar_day_number(lunar_year, month, day) for lunar_year in (year - 1, year) if lunar_year in KNOWN_YEARS]
    found = [number for number in days if civil_day(number).year == year]
    if len(found) == 1:
        return found[0]
    told = "、".join(date_label(EventDate.from_point(day_point(number)), "zh") for number in days)
    raise DateError(f"the year {year} has {'no' if not found else 'two days called'} {name}; write one of {told}")


def _term(year: int, name: str) -> int:
    """Return the day of a solar term, as a Julian day number; DateError outside 1900-2100."""
    if year not in KNOWN_YEARS:
        raise DateError(f"the day of {name} is known from 1900 to 2100")
    return next(day.number for day in named_days(year) if name in day.names)


def _read_english(text: str, _context: DateContext) -> DatePoint | None:
    match = _ENGLISH.fullmatch(text)
    if match is None:
        return None
    year, name = int(match["year"]), match["name"].lower()
    if name in _WESTERN:
        return calendar_point(year, *_WESTERN[name])
    from dateutil.easter import easter  # noqa: PLC0415 - rare

    if year < 1583:
        raise DateError("the day of Easter is known from 1583 on")
    day = easter(year)
    return calendar_point(year, day.month, day.day)


def _read_counted(text: str, _context: DateContext) -> DatePoint | None:
    """Read a weekday counted in a month, such as the 3rd Thursday of November 1921."""
    match = _COUNTED.fullmatch(text)
    if match is None:
        return None
    count = _COUNTS.get(match["count"].lower()) or int(match["count"][0])
    month = [name.lower() for name in MONTHS].index(match["month"].lower()) + 1
    wanted = [name.lower() for name in DAY_NAMES].index(match["day"].lower())
    year = int(match["year"])
    days = [day for day in range(1, month_length(year, month) + 1) if weekday(day_number(year, month, day)) == wanted]
    if not -1 <= count <= len(days) or count == 0:
        raise DateError(f"that month has no {match['count']} {match['day']}")
    return calendar_point(year, month, days[count - 1 if count > 0 else -1])
