"""Which events are meant: one filter object for window, exports and command line."""

from typing import NamedTuple

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Status


class EventQuery(NamedTuple):
    """Events that match every condition; the values of one condition are alternatives, None sets no condition.

    `tags` are ids of tags of any kind, `places`, `people`, `organisations` and `topics` those of one kind; days are
    Julian day numbers, inclusive, and an event matches when the days it can mean touch them; `search` is plain text;
    `min_importance` is 1 to 5.
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


def normalized_search(text: str) -> str:
    """A text as events can hold it: no space around it, and no halves of characters, which no file can store."""
    return text.strip().encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_filtered(query: EventQuery) -> bool:
    """Whether a query sets any condition; to search for space is none, nor are the ends of the calendar."""
    first = None if query.first_day == MIN_DAY else query.first_day
    last = None if query.last_day == MAX_DAY else query.last_day
    return query._replace(search=query.search.strip(), first_day=first, last_day=last) != EventQuery()
