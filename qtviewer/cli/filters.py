"""Filters given on the command line or by id, as an `EventQuery`."""

import argparse
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from qtviewer import wall_clock
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Names, Status, Tag, TagKind
from qtviewer.domain.event_query import EventQuery, normalized_search
from qtviewer.domain.source import EventSource
from qtviewer.domain.spelling_suggestion import spelling_suggestion

Member = TypeVar("Member", bound=StrEnum)


def add_filter_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of all filters to a command; filters that take several values may be repeated."""
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
    parser.set_defaults(today=None)  # of those commands that do not take another day


def query_from_options(options: argparse.Namespace, source: EventSource) -> EventQuery:
    """Return the query that the options added by `add_filter_options` ask for.

    Values may be ids or names in any language. Raises ViewerError for a value that the store does not have, with the
    nearest that it has, and for a text that is no date.
    """
    first, last, today = _day("--from", options.first), _day("--to", options.last), _day("--today", options.today)
    asked = EventQuery(
        categories=_asked(options.category),
        collections=_asked(options.collection),
        tags=_asked(options.tag),
        places=_asked(options.place),
        people=_asked(options.person),
        organisations=_asked(options.organisation),
        topics=_asked(options.topic),
        threads=_asked(options.thread),
        statuses=_members("status", options.status, Status),
        precisions=_members("precision", options.precision, Precision),
        first_day=first.first_day if first else None,
        last_day=last.last_day if last else None,
        search=normalized_search(options.search),
        min_importance=options.min_importance,
        today=today.last_day if today else wall_clock.today(),
    )
    return query_with_known_ids(asked, source)


def _asked(words: Collection[str] | None) -> frozenset[str] | None:
    return None if words is None else frozenset(words)


def query_with_known_ids(query: EventQuery, source: EventSource) -> EventQuery:
    """Return a query of ids or names with the ids of a store; ViewerError for a value that the store does not have."""
    vocabulary = source.vocabulary
    return query._replace(
        categories=_known("category", query.categories, {k: c.names for k, c in vocabulary.categories.items()}),
        collections=_known("collection", query.collections, vocabulary.collections),
        tags=_tagged("tag", query.tags, vocabulary.tags, tuple(TagKind)),
        places=_tagged("place", query.places, vocabulary.tags, (TagKind.PLACE,)),
        people=_tagged("person", query.people, vocabulary.tags, (TagKind.PERSON,)),
        organisations=_tagged("organisation", query.organisations, vocabulary.tags, (TagKind.ORGANISATION,)),
        topics=_tagged("topic", query.topics, vocabulary.tags, (TagKind.TOPIC,)),
        threads=_known("thread", query.threads, vocabulary.threads),
    )


def _day(option: str, text: str | None) -> EventDate | None:
    if text is None:
        return None
    from qtviewer.domain.dates.reader import read_date

    try:
        return read_date(text)
    except ViewerError as error:
        raise ViewerError(f"{option}: {error}") from error


def _known(kind: str, asked: Collection[str] | None, names: Mapping[str, Names]) -> frozenset[str] | None:
    """Replace ids or names in any language by ids."""
    if asked is None:
        return None
    spellings = {spelling: key for key, by_lang in names.items() for spelling in by_lang.values()}
    spellings |= {key: key for key in names}
    return frozenset(_look_up(kind, word, spellings) for word in sorted(asked))


def _tagged(
    kind: str, asked: Collection[str] | None, tags: Mapping[str, Tag], kinds: Collection[TagKind]
) -> frozenset[str] | None:
    if asked is None:
        return None
    spellings: dict[str, str] = {}
    for tag in tags.values():
        for spelling in (*tag.aliases, *tag.names.values(), tag.id) if tag.kind in kinds else ():
            spellings[spelling] = tag.id
    return frozenset(_look_up(kind, word, spellings) for word in sorted(asked))


def _members(kind: str, asked: Collection[str] | None, members: type[Member]) -> frozenset[Member] | None:
    keys = _known(kind, asked, {member.value: {} for member in members})
    return None if keys is None else frozenset(map(members, keys))


def _look_up(kind: str, word: str, spellings: Mapping[str, str]) -> str:
    if word not in spellings:
        raise ViewerError(f"{kind} {word!r} is not in the store; {spelling_suggestion(word, spellings)}")
    return spellings[word]
