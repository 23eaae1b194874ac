"""Reads one event of TOML content."""

from typing import Final

from qtviewer.domain.bounds import event_excesses
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate, check_in_calendar
from qtviewer.domain.dates.minutes import is_time_of_day
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


class DeclaredNames:
    """The ids and tags that the events of a chronicle may refer to.

    `ids` holds ids by kind, `tags` the ids of tags by kind and Chinese name.
    """

    def __init__(self, chronicle: Chronicle) -> None:
        self.ids = {
            "category": {category.id for category in chronicle.categories},
            "collection": set(chronicle.collections),
            "source": set(chronicle.sources),
            "thread": set(chronicle.threads),
        }
        self.tags = {(tag.kind, tag.names["zh"]): tag.id for tag in chronicle.tags}


def read_event(table: TomlTable, declared: DeclaredNames) -> Event:
    """Return the event of a table; raise ContentError when something in it is missing, unknown or not declared."""
    event = Event(
        id=table.take_slug("id"),
        date=read_date(table),
        category=_reference(table, "category", declared),
        collection=_reference(table, "collection", declared),
        texts={lang: _read_text(table.take_table(lang)) for lang in LANGUAGES},
        time=_read_time(table),
        date_basis=table.take_choice("date_basis", DateBasis.PRINTED),
        status=table.take_choice("status", Status.HAPPENED),
        importance=table.take_integer("importance", 3, 1, 5),
        parent=table.take_slug("parent", ""),
        thread=_reference(table, "thread", declared, default=""),
        source=_reference(table, "source", declared),
        source_section=table.take_text("section", ""),
        source_heading=table.take_text("heading", ""),
        tags=tuple(tag for key, kind in _TAG_KEYS.items() for tag in _read_tags(table, key, kind, declared)),
        figures=tuple(_read_figure(figure) for figure in table.take_tables("figure")),
    )
    for field, excess in event_excesses(event):
        raise table.error(f"{field} {excess}")
    return event


def read_date(table: TomlTable) -> EventDate:
    """Take the date of a table; raise ContentError when it is missing or no EDTF."""
    text = table.take_text("date")
    try:
        return check_in_calendar(parse_edtf(text))
    except DateError as error:
        raise table.error(str(error)) from error


def _read_time(table: TomlTable) -> str:
    time = table.take_text("time", "")
    if time and not is_time_of_day(time):
        raise table.error(f"'time' is {time!r}, expected HH:MM")
    return time


def _reference(table: TomlTable, key: str, declared: DeclaredNames, **default: str) -> str:
    value = table.take_slug(key, **default)
    ids = declared.ids[key]
    if value and value not in ids:
        raise table.error(f"{key} {value!r} is not declared, {expected_names(value, ids)}")
    return value


def _read_tags(table: TomlTable, key: str, kind: TagKind, declared: DeclaredNames) -> list[str]:
    names = table.take_texts(key)
    for name in names:
        if (kind, name) not in declared.tags:
            known = [spelling for of_kind, spelling in declared.tags if of_kind is kind]
            raise table.error(f"{kind} {name!r} is not in the register, {expected_names(name, known)}")
    return [declared.tags[kind, name] for name in names]


def _read_text(table: TomlTable) -> EventText:
    text = EventText(
        table.take_text("title"), table.take_text("summary"), table.take_text("body"), table.take_text("date_note", "")
    )
    table.refuse_unknown_keys()
    return text


def _read_figure(table: TomlTable) -> Figure:
    number = table.take_number("number")
    texts = {lang: _read_figure_text(table.take_table(lang), number) for lang in LANGUAGES}
    table.refuse_unknown_keys()
    return Figure(number, texts)


def _read_figure_text(table: TomlTable, number: float) -> FigureText:
    unit = str(table.take("unit", str, "")).strip()
    text = FigureText(table.take_text("value", f"{number:.12g}"), unit, table.take_text("label"))
    table.refuse_unknown_keys()
    return text
