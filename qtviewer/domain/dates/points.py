"""One point in time, a day, month, year, decade or century, read from a text in any supported form."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from qtviewer.domain.dates.ambiguity import check_ambiguity
from qtviewer.domain.dates.chinese_points import read_chinese_age, read_chinese_date, read_lunar_date
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.edtf import parse_point
from qtviewer.domain.dates.english_points import read_english_age, read_english_date
from qtviewer.domain.dates.event_date import DatePoint, Qualifier
from qtviewer.domain.dates.julian_calendar import from_julian, split_julian
from qtviewer.domain.dates.named_days import read_named_day
from qtviewer.domain.dates.point_building import calendar_point
from qtviewer.domain.dates.weekday import check_weekday, split_weekday
from qtviewer.domain.errors import DateError

_EDTF: Final = re.compile(r"-?[\dX]{4}(-\d\d){0,2}[~?%]?|\d{4}(-\d\d|-XX){1,2}[~?%]?", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?|(\d{4})(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})", re.ASCII)
_ABOUT: Final = re.compile(
    r"^(?:大?约|about |around |approx(?:\.|imately)? ?|abt\.? |est\.? |circa |ca?(?:\. ?| )|ca?(?=\d))"
    r"|(?:左右|前后| ca?\.| circa)$",
    re.I,
)
_UNCERTAIN: Final = re.compile(
    r"^(?:probably |possibly |perhaps |可能)| ?(?:\((?:存疑|uncertain|\?)\)|\?)$|\?(?=年)", re.I
)


def read_point(text: str, context: DateContext) -> DatePoint:
    """Read one day, month, year, decade or century in any form; DateError when the text is none of these.

    Words for "about" and "uncertain" become the qualifier; a weekday must be the right one.
    """
    if _EDTF.fullmatch(text):
        return parse_point(text)
    bare, qualifier = split_qualifier(text)
    point = _read_sure(bare, context)
    return point if qualifier is Qualifier.SURE else replace(point, qualifier=qualifier)


def split_qualifier(text: str) -> tuple[str, Qualifier]:
    """Return a text without words for "about" and "uncertain", and what they say."""
    bare = _UNCERTAIN.sub("", text)
    uncertain = bare != text
    bare, about = _ABOUT.subn("", bare)
    return bare.strip(), Qualifier("%" if about and uncertain else "~" if about else "?" if uncertain else "")


def _read_sure(text: str, context: DateContext) -> DatePoint:
    """Read a point without words for "about" and "uncertain"."""
    check_ambiguity(text)
    if (point := read_named_day(text, context)) is not None:
        return point
    bare, is_julian = split_julian(text)
    bare, named_weekday = split_weekday(bare)
    for reader in _READERS:
        point = reader(bare.strip(), context)
        if point is not None:
            check_weekday(point, named_weekday)
            return from_julian(point) if is_julian else point
    raise DateError("expected a date such as 2021-06-28, 2021年6月28日, 28 Jun 2021 or 六月上旬")


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


_READERS: Final[tuple[Callable[[str, DateContext], DatePoint | None], ...]] = (
    _read_edtf,
    _read_year_first,
    _read_year_last,
    read_lunar_date,
    read_chinese_date,
    read_chinese_age,
    read_english_age,
    read_english_date,
)
