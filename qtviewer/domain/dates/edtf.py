"""Dates as text in the Extended Date/Time Format (EDTF, ISO 8601-2), the form that stores and files hold."""

import re
from functools import lru_cache
from typing import Final

from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier
from qtviewer.domain.errors import DateError

_POINT: Final = re.compile(
    r"(?P<year>\d{4}|-(?!0000)\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<qualifier>[~?%]?)", re.ASCII
)
_OPEN: Final = ".."


@lru_cache(maxsize=4096)  # many events share a date
def parse_edtf(text: str) -> EventDate:
    """Read an EDTF date; DateError names the text and says what is wrong with it."""
    try:
        return parse_edtf_bare(text)
    except DateError as error:
        raise DateError(f"{text!r} is not a date: {error}") from error


def parse_edtf_bare(text: str) -> EventDate:
    """Read an EDTF date like `parse_edtf`, but with a DateError that does not name the text, for callers that do."""
    if text.startswith("[") and text.endswith("]") and text.count("..") == 1 and "," not in text:
        start, _separator, end = text[1:-1].partition("..")
        return EventDate(Precision.WITHIN, _parse_end(start, open_as=""), _parse_end(end, open_as=""))
    start, separator, end = text.partition("/")
    if separator and start and end:
        return EventDate(Precision.INTERVAL, _parse_end(start, open_as=_OPEN), _parse_end(end, open_as=_OPEN))
    if separator or text[:1] in ("[", "{"):
        from qtviewer.domain.dates.edtf_extended import parse_extended  # noqa: PLC0415 - few dates need it

        return parse_extended(text)
    return EventDate.from_point(parse_point(text))


def _parse_end(text: str, open_as: str) -> DatePoint | None:
    return None if text == open_as else parse_point(text)


@lru_cache(maxsize=8192)  # many ranges begin and end on the same days
def parse_point(text: str) -> DatePoint:
    """Read one EDTF point, such as a day, month, year, decade or century; DateError when the text is none."""
    if match := _POINT.fullmatch(text):
        precision = Precision.DAY if match["day"] else Precision.MONTH if match["month"] else Precision.YEAR
        month, day = int(match["month"] or 1), int(match["day"] or 1)
        if month <= 12:
            return DatePoint(precision, int(match["year"]), month, day, Qualifier(match["qualifier"]))
    from qtviewer.domain.dates.edtf_extended import parse_extended_point  # noqa: PLC0415 - few dates need it

    return parse_extended_point(text)


def format_edtf(date: EventDate) -> str:
    """Return the EDTF text of a date, the inverse of `parse_edtf`."""
    if date.written:
        return date.written
    if date.precision is Precision.INTERVAL:
        return "/".join(_OPEN if end is None else format_point(end) for end in (date.start, date.end))
    if date.precision is Precision.WITHIN:
        return "[" + "..".join("" if end is None else format_point(end) for end in (date.start, date.end)) + "]"
    assert date.start is not None  # noqa: S101 - EventDate.from_point gives every other date its point
    return format_point(date.start)


def format_point(point: DatePoint) -> str:
    """Return the EDTF text of one point, the inverse of `parse_point`."""
    if point.written:
        return point.written
    year = f"{point.year:04d}" if point.year >= 0 else f"-{-point.year:04d}"
    match point.precision:
        case Precision.DAY:
            text = f"{year}-{point.month:02d}-{point.day:02d}"
        case Precision.MONTH:
            text = f"{year}-{point.month:02d}"
        case Precision.DECADE:
            text = f"{point.year // 10:03d}X"
        case Precision.CENTURY:
            text = f"{point.year // 100:02d}XX" if point.year >= 0 else f"-{-point.year // 100:02d}XX"
        case _:
            text = year
    return text + point.qualifier
