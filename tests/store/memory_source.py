"""The answers of an `EventSource` worked out over events in memory, to compare a store with; no line of it is SQL."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import (
    Anniversaries,
    Density,
    EventHead,
    EventSource,
    FacetCounts,
    Grouping,
    Listing,
    Order,
    Vocabulary,
    head_of,
)
from tests.store.query_matching import are_related, closed_days, date_sort_key, group_keys, matches

LONG_HEADS = 4
"""How many long events a category there are at most."""


class MemorySource:
    """Answers about a chronicle, each in the plainest way; an event's number is its place in date order, from 1."""

    is_stale = False
    content_hash = ""

    def __init__(self, chronicle: Chronicle) -> None:
        self.all = sorted(chronicle.events, key=date_sort_key)
        self.pinyin = chronicle.pinyin
        self.vocabulary = Vocabulary(
            titles=chronicle.titles,
            subtitles=chronicle.subtitles,
            languages=tuple(chronicle.titles),
            categories={category.id: category for category in chronicle.categories},
            collections=chronicle.collections,
            sources=chronicle.sources,
            threads=chronicle.threads,
            tags={tag.id: tag for tag in chronicle.tags},
        )

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool]) -> EventSource:
        """The source itself, which can answer any query."""
        return self

    def open_again(self, is_cancelled: Callable[[], bool]) -> EventSource:
        """The source itself, as events in memory can be asked from any thread."""
        return self

    def facets(self, query: EventQuery) -> FacetCounts:
        """None: facets are counted by brute force where they are tested."""
        return {}

    def close(self) -> None:
        """Nothing to let go of."""

    def events(self, query: EventQuery) -> Iterator[Event]:
        """The matching events in date order."""
        return (event for event in self.all if matches(event, query, self.vocabulary.tags))

    def event(self, event_id: str) -> Event | None:
        """One event, or None."""
        return next((event for event in self.all if event.id == event_id), None)

    def count(self, query: EventQuery) -> int:
        """How many events match."""
        return len(list(self.events(query)))

    def count_by(self, query: EventQuery, grouping: Grouping) -> dict[str, int]:
        """How many events match per value."""
        tags = self.vocabulary.tags
        return dict(Counter(key for event in self.events(query) for key in group_keys(event, grouping, tags)))

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Between which known days the matching events stand."""
        days = [day for event in self.events(query) for day in closed_days(event)]
        return (min(days), max(days)) if days else None

    def density(self, query: EventQuery, level: int, days: tuple[int, int]) -> list[Density]:
        """The matching events that begin on some days, by bucket and category; the first of the best represents."""
        buckets: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in self._beginning(query, days):
            buckets[event.date.first_day // 4**level, event.category].append(event)
        return [self._density(*key, buckets[key]) for key in sorted(buckets)]

    def _density(self, bucket: int, category: str, events: Sequence[Event]) -> Density:
        best = max(events, key=lambda event: event.importance)
        return Density(bucket, category, len(events), best.importance, self.all.index(best) + 1)

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> list[EventHead]:
        """The matching events as cards show them; the first language they have when they lack that one."""
        return [head_of(event, lang) for event in self.events(query)][:limit]

    def heads_beginning(
        self, query: EventQuery, lang: str, days: tuple[int, int], limit: int | None = None
    ) -> list[EventHead]:
        """The matching events that begin on some days."""
        return [head_of(event, lang) for event in self._beginning(query, days)][:limit]

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """All matching events in an order; titles as they are written."""
        orders: dict[Order, Callable[[Event], Any]] = {
            "date": lambda event: (event.date.first_day, _has_month(event), *date_sort_key(event)),
            "title": lambda event: head_of(event, lang).title,
            "importance": lambda event: (-event.importance, *date_sort_key(event)),
        }
        events = sorted(self.events(query), key=orders[order])
        numbers = [self.all.index(event) + 1 for event in events]
        return Listing(numbers, [_known_day(event) for event in events], [_has_month(event) for event in events])

    def number_of(self, event_id: str) -> int | None:
        """The place of an event, from 1."""
        return next((at for at, event in enumerate(self.all, 1) if event.id == event_id), None)

    def heads_by_number(self, numbers: Collection[int], lang: str) -> dict[int, EventHead]:
        """Events by their numbers."""
        return {number: head_of(self.all[number - 1], lang) for number in numbers}

    def heads_of_long_events(
        self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int
    ) -> list[EventHead]:
        """The most important a category of the matching events of 2^n days or more that touch some days."""
        shortest = 1
        while shortest < least_days:
            shortest *= 2
        long = [event for event in self.events(query) if _length(event) >= shortest and _touches(event, days)]
        ranked = sorted(long, key=lambda event: -event.importance)
        chosen = [event for category in self.vocabulary.categories for event in _of(category, ranked)[:LONG_HEADS]]
        return [head_of(event, lang) for event in sorted(chosen, key=date_sort_key)]

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """The matching event before (-1) or after (+1) one; without one, the last or first there is."""
        here, events = self.event(event_id), list(self.events(query))
        if here is not None and step > 0:
            events = [event for event in events if date_sort_key(event) > date_sort_key(here)]
        elif here is not None:
            events = [event for event in events if date_sort_key(event) < date_sort_key(here)]
        return head_of(events[0 if step > 0 else -1], lang) if events else None

    def position(self, query: EventQuery, event_id: str) -> int | None:
        """The place of an event among the matching ones, from 1; None when it is none of them."""
        ids = [event.id for event in self.events(query)]
        return ids.index(event_id) + 1 if event_id in ids else None

    def nearest(self, query: EventQuery, lang: str, day: int) -> EventHead | None:
        """A matching event nearer to a day than which none begins."""
        event = min(self.events(query), key=lambda event: abs(event.date.first_day - day), default=None)
        return None if event is None else head_of(event, lang)

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """The events of the day of a leap year from which the fewest steps lead to the asked one, forwards first."""
        exact = [
            event
            for event in self.events(query)
            if event.date.precision is Precision.DAY and not event.date.approximate
        ]
        year = [
            (date.month, date.day) for date in (datetime.date(2000, 1, 1) + datetime.timedelta(n) for n in range(366))
        ]
        at = year.index((month, day))
        for near in (year[(at + step) % 366] for steps in range(184) for step in (steps, -steps)):
            found = [event for event in exact if civil_day(event.date.first_day)[1:] == near]
            if found:
                return Anniversaries(*near, len(found), [head_of(event, lang) for event in found[:limit]])
        return None

    def related(self, event: Event, lang: str) -> list[EventHead]:
        """The other events of its thread, its parent and its parts."""
        return [head_of(other, lang) for other in self.all if other.id != event.id and are_related(event, other)]

    def _beginning(self, query: EventQuery, days: tuple[int, int]) -> list[Event]:
        return [event for event in self.events(query) if days[0] <= event.date.first_day <= days[1]]


def _of(category: str, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.category == category]


def _length(event: Event) -> int:
    return event.date.last_day - event.date.first_day + 1


def _touches(event: Event, days: tuple[int, int]) -> bool:
    return event.date.first_day <= days[1] and event.date.last_day >= days[0]


def _has_month(event: Event) -> bool:
    point = event.date.start or event.date.end
    return point is not None and point.precision in (Precision.DAY, Precision.MONTH)


def _known_day(event: Event) -> int:
    return event.date.first_day if event.date.start else event.date.last_day
