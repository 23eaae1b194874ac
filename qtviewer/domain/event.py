"""Events and what they refer to, as frozen values."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from qtviewer.domain.dates.event_date import EventDate

Names = Mapping[str, str]
"""A name per language code."""
_NONE: Mapping[str, Names] = MappingProxyType({})


class Status(StrEnum):
    """Whether an event is over, lasts, or is still to come."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"


class DateBasis(StrEnum):
    """How the date is known."""

    PRINTED = "printed"
    INFERRED = "inferred"
    RELATIVE = "relative"
    LUNAR = "lunar"
    CONTRADICTORY = "contradictory"


class TagKind(StrEnum):
    """What a tag names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TOPIC = "topic"


class EventText(NamedTuple):
    """An event's words in one language; `body` is a Markdown subset, `date_note` may be empty."""

    title: str
    summary: str
    body: str
    date_note: str = ""


class FigureText(NamedTuple):
    """A figure's words in one language: the value as printed, its unit (may be empty) and its label."""

    value: str
    unit: str
    label: str


class Figure(NamedTuple):
    """A number an event states, in the unit of the source's language."""

    number: float
    texts: Mapping[str, FigureText]


class Event(NamedTuple):
    """One dated event with its words in every language and the ids of what it refers to.

    `importance` is 1 (a detail) to 5 (made the year), `time` HH:MM or empty, `tags` ids in the order of the source.
    """

    id: str
    date: EventDate
    category: str
    collection: str
    texts: Mapping[str, EventText]
    time: str = ""
    date_basis: DateBasis = DateBasis.PRINTED
    status: Status = Status.HAPPENED
    importance: int = 3
    parent: str = ""
    thread: str = ""
    source: str = ""
    source_section: str = ""
    source_heading: str = ""
    tags: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()


class Category(NamedTuple):
    """A lane of the timeline, with its colour (#RRGGBB) on light and on dark ground."""

    id: str
    names: Names
    color: str
    color_dark: str


class Tag(NamedTuple):
    """A person, organisation, place or topic; `aliases` are other spellings of it."""

    id: str
    kind: TagKind
    names: Names
    aliases: tuple[str, ...] = ()


class Chronicle(NamedTuple):
    """Everything a store holds: what there is one of, and its events.

    `pinyin` has the syllables, with spaces between, of words that are not read as they usually are.
    """

    titles: Names
    subtitles: Names
    categories: tuple[Category, ...] = ()
    collections: Mapping[str, Names] = _NONE
    sources: Mapping[str, Names] = _NONE
    threads: Mapping[str, Names] = _NONE
    tags: tuple[Tag, ...] = ()
    events: tuple[Event, ...] = ()
    pinyin: Mapping[str, str] = MappingProxyType({})


def name_in_language(names: Mapping[str, str], lang: str) -> str:
    """The name in a language, or in the first one there is; empty when there is none."""
    return names.get(lang) or next(filter(None, names.values()), "")
