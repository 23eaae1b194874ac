"""The protocol of everything that answers queries about events, and the values it answers with."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from qtviewer.domain.answers import BeginSpan, Density, Listing
from qtviewer.domain.counts_by_minute import CountsByMinute
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.minutes import Minutes, beginning_of_event, minutes_of_days, minutes_of_event
from qtviewer.domain.event import Category, Chronicle, Era, Event, Names, Tag
from qtviewer.domain.event_query import EventQuery

Order = Literal["date", "title", "importance"]
Facet = Literal[
    "category", "year", "month", "place", "person", "organisation", "topic", "collection", "status", "importance",
    "precision",
]  # fmt: skip
Grouping = Literal[Facet, "tag"]
Edge = Literal["begin", "end"]
FacetCounts = Mapping[Facet, Mapping[str, int]]


class EventHead(NamedTuple):
    """The part of an event that a card shows, its title in one language.

    `importance` is 1 to 5, `last_day` the Julian day number of the latest day that its date can mean on the day for
    which it was asked, `time` the time of day as HH:MM, or empty.
    """

    id: str
    date: EventDate
    category: str
    importance: int
    title: str
    last_day: int
    time: str = ""

    @property
    def first_minute(self) -> int:
        """Number of the first minute that its date and time can mean."""
        return minutes_of_event(self.date, self.time)[0]

    @property
    def last_minute(self) -> int:
        """Number of the last minute that its date and time can mean on the day for which it was asked."""
        last_of_day = minutes_of_days((self.last_day, self.last_day))[1]
        return min(minutes_of_event(self.date, self.time)[1], last_of_day)

    @property
    def begin_span(self) -> BeginSpan:
        """When it begins."""
        first, last = beginning_of_event(self.date, self.time)
        return BeginSpan(first, first, last)


def head_of(event: Event, lang: str, today: int) -> EventHead:
    """Return the head of an event on a day, its title in a language or, if it has none there, in its first language."""
    text = event.texts.get(lang) or next(iter(event.texts.values()))
    last_day = event.date.last_day_on(today)
    return EventHead(event.id, event.date, event.category, event.importance, text.title, last_day, event.time)


class Anniversaries(NamedTuple):
    """The events of one day of the year in all years.

    `month` is 1-12 and `day` 1-31; `size` is the number of these events, `heads` are the first of them in date order.
    """

    month: int
    day: int
    size: int
    heads: Sequence[EventHead]


class Vocabulary(NamedTuple):
    """The names of a store: its title, subtitle and languages, and by id, in stored order, what its events refer to.

    `eras` are the periods behind the events, to which none refers.
    """

    titles: Names
    subtitles: Names
    languages: tuple[str, ...]
    categories: Mapping[str, Category]
    collections: Mapping[str, Names]
    sources: Mapping[str, Names]
    threads: Mapping[str, Names]
    tags: Mapping[str, Tag]
    eras: Mapping[str, Era] = MappingProxyType({})


def chronicle_of(vocabulary: Vocabulary, events: Iterable[Event] = ()) -> Chronicle:
    """Return a chronicle, as writers of stores take it, of a vocabulary and events."""
    return Chronicle(
        vocabulary.titles,
        vocabulary.subtitles,
        tuple(vocabulary.categories.values()),
        vocabulary.collections,
        vocabulary.sources,
        vocabulary.threads,
        tuple(vocabulary.tags.values()),
        tuple(events),
        eras=tuple(vocabulary.eras.values()),
    )


class EventSource(CountsByMinute, Protocol):
    """Answers queries about events, in the order of their dates that `date_order` defines.

    Days are Julian day numbers, minutes are counted from day 0; pairs of them include both ends. `lang` is a language
    code. An event has a number that stays the same as long as the source is open. Every method may raise ViewerError
    when the events cannot be read.
    """

    @property
    def vocabulary(self) -> Vocabulary:
        """The names of the store."""

    @property
    def content_hash(self) -> str:
        """SHA-256 of everything the store holds, in hexadecimal."""

    @property
    def pinyin(self) -> Mapping[str, str]:
        """Syllables, with spaces between, by word, for words that are not read as they usually are."""

    @property
    def is_stale(self) -> bool:
        """Whether another program changed the events after their aggregates were computed."""

    def is_replaced_or_changed(self) -> bool:
        """Return whether another program changed the store since it was opened, or put another one in its place."""

    def count(self, query: EventQuery) -> int:
        """Return the number of matching events."""

    def count_by(self, query: EventQuery, grouping: Grouping) -> Mapping[str, int]:
        """Return the number of matching events for each value of a grouping, without values that have none.

        Months are written YYYY-MM. An event counts once for each of its places, persons, or other tags.
        """

    def facets(self, query: EventQuery) -> FacetCounts:
        """Return for each value of each facet how many events would match if it were the only one chosen there.

        All filters of other facets stay; values without matches are left out. So an event counts in each year it
        touches, and in each importance up to its own. The years are those in which an event begins or ends; the months
        are those of the one year that the query or all its matches lie in, otherwise there are none. May take seconds.
        """

    def open_again(self, is_cancelled: Callable[[], bool]) -> "EventSource":
        """Return the whole store opened a second time, for use in another thread; the caller closes it.

        Its methods raise ViewerError soon after `is_cancelled` returns True.
        """

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Return the first and last known day of the matching events, or None when nothing matches.

        Open ends do not count. The days lie within those of the query, unless all matching events begin before and end
        after them.
        """

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool]) -> "EventSource":
        """Return a source that answers the query quickly: this one if its aggregates can, otherwise a new one.

        A new one holds the matching events, is closed by the caller, and answers queries that differ from this one in
        categories, statuses, days and importance. Making it may take seconds; it raises ViewerError soon after
        `is_cancelled` returns True.
        """

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> Sequence[Density]:
        """Return the histogram of matching events that begin, or end, within `days`, in order of the buckets.

        A bucket has 4^`level` days, `level` is 0 to 9; buckets without events are left out. An open start is on the
        first day of the calendar, an open end today or, if that is later, on the last known day.
        """

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> Sequence[EventHead]:
        """Return the matching event heads in date order, the first `limit` of them unless that is None."""

    def heads_beginning(
        self, query: EventQuery, lang: str, minutes: Minutes, limit: int | None = None
    ) -> Sequence[EventHead]:
        """Return the heads of matching events that begin within `minutes`, the first `limit` of them unless None."""

    def heads_begun(
        self, query: EventQuery, lang: str, minute: int, precision: Precision | None, limit: int
    ) -> Sequence[EventHead]:
        """Return the first `limit` heads of matching events that begin before a minute and do not end before it.

        With a precision only those whose date has it.
        """

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """Return all matching events by date, by title (Chinese ones by pinyin), or with the most important first."""

    def number_of(self, event_id: str) -> int | None:
        """Return the number of an event, or None when there is no such event."""

    def heads_by_number(self, numbers: Collection[int], lang: str, today: int) -> Mapping[int, EventHead]:
        """Return the heads of the events with these numbers on a day, by number."""

    def heads_of_long_events(
        self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int
    ) -> Sequence[EventHead]:
        """Return the most important matching events that touch `days` and are long, a few for each category.

        Long is an event of 2^n days or more, where 2^n is the power of 2 at or above `least_days`.
        """

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """Return the matching event before (`step` -1) or after (+1) an event in date order, or None at the end.

        When there is no event with this id, return the last (-1) or first (+1) matching event.
        """

    def position(self, query: EventQuery, event_id: str) -> int | None:
        """Return the position, from 1, of an event among the matching ones; None when it does not match."""

    def nearest(self, query: EventQuery, lang: str, minute: int) -> EventHead | None:
        """Return the matching event that begins (or with an open start ends) nearest to a minute; None without matches.

        It is one of the nearest day; on that day those with a time of day may be nearer than those without.
        """

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """Return the matching events whose date is that day of the year, their first `limit` heads.

        If there are none, return those of the nearest day of the year that has any, of two equally near the later.
        Only events count whose day is known for certain; None when no event matches for which it is.
        """

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Iterate over the matching events in date order, with texts in all languages."""

    def event(self, event_id: str) -> Event | None:
        """Return one event, or None when there is no such event."""

    def related(self, event: Event, lang: str, query: EventQuery) -> Sequence[EventHead]:
        """Return the matching heads of its thread's other events, its parent and its parts, in date order."""

    def close(self) -> None:
        """Close the files that it reads; it must not be asked afterwards."""
