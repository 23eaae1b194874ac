"""What the window, the exports and the command line ask of a store."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.event import Category, Chronicle, Event, Names, Tag
from qtviewer.domain.query.event_query import EventQuery

Order = Literal["date", "title", "importance"]
Facet = Literal[
    "category", "year", "month", "place", "person", "organisation", "topic", "collection", "status", "importance",
    "precision",
]  # fmt: skip
Grouping = Literal[Facet, "tag"]
FacetCounts = Mapping[Facet, Mapping[str, int]]


class EventHead(NamedTuple):
    """What a card shows of an event, in one language."""

    id: str
    date: EventDate
    category: str
    importance: int
    title: str


def head_of(event: Event, lang: str) -> EventHead:
    """What a card shows of an event, in a language or the first it has."""
    text = event.texts.get(lang) or next(iter(event.texts.values()))
    return EventHead(event.id, event.date, event.category, event.importance, text.title)


class Density(NamedTuple):
    """How many events of a category begin in a bucket, and one of the most important of them.

    `bucket` counts buckets of 4^level days from day 0; `representative` is the number of an event, for
    `heads_by_number`.
    """

    bucket: int
    category: str
    size: int
    importance: int
    representative: int


class Listing(NamedTuple):
    """Events in an order, by number, the day each begins (ends, where its start is open), and if its month is known."""

    numbers: Sequence[int]
    days: Sequence[int]
    has_month: Sequence[int]


class Anniversaries(NamedTuple):
    """The events of one day of the year in all years: how many, and the first of them in date order."""

    month: int
    day: int
    size: int
    heads: Sequence[EventHead]


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


def chronicle_of(known: Vocabulary, events: Iterable[Event] = ()) -> Chronicle:
    """Events and what they refer to, as a writer takes them."""
    return Chronicle(
        known.titles,
        known.subtitles,
        tuple(known.categories.values()),
        known.collections,
        known.sources,
        known.threads,
        tuple(known.tags.values()),
        tuple(events),
    )


class EventSource(Protocol):
    """Events in date order: by first day, then last day, importance (highest first) and id."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What the events refer to."""

    @property
    def content_hash(self) -> str:
        """SHA-256 of everything the store holds, in hexadecimal."""

    @property
    def pinyin(self) -> Mapping[str, str]:
        """Syllables of words that are not read as they usually are."""

    def count(self, query: EventQuery) -> int:
        """How many events match."""

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """How many events match per category, month (YYYY-MM) ...; an event counts in each of its places or tags."""

    def facets(self, query: EventQuery) -> FacetCounts:
        """How many events each value of each facet would show, were it the only one chosen there; none without any.

        All other conditions hold. So an event counts in each year it touches, and in each importance up to its own.
        Years are those in which an event begins or ends; months those of the year that the query or all its matches
        stand in, otherwise none. It may take seconds.
        """

    def open_again(self, is_cancelled: Callable[[], bool]) -> "EventSource":
        """The whole store once more, for another thread; it ends with an error when it `is_cancelled` by then."""

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """First and last known day of the matching events, open ends left aside; None when nothing matches.

        Within the days asked for, unless all that matches begins before and ends after them.
        """

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool]) -> "EventSource":
        """The source itself where its aggregates can answer a query, otherwise a new one that holds the matches.

        That may take seconds; it ends with an error when it `is_cancelled` by then. Who asked closes the new one. It
        may be asked queries that differ from this one in categories, statuses, days and importance.
        """

    @property
    def is_stale(self) -> bool:
        """Whether another program changed the events, so that their aggregates have to be made anew."""

    def density(self, query: EventQuery, level: int, days: tuple[int, int]) -> Sequence[Density]:
        """What begins from the first to the last of `days`, in buckets of 4^level days (0-9), in their order."""

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> Sequence[EventHead]:
        """The matching events as cards show them, or the first of them."""

    def heads_beginning(
        self, query: EventQuery, lang: str, days: tuple[int, int], limit: int | None = None
    ) -> Sequence[EventHead]:
        """The matching events that begin from the first to the last of `days`, or the first of them."""

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """All matching events in an order; titles by their pinyin, the most important first."""

    def number_of(self, event_id: str) -> int | None:
        """The number of an event, or None."""

    def heads_by_number(self, numbers: Collection[int], lang: str) -> Mapping[int, EventHead]:
        """Events by their numbers."""

    def heads_of_long_events(
        self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int
    ) -> Sequence[EventHead]:
        """The most important of the matching events of 2^n days or more that touch `days`, a few a category.

        2^n is the power of 2 at or above `least_days`.
        """

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """The matching event before (-1) or after (+1) one, or None; without one, the last or first there is."""

    def position(self, query: EventQuery, event_id: str) -> int | None:
        """The place of an event among the matching ones in date order, from 1; None when it is none of them."""

    def nearest(self, query: EventQuery, lang: str, day: int) -> EventHead | None:
        """The matching event that begins nearest to a day."""

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """The matching events known to be on a day of the year, or on the nearest that has one (of two the later).

        None when of no matching event the day is known for sure.
        """

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events, whole, one after the other."""

    def close(self) -> None:
        """Let go of what it holds."""

    def event(self, event_id: str) -> Event | None:
        """One event, or None."""

    def related(self, event: Event, lang: str) -> Sequence[EventHead]:
        """The other events of its thread, its parent and its parts."""
