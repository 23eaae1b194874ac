"""Reads a folder of TOML content as rows to import."""

from collections.abc import Iterator
from pathlib import Path

from qtviewer.domain.event import Chronicle, Event, Names, TagKind
from qtviewer.domain.imported import ImportedEvent, ImportedFigures, ImportProblem
from qtviewer.exchange.content.toml_content import read_content
from qtviewer.exchange.content.toml_table import ContentError


def read_content_rows(folder: Path) -> tuple[Chronicle, Iterator[ImportedEvent | ImportProblem]]:
    """Return the chronicle of a folder without its events, and the events as rows.

    When the content cannot be read, the rows are its problems, each with file and line.
    """
    try:
        chronicle = read_content(folder)
    except ContentError as error:
        return Chronicle({}, {}), (ImportProblem(0, "", "", problem) for problem in error.problems)
    tags = {tag.id: (tag.kind, tag.names) for tag in chronicle.tags}
    rows = (_row(number, event, tags) for number, event in enumerate(chronicle.events, 1))
    return chronicle._replace(events=()), rows


def _row(number: int, event: Event, tags: dict[str, tuple[TagKind, Names]]) -> ImportedEvent:
    named: dict[TagKind, tuple[Names, ...]] = dict.fromkeys(TagKind, ())
    for tag in event.tags:
        kind, names = tags[tag]
        named[kind] = (*named[kind], names)
    languages = list(event.texts)
    return ImportedEvent(
        row=number, id=event.id, lang=languages[0], date=event.date, category=event.category,
        collection=event.collection, texts={lang: words._asdict() for lang, words in event.texts.items()},
        time=event.time, date_basis=event.date_basis, status=event.status, importance=event.importance,
        parent=event.parent, thread=event.thread, source=event.source, source_section=event.source_section,
        source_heading=event.source_heading, tags=named,
        figures={
            lang: ImportedFigures(tuple((figure.number, figure.texts[lang]) for figure in event.figures))
            for lang in languages
        },
    )  # fmt: skip
