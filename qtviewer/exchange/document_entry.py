"""An event as lists for people tell it: in the words of one language, or of several, one after the other."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qtviewer.domain.dates.edtf import format_point
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, FigureText, TagKind, name_in_language
from qtviewer.domain.source import Vocabulary
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text

_COARSEST_FIRST = (Precision.CENTURY, Precision.DECADE, Precision.YEAR, Precision.MONTH)


class EntryText(NamedTuple):
    """What an entry says in one language; `date` is its full label with the time of day."""

    lang: str
    title: str
    date: str
    date_note: str
    summary: str
    body: str
    figures: tuple[FigureText, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    category: str
    thread: str
    source: str


class DocumentEntry(NamedTuple):
    """An event and its words in every language of the list that it has, at least in one."""

    event: Event
    texts: tuple[EntryText, ...]

    @property
    def title(self) -> str:
        """The titles in all languages of the list."""
        return " / ".join(words.title for words in self.texts)

    @property
    def date(self) -> str:
        """The date in all languages of the list."""
        return " / ".join(words.date for words in self.texts)


def document_entries(job: ExportJob, part: int = 0, parts: int = 1) -> Iterator[DocumentEntry]:
    """The events of a list in date order; see `ExportJob.events` for its parts."""
    for event in job.events(part, parts):
        yield document_entry(event, job.vocabulary, job.languages)


class DocumentSection(NamedTuple):
    """The entries that begin in one month, year, decade or century: it as EDTF (empty when unknown) and in words."""

    period: str
    label: str
    entries: Iterator[DocumentEntry]


def document_sections(job: ExportJob, part: int = 0, parts: int = 1) -> Iterator[DocumentSection]:
    """The entries of each period; what is known by the year alone stands before the months of that year.

    The entries of a section are to be read before the next section.
    """
    lang = job.languages[0]
    ordered = _coarsest_first(document_entries(job, part, parts))
    for period, members in groupby(ordered, key=lambda entry: _period(entry.event.date)):
        label = date_label(EventDate.from_point(period), lang) if period else export_text("undated", lang)
        yield DocumentSection(format_point(period) if period else "", label, members)


def document_entry(event: Event, vocabulary: Vocabulary, languages: Sequence[str]) -> DocumentEntry:
    """An event in those of the languages that it has, or in its first."""
    spoken = [lang for lang in languages if lang in event.texts] or [next(iter(event.texts))]
    return DocumentEntry(event, tuple(_words(event, vocabulary, lang) for lang in spoken))


def _words(event: Event, vocabulary: Vocabulary, lang: str) -> EntryText:
    text = event.texts[lang]
    tags = [vocabulary.tags[tag] for tag in event.tags]
    source = (name_in_language(vocabulary.sources[event.source], lang), event.source_section, event.source_heading)
    return EntryText(
        lang=lang,
        title=text.title,
        date=" ".join(part for part in (date_label(event.date, lang), event.time) if part),
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


def _period(date: EventDate) -> DatePoint | None:
    """The month in which a date begins, or the year, decade or century where no month is known; None when open."""
    if date.start is None:
        return None
    precision = Precision.MONTH if date.start.precision is Precision.DAY else date.start.precision
    return DatePoint(precision, date.start.year, date.start.month)


def _coarsest_first(ordered: Iterator[DocumentEntry]) -> Iterator[DocumentEntry]:
    """Entries in date order, but with those of a whole year before those of its first month."""
    for _day, together in groupby(ordered, key=lambda entry: entry.event.date.first_day):
        yield from sorted(together, key=_coarseness)


def _coarseness(entry: DocumentEntry) -> int:
    period = _period(entry.event.date)
    return _COARSEST_FIRST.index(period.precision) if period else -1
