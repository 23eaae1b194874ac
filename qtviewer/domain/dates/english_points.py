"""Readers of one point in time in English; each returns None when the text is not of its form."""

import re
from typing import Final

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.point_building import calendar_point, century_point, decade_point, year_of_era
from qtviewer.domain.errors import DateError

_ENGLISH_AGE: Final = re.compile(
    r"(?:(?P<century>\d{1,3})(?:st|nd|rd|th) (?:century|c\.|centuries)|(?P<decade>\d{1,3}0|0)s)(?P<era> BCE?| CE| AD)?",
    re.ASCII | re.I,
)
_FIRST_DECADE: Final = re.compile(r"first decade of the (\d{1,2})(?:st|nd|rd|th) century", re.ASCII | re.I)
_ENGLISH_YEAR: Final = re.compile(
    r"\b(?:(?P<plain>\d{4})|(?P<with_era>\d{1,5}) ?(?P<era>BCE?|CE|AD))$", re.ASCII | re.I
)
_DUAL_YEAR: Final = re.compile(r"(?<=[a-z.] )(\d{4})/(\d\d)$", re.ASCII | re.I)
_ENGLISH_MONTH: Final = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I)
_EXPECTED_ENGLISH: Final = "expected a date such as 28 Jun 2021"


def read_english_date(text: str, context: DateContext) -> DatePoint | None:
    """Read a date such as 28 Jun 2021, June 2021 or 221 BCE; DateError when parts of it are missing or ambiguous."""
    if not text:
        return None
    text = _DUAL_YEAR.sub(_later_year, text)
    year, rest = context.year, text
    if match := _ENGLISH_YEAR.search(text):
        bce = (match["era"] or "").upper().startswith("B")
        year = int(match["plain"]) if match["plain"] else year_of_era(int(match["with_era"]), bce=bce)
        rest = text[: match.start()].rstrip(" ,-")
    if not rest:
        return calendar_point(year, None, None)
    if rest.isdecimal() and len(rest) <= 2 and context.month:
        return calendar_point(year, context.month, int(rest))
    if not _ENGLISH_MONTH.search(rest) or len(re.findall(r"\d+", rest)) > 1 or ":" in rest:
        return None
    month, day = _english_month_and_day(rest)
    return calendar_point(year, month, day)


def _later_year(match: re.Match[str]) -> str:
    """Return the later of two years such as 1644/45, which is the one that began on 1 January."""
    year, end = int(match[1]), int(match[2])
    return str(year + 1) if (year + 1) % 100 == end else match[0]


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


def read_english_age(text: str, _context: DateContext) -> DatePoint | None:
    """Read a century or decade such as 19th century or 1990s; DateError when it is ambiguous."""
    if match := _FIRST_DECADE.fullmatch(text):
        return decade_point((int(match[1]) - 1) * 100, has_era=True)
    match = _ENGLISH_AGE.fullmatch(text)
    if match is None:
        return None
    bce = (match["era"] or "").strip().upper().startswith("B")
    if match["century"]:
        return century_point(int(match["century"]), bce=bce)
    if bce:
        raise DateError("decades before the year 1 have no short form; write the years from and to")
    return decade_point(int(match["decade"]), has_era=bool(match["era"]))
