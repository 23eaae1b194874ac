"""Reads iCalendar files: single events with their days, texts, places and categories."""

import warnings
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import DateBasis
from qtviewer.domain.imported import ImportProblem
from qtviewer.domain.slug import is_slug, slug_of
from qtviewer.exchange.ics.structure import check_structure, without_time_zones
from qtviewer.exchange.importing.encoding_reader import text_encoding
from qtviewer.exchange.importing.html_text import html_to_markdown
from qtviewer.exchange.importing.raw_value import RawRow, RefusedValueError, UnreadableError

if TYPE_CHECKING:
    from icalendar import Calendar

Component = Any
"""An event of a calendar; each of its properties may be of any of thirty types."""
_MAX_SIZE: Final = 64 << 20  # bytes; a calendar is held in memory whole
_STATUSES: Final = {"TENTATIVE": "planned", "CONFIRMED": ""}
_MAX_DIGITS: Final = 10  # of a number of events
_DAY: Final = timedelta(days=1)


def read_ics(path: Path, chosen_encoding: str = "") -> Iterator[RawRow | ImportProblem]:
    """Return the events of a calendar as rows numbered from 1; raise UnreadableError when it is not one.

    `chosen_encoding` is one of `ENCODINGS`; empty for UTF-8, as calendars are.
    """
    if path.stat().st_size > _MAX_SIZE:
        raise UnreadableError(f"is larger than {_MAX_SIZE >> 20} MB, expected a calendar")
    content = path.read_bytes()
    if chosen_encoding:
        content = content.decode(text_encoding(path, chosen_encoding).codec).encode()
    if b"BEGIN:VCALENDAR" not in content[:4096].upper():
        raise UnreadableError("is no calendar, expected BEGIN:VCALENDAR")
    check_structure(content)
    return _rows(_calendars(without_time_zones(content)))


def _calendars(content: bytes) -> "list[Calendar]":
    from icalendar import Calendar  # noqa: PLC0415 - takes 0.2 s to import

    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8, as calendars are (byte {error.start})") from error
    try:
        with warnings.catch_warnings(action="ignore"):  # about what is mended while it is read
            return [part for part in Calendar.from_ical(text, multiple=True) if part.name == "VCALENDAR"]
    except Exception as error:  # whatever a damaged file makes the library raise
        raise UnreadableError(f"is a damaged calendar ({error})") from error


def _rows(calendars: "list[Calendar]") -> Iterator[RawRow | ImportProblem]:
    number = 0
    for calendar in calendars:
        zone = _zone(str(calendar.get("X-WR-TIMEZONE", "")))
        events = calendar.walk(select=lambda part: part.name in ("VEVENT", "VJOURNAL"))
        _check_nothing_outside(calendar)
        _check_count(str(calendar.get("X-QTVIEWER-COUNT", "")), len(events))
        for event in events:
            number += 1
            try:
                yield RawRow(number, _cells(event, zone))
            except RefusedValueError as error:
                yield ImportProblem(number, "", str(event.get("SUMMARY", ""))[:60], str(error))
            except Exception as error:  # a property that the library cannot make sense of
                yield ImportProblem(number, "", "", f"is a damaged event ({type(error).__name__}: {error})")


def _check_nothing_outside(calendar: Component) -> None:
    """Raise UnreadableError when a calendar itself has what only its events have, as where both their ends are lost."""
    for name in ("DTSTART", "DTEND", "SUMMARY"):
        if name in calendar:
            raise UnreadableError(f"holds {name} outside an event; lines with BEGIN:VEVENT and END:VEVENT are lost")


def _check_count(stated: str, found: int) -> None:
    """Raise UnreadableError when an export of this program has fewer events than it says."""
    if stated.isdecimal() and len(stated) < _MAX_DIGITS and found < int(stated):
        reason = f"says that it has {stated} events and has {found}; it is not whole"
        raise UnreadableError(f"{reason} (where some were taken out on purpose, take X-QTVIEWER-COUNT out, too)")


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _cells(event: Component, zone: ZoneInfo | None) -> Mapping[str, Any]:
    for name in ("RRULE", "RDATE", "RECURRENCE-ID"):
        if name in event:
            raise RefusedValueError(f"repeats ({name}), expected single events")
    for name in ("UID", "DTSTART", "DTEND", "SUMMARY"):
        if isinstance(event.get(name), list):
            raise RefusedValueError(f"has {name} twice, expected it once; lines between two events may be lost")
    own_date = str(event.get("X-QTVIEWER-DATE", ""))
    status = str(event.get("STATUS", "")).upper()
    if status == "CANCELLED":
        raise RefusedValueError("is cancelled, expected events that took place or will")
    categories = _categories(event)
    cells = {
        "id": _id(str(event.get("UID", ""))),
        "title": _without_date(_text(event, "SUMMARY"), own_date),
        "body": _text(event, "DESCRIPTION"),
        "places": [place for place in _text(event, "LOCATION").split(", " if own_date else "\n") if place],
        "parent": _id(str(event.get("RELATED-TO", ""))) if own_date else "",
        "status": "" if own_date else _STATUSES.get(status, ""),
        "category": categories[0] if categories else None,
        "tags": categories[1:],
        **(_own_date_cells(event, own_date) if own_date else _date_cells(event, zone)),
    }
    lang = str(getattr(event.get("SUMMARY"), "params", {}).get("LANGUAGE", ""))
    return cells | ({"lang": lang} if lang else {})


def _own_date_cells(event: Component, own_date: str) -> Mapping[str, str]:
    """Return the cells of a date as exports of this program state it beside that of the calendar."""
    return {
        "date": own_date,
        "precision": "as in the list",
        "date_basis": str(event.get("X-QTVIEWER-DATE-BASIS", DateBasis.PRINTED)),
    }


def _without_date(title: str, own_date: str) -> str:
    """Return a title without the date that exports of this program append to it."""
    try:
        labels = [date_label(parse_edtf(own_date), lang) for lang in ("zh", "en")] if own_date else []
    except DateError:
        return title
    return next((title.removesuffix(f" ({label})") for label in labels if title.endswith(f" ({label})")), title)


def _id(uid: str) -> str:
    """Return the event id in a UID: exports hold it as it is, for others it is derived, the same at every import."""
    local = uid.partition("@")[0]
    if not uid or is_slug(local):
        return local
    return f"{slug_of(local)}-{zlib.crc32(uid.encode('utf-8', 'replace')):08x}"


def _text(event: Component, name: str) -> str:
    value = event.get(name, "")
    text = "\n\n".join(map(str, value)) if isinstance(value, list) else str(value)
    return html_to_markdown(text.strip())


def _categories(event: Component) -> list[str]:
    values = event.get("CATEGORIES", [])
    lists = values if isinstance(values, list) else [values]
    names = (str(name).strip() for group in lists for name in group.cats)
    return list(dict.fromkeys(name for name in names if name))


def _date_cells(event: Component, zone: ZoneInfo | None) -> Mapping[str, str]:
    """Return the cells date and time of an event; its end in the calendar is the first moment after it."""
    if "DTSTART" not in event:
        raise RefusedValueError("has no DTSTART, expected the day it begins")
    start = _in_calendar_zone(event["DTSTART"].dt, zone)
    end = _in_calendar_zone(event["DTEND"].dt, zone) if "DTEND" in event else None
    if end is None and "DURATION" in event:
        end = start + event["DURATION"].dt
    first, last = _day(start), _day(start if end is None else end)
    if last > first and not (isinstance(end, datetime) and end.time().replace(tzinfo=None) > datetime.min.time()):
        last -= _DAY
    time = f"{start:%H:%M}" if isinstance(start, datetime) else ""
    return {"date": f"{first}" if last <= first else f"{first}/{last}", "time": time}


def _in_calendar_zone(moment: date | datetime, zone: ZoneInfo | None) -> date | datetime:
    """Return a UTC time in the zone of its calendar; keep a time in any other zone as it is written."""
    if isinstance(moment, datetime) and zone is not None and moment.tzinfo in (UTC, ZoneInfo("UTC")):
        return moment.astimezone(zone)
    return moment


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
