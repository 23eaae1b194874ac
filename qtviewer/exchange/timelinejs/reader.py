"""Reads the JSON of TimelineJS 3: slides become events, their HTML the Markdown of this program."""

from collections.abc import Iterator, Mapping
from typing import Any

from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Chronicle
from qtviewer.domain.imported import ImportProblem
from qtviewer.domain.slug import is_slug, slug_of
from qtviewer.exchange.importing.html_text import html_to_markdown
from qtviewer.exchange.importing.raw_value import RawRow, RefusedValueError, as_text, excerpt_of
from qtviewer.exchange.importing.row_reader import guessed_language
from qtviewer.exchange.importing.safety import safe_text
from qtviewer.exchange.timelinejs.dates import read_date_object
from qtviewer.exchange.timelinejs.eras import read_eras
from qtviewer.exchange.timelinejs.slide_text import headline_of, text_of


def is_timelinejs(document: Any) -> bool:
    """Return whether a JSON value is a timeline of TimelineJS."""
    events = document.get("events") if isinstance(document, dict) else None
    return isinstance(events, list) and any(isinstance(slide, dict) and "start_date" in slide for slide in events[:5])


def timelinejs_rows(document: Mapping[str, Any], notes: list[str]) -> Iterator[RawRow | ImportProblem]:
    """Yield the slides as rows numbered from 1; at the end add a note to `notes` if media are left out."""
    for number, slide in enumerate(document["events"], 1):
        try:
            yield RawRow(number, _cells(slide))
        except RefusedValueError as error:
            yield ImportProblem(number, "", "", str(error))
    if any(isinstance(slide, dict) and slide.get("media") for slide in document["events"]):
        notes.append("pictures and other media are left out")


def timelinejs_declared(document: Mapping[str, Any], lang: str | None) -> tuple[Chronicle, list[ImportProblem]]:
    """Return a chronicle with only the title and the eras of a timeline, and the problems of eras that cannot be read.

    `lang` is the language of both, or None to guess it.
    """
    try:
        headline = safe_text(headline_of(document.get("title") or {}))
    except RefusedValueError:
        headline = ""
    eras, problems = read_eras(document.get("eras"), lang)
    titles = {lang or guessed_language(headline): headline} if headline else {}
    return Chronicle(titles, {}, eras=eras), problems


def _cells(slide: Any) -> Mapping[str, Any]:
    if not isinstance(slide, dict):
        raise RefusedValueError(f"is {excerpt_of(slide)!r}, expected an object")
    text = text_of(slide)
    key = as_text(slide.get("unique_id")).strip()
    start, time = read_date_object(slide.get("start_date"), "start_date")
    end = read_date_object(slide["end_date"], "end_date")[0] if slide.get("end_date") else start
    label = html_to_markdown(as_text(slide.get("display_date")))
    date, note = _shown_date(start if end == start else f"{start}/{end}", label)
    return {
        "id": key if is_slug(key) or not key else slug_of(key),
        "title": headline_of(slide),
        "body": html_to_markdown(as_text(text.get("text"))),
        "date": date,
        "date_note": note,
        "time": time,
        "category": html_to_markdown(as_text(slide.get("group"))) or None,
    }


def _shown_date(date: str, label: str) -> tuple[str, str]:
    """Return a date as EDTF and a note on it: the date in the label when it contains `date`, else the label as note."""
    if not label:
        return date, ""
    try:
        slide_date, label_date = parse_edtf(date), read_date(label)
    except DateError:
        return date, label
    contains = label_date.first_day <= slide_date.first_day and slide_date.last_day <= label_date.last_day
    return (format_edtf(label_date), "") if contains else (date, label)
