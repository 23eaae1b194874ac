"""The answers of an `EventSource` worked out over events in memory, to compare a store with; no line of it is SQL."""

import string
from collections import Counter
from collections.abc import Iterator

from qtviewer.domain.day_number import civil_day
from qtviewer.domain.event import Chronicle, Event, Tag, TagKind
from qtviewer.domain.event_date import Precision
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventHead, Grouping

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class MemorySource:
    """Answers about a chronicle, each in the plainest way."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.tags = {tag.id: tag for tag in chronicle.tags}
        self.all = sorted(chronicle.events, key=_date_order)

    def events(self, query: EventQuery) -> list[Event]:
        """The matching events in date order."""
        return [event for event in self.all if self._matches(event, query)]

    def heads(self, query: EventQuery, lang: str) -> list[EventHead]:
        """The matching events as cards show them; the first language they have when they lack that one."""
        return [_head(event, lang) for event in self.events(query)]

    def related(self, event: Event, lang: str) -> list[EventHead]:
        """The other events of its thread, its parent and its parts."""
        return [_head(other, lang) for other in self.all if other.id != event.id and _are_related(event, other)]

    def count_by(self, query: EventQuery, grouping: Grouping) -> dict[str, int]:
        """How many events match per value."""
        return dict(Counter(key for event in self.events(query) for key in self._keys(event, grouping)))

    def extent(self, query: EventQuery) -> tuple[int, int] | None:
        """Between which known days the matching events stand."""
        days = [day for event in self.events(query) for day in _known_days(event)]
        return (min(days), max(days)) if days else None

    def _keys(self, event: Event, grouping: Grouping) -> Iterator[str]:
        match grouping:
            case "category":
                yield event.category
            case "collection":
                yield event.collection
            case "tag":
                yield from event.tags
            case "place" | "person" | "organisation" | "topic":
                yield from self._tags(event, TagKind(grouping))
            case "status":
                yield event.status
            case "importance":
                yield str(event.importance)
            case "precision":
                yield event.date.precision
            case _:
                yield _period(event, grouping)

    def _tags(self, event: Event, kind: TagKind) -> set[str]:
        return {tag for tag in event.tags if self.tags[tag].kind is kind}

    def _matches(self, event: Event, query: EventQuery) -> bool:
        return all(
            (
                query.categories is None or event.category in query.categories,
                query.collections is None or event.collection in query.collections,
                query.threads is None or event.thread in query.threads,
                query.statuses is None or event.status in query.statuses,
                query.tags is None or not query.tags.isdisjoint(event.tags),
                query.places is None or not query.places.isdisjoint(self._tags(event, TagKind.PLACE)),
                query.people is None or not query.people.isdisjoint(self._tags(event, TagKind.PERSON)),
                query.organisations is None
                or not query.organisations.isdisjoint(self._tags(event, TagKind.ORGANISATION)),
                query.topics is None or not query.topics.isdisjoint(self._tags(event, TagKind.TOPIC)),
                query.precisions is None or event.date.precision in query.precisions,
                query.first_day is None or event.date.last_day >= query.first_day,
                query.last_day is None or event.date.first_day <= query.last_day,
                event.importance >= query.min_importance,
                any(_contains(text, query.search.strip()) for text in _searched(event, self.tags)),
            )
        )


def _date_order(event: Event) -> tuple[int, int, int, str]:
    return event.date.first_day, event.date.last_day, -event.importance, event.id


def _head(event: Event, lang: str) -> EventHead:
    text = event.texts.get(lang) or next(iter(event.texts.values()))
    return EventHead(event.id, event.date, event.category, event.importance, text.title)


def _are_related(event: Event, other: Event) -> bool:
    same_thread = event.thread != "" and event.thread == other.thread
    return same_thread or event.parent == other.id or other.parent == event.id


def _searched(event: Event, tags: dict[str, Tag]) -> Iterator[str]:
    for words in event.texts.values():
        yield from (words.title, words.summary, words.body)
    for figure in event.figures:
        yield from (text for words in figure.texts.values() for text in (words.value, words.label))
    for tag in event.tags:
        yield from tags[tag].names.values()


def _contains(text: str, searched: str) -> bool:
    return searched.translate(_LOWER) in text.translate(_LOWER)


def _known_days(event: Event) -> Iterator[int]:
    """First and last day, each end standing in for one that is open."""
    start, end = event.date.start or event.date.end, event.date.end or event.date.start
    assert start is not None
    assert end is not None
    yield start.first_day if event.date.start else start.last_day
    yield end.last_day if event.date.end else end.first_day


def _period(event: Event, grouping: Grouping) -> str:
    """Year, or month where it is known, in which an event begins, or ends when nobody knows when it began."""
    start = event.date.start
    point = start or event.date.end
    assert point is not None
    year, month, _day = civil_day(point.first_day if start else point.last_day)
    written = f"-{abs(year):04d}" if year < 0 else f"{year:04d}"
    if grouping == "year" or point.precision not in (Precision.DAY, Precision.MONTH):
        return written
    return f"{written}-{month:02d}"
