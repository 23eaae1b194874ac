"""The query for events that the window, exports and the command line share."""

from typing import NamedTuple

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Status


class EventQuery(NamedTuple):
    """A set of filters; an event matches the query when it matches all of them.

    The values of one filter are alternatives; None is no filter, an empty set matches nothing. Sets of text are ids;
    `tags` are of any kind, `places`, `people`, `organisations` and `topics` of one kind. `first_day` and `last_day`
    are Julian day numbers, both included; an event matches when one of its possible days is among them. `search` is
    plain text, `min_importance` is 1 to 5.

    `today` is no filter, but the day up to which events with an open end go on; without it they go on for ever.
    """

    categories: frozenset[str] | None = None
    collections: frozenset[str] | None = None
    tags: frozenset[str] | None = None
    places: frozenset[str] | None = None
    people: frozenset[str] | None = None
    organisations: frozenset[str] | None = None
    topics: frozenset[str] | None = None
    threads: frozenset[str] | None = None
    statuses: frozenset[Status] | None = None
    precisions: frozenset[Precision] | None = None
    first_day: int | None = None
    last_day: int | None = None
    search: str = ""
    min_importance: int = 1
    today: int = MAX_DAY


def normalized_search(text: str) -> str:
    """Return a search text without space around it and without lone surrogates, which no file can hold."""
    return text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def query_touching(query: EventQuery, days: tuple[int, int]) -> EventQuery:
    """Return a query for the events that match another one and touch some days.

    An event that touches two stretches of days touches what they share, or covers all days between them.
    """
    since = days[0] if query.first_day is None else max(query.first_day, days[0])
    until = days[1] if query.last_day is None else min(query.last_day, days[1])
    return query._replace(first_day=since, last_day=until)


def without_today(query: EventQuery) -> EventQuery:
    """Return the filters of a query alone, which are the same on every day."""
    return query._replace(today=MAX_DAY)


def is_filtered(query: EventQuery) -> bool:
    """Whether a query has any filter; a search for space, and days up to the ends of the calendar, are none."""
    first = None if query.first_day == MIN_DAY else query.first_day
    last = None if query.last_day == MAX_DAY else query.last_day
    return without_today(query)._replace(search=query.search.strip(), first_day=first, last_day=last) != EventQuery()
