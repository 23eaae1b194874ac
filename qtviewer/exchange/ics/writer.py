"""Writes iCalendar: all-day entries, with what a calendar cannot hold as text in the description."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, BinaryIO, Final

from qtviewer import __version__
from qtviewer.domain.dates.day_number import CivilDay, civil_day, day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.event import DateBasis, Event, Status, name_in_language
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_entries
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss, LossCollector

if TYPE_CHECKING:
    from icalendar import Component

_END: Final = b"END:VCALENDAR\r\n"
_FIRST_DAY: Final = day_number(1)
_LAST_DAY: Final = day_number(9999, 12, 30)  # the end of a span is the day after it
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_OUTSIDE_CALENDAR_LOSS: Final = "dates outside the years 1 to 9999 stand in notes (VJOURNAL) without days"
_IMPRECISE_DATE_LOSS: Final = "dates not known to the day stand as tentative on the first day that they can mean"
_OPEN_DATE_LOSS: Final = "dates open at one end stand as tentative on the first day of the other"
_TIME_OF_DAY_LOSS: Final = "times of day stand in the description"


def write_ics(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write an all-day entry for each event; return what the calendar could not hold, and of which events."""
    head = _calendar(job).to_ical().removesuffix(_END)
    stream.write(head)
    losses = LossCollector()
    for entry in document_entries(job):
        stream.write(_component(entry, job).to_ical())
        for loss in _losses(entry.event):
            losses.add(loss, entry.event.id)
    stream.write(_END)
    return losses.losses()


def _calendar(job: ExportJob) -> "Component":
    from icalendar import Calendar, vText  # noqa: PLC0415 - slow to import

    lang, metadata = job.languages[0], job.metadata()
    title = vText(_without_control_characters(name_in_language(job.vocabulary.titles, lang)))
    query = as_json(metadata["query"])
    calendar = Calendar()
    calendar.add("prodid", f"-//qtviewer//{__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("description", _without_control_characters(f"{job.description}; {query}"))
    calendar.add("x-qtviewer-query", vText(_without_control_characters(query)))
    calendar.add("x-qtviewer-count", vText(str(metadata["count"])))
    calendar.add("x-qtviewer-content-hash", vText(metadata["content_hash"]))
    return calendar


def _component(entry: DocumentEntry, job: ExportJob) -> "Component":
    from icalendar import Event as CalendarEvent  # noqa: PLC0415 - slow to import
    from icalendar import Journal, vText  # noqa: PLC0415 - the same

    event = entry.event
    days = calendar_days(event.date)
    component = CalendarEvent() if days else Journal()
    component.add("uid", f"{event.id}@qtviewer")
    component.add("dtstamp", job.created)
    if days:
        component.add("dtstart", days[0])
        component.add("dtend", days[1])
        component.add("status", "CONFIRMED" if has_exact_days(event.date) else "TENTATIVE")
        component.add("transp", "TRANSPARENT")  # nobody is busy because something happened
        if places := ", ".join(entry.texts[0].places):
            component.add("location", _without_control_characters(places))
    component.add("summary", _without_control_characters(_summary(entry)))
    component.add(
        "description", _without_control_characters("\n\n".join(_description(entry, text) for text in entry.texts))
    )
    component.add(
        "categories", [_without_control_characters(name) for name in (entry.texts[0].category, *entry.texts[0].names)]
    )
    if event.parent:
        component.add("related-to", f"{event.parent}@qtviewer", parameters={"RELTYPE": "PARENT"})
    component.add("x-qtviewer-date", vText(format_edtf(event.date)))
    if event.date_basis is not DateBasis.PRINTED:
        component.add("x-qtviewer-date-basis", vText(event.date_basis.value))
    return component


def _summary(entry: DocumentEntry) -> str:
    """Return the title, followed by the date when the days of the entry do not say it exactly."""
    return entry.title if has_exact_days(entry.event.date) else f"{entry.title} ({entry.date})"


def _description(entry: DocumentEntry, text: EntryText) -> str:
    colon = export_text("colon", text.lang)
    status = entry.event.status
    lines = [
        text.summary,
        text.body,
        "\n".join(f"{figure.label}{colon}{figure.value} {figure.unit}".rstrip() for figure in text.figures),
        f"{export_text('date', text.lang)}{colon}{text.date}",
        text.date_note,
        ""
        if status is Status.HAPPENED
        else f"{export_text('status', text.lang)}{colon}{export_text(status, text.lang)}",
        f"{export_text('thread', text.lang)}{colon}{text.thread}" if text.thread else "",
        f"{export_text('source', text.lang)}{colon}{text.source}" if text.source else "",
    ]
    return "\n".join(line for line in lines if line)


def calendar_days(event_date: EventDate) -> tuple[date, date] | None:
    """Return the first day of an entry and the day after its last; None outside the years 1 to 9999."""
    known = event_date.start or event_date.end
    assert known is not None  # noqa: S101 - EventDate has at least one end
    first = last = known.first_day
    if event_date.precision is Precision.INTERVAL and event_date.start and event_date.end:
        last = event_date.last_day
    if not _FIRST_DAY <= first <= last <= _LAST_DAY:
        return None
    return _date(civil_day(first)), _date(civil_day(last)) + timedelta(days=1)


def _date(day: CivilDay) -> date:
    return date(day.year, day.month, day.day)


def has_exact_days(event_date: EventDate) -> bool:
    """Return whether a date is a known day or lasts from one known day to another, so that an entry says all of it."""
    ends = (event_date.start, event_date.end)
    return (
        event_date.precision in (Precision.DAY, Precision.INTERVAL)
        and all(end is not None and end.precision is Precision.DAY for end in ends)
        and not event_date.approximate
    )


def _losses(event: Event) -> list[str]:
    if calendar_days(event.date) is None:
        return [_OUTSIDE_CALENDAR_LOSS]
    found = []
    if event.date.start is None or event.date.end is None:
        found.append(_OPEN_DATE_LOSS)
    elif not has_exact_days(event.date):
        found.append(_IMPRECISE_DATE_LOSS)
    return [*found, _TIME_OF_DAY_LOSS] if event.time else found


def _without_control_characters(text: str) -> str:
    """Return a text with the control characters that a calendar must not hold replaced."""
    return _NOT_TEXT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
