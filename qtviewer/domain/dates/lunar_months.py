"""Whole months of the lunar calendar, such as 2021年农历五月 or 腊月, as the days they have."""

import re
from typing import Final

from qtviewer.domain.dates.chinese_numerals import chinese_number
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import EventDate, Precision, day_point
from qtviewer.domain.dates.lunar import lunar_day_number
from qtviewer.domain.dates.point_building import year_or_context
from qtviewer.domain.errors import DateError

_MONTH: Final = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<word>农历)?(?P<leap>闰)?(?P<month>[正冬腊]|[一二三四五六七八九十]{1,2})月", re.ASCII
)
_NAMES: Final = {"正": 1, "冬": 11, "腊": 12}
_DAYS: Final = (30, 29)  # of a month, the longer one first


def read_lunar_month(text: str, context: DateContext) -> EventDate | None:
    """Read a month that is of the lunar calendar by its name or a word; None when the text is none of these.

    DateError without a year, or where the year has no such month.
    """
    match = _MONTH.fullmatch(text)
    if match is None or not (match["word"] or match["leap"] or match["month"] in _NAMES):
        return None
    year = year_or_context(match["year"], context)
    month, leap = _NAMES.get(match["month"]) or chinese_number(match["month"]), bool(match["leap"])
    first = lunar_day_number(year, month, 1, leap=leap)
    return EventDate(Precision.WITHIN, day_point(first), day_point(_last_day(year, month, leap=leap)))


def _last_day(year: int, month: int, *, leap: bool) -> int:
    try:
        return lunar_day_number(year, month, _DAYS[0], leap=leap)
    except DateError:
        return lunar_day_number(year, month, _DAYS[1], leap=leap)
