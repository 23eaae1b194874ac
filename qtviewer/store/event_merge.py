"""Merging an imported row into an event: the row's fields replace those of the event before, if there is one."""

from collections.abc import Iterator, Mapping
from typing import Final

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status, TagKind
from qtviewer.domain.imported import ImportedEvent, ImportedFigures, ImportProblem
from qtviewer.domain.slug import slug_of
from qtviewer.store.vocabulary_merge import NamedKind, VocabularyMerge

_LOCATOR_SEPARATOR: Final = " · "
_TAG_KINDS: Final = (TagKind.PERSON, TagKind.ORGANISATION, TagKind.PLACE, TagKind.TOPIC)
_NO_TEXT: Final = EventText("", "", "")


def generated_id(row: ImportedEvent) -> str:
    """Return an id made of the date and first title of a row; empty when it lacks one of them."""
    title = next((words["title"] for words in row.texts.values() if words.get("title")), "")
    if row.date is None or not title:
        return ""
    date = format_edtf(row.date)
    return slug_of(f"{'bce ' if date.startswith('-') else ''}{date} {title}")


def merge_problems(row: ImportedEvent, before: Event | None) -> Iterator[ImportProblem]:
    """Yield the problems that keep a row from being merged: missing fields, or fields that cannot be changed.

    `before` is the event that the row updates, or None when the row is to become a new event.
    """
    if row.date is None and before is None:
        yield ImportProblem(row.row, "date", "", "is missing")
    if not row.texts and before is None:
        yield ImportProblem(row.row, "title", "", "is missing")
    for lang, words in row.texts.items():
        known = before.texts.get(lang, _NO_TEXT) if before else _NO_TEXT
        if not words.get("title", known.title).strip():
            yield ImportProblem(row.row, "title", "", f"is missing in {lang!r}")
    for lang, figures in row.figures.items():
        if figures.refusal and not (before and _printed(before.figures, lang) == figures.printed):
            yield ImportProblem(row.row, "figures", "", figures.refusal)


def merge_event(row: ImportedEvent, event_id: str, before: Event | None, vocabulary: VocabularyMerge) -> Event:
    """Return the event that results from a row and the event before it, which is None for a new event.

    Fields that the row does not give keep their value before, or get a default. Unknown names are added to
    `vocabulary`. The row must have no `merge_problems`.
    """
    date = row.date or (before and before.date)
    assert date is not None  # noqa: S101 - merge_problems has refused a row without
    section, heading = _section_and_heading(row, before)
    return Event(
        id=event_id,
        date=date,
        category=_item_id(row, "category", before, vocabulary),
        collection=_item_id(row, "collection", before, vocabulary),
        texts=_texts(row, before),
        time=_given_or(row.time, before.time if before else ""),
        date_basis=row.date_basis or (before.date_basis if before else DateBasis.PRINTED),
        status=row.status or (before.status if before else Status.HAPPENED),
        importance=row.importance or (before.importance if before else 3),
        parent=_given_or(row.parent, before.parent if before else ""),
        thread=_thread(row, before, vocabulary),
        source=_item_id(row, "source", before, vocabulary),
        source_section=section,
        source_heading=heading,
        tags=_tags(row, before.tags if before else (), vocabulary),
        figures=_figures(row.figures, before.figures if before else ()),
    )


def changed_fields(before: Event, after: Event) -> tuple[str, ...]:
    """Return the names of the fields in which two events differ; for texts with the language, such as title_en."""
    names: list[str] = []
    for field, old, new in zip(Event._fields, before, after, strict=True):
        if old != new and field != "texts":
            names.append(field)
    for lang in dict.fromkeys([*before.texts, *after.texts]):
        old_words, new_words = before.texts.get(lang, _NO_TEXT), after.texts.get(lang, _NO_TEXT)
        names += [
            f"{field}_{lang}"
            for field, old, new in zip(EventText._fields, old_words, new_words, strict=True)
            if old != new
        ]
    return tuple(names)


def _given_or(given: str | None, default: str) -> str:
    return default if given is None else given


def _item_id(row: ImportedEvent, kind: NamedKind, before: Event | None, vocabulary: VocabularyMerge) -> str:
    word = getattr(row, kind)
    if word is not None:
        return vocabulary.find_or_add(kind, word, row.lang, is_name=kind == "source")
    return str(getattr(before, kind)) if before else vocabulary.default_id(kind, row.lang)


def _thread(row: ImportedEvent, before: Event | None, vocabulary: VocabularyMerge) -> str:
    if row.thread:
        return vocabulary.find_or_add("thread", row.thread, row.lang)
    return _given_or(row.thread, before.thread if before else "")


def _section_and_heading(row: ImportedEvent, before: Event | None) -> tuple[str, str]:
    """Return section and heading of the source, given separately or joined as in exported lists."""
    known = (before.source_section, before.source_heading) if before else ("", "")
    if row.source_section is not None or row.source_heading is not None:
        return _given_or(row.source_section, known[0]), _given_or(row.source_heading, known[1])
    if row.source_locator is None or row.source_locator == _LOCATOR_SEPARATOR.join(filter(None, known)):
        return known
    section, _, heading = row.source_locator.rpartition(_LOCATOR_SEPARATOR)
    return (section, heading) if section else (heading, "")


def _texts(row: ImportedEvent, before: Event | None) -> Mapping[str, EventText]:
    texts = dict(before.texts) if before else {}
    for lang, words in row.texts.items():
        texts[lang] = texts.get(lang, _NO_TEXT)._replace(**words)
    return texts


def _tags(row: ImportedEvent, before: tuple[str, ...], vocabulary: VocabularyMerge) -> tuple[str, ...]:
    """Return the tags of the event sorted by kind, or those before in their order if the row changes none."""
    if not row.tags:
        return before
    known: dict[TagKind, list[str]] = {kind: [] for kind in _TAG_KINDS}
    for tag in before:
        known[vocabulary.tag_kind_of(tag)].append(tag)
    given = {
        kind: list(dict.fromkeys(vocabulary.find_or_add_tag(kind, by_language) for by_language in names))
        for kind, names in row.tags.items()
    }
    if all(known[kind] == tags for kind, tags in given.items()):
        return before
    return tuple(tag for kind in _TAG_KINDS for tag in given.get(kind, known[kind]))


def _figures(given: Mapping[str, ImportedFigures], before: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures of the row in its order; one with the same number keeps its texts in other languages."""
    new = {
        lang: imported.figures
        for lang, imported in given.items()
        if not (imported.printed and _printed(before, lang) == imported.printed)
    }
    if not new:
        return before
    figures = []
    for position in range(max(map(len, new.values()))):
        numbers: list[float] = []
        texts: dict[str, FigureText] = {}
        for lang, row_figures in new.items():
            if position < len(row_figures):
                numbers.append(row_figures[position][0])
                texts[lang] = row_figures[position][1]
        kept = before[position].texts if position < len(before) and before[position].number == numbers[0] else {}
        figures.append(Figure(numbers[0], {**kept, **texts}))
    return tuple(figures)


def _printed(figures: tuple[Figure, ...], lang: str) -> str:
    """Return figures in one language as the text that an exported table shows."""
    texts = [figure.texts.get(lang) or next(iter(figure.texts.values())) for figure in figures]
    return "; ".join(f"{text.label}: {text.value} {text.unit}".strip() for text in texts)
