"""Readers of one point in time in Chinese, civil or lunar; each returns None when the text is not of its form."""

import re
from contextlib import suppress
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals, arabic_year, chinese_number
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.dates.lunar import lunar_day_number
from qtviewer.domain.dates.point_building import (
    calendar_point,
    century_point,
    decade_point,
    year_of_era,
    year_or_context,
)
from qtviewer.domain.errors import DateError

_CHINESE: Final = re.compile(
    r"(?:(?:(?P<bce>公元前|前)|(?P<ce>公元))?(?P<year>\d{1,5})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?",
    re.ASCII,
)
_CHINESE_AGE: Final = re.compile(
    r"(?:(?P<bce>公元前|前)|(?P<ce>公元))?(?:(?P<century>\d{1,3})世纪)?(?:(?P<decade>\d{1,4})年代)?", re.ASCII
)
_LUNAR: Final = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<word>农历|大年)?"
    r"(?:(?P<leap>闰)?(?P<month>[正冬腊]|[一二三四五六七八九十]{1,2})月)?"
    r"(?P<day>初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)日?",
)


def read_chinese_date(text: str, context: DateContext) -> DatePoint | None:
    """Read a civil date such as 2021年6月28日, 6月28号 or 公元前221年; DateError when parts of it are missing."""
    match = _CHINESE.fullmatch(arabic_numerals(text))
    if match is None or not any(match.group("year", "month", "day")):
        return None
    year = _chinese_year(match) if match["year"] else context.year
    month = int(match["month"]) if match["month"] else context.month if match["day"] and not match["year"] else None
    if match["day"] and month is None:
        raise DateError("a day needs its month")
    return calendar_point(year, month, int(match["day"]) if match["day"] else None)


def _chinese_year(match: re.Match[str]) -> int:
    if len(match["year"]) < 3 and not (match["bce"] or match["ce"]):
        raise DateError(f"{match['year']}年 needs its century, or 公元 before it")
    return year_of_era(int(match["year"]), bce=bool(match["bce"]))


def read_chinese_age(text: str, _context: DateContext) -> DatePoint | None:
    """Read a century or decade such as 19世纪, 公元前3世纪 or 20世纪90年代; DateError when it is ambiguous."""
    if match := re.fullmatch(r"(\d{1,2})世纪头(?:十|10)年", arabic_numerals(text), re.ASCII):
        return decade_point((int(match[1]) - 1) * 100, has_era=True)
    match = _CHINESE_AGE.fullmatch(arabic_numerals(text))
    if match is None or not any(match.group("century", "decade")):
        return None
    if match["decade"] is None:
        return century_point(int(match["century"]), bce=bool(match["bce"]))
    if match["bce"]:
        raise DateError("decades before the year 1 have no short form; write the years from and to")
    decade = int(match["decade"])
    if match["century"] is None:
        return decade_point(decade, has_era=bool(match["ce"]))
    if decade >= 100:
        raise DateError(f"no century has the decade {decade}年代")
    return DatePoint(Precision.DECADE, century_point(int(match["century"]), bce=False).year + decade)


def read_lunar_date(text: str, context: DateContext) -> DatePoint | None:
    """Read a day of the lunar calendar such as 农历五月初五 or 腊月廿七; DateError when the year has no such day.

    A day without a year that ends a range is the first such day on or after the start of the range.
    """
    match = _LUNAR.fullmatch(arabic_year(text))
    if match is None or not _is_lunar(match):
        return None
    year = year_or_context(match["year"], context)
    if match["year"] or context.start is None:
        return calendar_point(*civil_day(_lunar_number(match, year)))
    return calendar_point(*civil_day(_lunar_number_from(match, year, context.start)))


def _lunar_number_from(match: re.Match[str], year: int, start: int) -> int:
    """Return the first such lunar day on or after `start`, as Julian day numbers."""
    for lunar_year in (year - 1, year, year + 1):
        with suppress(DateError):  # not every year has that leap month, or a 30th day of that month
            number = _lunar_number(match, lunar_year)
            if number >= start:
                return number
    raise DateError("the lunar calendar soon after its start has no such day")


def _lunar_number(match: re.Match[str], year: int) -> int:
    month = 1 if match["month"] is None else _month_number(match["month"])
    return lunar_day_number(year, month, chinese_number(match["day"].removeprefix("初")), leap=bool(match["leap"]))


def _is_lunar(match: re.Match[str]) -> bool:
    if match["month"] is None:
        return match["word"] == "大年"
    if match["word"] or match["leap"] or match["month"] in "正冬腊":
        return True
    return match["day"][0] in "初廿" and not match[0].endswith("日")  # 廿八日 is written in civil dates, too


def _month_number(text: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12}.get(text) or chinese_number(text)
