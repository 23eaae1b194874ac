"""Events as documents show them: labels and names resolved to text, in one or several languages, by month or year."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qtviewer.domain.dates.date_order import heading_of
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, FigureText, TagKind, name_in_language
from qtviewer.domain.query.periods import counted_period
from qtviewer.domain.source import Vocabulary
from qtviewer.exchange.export_job import ExportJob


class EntryText(NamedTuple):
    """The texts of an event in one language; empty where it has none."""

    lang: str
    title: str
    date: str
    """The full label of the date, with the time of day."""
    date_note: str
    summary: str
    body: str
    figures: tuple[FigureText, ...]
    names: tuple[str, ...]
    """The names of all tags, places among them."""
    places: tuple[str, ...]
    category: str
    thread: str
    source: str
    """Source, section and heading, joined by dots."""


class DocumentEntry(NamedTuple):
    """An event and its texts in every language of the export that it has, at least one."""

    event: Event
    texts: tuple[EntryText, ...]

    @property
    def title(self) -> str:
        """The titles in all its languages, joined by " / "."""
        return " / ".join(text.title for text in self.texts)

    @property
    def date(self) -> str:
        """The date in all its languages, joined by " / "."""
        return " / ".join(text.date for text in self.texts)


def document_entries(job: ExportJob, part: int = 0, parts: int = 1) -> Iterator[DocumentEntry]:
    """Yield the events of a job in date order; `part` and `parts` as in `ExportJob.events`."""
    for event in job.events(part, parts):
        yield document_entry(event, job.vocabulary, job.languages)


class DocumentSection(NamedTuple):
    """The entries that begin, or with an open start end, in one month, year, decade or century."""

    period: str
    """The month, year or first year, as `EventSource.count_by` counts its events."""
    label: str
    """The period in the first language of the export."""
    entries: Iterator[DocumentEntry]


def document_sections(job: ExportJob, part: int = 0, parts: int = 1) -> Iterator[DocumentSection]:
    """Yield the sections of a document in date order, those of a whole year before those of its months.

    A year, decade or century comes again after its months for events of which only the end in it is known. The entries
    of a section have to be read before the next section is asked for. `part` and `parts` are as in `ExportJob.events`.
    """
    lang = job.languages[0]
    entries = document_entries(job, part, parts)
    for period, members in groupby(entries, key=lambda entry: heading_of(entry.event.date)):
        yield DocumentSection(counted_period(period), date_label(EventDate.from_point(period), lang), members)


def document_entry(event: Event, vocabulary: Vocabulary, languages: Sequence[str]) -> DocumentEntry:
    """Return an event in those of `languages` that it has, or in its own first language if it has none of them."""
    available = [lang for lang in languages if lang in event.texts] or [next(iter(event.texts))]
    return DocumentEntry(event, tuple(_entry_text(event, vocabulary, lang) for lang in available))


def _entry_text(event: Event, vocabulary: Vocabulary, lang: str) -> EntryText:
    text = event.texts[lang]
    tags = [vocabulary.tags[tag] for tag in event.tags]
    source = (name_in_language(vocabulary.sources[event.source], lang), event.source_section, event.source_heading)
    return EntryText(
        lang=lang,
        title=text.title,
        date=date_label(event.date, lang, event.time),
        date_note=text.date_note,
        summary=text.summary,
        body=text.body,
        figures=tuple(figure.texts.get(lang) or next(iter(figure.texts.values())) for figure in event.figures),
        names=tuple(name_in_language(tag.names, lang) for tag in tags),
        places=tuple(name_in_language(tag.names, lang) for tag in tags if tag.kind is TagKind.PLACE),
        category=name_in_language(vocabulary.categories[event.category].names, lang),
        thread=name_in_language(vocabulary.threads[event.thread], lang) if event.thread else "",
        source=" · ".join(part for part in source if part),
    )
