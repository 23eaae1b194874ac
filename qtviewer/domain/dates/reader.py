"""Dates read from text as people write them: Chinese, western or EDTF."""

import re
from collections.abc import Callable
from typing import Final

from qtviewer.domain.dates.ambiguity import AmbiguousDateError, check_ambiguity
from qtviewer.domain.dates.chinese_numerals import arabic_numerals
from qtviewer.domain.dates.date_context import DateContext, DateOrder
from qtviewer.domain.dates.date_lists import read_list
from qtviewer.domain.dates.edtf import parse_edtf_bare
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.dates.islamic_calendar import read_islamic_year
from qtviewer.domain.dates.lunar_months import read_lunar_month
from qtviewer.domain.dates.open_ends import read_open_end
from qtviewer.domain.dates.parts_of_time import read_part
from qtviewer.domain.dates.plain_dates import read_plain_date
from qtviewer.domain.dates.point_building import year_ending_in
from qtviewer.domain.dates.points import read_point, split_qualifier
from qtviewer.domain.dates.range_ends import read_range_ends
from qtviewer.domain.dates.reigns import civil_text, days_of_reign_year
from qtviewer.domain.dates.text_folding import LONGEST_TEXT, folded
from qtviewer.domain.dates.written_readers import read_written
from qtviewer.domain.errors import DateError

_EDTF_SIGNS: Final = re.compile(r"[\dXYESTZ/.,?~%+:\[\]{}-]+", re.ASCII)
_EDTF_ONLY: Final = re.compile(r"[XYES?~%\[\]{}T]|\d{4}-\d\d|/|^-?\d{4}$", re.ASCII)
_EDTF_END: Final = r"(?:\.\.|-?\d{4}(?:-\d\d){0,2}[~?%]?)"
_EDTF_ALONE: Final = re.compile(
    rf"-?\d{{4}}-\d\d(?:-\d\d)?|{_EDTF_END}/{_EDTF_END}", re.ASCII
)  # nobody means anything else
_ENCLOSED: Final = re.compile(
    r"(?P<outer>(?:(?!\) ?—).)+?) ?\((?P<inner>[^()]*[\d〇一二三四五六七八九][^()]*)\)", re.ASCII
)
_SHORT_SPAN: Final = re.compile(r"(?P<year>\d{4})[—/-](?P<end>\d{1,2})", re.ASCII)
_SHORT_DECADES: Final = re.compile(r"(?P<first>\d{3}0)s[—-](?P<last>\d0)s", re.ASCII | re.I)
_WITHIN: Final = re.compile(r"(.+)至(.+)间(?:某日)?|(?:a day )?between (.+) and (.+)|BET (.+) AND (.+)", re.I)
_FROM_TO: Final = re.compile(r"(?:from (.+) (?:to|until|till) (.+)|FROM (.+) TO (.+)|[自从](.+)[至到](?!今)(.+))", re.I)
_PLUS_MINUS: Final = re.compile(r"(\d{3,4}) ?(?:\+/-|±) ?(\d{1,3})", re.ASCII)
_RANGE: Final = re.compile(
    r" ?(?:—|至|到|--| to |(?<=[年月日号])-| - |(?<=\d)-(?=\d\d? (?!to )[a-z])|(?<=^\d{4})-(?=\d{4}年?$)"
    r"|(?<=[\d年月日号])~(?=[\d公前])|(?<=[a-z])[-/](?=[a-z])|(?<=\d\d\d\ds)-|(?<=th)-|(?<=^\d{4}\.\d\d\.\d\d)-"
    r"|(?:(?<=[年月]\d)|(?<=[年月]\d\d))-(?=\d\d?[月日号])|(?<=\d)-(?=\d\d?,? \d{4}\b)"
    r"|(?<=\d)-(?=\d{1,5} ?(?:BCE?|CE|AD)$)) ?",
    re.I,
)


def read_date(text: str, *, year: int | None = None, order: DateOrder | None = None) -> EventDate:
    """Read a date in any supported form; `date_label` of the result shows how it was understood.

    `year` is taken for a text without one (六月上旬). `order` says how 03/04/2021 is meant; without it, or with ymd,
    such a text is refused. Raises DateError, which names the text and says what is missing or wrong, and
    AmbiguousDateError, with the possible answers, for a text that can mean two dates.
    """
    context = DateContext(year=year, order=order)
    try:
        if (point := read_plain_date(text)) is not None:
            return EventDate.from_point(point)
        return _read(folded(text), context)
    except AmbiguousDateError as error:
        error.args = (f"{text!r} is not one date: {error}",)
        raise
    except DateError as error:
        shown = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"
        raise DateError(f"{shown!r} is not a date: {error}") from error


def _read(text: str, context: DateContext) -> EventDate:
    check_ambiguity(text)
    for reader in _READERS:
        date = reader(text, context)
        if date is not None:
            return date
    return EventDate.from_point(read_point(text, context))


def _read_edtf(text: str, _context: DateContext) -> EventDate | None:
    """Read EDTF; None for a text that is none, such as 1909-27, also where it looks like it."""
    if not _EDTF_SIGNS.fullmatch(text) or not _EDTF_ONLY.search(text):
        return None
    try:
        return parse_edtf_bare(text)
    except DateError:
        if text[0] in "[{" or "X" in text or _EDTF_ALONE.fullmatch(text):
            raise
        return None


def _read_enclosed(text: str, context: DateContext) -> EventDate | None:
    """Read a year of a reign with the civil year in brackets, as the civil year, and an EDTF text in brackets."""
    match = _ENCLOSED.fullmatch(text)
    if match is None:
        return None
    inner = arabic_numerals(f"{match['inner']}年").removesuffix("年")
    if _EDTF_SIGNS.fullmatch(inner) and _EDTF_ONLY.search(inner) and not inner.isdecimal():
        return parse_edtf_bare(inner)
    if "年" not in match["outer"] or not re.search(r"\d{3}", inner):
        return None
    ends = re.split("—|-|~", inner.removesuffix("年"))
    if len(ends) > 2 or not all(end.isdecimal() and len(end) <= 4 for end in ends):
        return None
    first, last = (DatePoint(Precision.YEAR, int(end)) for end in (ends[0], ends[-1]))
    return EventDate(Precision.INTERVAL, first, last) if len(ends) == 2 else EventDate.from_point(first)


def _read_reign(text: str, context: DateContext) -> EventDate | None:
    civil = civil_text(text)
    if civil is None:
        return None
    return days_of_reign_year(text) or _read(civil, context)


def _read_within(text: str, context: DateContext) -> EventDate | None:
    match = _WITHIN.fullmatch(text)
    if match is None:
        return None
    first, last = (group for group in match.groups() if group)
    return EventDate(Precision.WITHIN, *read_range_ends(first, last, context))


def _read_plus_minus(text: str, _context: DateContext) -> EventDate | None:
    match = _PLUS_MINUS.fullmatch(text)
    if match is None:
        return None
    year, years = int(match[1]), int(match[2])
    start, end = (DatePoint(Precision.YEAR, year + sign * years) for sign in (-1, 1))
    return EventDate(Precision.WITHIN, start, end)


def _read_short_span(text: str, _context: DateContext) -> EventDate | None:
    """Read years or decades of which the later one is shortened, such as 1909—27, 1644/45 or 1880s—90s."""
    if match := _SHORT_DECADES.fullmatch(text):
        first, last = int(match["first"]), int(match["first"]) // 100 * 100 + int(match["last"])
        return EventDate(Precision.INTERVAL, DatePoint(Precision.DECADE, first), DatePoint(Precision.DECADE, last))
    bare, qualifier = split_qualifier(text)
    match = _SHORT_SPAN.fullmatch(bare)
    if match is None:
        return None
    year = int(match["year"])
    later = year_ending_in(year, match["end"])
    if later <= year:
        return None
    start, end = (DatePoint(Precision.YEAR, number, qualifier=qualifier) for number in (year, later))
    return EventDate(Precision.INTERVAL, start, end)


def _read_from_to(text: str, context: DateContext) -> EventDate | None:
    match = _FROM_TO.fullmatch(text)
    return None if match is None else _range_of([group for group in match.groups() if group], context)


def _read_range(text: str, context: DateContext) -> EventDate | None:
    ends = _RANGE.split(text)
    return _range_of(ends, context) if len(ends) == 2 and all(ends) else None


def _range_of(ends: list[str], context: DateContext) -> EventDate:
    first, last = (_read_end(end.strip(), context) for end in ends)
    if first is None and last is None:
        start, end = read_range_ends(ends[0], ends[1], context)
        return EventDate(Precision.INTERVAL, start, end)
    first = first or EventDate.from_point(read_point(ends[0], context))
    last = last or EventDate.from_point(read_point(ends[1], context))
    return EventDate(Precision.INTERVAL, first.start, last.end)


def _read_end(text: str, context: DateContext) -> EventDate | None:
    """Read an end of a range that is a part of time or has a label of its own; None for any other."""
    readers = (read_written, _read_enclosed, read_lunar_month, read_part)
    return next((date for reader in readers if (date := reader(text, context)) is not None), None)


_READERS: Final[tuple[Callable[[str, DateContext], EventDate | None], ...]] = (
    _read_edtf,
    read_written,
    _read_short_span,
    _read_enclosed,
    _read_reign,
    read_islamic_year,
    _read_from_to,
    read_open_end,
    _read_within,
    _read_plus_minus,
    read_list,
    _read_range,
    read_lunar_month,
    read_part,
)
