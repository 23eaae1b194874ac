"""Parses single values of imported rows; each function raises RefusedValueError with the reason when it cannot."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate, check_in_calendar
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import DateBasis, Status
from qtviewer.domain.slug import MAX_SLUG_LENGTH, is_slug
from qtviewer.exchange.importing.raw_value import RefusedValueError, as_text

EnumValue = TypeVar("EnumValue", bound=StrEnum)

_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)(?::00(?:\.0+)?)?")
_STATUSES: Final = {
    "已发生": "happened",
    "发生": "happened",
    "进行中": "ongoing",
    "计划": "planned",
    "计划中": "planned",
}
_DATE_BASES: Final = {
    "印刷": "printed",
    "推断": "inferred",
    "相对": "relative",
    "农历": "lunar",
    "矛盾": "contradictory",
}
_CHINESE_VALUES: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {Status: _STATUSES, DateBasis: _DATE_BASES}
_MAX_LANGUAGE_LENGTH: Final = 12


def read_identifier(value: Any) -> str:
    """Return the id of an event, or "" for an empty value."""
    text = as_text(value).strip()
    if text and not is_slug(text):
        raise RefusedValueError(
            f"is no id, expected lower-case letters and digits joined by '-', at most {MAX_SLUG_LENGTH} characters"
        )
    return text


def read_language(value: Any) -> str:
    """Return a language code, or "" for an empty value."""
    text = as_text(value).strip()
    if text and not (len(text) <= _MAX_LANGUAGE_LENGTH and re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", text)):
        raise RefusedValueError("is no language code, expected one such as zh or en")
    return text


def read_clock_time(value: Any) -> str:
    """Return a time as HH:MM, or "" for an empty value."""
    text = as_text(value).strip()
    match = _TIME.fullmatch(text)
    if text and match is None:
        raise RefusedValueError("is no time, expected HH:MM")
    return f"{int(match[1]):02d}:{match[2]}" if match else ""


def read_importance(value: Any) -> int | None:
    """Return an importance from 1 to 5, or None for an empty value."""
    text = as_text(value).strip()
    if not text:
        return None
    if text not in ("1", "2", "3", "4", "5"):
        raise RefusedValueError("is no importance, expected 1 to 5")
    return int(text)


def enum_reader(kind: type[EnumValue]) -> Callable[[Any], EnumValue | None]:
    """Return a function that parses values of an enumeration, in English or Chinese; None for an empty one."""
    known = {
        **{member.value: member for member in kind},
        **{text: kind(key) for text, key in _CHINESE_VALUES[kind].items()},
    }

    def read(value: Any) -> EnumValue | None:
        text = as_text(value).strip().casefold()
        if text and text not in known:
            raise RefusedValueError(f"is not known, expected {', '.join(member.value for member in kind)}")
        return known.get(text)

    return read


def read_optional_name(value: Any) -> str | None:
    """Return an id or a name, or None for an empty value, which leaves the event's value as it is."""
    return as_text(value).strip() or None


def read_name(value: Any) -> str:
    """Return an id or a name, or "" for an empty value, which removes the event's value."""
    return as_text(value).strip()


def read_optional_date(value: Any, order: DateOrder | None) -> EventDate | None:
    """Return a date written in any form, or None for an empty value; `order` is that of day and month."""
    text = as_text(value).strip()
    return _parsed_date(text, order) if text else None


def read_edtf_date(value: Any, order: DateOrder | None) -> EventDate | None:
    """Return a date of a list that this program wrote, which is EDTF unless it was changed by hand."""
    text = as_text(value).strip()
    try:
        return check_in_calendar(parse_edtf(text)) if text else None
    except DateError:
        return _parsed_date(text, order)


@lru_cache(maxsize=16_384)  # many events share a date, and reading one takes longer than the rest of a row
def _parsed_date(text: str, order: DateOrder | None) -> EventDate:
    try:
        return check_in_calendar(read_date(text, order=order))
    except DateError as error:
        reason = str(error).rpartition(" is not a date: ")[2]
        raise RefusedValueError(f"is not a date: {reason}") from error
