"""Links to an event or a query, in ASCII: `qtviewer:event/ID?place=xiasha&search=%E5%9C%B0%E9%93%81`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, NamedTuple, TypeVar
from urllib.parse import quote, unquote_to_bytes

from qtviewer.domain.dates.edtf import format_point, parse_edtf
from qtviewer.domain.dates.event_date import EventDate, Precision, day_point
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Status
from qtviewer.domain.event_query import EventQuery, normalized_search
from qtviewer.domain.spelling_suggestion import spelling_suggestion

SCHEME: Final = "qtviewer:"
SETS: Final = {
    "category": "categories",
    "collection": "collections",
    "tag": "tags",
    "place": "places",
    "person": "people",
    "organisation": "organisations",
    "topic": "topics",
    "thread": "threads",
    "status": "statuses",
    "precision": "precisions",
}
"""The fields of `EventQuery` that are sets, by the names that links and the command line use."""
_SINGLE: Final = ("from", "to", "search", "min-importance")
_PATH: Final = re.compile(r"/{0,3}(?:(?P<all>view)/?|event/(?P<event>[^/]+)/?)")
_EXPECTED: Final = "expected qtviewer:event/ID or qtviewer:view, with filters after a question mark"
_STRAY: Final = re.compile("%(?![0-9A-Fa-f]{2})")

Member = TypeVar("Member", bound=StrEnum)


class Link(NamedTuple):
    """The id of a selected event, or empty, and a query; ids are as written, whether or not a store has them."""

    event: str = ""
    query: EventQuery = EventQuery()


def is_link(text: str) -> bool:
    """Whether a text begins like a link, right or wrong."""
    return text.strip().lower().startswith(SCHEME)


def format_link(link: Link) -> str:
    """Return a link as text; all but letters, digits and - . _ is encoded, so that mail, chat and shells keep it."""
    path = f"event/{_encoded(link.event)}" if link.event else "view"
    words = "&".join(f"{name}={_encoded(value)}" for name, value in _words(link.query))
    return f"{SCHEME}{path}?{words}" if words else f"{SCHEME}{path}"


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="strict").replace("~", "%7E")  # a shell takes ~ for a folder


def _words(query: EventQuery) -> Iterator[tuple[str, str]]:
    for name, field in SETS.items():
        values = getattr(query, field)
        if values is not None:  # a set without values is a condition, too: nothing matches
            yield from ((name, value) for value in sorted(values) or [""])
    for name, day in (("from", query.first_day), ("to", query.last_day)):
        if day is not None:
            yield name, format_point(day_point(day))
    if query.search:
        yield "search", query.search
    if query.min_importance > 1:
        yield "min-importance", str(query.min_importance)


def parse_link(text: str) -> Link:
    """Read a link; ViewerError names the text and says what is wrong with it."""
    try:
        return _parsed(text.strip())
    except ViewerError as error:
        raise ViewerError(f"link {text!r}: {error}") from error


def _parsed(text: str) -> Link:
    path, _, words = text[len(SCHEME) :].partition("?")
    match = _PATH.fullmatch(path)
    if not is_link(text) or match is None:
        raise ViewerError(_EXPECTED)
    values: dict[str, list[str]] = {}
    for word in filter(None, words.split("&")):
        name, _, value = word.partition("=")
        values.setdefault(_decoded(name), []).append(_decoded(value.replace("+", " ")))
    return Link(_decoded(match["event"] or ""), _query(values))


def _decoded(text: str) -> str:
    if _STRAY.search(text):
        raise ViewerError(f"{text!r} has a % without two hexadecimal digits")
    try:
        return unquote_to_bytes(text).decode()
    except UnicodeError as error:
        raise ViewerError(f"{text!r} is not percent-encoded UTF-8") from error


def _query(values: Mapping[str, Sequence[str]]) -> EventQuery:
    known = (*SETS, *_SINGLE)
    for name, given in values.items():
        if name not in known:
            raise ViewerError(f"{name!r} is not a filter; {spelling_suggestion(name, known)}")
        if name in _SINGLE and len(given) > 1:
            raise ViewerError(f"{name!r} is said {len(given)} times; expected once")
    single = {name: given[0] for name, given in values.items() if name in _SINGLE}
    sets: dict[str, Any] = {SETS[name]: _set(name, given) for name, given in values.items() if name in SETS}
    first, last = _day("from", single), _day("to", single)
    return EventQuery(
        first_day=first.first_day if first else None,
        last_day=last.last_day if last else None,
        search=normalized_search(single.get("search", "")),
        min_importance=_importance(single.get("min-importance", "1")),
        **sets,
    )


def _set(name: str, given: Sequence[str]) -> frozenset[str]:
    kinds: dict[str, type[StrEnum]] = {"status": Status, "precision": Precision}
    values = filter(None, given)
    return frozenset(_member(name, value, kinds[name]) if name in kinds else value for value in values)


def _member(name: str, value: str, kind: type[Member]) -> Member:
    known = {member.value: member for member in kind}
    if value not in known:
        raise ViewerError(f"{name} {value!r} is not known; {spelling_suggestion(value, known)}")
    return known[value]


def _day(name: str, single: Mapping[str, str]) -> EventDate | None:
    try:
        return parse_edtf(single[name]) if name in single else None
    except ViewerError as error:
        raise ViewerError(f"{name}: {error}") from error


def _importance(text: str) -> int:
    if text not in ("1", "2", "3", "4", "5"):
        raise ViewerError(f"min-importance {text!r} is not a number from 1 to 5")
    return int(text)
