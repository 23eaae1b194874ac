"""How much an event and a store may hold, so that the window opens every store at once and in little memory."""

from collections.abc import Iterator
from typing import Final

from qtviewer.domain.event import Chronicle, Event, EventText, Names

MAX_TEXT_LENGTH: Final = 50_000
"""The most characters of one text, such as a body: thirty pages."""
MAX_LINE_LENGTH: Final = 2_000
"""The most characters of a title, a note on a date, a name, or a part of a figure or of the source's place."""
MAX_LINES: Final = 1_000
"""The most lines of a summary or a body, empty ones between paragraphs too: five hundred paragraphs."""
MAX_TAGS: Final = 500
"""The most tags of one event."""
MAX_FIGURES: Final = 200
"""The most figures of one event."""
MAX_CATEGORIES: Final = 200
"""The most categories of a store: each is a lane."""
MAX_ERAS: Final = 2_000
"""The most eras of a store."""
MAX_LANGUAGES: Final = 50
"""The most languages of a store."""


def event_excesses(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the field and what is too much in it, for each field of an event that holds more than it may."""
    for lang, text in event.texts.items():
        yield from _text_excesses(lang, text)
    for field, value in (("source_section", event.source_section), ("source_heading", event.source_heading)):
        if len(value) > MAX_LINE_LENGTH:
            yield field, _excess(len(value), MAX_LINE_LENGTH, "characters")
    if len(event.tags) > MAX_TAGS:
        yield "tags", _excess(len(event.tags), MAX_TAGS, "tags")
    if event.figures:
        yield from _figure_excesses(event)


def _text_excesses(lang: str, text: EventText) -> Iterator[tuple[str, str]]:
    for field, value, most in (
        ("title", text.title, MAX_LINE_LENGTH),
        ("summary", text.summary, MAX_TEXT_LENGTH),
        ("body", text.body, MAX_TEXT_LENGTH),
        ("date_note", text.date_note, MAX_LINE_LENGTH),
    ):
        if len(value) > most:
            yield field, _excess(len(value), most, f"characters in {lang!r}")
    for field, value in (("summary", text.summary), ("body", text.body)):
        if len(value) > MAX_LINES and (lines := value.count("\n") + 1) > MAX_LINES:
            yield field, _excess(lines, MAX_LINES, f"lines in {lang!r}")


def _figure_excesses(event: Event) -> Iterator[tuple[str, str]]:
    if len(event.figures) > MAX_FIGURES:
        yield "figures", _excess(len(event.figures), MAX_FIGURES, "figures")
    longest = max(len(part) for figure in event.figures for text in figure.texts.values() for part in text)
    if longest > MAX_LINE_LENGTH:
        yield "figures", _excess(longest, MAX_LINE_LENGTH, "characters in one of them")


def vocabulary_excesses(chronicle: Chronicle) -> Iterator[str]:
    """Yield a phrase for each kind of vocabulary of which a chronicle has more than it may, and each name too long."""
    for kind, count, most in (
        ("categories", len(chronicle.categories), MAX_CATEGORIES),
        ("eras", len(chronicle.eras), MAX_ERAS),
        ("languages", len(chronicle.titles), MAX_LANGUAGES),
    ):
        if count > most:
            yield f"{count:,} {kind} are too many, expected at most {most:,}"
    for names in _all_names(chronicle):
        for name in names.values():
            if len(name) > MAX_LINE_LENGTH:
                yield f"the name {name[:60] + '…'!r} {_excess(len(name), MAX_LINE_LENGTH, 'characters')}"


def _all_names(chronicle: Chronicle) -> Iterator[Names]:
    yield from (chronicle.titles, chronicle.subtitles)
    yield from (category.names for category in chronicle.categories)
    for named in (chronicle.collections, chronicle.sources, chronicle.threads):
        yield from named.values()
    yield from (tag.names for tag in chronicle.tags)
    yield from (era.names for era in chronicle.eras)


def _excess(found: int, most: int, what: str) -> str:
    return f"has {found:,} {what}, expected at most {most:,}"
