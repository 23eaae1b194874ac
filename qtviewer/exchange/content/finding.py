"""The findings of lint rules, and the texts and names that the rules check."""

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from qtviewer.domain.event import Chronicle, Event, Names

HAN: Final = r"\u3400-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, for use between the brackets of a regular expression."""


class Finding(NamedTuple):
    """One mistake in content that a lint rule found."""

    kind: str
    """The kind of item with the mistake, such as event or tag."""
    id: str
    problem: str
    """The mistake and what is expected, as a phrase without a subject."""
    part: str = ""
    """The part of the item, such as "en title"; empty for the whole of it."""
    excerpt: str = ""
    """The text that is wrong, by which its line is found; empty for the line of the id."""

    def message(self, place: str) -> str:
        """Return the finding as one sentence that begins with `place`."""
        owner = f"{self.kind} {self.id!r}" if self.id else self.kind
        return f"{place}: {owner}{f', {self.part}' if self.part else ''}: {self.problem}"


class ContentText(NamedTuple):
    """A text of the content and the item and field it belongs to."""

    kind: str
    id: str
    lang: str
    """Empty for a text that is the same in all languages."""
    field: str
    text: str

    def finding(self, problem: str, excerpt: str = "") -> Finding:
        """Return a finding about this text, or about the part of it in `excerpt`."""
        return Finding(
            self.kind, self.id, problem, f"{self.lang} {self.field}".strip(), excerpt or first_line(self.text)
        )


def first_line(text: str) -> str:
    """Return the first line of a text that is not blank."""
    return text.strip().partition("\n")[0]


def named_items(chronicle: Chronicle) -> Iterator[tuple[str, str, Names]]:
    """Yield kind, id and names of every category, collection, source, thread, tag and era."""
    for category in chronicle.categories:
        yield "category", category.id, category.names
    by_kind = {"collection": chronicle.collections, "source": chronicle.sources, "thread": chronicle.threads}
    for kind, names_by_id in by_kind.items():
        for key, names in names_by_id.items():
            yield kind, key, names
    for tag in chronicle.tags:
        yield "tag", tag.id, tag.names
    for era in chronicle.eras:
        yield "era", era.id, era.names


def content_texts(chronicle: Chronicle) -> Iterator[ContentText]:
    """Yield every text of a chronicle: titles, names, aliases and the texts of events."""
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
    """Yield every text of an event, those of its figures among them."""
    yield ContentText("event", event.id, "", "section", event.source_section)
    yield ContentText("event", event.id, "", "heading", event.source_heading)
    for lang, text in event.texts.items():
        for field, value in text._asdict().items():
            yield ContentText("event", event.id, lang, field, value)
    for number, figure in enumerate(event.figures, 1):
        for lang, figure_text in figure.texts.items():
            for field, value in figure_text._asdict().items():
                yield ContentText("event", event.id, lang, f"{field} of figure {number}", value)
