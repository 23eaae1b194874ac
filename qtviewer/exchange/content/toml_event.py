"""One event of the TOML content."""

import re
from typing import Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import (
    Chronicle,
    DateBasis,
    Event,
    EventText,
    Figure,
    FigureText,
    Status,
    TagKind,
)
from qtviewer.exchange.content.toml_table import TomlTable, expected_names

LANGUAGES: Final = ("zh", "en")
_TAG_KEYS: Final = {
    "people": TagKind.PERSON,
    "organisations": TagKind.ORGANISATION,
    "places": TagKind.PLACE,
    "topics": TagKind.TOPIC,
}
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class References:
    """What an event may refer to: declared ids, and tags by their Chinese spelling."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.declared = {
            "category": {category.id for category in chronicle.categories},
            "collection": set(chronicle.collections),
            "source": set(chronicle.sources),
            "thread": set(chronicle.threads),
        }
        self.tags = {(tag.kind, tag.names["zh"]): tag.id for tag in chronicle.tags}


def read_event(table: TomlTable, references: References) -> Event:
    """The event of a table; ContentError names what is wrong with it."""
    return Event(
        id=table.slug("id"),
        date=_read_date(table),
        category=_reference(table, "category", references),
        collection=_reference(table, "collection", references),
        texts={lang: _read_text(table.table(lang)) for lang in LANGUAGES},
        time=_read_time(table),
        date_basis=table.choice("date_basis", DateBasis.PRINTED),
        status=table.choice("status", Status.HAPPENED),
        importance=table.integer("importance", 3, 1, 5),
        parent=table.slug("parent", ""),
        thread=_reference(table, "thread", references, default=""),
        source=_reference(table, "source", references),
        source_section=table.text("section", ""),
        source_heading=table.text("heading", ""),
        tags=tuple(tag for key, kind in _TAG_KEYS.items() for tag in _read_tags(table, key, kind, references)),
        figures=tuple(_read_figure(figure) for figure in table.tables("figure")),
    )


def _read_date(table: TomlTable) -> EventDate:
    text = table.text("date")
    try:
        return parse_edtf(text)
    except DateError as error:
        raise table.error(str(error)) from error


def _read_time(table: TomlTable) -> str:
    time = table.text("time", "")
    if time and not _TIME.fullmatch(time):
        raise table.error(f"'time' is {time!r}, expected HH:MM")
    return time


def _reference(table: TomlTable, key: str, references: References, **default: str) -> str:
    value = table.slug(key, **default)
    declared = references.declared[key]
    if value and value not in declared:
        raise table.error(f"{key} {value!r} is not declared, {expected_names(value, declared)}")
    return value


def _read_tags(table: TomlTable, key: str, kind: TagKind, references: References) -> list[str]:
    names = table.texts(key)
    for name in names:
        if (kind, name) not in references.tags:
            known = [spelled for of_kind, spelled in references.tags if of_kind is kind]
            raise table.error(f"{kind} {name!r} is not in the register, {expected_names(name, known)}")
    return [references.tags[kind, name] for name in names]


def _read_text(table: TomlTable) -> EventText:
    text = EventText(table.text("title"), table.text("summary"), table.text("body"), table.text("date_note", ""))
    table.finish()
    return text


def _read_figure(table: TomlTable) -> Figure:
    number = table.number("number")
    texts = {lang: _read_figure_text(table.table(lang), number) for lang in LANGUAGES}
    table.finish()
    return Figure(number, texts)


def _read_figure_text(table: TomlTable, number: float) -> FigureText:
    unit = str(table.take("unit", str, "")).strip()
    text = FigureText(table.text("value", f"{number:.12g}"), unit, table.text("label"))
    table.finish()
    return text
