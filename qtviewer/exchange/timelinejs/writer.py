"""The JSON that TimelineJS 3 reads: an event a slide, the categories as groups, events with parts as eras."""

import html
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.event import Event, name_in_language
from qtviewer.exchange.body_markup import body_to_html
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_entries, document_entry
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss, LossCollector

_WITHIN: Final = "days somewhere in a range stand at its beginning, with the range as their label"
_LONG: Final = "dates known to the decade or century stand at its first year, with the right label"
_OPEN: Final = "dates open at one end stand at the other, with the right label"


def write_timelinejs(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write `{"title", "events", "eras"}`, and query, count and content hash beside them."""
    head = job.metadata() | {"scale": "human", "title": _title(job)}
    stream.write(f'{as_json(head)[:-1]},\n"events": ['.encode())
    losses, separator, eras = LossCollector(), "\n", _Eras()
    for entry in document_entries(job):
        stream.write((separator + as_json(_slide(entry))).encode())
        separator = ",\n"
        eras.add(entry.event)
        for loss in _losses(entry.event):
            losses.add(loss, entry.event.id)
    stream.write(f'\n],\n"eras": {as_json(eras.found(job))}}}\n'.encode())
    return losses.losses()


def _title(job: ExportJob) -> dict[str, Any]:
    lang, metadata, known = job.languages[0], job.metadata(), job.vocabulary
    lines = [
        name_in_language(known.subtitles, lang),
        job.description,
        f"{export_text('query', lang)}{export_text('colon', lang)}{as_json(metadata['query'])}",
    ]
    return {"text": {"headline": html.escape(name_in_language(known.titles, lang)), "text": _paragraphs(lines)}}


def _slide(entry: DocumentEntry) -> dict[str, Any]:
    event_date = entry.event.date
    point = event_date.start or event_date.end
    assert point is not None  # noqa: S101 - EventDate has at least one end
    slide: dict[str, Any] = {"unique_id": entry.event.id, "start_date": _date(point)}
    if _lasted(event_date):
        slide["end_date"] = _date(event_date.end)
    return slide | {
        "display_date": entry.date,
        "group": _plain(entry.texts[0].category),
        "text": {"headline": html.escape(entry.title), "text": "".join(_text(words) for words in entry.texts)},
    }


def _lasted(event_date: EventDate) -> bool:
    """Whether it has a first and a last day; a day somewhere between two has not, and would show as a span."""
    return event_date.precision is Precision.INTERVAL and event_date.start is not None and event_date.end is not None


def _date(point: DatePoint | None) -> dict[str, int]:
    """A point in time; what is not known is left out, which is how TimelineJS knows the precision."""
    assert point is not None  # noqa: S101 - asked for ends that are there
    if point.precision is Precision.DAY:
        return {"year": point.year, "month": point.month, "day": point.day}
    return {"year": point.year} | ({"month": point.month} if point.precision is Precision.MONTH else {})


def _text(words: EntryText) -> str:
    colon = export_text("colon", words.lang)
    figures = [f"{figure.label}{colon}{figure.value} {figure.unit}".rstrip() for figure in words.figures]
    source = f"{export_text('source', words.lang)}{colon}{words.source}" if words.source else ""
    return _paragraphs([words.summary]) + body_to_html(words.body) + _paragraphs([*figures, words.date_note, source])


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)


def _plain(text: str) -> str:
    """A name for a place where TimelineJS shows markup but removes it from what it is given."""
    return " ".join(text.replace("<", "‹").replace(">", "›").split())


class _Eras:
    """The events that lasted and that others are a part of; only ids are remembered, so that any list is short."""

    def __init__(self) -> None:
        self._lasted: list[str] = []
        self._parents: set[str] = set()

    def add(self, event: Event) -> None:
        """Remember an event if it may be an era, or belongs to one."""
        if event.parent:
            self._parents.add(event.parent)
        if _lasted(event.date):
            self._lasted.append(event.id)

    def found(self, job: ExportJob) -> list[dict[str, Any]]:
        """The eras in date order."""
        events = (job.source.event(event_id) for event_id in self._lasted if event_id in self._parents)
        return [_era(document_entry(event, job.vocabulary, job.languages)) for event in events if event]


def _era(entry: DocumentEntry) -> dict[str, Any]:
    date, text = entry.event.date, {"headline": html.escape(entry.title)}
    return {"start_date": _date(date.start), "end_date": _date(date.end), "text": text}


def _losses(event: Event) -> Iterator[str]:
    ends = (event.date.start, event.date.end)
    if None in ends:
        yield _OPEN
    elif event.date.precision is Precision.WITHIN:
        yield _WITHIN
    if any(end and end.precision in (Precision.DECADE, Precision.CENTURY) for end in ends):
        yield _LONG
