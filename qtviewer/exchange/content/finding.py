"""What the rules for content look at, and what they find."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from qtviewer.domain.event import Chronicle, Event, Names

HAN: Final = r"\u3400-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, for use between the brackets of a regular expression."""


class Finding(NamedTuple):
    """One problem: of what (`kind` and `id` as in the content), in which part of it, and the words it is about."""

    kind: str
    id: str
    problem: str
    part: str = ""
    excerpt: str = ""

    def sentence(self, place: str) -> str:
        """The problem in one sentence that begins with its place."""
        owner = f"{self.kind} {self.id!r}" if self.id else self.kind
        return f"{place}: {owner}{f', {self.part}' if self.part else ''}: {self.problem}"


class ContentText(NamedTuple):
    """A text and where it stands; `lang` is empty for what is given as the source has it."""

    kind: str
    id: str
    lang: str
    field: str
    text: str

    def finding(self, problem: str, words: str = "") -> Finding:
        """A problem of this text, or of some words in it."""
        return Finding(self.kind, self.id, problem, f"{self.lang} {self.field}".strip(), words or first_line(self.text))


def first_line(text: str) -> str:
    """The first line of a text."""
    return text.strip().partition("\n")[0]


def named_items(chronicle: Chronicle) -> Iterator[tuple[str, str, Names]]:
    """Kind, id and names of everything that has a name."""
    for category in chronicle.categories:
        yield "category", category.id, category.names
    by_kind = {"collection": chronicle.collections, "source": chronicle.sources, "thread": chronicle.threads}
    for kind, names_by_id in by_kind.items():
        for key, names in names_by_id.items():
            yield kind, key, names
    for tag in chronicle.tags:
        yield "tag", tag.id, tag.names


def content_texts(chronicle: Chronicle) -> Iterator[ContentText]:
    """Every text there is."""
    for lang, title in chronicle.titles.items():
        yield ContentText("chronicle", "", lang, "title", title)
        yield ContentText("chronicle", "", lang, "subtitle", chronicle.subtitles.get(lang, ""))
    for kind, key, names in named_items(chronicle):
        for lang, name in names.items():
            yield ContentText(kind, key, lang, "name", name)
    for tag in chronicle.tags:
        for alias in tag.aliases:
            yield ContentText("tag", tag.id, "", "alias", alias)
    yield from chain.from_iterable(map(event_texts, chronicle.events))


def event_texts(event: Event) -> Iterator[ContentText]:
    """Every text of an event."""
    yield ContentText("event", event.id, "", "section", event.source_section)
    yield ContentText("event", event.id, "", "heading", event.source_heading)
    for lang, text in event.texts.items():
        for field, words in text._asdict().items():
            yield ContentText("event", event.id, lang, field, words)
    for at, figure in enumerate(event.figures, 1):
        for lang, figure_text in figure.texts.items():
            for field, words in figure_text._asdict().items():
                yield ContentText("event", event.id, lang, f"{field} of figure {at}", words)
