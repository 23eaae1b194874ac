"""Events and the vocabulary they refer to, as frozen values."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from qtviewer.domain.dates.event_date import EventDate

Names = Mapping[str, str]
"""Names of one thing by language code, such as {"zh": "杭州", "en": "Hangzhou"}."""
_NONE: Mapping[str, Names] = MappingProxyType({})


class Status(StrEnum):
    """Whether an event has happened, is going on, or is still to come."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"


class DateBasis(StrEnum):
    """How the date of an event is known: printed in the source, or derived from it in one of these ways."""

    PRINTED = "printed"
    INFERRED = "inferred"
    RELATIVE = "relative"
    LUNAR = "lunar"
    CONTRADICTORY = "contradictory"


class TagKind(StrEnum):
    """The kind of thing that a tag names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TOPIC = "topic"


class EventText(NamedTuple):
    """The texts of an event in one language; `body` is a Markdown subset, `date_note` explains the date or is empty."""

    title: str
    summary: str
    body: str
    date_note: str = ""


class FigureText(NamedTuple):
    """A figure in one language: `value` as printed, its `unit` (may be empty) and the `label` saying of what."""

    value: str
    unit: str
    label: str


class Figure(NamedTuple):
    """A number that an event states; `number` is in the unit of the source's language, `texts` are by language code."""

    number: float
    texts: Mapping[str, FigureText]


class Event(NamedTuple):
    """One dated event with its texts by language code.

    `category`, `collection`, `thread`, `source` and `tags` are ids of the vocabulary, `parent` is the id of the event
    that this one is a part of; an empty one means none. `time` is HH:MM or empty, `importance` 1 (a detail) to 5 (the
    most important of a year). `source_section` and `source_heading` say where in the source it stands; `tags` are in
    the order of the source.
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
    """A category of events, shown as a lane; `color` (#RRGGBB) is used on light ground, `color_dark` on dark."""

    id: str
    names: Names
    color: str
    color_dark: str


class Era(NamedTuple):
    """A named period, shown as a band behind the events.

    `date` has a known beginning and may be open at its end, see `domain.era.check_era_date`. `color` (#RRGGBB) is used
    on light ground, `color_dark` on dark; both are empty where a file to be imported gives none.
    """

    id: str
    names: Names
    date: EventDate
    color: str
    color_dark: str


class Tag(NamedTuple):
    """A person, organisation, place or topic with its names by language code; `aliases` are other spellings of them."""

    id: str
    kind: TagKind
    names: Names
    aliases: tuple[str, ...] = ()


class Chronicle(NamedTuple):
    """Everything a store holds: title and subtitle by language code, the vocabulary, the eras, and the events.

    `collections`, `sources` and `threads` are names by id. `pinyin` has the syllables, with spaces between, of words
    that are not read as they usually are.
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
    eras: tuple[Era, ...] = ()


def name_in_language(names: Mapping[str, str], lang: str) -> str:
    """Return the name in a language, else the first name that is not empty, else an empty text."""
    return names.get(lang) or next(filter(None, names.values()), "")
