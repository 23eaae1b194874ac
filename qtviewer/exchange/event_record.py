"""Events as flat records with the columns that all exports share."""

from functools import lru_cache
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, TagKind, name_in_language
from qtviewer.domain.source import Vocabulary

Record = dict[str, Any]
"""A JSON object."""

ALL_LANGUAGES: Final = "all"
COLUMNS: Final = (
    "id", "title", "summary", "body", "date", "date_label", "first_date", "last_date", "time", "precision",
    "approximate", "date_note", "category", "collection", "status", "importance", "places", "people",
    "organisations", "tags", "figures", "parent", "thread", "source", "source_locator", "lang",
    "date_basis",
)  # fmt: skip
_TAG_COLUMNS: Final = {
    TagKind.PLACE: "places",
    TagKind.PERSON: "people",
    TagKind.ORGANISATION: "organisations",
    TagKind.TOPIC: "tags",
}


def event_record(event: Event, vocabulary: Vocabulary, lang: str) -> Record:
    """Return an event as a record with a value for each of `COLUMNS`, in the language `lang` or else its first.

    With "all" for `lang` the record is in the first language of the event and has all languages under "texts".
    """
    text_lang = lang if lang in event.texts else next(iter(event.texts))
    text = event.texts[text_lang]
    dates = _date_columns(event.date, text_lang)
    names = _names(event, vocabulary, text_lang)
    record = {
        "id": event.id,
        "title": text.title,
        "summary": text.summary,
        "body": text.body,
        "date": dates.edtf,
        "date_label": dates.label,
        "first_date": dates.first,
        "last_date": dates.last,
        "time": event.time or None,
        "precision": dates.precision,
        "approximate": dates.approximate,
        "date_note": text.date_note,
        "category": event.category,
        "collection": event.collection,
        "status": event.status.value,
        "importance": event.importance,
        **names,
        "figures": _figures(event, text_lang) if event.figures else [],
        "parent": event.parent or None,
        "thread": event.thread or None,
        "source": name_in_language(vocabulary.sources[event.source], text_lang),
        "source_locator": _locator(event),
        "lang": text_lang,
        "date_basis": event.date_basis.value,
    }
    return record | {"texts": _texts(event)} if lang == ALL_LANGUAGES else record


def _locator(event: Event) -> str:
    """Return section and heading within the source, joined by a dot; either may be empty."""
    section, heading = event.source_section, event.source_heading
    return f"{section} · {heading}" if section and heading else section or heading


class _DateColumns(NamedTuple):
    edtf: str
    label: str
    first: str | None
    last: str | None
    precision: str
    approximate: bool


@lru_cache(maxsize=4096)  # in date order many events share a date
def _date_columns(date: EventDate, lang: str) -> _DateColumns:
    return _DateColumns(
        format_edtf(date),
        date_label(date, lang),
        _iso_date(date.first_day) if date.start else None,
        _iso_date(date.last_day) if date.end else None,
        date.precision.value,
        date.approximate,
    )


@lru_cache(maxsize=4096)  # the same, and long events end on the days of others
def _iso_date(number: int) -> str:
    """Return the ISO 8601 date of a day number, with a minus sign before years below 0."""
    year, month, day = civil_day(number)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def _names(event: Event, vocabulary: Vocabulary, lang: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"places": [], "people": [], "organisations": [], "tags": []}
    for key in event.tags:
        tag = vocabulary.tags[key]
        found[_TAG_COLUMNS[tag.kind]].append(tag.names.get(lang) or name_in_language(tag.names, lang))
    return found


def _figures(event: Event, lang: str) -> list[Record]:
    return [
        {"number": figure.number, "value": text.value, "unit": text.unit, "label": text.label}
        for figure in event.figures
        for text in [figure.texts.get(lang) or next(iter(figure.texts.values()))]
    ]


def _texts(event: Event) -> dict[str, Record]:
    return {
        lang: {
            "title": text.title,
            "summary": text.summary,
            "body": text.body,
            "date_note": text.date_note,
            "figures": _figures(event, lang),
        }
        for lang, text in event.texts.items()
    }
