"""Lint rules for ids and for names of categories, collections, sources, threads, tags and eras."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Final

from qtviewer.domain.event import Chronicle, Event, Tag, TagKind
from qtviewer.exchange.content.finding import Finding, named_items

MAX_ID_LENGTH: Final = 60
_ID: Final = re.compile(r"(?=.*[a-z]{2})[a-z0-9]+(-[a-z0-9]+)*")
_MAY_SHARE_A_NAME: Final = ("tag", "era")  # tags have a rule of their own; eras differ by their dates
_QUOTED: Final = re.compile("“[^”]{0,500}”|《[^》]{0,500}》")


def ids_are_unique(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each id that an earlier item of the same kind has."""
    seen: set[tuple[str, str]] = set()
    for kind, key in _ids(chronicle):
        if (kind, key) in seen:
            yield Finding(kind, key, "its id is taken, expected another")
        seen.add((kind, key))


def ids_are_readable(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each id that is too long or not made of lower-case words."""
    for kind, key in _ids(chronicle):
        if not _ID.fullmatch(key):
            yield Finding(kind, key, "its id is not readable, expected lower-case English words joined by '-'")
        elif len(key) > MAX_ID_LENGTH:
            yield Finding(kind, key, f"its id has {len(key)} characters, expected at most {MAX_ID_LENGTH}")


def names_are_spelled_one_way(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each name or alias of a tag that another tag has too.

    Tags of different kinds may share a spelling, but not two that differ only by width, spaces or capitals.
    """
    seen: dict[str, list[tuple[Tag, str]]] = {}
    for tag in chronicle.tags:
        for spelling in dict.fromkeys((*tag.names.values(), *tag.aliases)):
            others = seen.setdefault(_normalized(spelling), [])
            clash = next((other for other in others if _is_clash(tag, spelling, *other)), None)
            if clash:
                problem = f"{spelling!r} is {clash[1]!r} of the tag {clash[0].id!r}, expected one spelling of one tag"
                yield Finding("tag", tag.id, problem, excerpt=spelling)
            others.append((tag, spelling))


def _is_clash(tag: Tag, spelling: str, other: Tag, other_spelling: str) -> bool:
    return other.id != tag.id and (other.kind is tag.kind or other_spelling != spelling)


def tags_are_used(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each tag that no event has."""
    used = {tag for event in chronicle.events for tag in event.tags}
    for tag in chronicle.tags:
        if tag.id not in used:
            yield Finding("tag", tag.id, "no event uses it, expected at least one")


def other_names_are_spelled_one_way(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each category, collection, source or thread with the name of another of its kind."""
    seen: dict[tuple[str, str, str], str] = {}
    for kind, key, names in named_items(chronicle):
        for lang, name in names.items() if kind not in _MAY_SHARE_A_NAME else ():
            other = seen.setdefault((kind, lang, _normalized(name)), key)
            if other != key:
                yield Finding(kind, key, f"{name!r} is the name of {other!r}, expected another", excerpt=name)


def events_use_canonical_names(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each event whose text names a person, organisation or place of its tags only by an alias.

    Shortened and lengthened names (杭州 for 杭州市) and quotations are allowed.
    """
    tags = {tag.id: tag for tag in chronicle.tags}
    for event in chronicle.events:
        event_tags = [tags[tag] for tag in event.tags if tag in tags]
        for tag in event_tags:
            if tag.kind is not TagKind.TOPIC:
                yield from _alias_findings(event, tag, event_tags)


def _alias_findings(event: Event, tag: Tag, event_tags: list[Tag]) -> Iterator[Finding]:
    text, name = event.texts.get("zh"), tag.names.get("zh", "")
    words = f"{text.title}\n{text.summary}\n{text.body}" if text else ""
    for alias in () if name in words else tag.aliases:
        is_shorter_or_longer = alias in name or name in alias
        if not is_shorter_or_longer and alias in _unquoted(_without_longer_spellings(words, alias, event_tags)):
            problem = f"says {alias!r} and nowhere {name!r}, expected the name of the register"
            yield Finding("event", event.id, problem, "zh", alias)


def _unquoted(words: str) -> str:
    return _QUOTED.sub("|", words)


def _without_longer_spellings(words: str, alias: str, event_tags: list[Tag]) -> str:
    """Return a text without the names and aliases of tags that contain an alias."""
    spellings = {spelling for tag in event_tags for spelling in (*tag.names.values(), *tag.aliases)}
    for spelling in sorted(spellings, key=len, reverse=True):
        words = words.replace(spelling, "|") if alias in spelling and alias != spelling else words
    return words


def _ids(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    names = ((kind, key) for kind, key, _names in named_items(chronicle))
    return chain(names, (("event", event.id) for event in chronicle.events))


def _normalized(name: str) -> str:
    """Return a name without differences of width, spaces and capitals."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).casefold()
