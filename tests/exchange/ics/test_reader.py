"""Calendars of this and other programs: days, times, words; what repeats is no event."""

from pathlib import Path

import pytest

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Status, TagKind
from tests.exchange.importing.imported import Read, read_bytes, read_text


def read_events(folder: Path, *events: str, zone: str = "") -> Read:
    """A calendar of events, each given by its lines."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", *([f"X-WR-TIMEZONE:{zone}"] if zone else [])]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.split("\n"), "END:VEVENT"]
    return read_text(folder, "list.ics", "\r\n".join([*lines, "END:VCALENDAR", ""]))


@pytest.mark.parametrize(
    ("lines", "edtf", "time"),
    [
        ("DTSTART;VALUE=DATE:20210628", "2021-06-28", ""),
        ("DTSTART;VALUE=DATE:20220129\nDTEND;VALUE=DATE:20220131", "2022-01-29/2022-01-30", ""),
        ("DTSTART;VALUE=DATE:20220129\nDURATION:P2D", "2022-01-29/2022-01-30", ""),
        ("DTSTART:20210628T093000\nDTEND:20210628T110000", "2021-06-28", "09:30"),
        ("DTSTART:20210628T200000\nDTEND:20210629T010000", "2021-06-28/2021-06-29", "20:00"),
        ("DTSTART:20210628T200000\nDTEND:20210629T000000", "2021-06-28", "20:00"),
        ("DTSTART;VALUE=DATE:20210628\nDTEND;VALUE=DATE:20210628", "2021-06-28", ""),
        ("DTSTART:20210628T013000Z", "2021-06-28", "09:30"),
        ("DTSTART:20210627T233000Z", "2021-06-28", "07:30"),
    ],
)
def test_days_and_times(lines: str, edtf: str, time: str, tmp_path: Path) -> None:
    """The end of a calendar's event is the moment after it; times are those of the calendar's place."""
    (event,) = read_events(tmp_path, f"UID:a\nSUMMARY:A\n{lines}", zone="Asia/Shanghai").events
    assert event.date is not None
    assert (format_edtf(event.date), event.time) == (edtf, time)


def test_words_and_what_they_are_about(tmp_path: Path) -> None:
    """Summary, description, place, categories and status; escapes are undone and HTML becomes text."""
    lines = (
        "UID:metro-opens@example.com\nSUMMARY;LANGUAGE=en:Hello\\, you\n"
        "DESCRIPTION:<p>One</p><script>x</script>\\nTwo\n"
        "LOCATION:Xiasha\nCATEGORIES:Milestones,Metro\nSTATUS:TENTATIVE\nDTSTART;VALUE=DATE:20210628"
    )
    (event,) = read_events(tmp_path, lines).events
    assert (event.id, event.category, event.status, event.lang) == ("metro-opens", "Milestones", Status.PLANNED, "en")
    assert event.texts["en"] == {"title": "Hello, you", "body": "One\n\nTwo"}
    assert event.tags == {TagKind.PLACE: ({"en": "Xiasha"},), TagKind.TOPIC: ({"en": "Metro"},)}


def test_our_own_calendars_say_what_no_calendar_can_hold(tmp_path: Path) -> None:
    """The exact date, the title without it, places and parent come back; tentative there means imprecise."""
    lines = (
        "UID:a@qtviewer\nDTSTART;VALUE=DATE:20211201\nSUMMARY:开工 (2021年12月)\nX-QTVIEWER-DATE:2021-12\n"
        "STATUS:TENTATIVE\nLOCATION:下沙\\, 江东\nRELATED-TO;RELTYPE=PARENT:b@qtviewer"
    )
    journal = "BEGIN:VCALENDAR\nBEGIN:VJOURNAL\nUID:c\nSUMMARY:堤\nX-QTVIEWER-DATE:-3300~\nEND:VJOURNAL\nEND:VCALENDAR"
    (event,) = read_events(tmp_path, lines).events
    assert event.date is not None
    assert (format_edtf(event.date), event.texts["zh"]["title"], event.status) == ("2021-12", "开工", None)
    assert (event.parent, event.tags[TagKind.PLACE]) == ("b", ({"zh": "下沙"}, {"zh": "江东"}))
    (old,) = read_text(tmp_path, "old.ics", journal.replace("\n", "\r\n")).events
    assert old.date is not None
    assert format_edtf(old.date) == "-3300~"


def test_a_foreign_uid_gives_the_same_id_every_time(tmp_path: Path) -> None:
    """Importing a calendar again finds its events; two UIDs that look alike stay two."""
    uids = ["040000008200E00074C5B7101A82E00800", "{X}@a", "{X}@b"]
    events = [f"UID:{uid}\nSUMMARY:A\nDTSTART;VALUE=DATE:20210628" for uid in uids]
    first, again = read_events(tmp_path, *events), read_events(tmp_path, *events)
    assert len({event.id for event in first.events}) == 3
    assert [event.id for event in first.events] == [event.id for event in again.events]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("DTSTART;VALUE=DATE:20210628\nRRULE:FREQ=DAILY", "row 1, 'A' repeats (RRULE), expected single events"),
        ("DTSTART;VALUE=DATE:20210628\nSTATUS:CANCELLED", "is cancelled"),
        ("DTEND;VALUE=DATE:20210628", "has no DTSTART"),
        ("DTSTART:yesterday", "row 1 is a damaged event"),
    ],
)
def test_what_is_no_single_event_is_named(lines: str, complaint: str, tmp_path: Path) -> None:
    """Repetitions, cancellations and damage."""
    (found,) = read_events(tmp_path, f"UID:a\nSUMMARY:A\n{lines}").complaints
    assert complaint in found


@pytest.mark.parametrize("content", [b"", b"hello", b"BEGIN:VCALENDAR\xff", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"])
def test_what_is_no_calendar_is_refused(content: bytes, tmp_path: Path) -> None:
    """One sentence, with the reason."""
    with pytest.raises(ViewerError, match=r"is no calendar|is not UTF-8|it is not whole"):
        read_bytes(tmp_path, "list.ics", content)


def test_a_time_zone_of_thousands_of_rules_is_not_read(tmp_path: Path) -> None:
    """A time is what the clocks of its zone show; the library would take minutes for the rules."""
    rule = (
        "BEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=YEARLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD"
    )
    zone = "BEGIN:VTIMEZONE\nTZID:X\n" + f"{rule}\n" * 3_000 + "END:VTIMEZONE"
    event = "BEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART;TZID=X:20210628T093000\nEND:VEVENT"
    (read,) = read_text(tmp_path, "a.ics", f"BEGIN:VCALENDAR\n{zone}\n{event}\nEND:VCALENDAR\n").events
    assert (read.time, read.date and format_edtf(read.date)) == ("09:30", "2021-06-28")
