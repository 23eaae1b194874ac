"""Readers of one point in time as people type it; each returns None when the text is not of its form."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals, arabic_year, chinese_number
from qtviewer.domain.dates.date_context import DateContext, calendar_point, century_point
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.edtf import parse_point
from qtviewer.domain.dates.event_date import DatePoint, Precision, Qualifier
from qtviewer.domain.dates.lunar import FESTIVALS, lunar_day_number
from qtviewer.domain.dates.weekday import check_weekday, split_weekday
from qtviewer.domain.errors import DateError

_EDTF: Final = re.compile(r"-?[\dX]{4}(-\d\d){0,2}[~?%]?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?|(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", re.ASCII)
_CHINESE: Final = re.compile(
    r"(?:(?:(?P<bce>公元前|前)|(?P<ce>公元))?(?P<year>\d{1,5})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?",
    re.ASCII,
)
_CHINESE_AGE: Final = re.compile(
    r"(?:(?P<bce>公元前|前)|(?P<ce>公元))?(?:(?P<century>\d{1,3})世纪)?(?:(?P<decade>\d{1,4})年代)?", re.ASCII
)
_ENGLISH_AGE: Final = re.compile(
    r"(?:(?P<century>\d{1,3})(?:st|nd|rd|th) century|(?P<decade>\d{1,3}0|0)s)(?P<era> BCE?| CE| AD)?", re.ASCII | re.I
)
_ENGLISH_YEAR: Final = re.compile(
    r"\b(?:(?P<plain>\d{4})|(?P<with_era>\d{1,5}) ?(?P<era>BCE?|CE|AD))$", re.ASCII | re.I
)
_ENGLISH_MONTH: Final = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_LUNAR: Final = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<word>农历|大年)?"
    r"(?:(?P<leap>闰)?(?P<month>[正冬腊]|[一二三四五六七八九十]{1,2})月)?"
    r"(?P<day>初[一二三四五六七八九十]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)",
)
_FESTIVAL: Final = re.compile(rf"(?:(\d{{4}})年?)?({'|'.join(FESTIVALS)}|除夕|大年三十)节?", re.ASCII)
_ABOUT: Final = re.compile(r"^(?:大?约|about |around |circa |ca?\. ?)|(?:左右|前后)$", re.I)
_UNCERTAIN: Final = re.compile(r" ?(?:\((?:存疑|uncertain)\))$", re.I)
_EXPECTED_ENGLISH: Final = "expected a date such as 28 Jun 2021"


def read_point(text: str, context: DateContext) -> DatePoint:
    """Read one day, month, year, decade or century in any form; DateError when it is none."""
    bare = _UNCERTAIN.sub("", text)
    uncertain = bare != text
    bare, about = _ABOUT.subn("", bare)
    bare, named_weekday = split_weekday(bare)
    for reader in _READERS:
        point = reader(bare.strip(), context)
        if point is not None:
            check_weekday(point, named_weekday)
            return _qualified(point, about=bool(about), uncertain=uncertain)
    raise DateError("expected a date such as 2021-06-28, 2021年6月28日, 28 Jun 2021 or 六月上旬")


def _qualified(point: DatePoint, *, about: bool, uncertain: bool) -> DatePoint:
    if not (about or uncertain):
        return point
    qualifier = Qualifier("%" if about and uncertain else "~" if about else "?")
    return DatePoint(point.precision, point.year, point.month, point.day, qualifier)


def _read_edtf(text: str, _context: DateContext) -> DatePoint | None:
    return parse_point(text) if _EDTF.fullmatch(text) else None


def _read_year_first(text: str, _context: DateContext) -> DatePoint | None:
    match = _YEAR_FIRST.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
    return calendar_point(int(year), int(month), int(day) if day else None)


def _read_year_last(text: str, context: DateContext) -> DatePoint | None:
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    if context.order == "ymd":
        raise DateError("its year stands last, where the date order ymd has it first")
    first, second, year = map(int, match.groups())
    if context.order is None and first != second and first <= 12 and second <= 12:
        raise DateError("day and month could stand in either order; say which with the date order dmy or mdy")
    month_first = context.order == "mdy" if context.order else second > 12
    return calendar_point(year, first, second) if month_first else calendar_point(year, second, first)


def _read_chinese(text: str, context: DateContext) -> DatePoint | None:
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
    return _year_of_era(int(match["year"]), bce=bool(match["bce"]))


def _year_of_era(year: int, *, bce: bool) -> int:
    if year == 0:
        raise DateError("there is no year 0 between 1 BCE and 1 CE")
    return 1 - year if bce else year


def _read_chinese_age(text: str, _context: DateContext) -> DatePoint | None:
    match = _CHINESE_AGE.fullmatch(arabic_numerals(text))
    if match is None or not any(match.group("century", "decade")):
        return None
    if match["decade"] is None:
        return century_point(int(match["century"]), bce=bool(match["bce"]))
    if match["bce"]:
        raise DateError("decades before the year 1 have no short form; write the years from and to")
    decade = int(match["decade"])
    if match["century"] is None:
        return _decade_point(decade, has_era=bool(match["ce"]))
    if decade >= 100:
        raise DateError(f"no century has the decade {decade}年代")
    return DatePoint(Precision.DECADE, century_point(int(match["century"]), bce=False).year + decade)


def _read_english_age(text: str, _context: DateContext) -> DatePoint | None:
    match = _ENGLISH_AGE.fullmatch(text)
    if match is None:
        return None
    bce = (match["era"] or "").strip().upper().startswith("B")
    if match["century"]:
        return century_point(int(match["century"]), bce=bce)
    if bce:
        raise DateError("decades before the year 1 have no short form; write the years from and to")
    return _decade_point(int(match["decade"]), has_era=bool(match["era"]))


def _decade_point(year: int, *, has_era: bool) -> DatePoint:
    if year < 100 and not has_era:
        raise DateError(f"the decade {year} needs its century, as in 1990s or 20世纪90年代, or its era")
    return DatePoint(Precision.DECADE, year)


def _read_lunar(text: str, context: DateContext) -> DatePoint | None:
    match = _LUNAR.fullmatch(arabic_year(text))
    if match is None or not _is_lunar(match):
        return None
    year = _year(match["year"], context)
    if match["year"] or context.start is None:
        return calendar_point(*civil_day(_lunar_number(match, year)))
    return calendar_point(*civil_day(_lunar_number_from(match, year, context.start)))


def _lunar_number_from(match: re.Match[str], year: int, start: int) -> int:
    """The first such day of the lunar calendar that does not stand before a day of the year."""
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
    return bool(match["word"] or match["leap"]) or match["month"] in "正冬腊" or match["day"][0] in "初廿"


def _read_festival(text: str, context: DateContext) -> DatePoint | None:
    match = _FESTIVAL.fullmatch(arabic_year(text))
    if match is None:
        return None
    year = _year(match[1], context)
    if match[2] in ("除夕", "大年三十"):  # so called in years too whose last month has 29 days
        return calendar_point(*civil_day(lunar_day_number(year, 1, 1) - 1))
    lunar_year = year - 1 if match[2] == "腊八" else year
    return calendar_point(*civil_day(lunar_day_number(lunar_year, *FESTIVALS[match[2]])))


def _read_english(text: str, context: DateContext) -> DatePoint | None:
    if not text:
        return None
    year, rest = context.year, text
    if match := _ENGLISH_YEAR.search(text):
        bce = (match["era"] or "").upper().startswith("B")
        year = int(match["plain"]) if match["plain"] else _year_of_era(int(match["with_era"]), bce=bce)
        rest = text[: match.start()].rstrip(" ,-")
    if not rest:
        return calendar_point(year, None, None)
    if rest.isdecimal() and len(rest) <= 2 and context.month:
        return calendar_point(year, context.month, int(rest))
    if not _ENGLISH_MONTH.search(rest) or len(re.findall(r"\d+", rest)) > 1 or ":" in rest:
        return None
    month, day = _english_month_and_day(rest)
    return calendar_point(year, month, day)


def _english_month_and_day(text: str) -> tuple[int, int | None]:
    from datetime import datetime  # noqa: PLC0415 - with dateutil, which takes 90 ms to import

    from dateutil.parser import parse  # noqa: PLC0415 - slow to import

    number = re.search(r"\d+", text)
    try:
        first_of_month = re.sub(r"\d+", "1", text)
        read = [parse(first_of_month, default=datetime(1904, 1, day), ignoretz=True) for day in (2, 3)]
    except (ValueError, OverflowError) as error:
        raise DateError(_EXPECTED_ENGLISH) from error
    if number is None and text.rstrip(".").isalpha():
        return read[0].month, None
    if number is None or any(date.day != 1 for date in read):  # the number is an hour, or there is only a weekday
        raise DateError(_EXPECTED_ENGLISH)
    return read[0].month, int(number[0])


def _year(printed: str | None, context: DateContext) -> int:
    year = int(printed) if printed else context.year
    if year is None:
        raise DateError("it needs a year")
    return year


def _month_number(text: str) -> int:
    return {"正": 1, "冬": 11, "腊": 12}.get(text) or chinese_number(text)


_READERS: Final[tuple[Callable[[str, DateContext], DatePoint | None], ...]] = (
    _read_edtf,
    _read_year_first,
    _read_year_last,
    _read_festival,
    _read_lunar,
    _read_chinese,
    _read_chinese_age,
    _read_english_age,
    _read_english,
)
