"""Points of EDTF whose digits are not all known, and years with an exponent or few significant digits."""

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.errors import DateError

Days = tuple[int, int]
"""The Julian day numbers of a first and a last day."""

_PATTERN: Final = re.compile(
    r"(?P<sign>-?)(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?", re.ASCII
)
_YEAR: Final = re.compile(
    r"(?:Y(?P<long>-?\d{1,11})|(?P<short>-?\d{4}))(?:E(?P<exponent>\d{1,2}))?(?:S(?P<significant>\d{1,2}))?", re.ASCII
)
_MOST_YEARS: Final = 9  # years between two that have a 29 February
_GREATEST_YEAR: Final = 10**11


def days_of_digits(text: str) -> Days | None:
    """Return the first and the last day that a date with the sign X for unknown digits can mean; None for other texts.

    DateError when no day of the calendar has such digits.
    """
    match = _PATTERN.fullmatch(text)
    if match is None or "X" not in text:
        return None
    first, last = (next(_days(match, is_last=is_last), None) for is_last in (False, True))
    if first is None or last is None:
        raise DateError("no day has these digits")
    return first, last


def _days(match: re.Match[str], *, is_last: bool) -> Iterator[int]:
    """Iterate over days that have the digits, from the first of all or, with `is_last`, from the last."""
    is_descending = is_last != bool(match["sign"])
    years = islice(_numbers(match["year"], is_descending=is_descending), _MOST_YEARS)
    months, days = (list(_numbers(match[name] or "XX", is_descending=is_last)) for name in ("month", "day"))
    for year, month, day in product(years, months, days):
        try:
            yield day_number(-year if match["sign"] else year, month, day)
        except ValueError:
            continue  # there is no such month, or it has no such day


def _numbers(pattern: str, *, is_descending: bool) -> Iterator[int]:
    """Iterate over the numbers that a pattern of digits and X can mean, in order."""
    any_digit = "9876543210" if is_descending else "0123456789"
    return (int("".join(digits)) for digits in product(*(any_digit if sign == "X" else sign for sign in pattern)))


def years_of_number(text: str) -> tuple[int, int] | None:
    """Return the first and the last astronomical year of a text such as Y170000002, Y-17E7 or 1950S2; else None."""
    match = _YEAR.fullmatch(text)
    if match is None or not (match["long"] or match["significant"]):
        return None
    if match["short"] and match["exponent"]:
        raise DateError("a year with an exponent begins with Y")
    year = int(match["long"] or match["short"]) * 10 ** int(match["exponent"] or 0)
    if abs(year) > _GREATEST_YEAR:
        raise DateError("it is longer ago, or further ahead, than anything")
    if not match["significant"]:
        return year, year
    unit = 10 ** max(len(str(abs(year))) - int(match["significant"]), 0)
    first = abs(year) // unit * unit
    return (first, first + unit - 1) if year >= 0 else (-first - unit + 1, -first)
