"""Checks that the parts of a calendar begin and end in pairs, before a library reads it and mends what does not."""

import re
from typing import Final

from qtviewer.exchange.importing.raw_value import UnreadableError

_BEGIN_OR_END: Final = re.compile(rb"^(BEGIN|END):([A-Z0-9-]+)[ \t]*\r?$", re.M | re.I)
_ZONE: Final = re.compile(rb"^BEGIN:VTIMEZONE[ \t]*\r?\n.*?^END:VTIMEZONE[ \t]*\r?\n", re.M | re.I | re.S)
_CALENDAR: Final = b"VCALENDAR"
_MAX_DEPTH: Final = 10
_EVENTS: Final = frozenset({b"VEVENT", b"VJOURNAL", b"VTODO"})
_LOST: Final = "a line is lost"


def check_structure(content: bytes) -> None:
    """Raise UnreadableError where a part of a calendar begins or ends without the other, naming the line."""
    if b"\r" in content and b"\n" not in content:
        raise UnreadableError("ends its lines with CR alone, expected CRLF or LF")
    open_parts: list[tuple[bytes, int]] = []
    line, counted = 1, 0
    for match in _BEGIN_OR_END.finditer(content):
        line += content.count(b"\n", counted, match.start())
        counted = match.start()
        name = match[2].upper()
        if match[1].upper() == b"BEGIN":
            _check_place(name, line, open_parts)
            open_parts.append((name, line))
        elif not open_parts or open_parts.pop()[0] != name:
            raise UnreadableError(
                f"line {line} ends {_text(name)} without having begun it, or before what is in it; {_LOST}"
            )
    if open_parts:
        name, line = open_parts[-1]
        raise UnreadableError(f"line {line} begins {_text(name)}, which never ends; it is not whole")


def without_time_zones(content: bytes) -> bytes:
    """Return a checked calendar without its definitions of time zones: times are read as their clocks show them.

    The library takes the square of the number of their rules.
    """
    return _ZONE.sub(b"", content)


def _check_place(name: bytes, line: int, open_parts: list[tuple[bytes, int]]) -> None:
    """Raise UnreadableError for a part outside a calendar, an event within an event, or one that is too deep."""
    if not open_parts:
        if name != _CALENDAR:
            raise UnreadableError(
                f"line {line} begins {_text(name)} outside a calendar, expected BEGIN:VCALENDAR before it"
            )
    elif name in _EVENTS and open_parts[-1][0] in _EVENTS:
        around, begun = open_parts[-1]
        raise UnreadableError(
            f"line {line} begins {_text(name)} before the {_text(around)} of line {begun} has ended; {_LOST}"
        )
    elif len(open_parts) >= _MAX_DEPTH:
        raise UnreadableError(f"line {line} holds parts within parts more than {_MAX_DEPTH} deep")


def _text(name: bytes) -> str:
    return name.decode("ascii")
