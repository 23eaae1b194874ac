"""The two ends of a date range, where one text leaves out parts that the other has."""

import re
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.dates.points import read_point
from qtviewer.domain.errors import DateError

_HAN: Final = re.compile(r"[\u4e00-\u9fff〇]")
_UNIT: Final = re.compile(r"(?:年代|世纪|[年月日号])$")
_SHORT_YEAR: Final = re.compile(r"\d{1,3}年", re.ASCII)
_CENTURY_BEFORE: Final = re.compile(r".*世纪(?=\d)")
_DECADE_ALONE: Final = re.compile(r"\d{1,2}年代", re.ASCII)
_DAY_AND_YEAR: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th)?,? \d{1,5}(?: ?(?:BCE?|CE|AD))?", re.ASCII | re.I)
_MONTH_FIRST: Final = re.compile(r"(?P<month>[a-z]+\.?) \d", re.ASCII | re.I)
_YEAR_WITH_ERA: Final = re.compile(r"\d{1,5} ?(?P<era>BCE?|CE|AD)", re.ASCII | re.I)
_CENTURY: Final = re.compile(r"\d{1,2}(?:st|nd|rd|th) (?:century|centuries)(?P<era> BCE?| CE| AD)?", re.I)
_ORDINAL: Final = re.compile(r"(?:[a-z]+\.? ?)?\d{1,2}(?:st|nd|rd|th)", re.I)
_YEAR_ALONE: Final = re.compile(r"(?:[a-z]+\.? ?)?\d{1,5}", re.ASCII | re.I)


def read_range_ends(start: str, end: str, context: DateContext) -> tuple[DatePoint, DatePoint]:
    """Read both ends of a range; DateError when one is not a date.

    In Chinese, the end takes missing parts from the start; in English, mostly the start takes them from the end.
    """
    if _HAN.search(start + end):
        if (century := _CENTURY_BEFORE.match(start)) and _DECADE_ALONE.fullmatch(end):
            end = century[0] + end
        first = _chinese_start(start, end, context)
        return first, read_point(end, _context_of(first, context)._replace(start=first.first_day))
    start, end = _spelled_out(start, end)
    last = read_point(end, context)
    return read_point(start, _context_of(last, context)), last


def _chinese_start(start: str, end: str, context: DateContext) -> DatePoint:
    """Read the start, which may take its last unit from the end: 1月29—30日, 公元前221—前206年."""
    unit = _UNIT.search(end)
    try:
        point, shares_unit = read_point(start, context), False
    except DateError as error:
        if unit is None:
            raise
        try:
            point, shares_unit = read_point(start + unit[0], context), True
        except DateError:
            raise error from None
    says_era = re.search("前|公元", end)
    bce = re.search("前(?!后)", start)
    if bce and not says_era and (shares_unit or _SHORT_YEAR.match(arabic_numerals(end))):
        raise DateError("the second year could be before or after the year 1; expected 公元前 or 公元 before it")
    return point


def _spelled_out(start: str, end: str) -> tuple[str, str]:
    """Repeat the month of January 29–30, 2022, or the era of 221–206 BCE, at the other end."""
    month = _MONTH_FIRST.match(start)
    if month and _DAY_AND_YEAR.fullmatch(end):
        return start, f"{month['month']} {end}"
    era = _YEAR_WITH_ERA.fullmatch(end)
    if era and _YEAR_ALONE.fullmatch(start):
        return f"{start} {era['era']}", end
    era = _YEAR_WITH_ERA.fullmatch(start)
    if era and era["era"].upper() in ("CE", "AD") and re.fullmatch(r"\d{1,4}", end, re.ASCII):
        return start, f"{end} {era['era']}"
    century = _CENTURY.fullmatch(end)
    if century and _ORDINAL.fullmatch(start):
        return f"{start} century{century['era'] or ''}", end
    return start, end


def _context_of(point: DatePoint, context: DateContext) -> DateContext:
    if point.precision in (Precision.DECADE, Precision.CENTURY):  # no year that the other end could be in
        return DateContext(order=context.order)
    month = point.month if point.precision in (Precision.DAY, Precision.MONTH) else None
    return DateContext(point.year, month, context.order)
