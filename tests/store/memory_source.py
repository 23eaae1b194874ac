"""An `EventSource` over events in memory, without SQL, to compare a store with."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from qtviewer.domain.answers import BeginRange, BeginSpan, Density, Listing
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import (
    Anniversaries,
    Edge,
    EventHead,
    EventSource,
    FacetCounts,
    Grouping,
    Order,
    Vocabulary,
    head_of,
)
from tests.store.query_matching import (
    are_related,
    closed_days,
    date_sort_key,
    distance_to,
    first_known_day,
    first_minute,
    group_keys,
    has_time,
    last_minute,
    last_possible_day,
    matches,
    unit_index,
)

LONG_HEADS = 24
"""The largest number of long events per category."""


class MemorySource:
    """Answers queries about a chronicle in plain Python; an event's number is its position in date order, from 1."""

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
            eras={era.id: era for era in chronicle.eras},
        )

    def is_replaced_or_changed(self) -> bool:
        """Nobody else has it."""
        return False

    def select(self, query: EventQuery, is_cancelled: Callable[[], bool]) -> EventSource:
        """Return the source itself, which can answer any query."""
        return self

    def open_again(self, is_cancelled: Callable[[], bool]) -> EventSource:
        """Return the source itself, as any thread may use events in memory."""
        return self

    def facets(self, query: EventQuery) -> FacetCounts:
        """Return nothing: the tests of facets count them by themselves."""
        return {}

    def close(self) -> None:
        """Do nothing: no file is open."""

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Return the matching events in date order."""
        return (event for event in self.all if matches(event, query, self.vocabulary.tags))

    def event(self, event_id: str) -> Event | None:
        """Return the event with this id, or None."""
        return next((event for event in self.all if event.id == event_id), None)

    def count(self, query: EventQuery) -> int:
        """Return how many events match."""
        return len(list(self.events(query)))

    def count_by(self, query: EventQuery, grouping: Grouping) -> dict[str, int]:
        """Return how many events match per value of a grouping."""
        tags = self.vocabulary.tags
        return dict(Counter(key for event in self.events(query) for key in group_keys(event, grouping, tags)))

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Return the first and last day of the matching events, ignoring open ends, or None."""
        days = [day for event in self.events(query) for day in closed_days(event)]
        return (min(days), max(days)) if days else None

    def density(self, query: EventQuery, level: int, days: tuple[int, int], edge: Edge = "begin") -> list[Density]:
        """Return the matching events that begin (or end) in `days`, per bucket of 4^level days and category."""
        buckets: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in self.events(query):
            day = event.date.first_day if edge == "begin" else last_possible_day(event, query.today)
            if days[0] <= day <= days[1]:
                buckets[day // 4**level, event.category].append(event)
        return [self._density(*key, buckets[key]) for key in sorted(buckets)]

    def _density(self, bucket: int, category: str, events: Sequence[Event]) -> Density:
        best = max(events, key=lambda event: event.importance)
        return Density(bucket, category, len(events), best.importance, self.all.index(best) + 1)

    def minute_density(self, query: EventQuery, level: int, minutes: Minutes) -> list[Density]:
        """Return the matching events that begin in `minutes`, per category and bucket of a part of a day."""
        buckets: dict[tuple[int, str], list[Event]] = defaultdict(list)
        for event in self._beginning(query, minutes):
            buckets[first_minute(event) * 4**-level // 1440, event.category].append(event)
        return [self._density(*key, buckets[key]) for key in sorted(buckets)]

    def count_beginning(self, query: EventQuery, minutes: Minutes) -> dict[str, int]:
        """Return how many matching events begin in `minutes`, by category."""
        return dict(Counter(event.category for event in self._beginning(query, minutes)))

    def count_touching(self, query: EventQuery, minutes: Minutes) -> dict[str, int]:
        """Return how many matching events touch `minutes`, by category."""
        return dict(Counter(
            event.category for event in self.events(query)
            if first_minute(event) <= minutes[1] and last_minute(event, query.today) >= minutes[0]
        ))  # fmt: skip

    def heads(self, query: EventQuery, lang: str, limit: int | None = None) -> list[EventHead]:
        """Return the heads of the matching events, in `lang` or in their first language."""
        return [head_of(event, lang, query.today) for event in self.events(query)][:limit]

    def heads_beginning(
        self, query: EventQuery, lang: str, minutes: Minutes, limit: int | None = None
    ) -> list[EventHead]:
        """Return the heads of the matching events that begin in `minutes`."""
        return [head_of(event, lang, query.today) for event in self._beginning(query, minutes)][:limit]

    def heads_begun(
        self, query: EventQuery, lang: str, minute: int, precision: Precision | None, limit: int
    ) -> list[EventHead]:
        """Return the heads of the matching events of a precision that touch a minute and the one before."""
        found = [
            event for event in self.events(query) if first_minute(event) < minute <= last_minute(event, query.today)
        ]
        chosen = [event for event in found if precision in (None, event.date.precision)]
        return [head_of(event, lang, query.today) for event in chosen][:limit]

    def listing(self, query: EventQuery, lang: str, order: Order) -> Listing:
        """Return all matching events in an order; titles are sorted by character codes, not by pinyin."""
        orders: dict[Order, Callable[[Event], Any]] = {
            "date": date_sort_key,
            "title": lambda event: head_of(event, lang, query.today).title,
            "importance": lambda event: (-event.importance, *date_sort_key(event)),
        }
        events = sorted(self.events(query), key=orders[order])
        numbers = [self.all.index(event) + 1 for event in events]
        return Listing(numbers, [first_known_day(event) for event in events], [unit_index(event) for event in events])

    def number_of(self, event_id: str) -> int | None:
        """Return the position of an event in date order, from 1, or None."""
        return next((number for number, event in enumerate(self.all, 1) if event.id == event_id), None)

    def heads_by_number(self, numbers: Collection[int], lang: str, today: int) -> dict[int, EventHead]:
        """Return the heads of the events with these numbers, by number."""
        return {number: head_of(self.all[number - 1], lang, today) for number in numbers}

    def heads_of_long_events(
        self, query: EventQuery, lang: str, days: tuple[int, int], least_days: int
    ) -> list[EventHead]:
        """Return the most important long events of each category that match and overlap `days`."""
        shortest = 1
        while shortest < least_days:
            shortest *= 2
        long = [
            event
            for event in self.events(query)
            if event.date.precision is Precision.INTERVAL
            and last_possible_day(event, query.today) - event.date.first_day + 1 >= shortest
            and event.date.first_day <= days[1]
            and last_possible_day(event, query.today) >= days[0]
        ]
        ranked = sorted(long, key=lambda event: -event.importance)
        chosen = [
            event for category in self.vocabulary.categories for event in _in_category(category, ranked)[:LONG_HEADS]
        ]
        return [head_of(event, lang, query.today) for event in sorted(chosen, key=date_sort_key)]

    def begin_spans(self, query: EventQuery, ranges: Sequence[BeginRange]) -> list[BeginSpan]:
        """Return for each range when the matching events begin that begin in it."""
        events = list(self.events(query._replace(categories=None)))
        return [_begin_span([event for event in events if _begins_in(event, each)]) for each in ranges]

    def count_by_period(self, query: EventQuery, period: DatePoint) -> dict[str, int]:
        """Return how many matching events are known only by a period, by category."""
        wanted = period.precision, period.first_day, period.last_day
        return dict(Counter(
            event.category for event in self.events(query)
            if (event.date.precision, event.date.first_day, event.date.last_day) == wanted and not has_time(event)
        ))  # fmt: skip

    def count_within(self, query: EventQuery, minute: int) -> dict[str, int]:
        """Return how many matching events are on an unknown day that begins before a minute or not, by category."""
        return dict(Counter(
            event.category for event in self.events(query)
            if event.date.precision is Precision.WITHIN
            and first_minute(event) < minute <= last_minute(event, query.today)
        ))  # fmt: skip

    def neighbour(self, query: EventQuery, lang: str, event_id: str, step: int) -> EventHead | None:
        """Return the matching event before (-1) or after (1) one, or the last or first if there is no such event."""
        here, events = self.event(event_id), list(self.events(query))
        if here is not None and step > 0:
            events = [event for event in events if date_sort_key(event) > date_sort_key(here)]
        elif here is not None:
            events = [event for event in events if date_sort_key(event) < date_sort_key(here)]
        return head_of(events[0 if step > 0 else -1], lang, query.today) if events else None

    def position(self, query: EventQuery, event_id: str) -> int | None:
        """Return the position, from 1, of an event among the matching ones, or None."""
        ids = [event.id for event in self.events(query)]
        return ids.index(event_id) + 1 if event_id in ids else None

    def nearest(self, query: EventQuery, lang: str, minute: int) -> EventHead | None:
        """Return the matching event that stands nearest to a minute, on the nearest day, or None."""
        event = min(self.events(query), key=lambda event: distance_to(event, minute), default=None)
        return None if event is None else head_of(event, lang, query.today)

    def anniversaries(self, query: EventQuery, lang: str, month: int, day: int, limit: int) -> Anniversaries | None:
        """Return the matching events of the nearest day of the year that has any; of two as near, the later one."""
        exact = [
            event
            for event in self.events(query)
            if event.date.precision is Precision.DAY and not event.date.approximate
        ]
        year = [
            (date.month, date.day) for date in (datetime.date(2000, 1, 1) + datetime.timedelta(n) for n in range(366))
        ]
        start = year.index((month, day))
        for near in (year[(start + step) % 366] for steps in range(184) for step in (steps, -steps)):
            found = [event for event in exact if civil_day(event.date.first_day)[1:] == near]
            if found:
                heads = [head_of(event, lang, query.today) for event in found[:limit]]
                return Anniversaries(*near, len(found), heads)
        return None

    def related(self, event: Event, lang: str, query: EventQuery) -> list[EventHead]:
        """Return the matching heads of the other events of its thread, its parent and its parts."""
        others = [other for other in self.events(query) if other.id != event.id and are_related(event, other)]
        return [head_of(other, lang, query.today) for other in others]

    def _beginning(self, query: EventQuery, minutes: Minutes) -> list[Event]:
        return [event for event in self.events(query) if minutes[0] <= first_minute(event) <= minutes[1]]


def _in_category(category: str, events: Sequence[Event]) -> list[Event]:
    return [event for event in events if event.category == category]


def _begins_in(event: Event, begin_range: BeginRange) -> bool:
    category, first, last, excluded_ids = begin_range
    is_meant = event.category == category and event.id not in excluded_ids
    return is_meant and first <= first_minute(event) <= last


def _begin_span(events: Sequence[Event]) -> BeginSpan:
    minutes = [first_minute(event) for event in events]
    ends = [first_minute(event) if has_time(event) else event.date.first_day * 1440 + 1439 for event in events]
    return BeginSpan(min(minutes), max(minutes), max(ends))
