"""Reads the JSON of TimelineJS 3: slides become events, their HTML the Markdown of this program."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from qtviewer.domain.dates.edtf import format_edtf, parse_edtf
from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Chronicle
from qtviewer.domain.imported import ImportProblem
from qtviewer.domain.slug import is_slug, slug_of
from qtviewer.exchange.importing.raw_value import RawRow, RefusedValueError, as_text, excerpt_of
from qtviewer.exchange.importing.safety import html_to_markdown

_LOWEST_YEAR: Final = -10_000
_HIGHEST_YEAR: Final = 9999


def is_timelinejs(document: Any) -> bool:
    """Return whether a JSON value is a timeline of TimelineJS."""
    events = document.get("events") if isinstance(document, dict) else None
    return isinstance(events, list) and any(isinstance(slide, dict) and "start_date" in slide for slide in events[:5])


def timelinejs_rows(document: Mapping[str, Any], notes: list[str]) -> Iterator[RawRow | ImportProblem]:
    """Yield the slides as rows numbered from 1; at the end add notes about what is left out to `notes`."""
    for number, slide in enumerate(document["events"], 1):
        try:
            yield RawRow(number, _cells(slide))
        except RefusedValueError as error:
            yield ImportProblem(number, "", "", str(error))
    eras = document.get("eras")
    if isinstance(eras, list) and eras:
        notes.append(f"eras left out, which are no events: {len(eras)}")
    if any(isinstance(slide, dict) and slide.get("media") for slide in document["events"]):
        notes.append("pictures and other media are left out")


def timelinejs_titles(document: Mapping[str, Any], lang: str) -> Chronicle:
    """Return a chronicle with only the title of a timeline, in the language `lang`; without one if it has none."""
    try:
        headline = html_to_markdown(as_text(_slide_text(document.get("title") or {}).get("headline")))
    except RefusedValueError:
        headline = ""
    return Chronicle({lang: headline} if headline else {}, {})


def _cells(slide: Any) -> Mapping[str, Any]:
    if not isinstance(slide, dict):
        raise RefusedValueError(f"is {excerpt_of(slide)!r}, expected an object")
    text = _slide_text(slide)
    key = as_text(slide.get("unique_id")).strip()
    start, time = _date(slide.get("start_date"), "start_date")
    end = _date(slide["end_date"], "end_date")[0] if slide.get("end_date") else start
    label = html_to_markdown(as_text(slide.get("display_date")))
    date, note = _shown_date(start if end == start else f"{start}/{end}", label)
    return {
        "id": key if is_slug(key) or not key else slug_of(key),
        "title": " ".join(html_to_markdown(as_text(text.get("headline"))).split()),
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


def _slide_text(slide: Any) -> Mapping[str, Any]:
    text = slide.get("text") if isinstance(slide, dict) else None
    return text if isinstance(text, dict) else {}


def _date(value: Any, name: str) -> tuple[str, str]:
    """Return a date as EDTF, as precise as the object gives it, and its time as HH:MM or empty."""
    if not isinstance(value, dict):
        raise RefusedValueError(f"has no {name}, expected an object with a year")
    year = _number(value, "year", name, _LOWEST_YEAR, _HIGHEST_YEAR)
    if not year:
        raise RefusedValueError(f"has a {name} without a year, expected one but 0")
    year += year < 0  # TimelineJS shows -44 as 44 BCE
    parts = [f"{year:04d}" if year >= 0 else f"-{-year:04d}"]
    month = _number(value, "month", name, 1, 12)
    day = _number(value, "day", name, 1, 31) if month else None
    parts += [f"{part:02d}" for part in (month, day) if part]
    hour = _number(value, "hour", name, 0, 23) if day else None
    minute = _number(value, "minute", name, 0, 59)
    return "-".join(parts), "" if hour is None else f"{hour:02d}:{minute or 0:02d}"


def _number(value: Mapping[str, Any], part: str, name: str, lowest: int, highest: int) -> int | None:
    text = as_text(value.get(part)).strip()
    if not text:
        return None
    try:
        number = int(text)
    except ValueError:
        number = lowest - 1
    if not lowest <= number <= highest:
        raise RefusedValueError(f"has {excerpt_of(text)!r} as the {part} of its {name}, expected {lowest} to {highest}")
    return number
