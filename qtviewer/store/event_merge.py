"""A row that says something of an event, and the event as it was, make the event as it will be."""

from collections.abc import Iterator, Mapping
from typing import Final

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status, TagKind
from qtviewer.domain.imported import ImportedEvent, ImportedFigures, ImportProblem
from qtviewer.domain.slug import slug_of
from qtviewer.store.vocabulary_merge import NamedKind, VocabularyMerge

_JOINT: Final = " · "
_KINDS: Final = (TagKind.PERSON, TagKind.ORGANISATION, TagKind.PLACE, TagKind.TOPIC)
_BLANK: Final = EventText("", "", "")


def generated_id(row: ImportedEvent) -> str:
    """The id of an event whose row has none, from its date and title; empty when it lacks these."""
    title = next((words["title"] for words in row.texts.values() if words.get("title")), "")
    if row.date is None or not title:
        return ""
    date = format_edtf(row.date)
    return slug_of(f"{'bce ' if date.startswith('-') else ''}{date} {title}")


def merge_problems(row: ImportedEvent, before: Event | None) -> Iterator[ImportProblem]:
    """What a row lacks to make a whole event, or cannot change."""
    if row.date is None and before is None:
        yield ImportProblem(row.row, "date", "", "is missing")
    if not row.texts and before is None:
        yield ImportProblem(row.row, "title", "", "is missing")
    for lang, words in row.texts.items():
        known = before.texts.get(lang, _BLANK) if before else _BLANK
        if not words.get("title", known.title).strip():
            yield ImportProblem(row.row, "title", "", f"is missing in {lang!r}")
    for lang, figures in row.figures.items():
        if figures.refusal and not (before and _printed(before.figures, lang) == figures.printed):
            yield ImportProblem(row.row, "figures", "", figures.refusal)


def merge_event(row: ImportedEvent, event_id: str, before: Event | None, register: VocabularyMerge) -> Event:
    """The event that a row makes of what was there; names nobody knew are added to the register."""
    date = row.date or (before and before.date)
    assert date is not None  # noqa: S101 - merge_problems has refused a row without
    section, heading = _locator(row, before)
    return Event(
        id=event_id,
        date=date,
        category=_referred(row, "category", before, register),
        collection=_referred(row, "collection", before, register),
        texts=_texts(row, before),
        time=_said(row.time, before.time if before else ""),
        date_basis=row.date_basis or (before.date_basis if before else DateBasis.PRINTED),
        status=row.status or (before.status if before else Status.HAPPENED),
        importance=row.importance or (before.importance if before else 3),
        parent=_said(row.parent, before.parent if before else ""),
        thread=_thread(row, before, register),
        source=_referred(row, "source", before, register),
        source_section=section,
        source_heading=heading,
        tags=_tags(row, before.tags if before else (), register),
        figures=_figures(row.figures, before.figures if before else ()),
    )


def changed_fields(before: Event, after: Event) -> tuple[str, ...]:
    """The fields in which two events differ; words by language, such as title_en."""
    names: list[str] = []
    for field, old, new in zip(Event._fields, before, after, strict=True):
        if old != new and field != "texts":
            names.append(field)
    for lang in dict.fromkeys([*before.texts, *after.texts]):
        old_words, new_words = before.texts.get(lang, _BLANK), after.texts.get(lang, _BLANK)
        names += [
            f"{field}_{lang}"
            for field, old, new in zip(EventText._fields, old_words, new_words, strict=True)
            if old != new
        ]
    return tuple(names)


def _said(said: str | None, otherwise: str) -> str:
    return otherwise if said is None else said


def _referred(row: ImportedEvent, kind: NamedKind, before: Event | None, register: VocabularyMerge) -> str:
    word = getattr(row, kind)
    if word is not None:
        return register.id_of(kind, word, row.lang, is_name=kind == "source")
    return str(getattr(before, kind)) if before else register.default_id(kind, row.lang)


def _thread(row: ImportedEvent, before: Event | None, register: VocabularyMerge) -> str:
    if row.thread:
        return register.id_of("thread", row.thread, row.lang)
    return _said(row.thread, before.thread if before else "")


def _locator(row: ImportedEvent, before: Event | None) -> tuple[str, str]:
    """Section and heading, which exported lists join; where that says what is known already, nothing changes."""
    known = (before.source_section, before.source_heading) if before else ("", "")
    if row.source_section is not None or row.source_heading is not None:
        return _said(row.source_section, known[0]), _said(row.source_heading, known[1])
    if row.source_locator is None or row.source_locator == _JOINT.join(filter(None, known)):
        return known
    section, _, heading = row.source_locator.rpartition(_JOINT)
    return (section, heading) if section else (heading, "")


def _texts(row: ImportedEvent, before: Event | None) -> Mapping[str, EventText]:
    texts = dict(before.texts) if before else {}
    for lang, words in row.texts.items():
        texts[lang] = texts.get(lang, _BLANK)._replace(**words)
    return texts


def _tags(row: ImportedEvent, before: tuple[str, ...], register: VocabularyMerge) -> tuple[str, ...]:
    """Tags by kind; where a row says nothing new of any kind, they stay in their order."""
    if not row.tags:
        return before
    known: dict[TagKind, list[str]] = {kind: [] for kind in _KINDS}
    for tag in before:
        known[register.kind_of(tag)].append(tag)
    said = {
        kind: list(dict.fromkeys(register.tag_id(kind, each) for each in names)) for kind, names in row.tags.items()
    }
    if all(known[kind] == tags for kind, tags in said.items()):
        return before
    return tuple(tag for kind in _KINDS for tag in said.get(kind, known[kind]))


def _figures(said: Mapping[str, ImportedFigures], before: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Figures in the order of the row; one that keeps its number keeps its words in other languages."""
    new = {
        lang: each.figures
        for lang, each in said.items()
        if not (each.printed and _printed(before, lang) == each.printed)
    }
    if not new:
        return before
    figures = []
    for at in range(max(map(len, new.values()))):
        numbers: list[float] = []
        words: dict[str, FigureText] = {}
        for lang, spoken in new.items():
            if at < len(spoken):
                numbers.append(spoken[at][0])
                words[lang] = spoken[at][1]
        kept = before[at].texts if at < len(before) and before[at].number == numbers[0] else {}
        figures.append(Figure(numbers[0], {**kept, **words}))
    return tuple(figures)


def _printed(figures: tuple[Figure, ...], lang: str) -> str:
    """Figures as a table for people shows them."""
    words = [figure.texts.get(lang) or next(iter(figure.texts.values())) for figure in figures]
    return "; ".join(f"{each.label}: {each.value} {each.unit}".strip() for each in words)
