"""Writes the JSON that TimelineJS 3 reads: events as slides, categories as groups."""

import html
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import DateBasis, Event, name_in_language
from qtviewer.exchange.body_markup import body_to_html
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_entries
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss, LossCollector
from qtviewer.exchange.timelinejs.dates import date_object
from qtviewer.exchange.timelinejs.eras import era_losses, era_objects

_WITHIN_RANGE_LOSS: Final = "days somewhere in a range stand at its beginning, with the range as their label"
_COARSE_DATE_LOSS: Final = "dates known to the decade or century stand at its first year, with the right label"
_DATE_BASIS_LOSS: Final = "how a date is known that the source does not print is left out"
_OPEN_DATE_LOSS: Final = "dates open at one end stand at the other, with the right label"


def write_timelinejs(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write `{"title", "events", "eras"}` with query, count and content hash; return what TimelineJS cannot hold."""
    head = job.metadata() | {"scale": "human", "title": _title(job)}
    stream.write(f'{as_json(head)[:-1]},\n"events": ['.encode())
    losses, separator, eras = LossCollector(), "\n", job.eras()
    for entry in document_entries(job):
        stream.write((separator + as_json(_slide(entry))).encode())
        separator = ",\n"
        for loss in _losses(entry.event):
            losses.add(loss, entry.event.id)
    for era in eras:
        for loss in era_losses(era.date):
            losses.add(loss, era.id)
    stream.write(f'\n],\n"eras": {as_json(era_objects(eras, job.languages[0], job.query.today))}}}\n'.encode())
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
    slide: dict[str, Any] = {"unique_id": entry.event.id, "start_date": date_object(point)}
    if event_date.precision is Precision.INTERVAL and event_date.start is not None and event_date.end is not None:
        slide["end_date"] = date_object(event_date.end)  # a day somewhere between two does not last
    return slide | {
        "display_date": entry.date,
        "group": _without_markup(entry.texts[0].category),
        "text": {"headline": html.escape(entry.title), "text": "".join(_slide_html(text) for text in entry.texts)},
    }


def _slide_html(text: EntryText) -> str:
    colon = export_text("colon", text.lang)
    figures = [f"{figure.label}{colon}{figure.value} {figure.unit}".rstrip() for figure in text.figures]
    source = f"{export_text('source', text.lang)}{colon}{text.source}" if text.source else ""
    return _paragraphs([text.summary]) + body_to_html(text.body) + _paragraphs([*figures, text.date_note, source])


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)


def _without_markup(text: str) -> str:
    """Return a name with angle brackets replaced: TimelineJS shows group names as HTML but does not unescape them."""
    return " ".join(text.replace("<", "‹").replace(">", "›").split())


def _losses(event: Event) -> Iterator[str]:
    if event.date_basis is not DateBasis.PRINTED:
        yield _DATE_BASIS_LOSS
    ends = (event.date.start, event.date.end)
    if None in ends:
        yield _OPEN_DATE_LOSS
    elif event.date.precision is Precision.WITHIN:
        yield _WITHIN_RANGE_LOSS
    if any(end and end.precision in (Precision.DECADE, Precision.CENTURY) for end in ends):
        yield _COARSE_DATE_LOSS
