"""One export to be made: the events of a query, and how they are to be written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import BinaryIO, Final, NamedTuple

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Era, Event
from qtviewer.domain.event_query import EventQuery, without_today
from qtviewer.domain.query.query_labels import query_label
from qtviewer.domain.source import EventSource, Vocabulary
from qtviewer.exchange.event_record import ALL_LANGUAGES, Record, event_record
from qtviewer.exchange.loss import Loss

ProgressCallback = Callable[[int], None]
"""Takes the number of events that are done; may raise to cancel the export."""

_PROGRESS_STEP: Final = 100  # events


class ExportJob(NamedTuple):
    """The events to export, and how to write them; every `ExportWriter` takes one."""

    source: EventSource
    query: EventQuery
    lang: str
    """A language code, or "all" for every language of the vocabulary."""
    total: int
    """How many events match the query."""
    created: datetime
    """The time of the export, which the file states."""
    raw: bool = False
    """Whether to write the form that programs read back, where a format has two."""
    progress: ProgressCallback | None = None
    width: int | None = None
    """Width of a picture: pixels for png, otherwise millimetres; None for the format's default."""
    fields: Sequence[str] = ()
    """The columns of a table; empty for all of them."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that the events refer to."""
        return self.source.vocabulary

    @property
    def languages(self) -> Sequence[str]:
        """The languages to write the events in; headings are in the first."""
        return self.vocabulary.languages if self.lang == ALL_LANGUAGES else (self.lang,)

    def metadata(self) -> Record:
        """Return the query, the number of matching events and the hash of the store's content, for programs."""
        return {"query": query_record(self.query), "count": self.total, "content_hash": self.source.content_hash}

    @property
    def description(self) -> str:
        """The query and the number of matching events in words, in the first language."""
        return query_label(self.query, self.vocabulary, self.languages[0], self.total)

    def events(self, part: int = 0, parts: int = 1) -> Iterator[Event]:
        """Yield the events in the order of the source, and report progress.

        A writer that reads the events several times passes which reading this is (`part`, from 0) and how many there
        are (`parts`), so that progress goes from 0 to `total` over all of them. Raises ViewerError at the end when the
        number of events is not `total`.
        """
        done = 0
        for event in self.source.events(self.query):
            yield event
            done += 1
            if self.progress is not None and done % _PROGRESS_STEP == 0:
                self.progress((part * self.total + done) // parts)
        if done != self.total:
            raise ViewerError(f"the store changed while it was read: {done} events, expected {self.total}; try again")
        if self.progress is not None:
            self.progress((part + 1) * self.total // parts)

    def eras(self) -> Sequence[Era]:
        """Return the eras that touch the time from the first to the last day of the events, in the store's order."""
        extent = self.source.extent(self.query)
        if extent is None:
            return ()
        return [
            era
            for era in self.vocabulary.eras.values()
            if era.date.first_day <= extent[1] and era.date.last_day >= extent[0]
        ]

    def records(self) -> Iterator[Record]:
        """Yield the events as flat records, see `event_record`."""
        vocabulary, lang = self.vocabulary, self.lang
        return (event_record(event, vocabulary, lang) for event in self.events())


ExportWriter = Callable[[ExportJob, BinaryIO], Sequence[Loss]]
"""Writes the events of a job to a stream in one format; returns what the format could not hold."""


def query_record(query: EventQuery) -> Record:
    """Return the conditions of a query that differ from the default, by name; sets become sorted lists."""
    record: Record = {}
    default = EventQuery()
    for name, value in without_today(query)._asdict().items():
        if value != getattr(default, name):
            record[name] = sorted(value) if isinstance(value, frozenset) else value
    return record
