"""Which events match a query, and what they count as, in plain Python that is easy to check."""

import re
import string
from collections.abc import Iterator, Mapping

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Event, Tag, TagKind
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Grouping

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_MONTH_KNOWN = re.compile(r"[\[{]?[?~%]?-?\d{4}[?~%]?-[?~%]?[01]\d")


def date_sort_key(event: Event) -> tuple[int, int, str, int, int, str]:
    """Return the key that sorts events: by the first known day, there coarse dates outermost, then by time of day."""
    exactness = unit_index(event)
    place = exactness if event.date.start else 9 - exactness
    return first_known_day(event), place, event.time, event.date.last_day, -event.importance, event.id


def first_known_day(event: Event) -> int:
    """Return the day on which an event begins, or ends when nobody knows when it began."""
    return event.date.first_day if event.date.start else event.date.last_day


def has_time(event: Event) -> bool:
    """Whether the minute is known in which an event begins: it has a time of day, and its first day is known."""
    point = event.date.start
    is_known = event.date.precision in (Precision.DAY, Precision.INTERVAL) and point is not None
    return event.time != "" and is_known and point is not None and point.precision is Precision.DAY


def first_minute(event: Event) -> int:
    """Return the first minute of an event, counted from day 0."""
    hour, minute = map(int, event.time.split(":")) if has_time(event) else (0, 0)
    return event.date.first_day * 1440 + hour * 60 + minute


def distance_to(event: Event, minute: int) -> tuple[int, int]:
    """Return how many days, and how many minutes, an event stands away from a minute."""
    day = first_known_day(event)
    stands_at = first_minute(event) if event.date.start else day * 1440
    return abs(day - minute // 1440), abs(stands_at - minute)


def last_minute(event: Event, today: int) -> int:
    """Return the last minute of an event on a day: with a time but no end it is one minute long."""
    is_moment = has_time(event) and event.date.precision is Precision.DAY
    return first_minute(event) if is_moment else last_possible_day(event, today) * 1440 + 1439


def last_possible_day(event: Event, today: int) -> int:
    """Return the last day that an event can mean on a day; what has no end goes on up to that day."""
    date = event.date
    if date.end is not None:
        return date.end.last_day
    assert date.start is not None
    return max(today, date.start.last_day)


def unit_index(event: Event) -> int:
    """Return 0 for what is known to the century, 1 to the decade, 2 to the year, 3 to the month or day."""
    point = event.date.start or event.date.end
    assert point is not None
    exact = {Precision.CENTURY: 0, Precision.DECADE: 1, Precision.YEAR: 2}
    return exact.get(point.precision, 3)


def matches(event: Event, query: EventQuery, tags: Mapping[str, Tag]) -> bool:
    """Whether an event meets every condition of a query."""
    return all(
        (
            query.categories is None or event.category in query.categories,
            query.collections is None or event.collection in query.collections,
            query.threads is None or event.thread in query.threads,
            query.statuses is None or event.status in query.statuses,
            query.tags is None or not query.tags.isdisjoint(event.tags),
            query.places is None or not query.places.isdisjoint(tags_of(event, TagKind.PLACE, tags)),
            query.people is None or not query.people.isdisjoint(tags_of(event, TagKind.PERSON, tags)),
            query.organisations is None
            or not query.organisations.isdisjoint(tags_of(event, TagKind.ORGANISATION, tags)),
            query.topics is None or not query.topics.isdisjoint(tags_of(event, TagKind.TOPIC, tags)),
            query.precisions is None or event.date.precision in query.precisions,
            query.first_day is None or last_possible_day(event, query.today) >= query.first_day,
            query.last_day is None or event.date.first_day <= query.last_day,
            event.importance >= query.min_importance,
            any(_contains(text, query.search.strip()) for text in _searched_texts(event, tags)),
        )
    )


def tags_of(event: Event, kind: TagKind, tags: Mapping[str, Tag]) -> set[str]:
    """Return the ids of the tags of a kind that an event has."""
    return {tag for tag in event.tags if tags[tag].kind is kind}


def are_related(event: Event, other: Event) -> bool:
    """Whether two events share a thread, or one is part of the other."""
    same_thread = event.thread != "" and event.thread == other.thread
    return same_thread or event.parent == other.id or other.parent == event.id


def group_keys(event: Event, grouping: Grouping, tags: Mapping[str, Tag]) -> Iterator[str]:
    """Yield the values of a grouping for which an event counts."""
    match grouping:
        case "category":
            yield event.category
        case "collection":
            yield event.collection
        case "tag":
            yield from event.tags
        case "place" | "person" | "organisation" | "topic":
            yield from tags_of(event, TagKind(grouping), tags)
        case "status":
            yield event.status
        case "importance":
            yield str(event.importance)
        case "precision":
            yield event.date.precision
        case _:
            yield _period(event, grouping)


def _searched_texts(event: Event, tags: Mapping[str, Tag]) -> Iterator[str]:
    for words in event.texts.values():
        yield from (words.title, words.summary, words.body)
    for figure in event.figures:
        yield from (text for words in figure.texts.values() for text in (words.value, words.label))
    for tag in event.tags:
        yield from tags[tag].names.values()


def _contains(text: str, searched: str) -> bool:
    return searched.translate(_LOWER) in text.translate(_LOWER)


def closed_days(event: Event) -> Iterator[int]:
    """Yield the first and last day of an event, with those of the other end in the place of an open one."""
    start, end = event.date.start or event.date.end, event.date.end or event.date.start
    assert start is not None
    assert end is not None
    yield start.first_day if event.date.start else start.last_day
    yield end.last_day


def _period(event: Event, grouping: Grouping) -> str:
    """Year, or month where it is known, in which an event begins, or ends when nobody knows when it began."""
    point = event.date.start or event.date.end
    assert point is not None
    year, month, _day = civil_day(point.first_day)
    written = f"-{abs(year):04d}" if year < 0 else f"{year:04d}"
    has_month = _MONTH_KNOWN.match(event.date.written or point.written) is not None
    if grouping == "year" or not (point.precision in (Precision.DAY, Precision.MONTH) or has_month):
        return written
    return f"{written}-{month:02d}"
