"""The forms of EDTF that few dates have: parts of years, unknown digits and ends, sets, and qualified parts."""

import re
from typing import Final

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.edtf_digits import days_of_digits, years_of_number
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier
from qtviewer.domain.dates.year_parts import YEAR_PARTS, days_of_part
from qtviewer.domain.errors import DateError

EXPECTED: Final = "expected EDTF such as 2021-06-28, 2021-06, 2022-01~, 2022-01-29/2022-01-30 or [2021-12..2022-02]"
_YEAR: Final = r"[?~%]?(?:-?[\dX]{4}|Y?-?\d+(?:E\d+)?(?:S\d+)?)[?~%]?"
_MONTH_OR_DAY: Final = r"-[?~%]?[\dX]{2}[?~%]?"
_QUALIFIED: Final = re.compile(f"{_YEAR}(?:{_MONTH_OR_DAY}){{0,2}}", re.ASCII)
_DATE_TIME: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_PLAIN: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_MOST_MEMBERS: Final = 50  # of a set


def parse_extended(text: str) -> EventDate:
    """Read a date of one of these forms; DateError when the text is not EDTF at all."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _parse_set(text)
    start, separator, end = text.partition("/")
    if separator and (not start or not end):
        known = parse_extended_point(start or end)
        return EventDate(Precision.WITHIN, known, known, text)  # an unknown end adds no day to what is known
    point = parse_extended_point(text)
    return EventDate.from_point(point)


def _parse_set(text: str) -> EventDate:
    """Read a set of dates, one of them in brackets, all of them in braces, as the days from the first to the last."""
    members = [member.strip().split("..") for member in text[1:-1].split(",")]
    if len(members) > _MOST_MEMBERS or any(len(ends) > 2 or not any(ends) for ends in members):
        raise DateError(EXPECTED)
    ends = [[parse_extended_point(end) if end else None for end in member] for member in members]
    for first, last in ((member[0], member[-1]) for member in ends):
        if first is not None and last is not None and last.last_day < first.first_day:
            raise DateError("it ends before it starts")
    starts, lasts = [member[0] for member in ends], [member[-1] for member in ends]
    first = None if None in starts else min((point for point in starts if point), key=lambda point: point.first_day)
    last = None if None in lasts else max((point for point in lasts if point), key=lambda point: point.last_day)
    return EventDate(Precision.WITHIN, first, last, text)


def parse_extended_point(text: str) -> DatePoint:
    """Read one point of any form; DateError when the text is none."""
    if match := _DATE_TIME.fullmatch(text):
        day = _plain_point(match[1], Qualifier.SURE)
        return DatePoint(Precision.DAY, day.year, day.month, day.day, written=text)
    if not _QUALIFIED.fullmatch(text):
        raise DateError(EXPECTED)
    bare = re.sub("[?~%]", "", text)
    qualifier = _qualifier_of(text)
    if _PLAIN.fullmatch(bare) and not 21 <= int(bare.lstrip("-")[5:7] or 0) <= 41:
        point = _plain_point(bare, qualifier)
        return point if text == bare + qualifier else _written(point, text)
    first, last = _days_of(bare)
    if text == bare + qualifier and (decade := _age_of(bare, qualifier)):
        return decade
    return DatePoint(Precision.WITHIN, *civil_day(first), qualifier, text, last)


def _days_of(bare: str) -> tuple[int, int]:
    """Return the first and the last day of a point that is no plain year, month or day."""
    if match := _PLAIN.fullmatch(bare):
        number = int(match[2])
        if match[3] or number not in YEAR_PARTS:
            raise DateError(EXPECTED)
        return days_of_part(int(match[1]), number)
    if years := years_of_number(bare):
        return day_number(years[0]), day_number(years[1], 12, 31)
    if days := days_of_digits(bare):
        return days
    raise DateError(EXPECTED)


def _plain_point(bare: str, qualifier: Qualifier) -> DatePoint:
    match = _PLAIN.fullmatch(bare)
    if match is None or match[1] == "-0000":
        raise DateError("the year 0 has no sign" if match else EXPECTED)
    precision = Precision.DAY if match[3] else Precision.MONTH if match[2] else Precision.YEAR
    return DatePoint(precision, int(match[1]), int(match[2] or 1), int(match[3] or 1), qualifier)


def _age_of(bare: str, qualifier: Qualifier) -> DatePoint | None:
    """Return a decade or a century, which have precisions of their own; None for other texts."""
    if re.fullmatch(r"\d{3}X", bare, re.ASCII):
        return DatePoint(Precision.DECADE, int(bare[:3]) * 10, qualifier=qualifier)
    if match := re.fullmatch(r"(-?)(\d\d)XX", bare, re.ASCII):
        hundreds = int(match[2]) * 100
        if match[1] and not hundreds:
            raise DateError("the first century BCE is -00XX in no calendar; write -0099/0000")
        return DatePoint(Precision.CENTURY, -hundreds - 99 if match[1] else hundreds, qualifier=qualifier)
    return None


def _written(point: DatePoint, text: str) -> DatePoint:
    return DatePoint(point.precision, point.year, point.month, point.day, point.qualifier, text)


def _qualifier_of(text: str) -> Qualifier:
    """Return how certain a point is as a whole: as little as its least certain part."""
    about, uncertain = (any(sign in text for sign in signs) for signs in ("~%", "?%"))
    return Qualifier("%" if about and uncertain else "~" if about else "?" if uncertain else "")
