"""What is exported: the events of a query, and what every list states about itself."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import BinaryIO, Final, NamedTuple

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Event
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.labels import query_label
from qtviewer.domain.source import EventSource, Vocabulary
from qtviewer.exchange.event_record import ALL_LANGUAGES, Record, event_record

Progress = Callable[[int], None]
"""Takes the number of events that are done; may raise to cancel."""

_PROGRESS_STEP: Final = 100  # events
_MOST_NAMED: Final = 100  # events that a loss names
_NAMED_LOSSES: Final = 3  # events that a sentence names


class Listing(NamedTuple):
    """The events of a query in one language or in all of them, with the time at which they are written.

    `total` is how many events match; `raw` asks for the form that programs read back, where a format has two. `width`
    is that of a picture, in pixels for png, otherwise in millimetres; `fields` are the columns of a table, or empty.
    """

    source: EventSource
    query: EventQuery
    lang: str
    total: int
    made: datetime
    raw: bool = False
    progress: Progress | None = None
    width: int | None = None
    fields: Sequence[str] = ()

    @property
    def vocabulary(self) -> Vocabulary:
        """What the events refer to."""
        return self.source.vocabulary

    @property
    def languages(self) -> Sequence[str]:
        """The languages the list is to speak, the first of them in its headings."""
        return self.vocabulary.languages if self.lang == ALL_LANGUAGES else (self.lang,)

    def statement(self) -> Record:
        """What every list says of itself: the query, how many events match, and the hash of the store's content."""
        return {"query": query_record(self.query), "count": self.total, "content_hash": self.source.content_hash}

    @property
    def in_words(self) -> str:
        """The query and how many events match, as people say it; `statement` says it for programs."""
        return query_label(self.query, self.vocabulary, self.languages[0], self.total)

    def events(self, part: int = 0, parts: int = 1) -> Iterator[Event]:
        """The events one after the other; `part` of `parts` is which of several readings this is, for the progress.

        ViewerError when there are not as many as were counted.
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

    def records(self) -> Iterator[Record]:
        """The events as flat records."""
        vocabulary, lang = self.vocabulary, self.lang
        return (event_record(event, vocabulary, lang) for event in self.events())


class Loss(NamedTuple):
    """Something that a format could not hold as it is, what became of it, and the ids of the events concerned.

    Where they are very many, `unnamed` is how many there are beside those.
    """

    what: str
    events: Sequence[str]
    unnamed: int = 0

    def __str__(self) -> str:
        """One sentence with the first few events."""
        count = len(self.events) + self.unnamed
        more = ", …" if count > _NAMED_LOSSES else ""
        return f"{self.what} ({count}: {', '.join(self.events[:_NAMED_LOSSES])}{more})"


class Losses:
    """What a format cannot hold, gathered while a list of any length is written: a hundred ids of each kind."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._named: dict[str, list[str]] = {}

    def add(self, what: str, event_id: str) -> None:
        """Note what was lost, and of which event."""
        self._counts[what] += 1
        if self._counts[what] <= _MOST_NAMED:
            self._named.setdefault(what, []).append(event_id)

    def found(self) -> Sequence[Loss]:
        """The losses of each kind, in the order of their first events."""
        return [Loss(what, events, self._counts[what] - len(events)) for what, events in self._named.items()]


Writer = Callable[[Listing, BinaryIO], Sequence[Loss]]
"""Writes a list in one format; answers what the format could not hold."""


def query_record(query: EventQuery) -> Record:
    """The conditions that are set, by name."""
    record: Record = {}
    default = EventQuery()
    for name, value in query._asdict().items():
        if value != getattr(default, name):
            record[name] = sorted(value) if isinstance(value, frozenset) else value
    return record
