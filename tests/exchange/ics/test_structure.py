"""Calendars that have lost something are refused: none of their events goes missing without a word."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.exported import exported
from tests.exchange.importing.imported import read_or_refusal
from tests.store.samples import SAMPLE
from tests.store.stores import scratch_folder, temporary_store

LINES = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a", "DTSTART;VALUE=DATE:20210628", "SUMMARY:A",
    "BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM", "END:VEVENT", "BEGIN:VEVENT", "UID:b",
    "DTSTART;VALUE=DATE:20210629", "SUMMARY:B", "END:VEVENT", "END:VCALENDAR",
]  # fmt: skip


def told(folder: Path, content: bytes) -> str:
    """How many events a calendar has, or what is said of it."""
    path = folder / "list.ics"
    path.write_bytes(content)
    read = read_or_refusal(path)
    if isinstance(read, str):
        return read.removeprefix(f"{path}: ")
    return "; ".join(read.complaints) or f"{len(read.events)} events"


@pytest.mark.parametrize(
    ("lost", "complaint"),
    [
        (0, "is no calendar, expected BEGIN:VCALENDAR"),
        (2, "line 9 ends VEVENT without having begun it, or before what is in it; a line is lost"),
        (6, "line 8 ends VALARM without having begun it, or before what is in it; a line is lost"),
        (9, "line 10 begins VEVENT before the VEVENT of line 3 has ended; a line is lost"),
        (10, "line 14 ends VEVENT without having begun it"),
        (14, "line 15 ends VCALENDAR without having begun it, or before what is in it; a line is lost"),
        (15, "line 1 begins VCALENDAR, which never ends; it is not whole"),
    ],
)
def test_a_lost_line_is_told_with_its_place(lost: int, complaint: str, tmp_path: Path) -> None:
    """Where something begins without an end, or ends without a beginning."""
    lines = [line for at, line in enumerate(LINES) if at != lost]
    assert told(tmp_path, "\r\n".join(lines).encode()).startswith(complaint)


def test_an_event_outside_a_calendar_is_told(tmp_path: Path) -> None:
    """As when the first line of a second calendar is lost."""
    said = told(tmp_path, "\r\n".join([*LINES, *LINES[1:]]).encode())
    assert said == "line 18 begins VEVENT outside a calendar, expected BEGIN:VCALENDAR before it"


def test_an_event_that_has_lost_its_beginning_and_end_is_told(tmp_path: Path) -> None:
    """What is left of it stands in the calendar itself."""
    said = told(tmp_path, "\r\n".join([*LINES[:10], *LINES[11:14], LINES[15]]).encode())
    assert said == "holds DTSTART outside an event; lines with BEGIN:VEVENT and END:VEVENT are lost"


def test_two_events_that_have_become_one_are_told(tmp_path: Path) -> None:
    """Where the lines between them are lost."""
    said = told(tmp_path, "\r\n".join([*LINES[:9], *LINES[11:]]).encode())
    assert "has UID twice, expected it once; lines between two events may be lost" in said


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_lines_end_as_programs_end_them(end: str, tmp_path: Path) -> None:
    """With CR and LF, as the standard wants, or with LF alone."""
    assert told(tmp_path, end.join([*LINES, ""]).encode()) == "2 events"


def test_lines_that_end_with_cr_alone_are_told(tmp_path: Path) -> None:
    """To the library such a file is one line, without any event."""
    assert told(tmp_path, "\r".join(LINES).encode()) == "ends its lines with CR alone, expected CRLF or LF"


def test_a_calendar_without_events_says_so(tmp_path: Path) -> None:
    """Tasks are none."""
    lines = [line.replace("VEVENT", "VTODO") for line in LINES]
    said = told(tmp_path, "\r\n".join(lines).encode())
    assert said == "holds no event, found a calendar without VEVENT; --allow-empty reads it as an empty list"


def test_our_own_calendars_say_how_many_events_they_have(tmp_path: Path) -> None:
    """A whole event that is gone is told, too."""
    with temporary_store(SAMPLE) as store:
        text = exported(store, "list.ics").decode()
    begin, end = text.rindex("BEGIN:VEVENT"), text.rindex("END:VEVENT\r\n")
    said = told(tmp_path, (text[:begin] + text[end + len("END:VEVENT\r\n") :]).encode())
    assert said.startswith(f"says that it has {len(SAMPLE.events)} events and has {len(SAMPLE.events) - 1}")


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_no_event_is_lost_without_a_word(data: st.DataObject) -> None:
    """Whichever line or whatever end of a calendar is gone, it has all its events or says what is wrong."""
    with temporary_store(SAMPLE) as store:
        lines = exported(store, "list.ics").splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    left = lines[:at] if data.draw(st.booleans()) else lines[:at] + lines[at + 1 :]
    with scratch_folder() as folder:
        said = told(folder, b"".join(left))
    assert said == f"{len(SAMPLE.events)} events" or not said.endswith("events")
