"""Events as flat records: the columns every exported list shares."""

from typing import Any, Final

from qtviewer.domain.date_label import date_label
from qtviewer.domain.day_number import civil_day
from qtviewer.domain.edtf import format_edtf
from qtviewer.domain.event import Event, TagKind, in_language
from qtviewer.domain.source import Vocabulary

Record = dict[str, Any]

ALL_LANGUAGES: Final = "all"
COLUMNS: Final = (
    "id", "title", "summary", "body", "date", "date_label", "first_date", "last_date", "time", "precision",
    "approximate", "date_note", "category", "collection", "status", "importance", "places", "people",
    "organisations", "tags", "figures", "parent", "thread", "source", "source_locator", "lang",
)  # fmt: skip
_TAG_COLUMNS: Final = {
    "places": TagKind.PLACE,
    "people": TagKind.PERSON,
    "organisations": TagKind.ORGANISATION,
    "tags": TagKind.TOPIC,
}


def event_record(event: Event, vocabulary: Vocabulary, lang: str) -> Record:
    """An event in one language, or in the first it has; with `all`, every language under "texts" as well."""
    spoken = lang if lang in event.texts else next(iter(event.texts))
    words = event.texts[spoken]
    values = {
        "id": event.id,
        "title": words.title,
        "summary": words.summary,
        "body": words.body,
        "date": format_edtf(event.date),
        "date_label": date_label(event.date, spoken),
        "first_date": _iso_date(event.date.first_day) if event.date.start else None,
        "last_date": _iso_date(event.date.last_day) if event.date.end else None,
        "time": event.time or None,
        "precision": event.date.precision.value,
        "approximate": event.date.approximate,
        "date_note": words.date_note,
        "category": event.category,
        "collection": event.collection,
        "status": event.status.value,
        "importance": event.importance,
        "figures": _figures(event, spoken),
        "parent": event.parent or None,
        "thread": event.thread or None,
        "source": in_language(vocabulary.sources[event.source], spoken),
        "source_locator": " · ".join(part for part in (event.source_section, event.source_heading) if part),
        "lang": spoken,
    } | _tags(event, vocabulary, spoken)
    record = {column: values[column] for column in COLUMNS}
    return record | {"texts": _texts(event)} if lang == ALL_LANGUAGES else record


def _iso_date(number: int) -> str:
    """ISO 8601 day."""
    year, month, day = civil_day(number)
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def _tags(event: Event, vocabulary: Vocabulary, lang: str) -> Record:
    tags = [vocabulary.tags[tag] for tag in event.tags]
    return {
        column: [in_language(tag.names, lang) for tag in tags if tag.kind is kind]
        for column, kind in _TAG_COLUMNS.items()
    }


def _figures(event: Event, lang: str) -> list[Record]:
    return [
        {"number": figure.number, "value": words.value, "unit": words.unit, "label": words.label}
        for figure in event.figures
        for words in [figure.texts.get(lang) or next(iter(figure.texts.values()))]
    ]


def _texts(event: Event) -> dict[str, Record]:
    return {
        lang: {
            "title": words.title,
            "summary": words.summary,
            "body": words.body,
            "date_note": words.date_note,
            "figures": _figures(event, lang),
        }
        for lang, words in event.texts.items()
    }
