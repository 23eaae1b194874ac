"""The filters of the command line as an `EventQuery`."""

import argparse
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Names, Status, Tag, TagKind
from qtviewer.domain.event_date import EventDate, Precision
from qtviewer.domain.nearest import nearest
from qtviewer.domain.query import EventQuery, searchable
from qtviewer.domain.source import EventSource

Member = TypeVar("Member", bound=StrEnum)


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Let a command take filters; those that take several values may be repeated."""
    filters = parser.add_argument_group("filters")
    for name, metavar in (
        ("category", "K"), ("collection", "K"), ("tag", "T"), ("place", "P"), ("person", "P"), ("organisation", "O"),
        ("topic", "T"), ("thread", "T"), ("status", "S"), ("precision", "P"),
    ):  # fmt: skip
        filters.add_argument(f"--{name}", metavar=metavar, action="append", help=f"only this {name} (repeatable)")
    filters.add_argument("--from", metavar="DATE", dest="first", help="only events that touch this date or later ones")
    filters.add_argument("--to", metavar="DATE", dest="last", help="only events that touch this date or earlier ones")
    filters.add_argument("--search", metavar="TEXT", default="", help="only events that contain this text")
    filters.add_argument("--min-importance", metavar="N", type=int, choices=range(1, 6), default=1, help="1 to 5")


def query_from(options: argparse.Namespace, source: EventSource) -> EventQuery:
    """The query that was asked for; ViewerError names what the store does not have and what comes nearest."""
    vocabulary = source.vocabulary
    first, last = _day("--from", options.first), _day("--to", options.last)
    return EventQuery(
        categories=_known("category", options.category, {k: c.names for k, c in vocabulary.categories.items()}),
        collections=_known("collection", options.collection, vocabulary.collections),
        tags=_tagged("tag", options.tag, vocabulary.tags, tuple(TagKind)),
        places=_tagged("place", options.place, vocabulary.tags, (TagKind.PLACE,)),
        people=_tagged("person", options.person, vocabulary.tags, (TagKind.PERSON,)),
        organisations=_tagged("organisation", options.organisation, vocabulary.tags, (TagKind.ORGANISATION,)),
        topics=_tagged("topic", options.topic, vocabulary.tags, (TagKind.TOPIC,)),
        threads=_known("thread", options.thread, vocabulary.threads),
        statuses=_members("status", options.status, Status),
        precisions=_members("precision", options.precision, Precision),
        first_day=first.first_day if first else None,
        last_day=last.last_day if last else None,
        search=searchable(options.search),
        min_importance=options.min_importance,
    )


def _day(option: str, text: str | None) -> EventDate | None:
    if text is None:
        return None
    from qtviewer.domain.date_reader import read_date  # noqa: PLC0415 - a window without dates starts without it

    try:
        return read_date(text)
    except ViewerError as error:
        raise ViewerError(f"{option}: {error}") from error


def _known(kind: str, asked: Collection[str] | None, names: Mapping[str, Names]) -> frozenset[str] | None:
    """Ids for ids or names in any language."""
    if asked is None:
        return None
    spellings = {spelling: key for key, by_lang in names.items() for spelling in by_lang.values()}
    spellings |= {key: key for key in names}
    return frozenset(_look_up(kind, word, spellings) for word in asked)


def _tagged(
    kind: str, asked: Collection[str] | None, tags: Mapping[str, Tag], kinds: Collection[TagKind]
) -> frozenset[str] | None:
    if asked is None:
        return None
    spellings: dict[str, str] = {}
    for tag in tags.values():
        for spelling in (*tag.aliases, *tag.names.values(), tag.id) if tag.kind in kinds else ():
            spellings[spelling] = tag.id
    return frozenset(_look_up(kind, word, spellings) for word in asked)


def _members(kind: str, asked: Collection[str] | None, members: type[Member]) -> frozenset[Member] | None:
    keys = _known(kind, asked, {member.value: {} for member in members})
    return None if keys is None else frozenset(map(members, keys))


def _look_up(kind: str, word: str, spellings: Mapping[str, str]) -> str:
    if word not in spellings:
        raise ViewerError(f"{kind} {word!r} is not in the store; {nearest(word, spellings)}")
    return spellings[word]
