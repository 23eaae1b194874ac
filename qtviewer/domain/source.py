"""What the window, the exports and the command line ask of a store."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from qtviewer.domain.event import Category, Event, Names, Tag
from qtviewer.domain.event_date import EventDate
from qtviewer.domain.query import EventQuery

Grouping = Literal["category", "collection", "month", "year", "place", "tag"]


class EventHead(NamedTuple):
    """What a card shows of an event, in one language."""

    id: str
    date: EventDate
    category: str
    importance: int
    title: str


class Vocabulary(NamedTuple):
    """What the events of a store refer to, by id, in the order of the store."""

    titles: Names
    subtitles: Names
    languages: tuple[str, ...]
    categories: Mapping[str, Category]
    collections: Mapping[str, Names]
    sources: Mapping[str, Names]
    threads: Mapping[str, Names]
    tags: Mapping[str, Tag]


class EventSource(Protocol):
    """Events in date order: by first day, then last day, importance (highest first) and id."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What the events refer to."""

    @property
    def content_hash(self) -> str:
        """SHA-256 of everything the store holds, in hexadecimal."""

    def count(self, query: EventQuery) -> int:
        """How many events match."""

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """How many events match per category, month (YYYY-MM) ...; an event counts in each of its places or tags."""

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """First and last known day of the matching events, open ends left aside; None when nothing matches."""

    def heads(self, query: EventQuery, lang: str) -> Sequence[EventHead]:
        """The matching events as cards show them."""

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events, whole, one after the other."""

    def event(self, event_id: str) -> Event | None:
        """One event, or None."""

    def related(self, event: Event, lang: str) -> Sequence[EventHead]:
        """The other events of its thread, its parent and its parts."""
