"""Dates read from text as people write them: Chinese, western or EDTF."""

import re
import unicodedata
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals
from qtviewer.domain.dates.date_context import DateContext, DateOrder
from qtviewer.domain.dates.day_number import month_length
from qtviewer.domain.dates.edtf import parse_edtf_bare, parse_point
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.point_building import calendar_point
from qtviewer.domain.dates.points import read_point
from qtviewer.domain.dates.range_ends import read_range_ends
from qtviewer.domain.errors import DateError

_LONGEST_TEXT: Final = 100
_EDTF_END: Final = r"(?:\.\.|-?[\dX]{4}(?:-\d\d){0,2}[~?%]?)"
_EDTF_INTERVAL: Final = re.compile(rf"{_EDTF_END}/{_EDTF_END}", re.ASCII)
_ISO_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_HAN: Final = re.compile(r"[\u4e00-\u9fff〇]")
_PART_OF_MONTH: Final = re.compile(r"(?P<month>(?:\d{1,4}年)?\d{1,2}月)(?:(?P<third>[上中下])旬|(?P<end>[初底末]))")
_THIRDS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31)}
_WITHIN: Final = re.compile(r"(.+)至(.+)间某日|a day between (.+) and (.+)", re.I)
_OPEN_START: Final = re.compile(r"截至(.+)|until (.+)", re.I)
_OPEN_END: Final = re.compile(r"(?:自|从)?(.+)(?:至今|以来)|since (.+)|(.+?) ?(?:to|—) ?(?:present|now|date)", re.I)
_OR_EARLIER: Final = re.compile(r"(.+)或更早|(.+) or earlier", re.I)
_OR_LATER: Final = re.compile(r"(.+)或更晚|(.+) or later", re.I)
_RANGE: Final = re.compile(
    r" ?(?:—|至|到| to |(?<=[年月日号])-| - |(?<=\d)-(?=\d\d? (?!to )[a-z])|(?<=^\d{4})-(?=\d{4}年?$)|(?<=.)~(?=.)"
    r"|(?:(?<=[年月]\d)|(?<=[年月]\d\d))-(?=\d\d?[月日号])|(?<=\d)-(?=\d\d?,? \d{4}\b)"
    r"|(?<=\d)-(?=\d{1,5} ?(?:BCE?|CE|AD)$)) ?",
    re.I,
)


def read_date(text: str, *, year: int | None = None, order: DateOrder | None = None) -> EventDate:
    """Read a date in any supported form; `date_label` of the result shows how it was understood.

    `year` is taken for a text without one (六月上旬). `order` says how 03/04/2021 is meant; without it, or with ymd,
    such a text is refused. Raises DateError, which names the text and says what is missing or wrong.
    """
    context = DateContext(year=year, order=order)
    try:
        if _ISO_DATE.fullmatch(text):  # written by programs: skip the slower forms that people write
            return EventDate.from_point(parse_point(text))
        return _read(_normalized(text), context)
    except DateError as error:
        shown = text if len(text) <= _LONGEST_TEXT else text[:_LONGEST_TEXT] + "…"
        raise DateError(f"{shown!r} is not a date: {error}") from error


def _normalized(text: str) -> str:
    """Unify width of characters and dashes, and remove spaces in Chinese; DateError for more than 100 characters."""
    if len(text) > _LONGEST_TEXT:
        raise DateError("it is longer than any date")
    folded = re.sub(r"[—–―]+", "—", unicodedata.normalize("NFKC", text)).strip()
    return re.sub(r"\s+", "" if _HAN.search(folded) else " ", folded)


def _read(text: str, context: DateContext) -> EventDate:
    if text.startswith("[") or _EDTF_INTERVAL.fullmatch(text):
        return parse_edtf_bare(text)
    if match := _PART_OF_MONTH.fullmatch(arabic_numerals(text)):
        return _part_of_month(match, context)
    for pattern, precision, known in (
        (_OPEN_START, Precision.INTERVAL, "end"),
        (_OPEN_END, Precision.INTERVAL, "start"),
        (_OR_EARLIER, Precision.WITHIN, "end"),
        (_OR_LATER, Precision.WITHIN, "start"),
    ):
        if match := pattern.fullmatch(text):
            point = read_point(_only(match), context)
            return EventDate(precision, *((point, None) if known == "start" else (None, point)))
    return _read_closed(text, context)


def _only(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def _read_closed(text: str, context: DateContext) -> EventDate:
    if match := _WITHIN.fullmatch(text):
        start, end = (group for group in match.groups() if group)
        return EventDate(Precision.WITHIN, *read_range_ends(start, end, context))
    ends = _RANGE.split(text)
    if len(ends) == 2 and all(ends):
        return EventDate(Precision.INTERVAL, *read_range_ends(ends[0], ends[1], context))
    return EventDate.from_point(read_point(text, context))


def _part_of_month(match: re.Match[str], context: DateContext) -> EventDate:
    """Read the first, middle or last ten days of a month, as one day within them."""
    month = read_point(match["month"], context)
    first, last = _THIRDS[match["third"] or match["end"]]
    last = min(last, month_length(month.year, month.month))
    ends = (calendar_point(month.year, month.month, day) for day in (first, last))
    return EventDate(Precision.WITHIN, *ends)
