"""What an import reads and what came of it, as frozen values."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.event import Chronicle, DateBasis, FigureText, Names, Status, TagKind

ImportMode = Literal["add", "update", "replace"]
_NONE: Mapping[Any, Any] = MappingProxyType({})


class ImportProblem(NamedTuple):
    """Why a row cannot be imported; row 0 is the file itself, a column may be empty."""

    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        place = f"row {self.row}" if self.row else ""
        what = f"{self.column} {self.value!r}".strip() if self.value else self.column
        return " ".join(filter(None, (", ".join(filter(None, (place, what))), self.reason)))


class ImportedFigures(NamedTuple):
    """The figures of an event in one language.

    `printed` is their one cell in a table for people, empty where each was read by itself; `refusal` says why the
    figures in it cannot be told, which matters only where they are new.
    """

    figures: tuple[tuple[float, FigureText], ...]
    printed: str = ""
    refusal: str = ""


class ImportedEvent(NamedTuple):
    """What a row says of an event: None, or a missing key, where it says nothing, empty where it says "none".

    `category`, `collection`, `source` and `thread` are ids or names, the latter in the language `lang`; `tags` are
    names by kind; `texts` and `figures` stand by language, the former by field.
    """

    row: int
    id: str
    lang: str
    date: EventDate | None = None
    category: str | None = None
    collection: str | None = None
    texts: Mapping[str, Mapping[str, str]] = _NONE
    time: str | None = None
    date_basis: DateBasis | None = None
    status: Status | None = None
    importance: int | None = None
    parent: str | None = None
    thread: str | None = None
    source: str | None = None
    source_section: str | None = None
    source_heading: str | None = None
    source_locator: str | None = None
    tags: Mapping[TagKind, tuple[Names, ...]] = _NONE
    figures: Mapping[str, ImportedFigures] = _NONE


class ImportedFile(NamedTuple):
    """A file that is being imported: how it was understood, what it declares, and its rows, read as they are asked for.

    `encoding` and `delimiter` are empty where a format has none; `notes` grows while the rows are read.
    """

    name: str
    file_format: str
    encoding: str
    delimiter: str
    declared: Chronicle
    rows: Iterator[ImportedEvent | ImportProblem]
    notes: list[str]


class ChangedEvent(NamedTuple):
    """An event that a row changed, and the fields it changed."""

    row: int
    id: str
    fields: tuple[str, ...]


class ImportReport(NamedTuple):
    """What an import did, or would do; nothing was done when it has problems.

    Rows are spans from first to last. `problems` and `changed` name the first ten thousand of those counted; `removed`
    are events that gave way, `additions` new words of the vocabulary, `backup` the old store.
    """

    added: tuple[tuple[int, int], ...] = ()
    added_count: int = 0
    changed: tuple[ChangedEvent, ...] = ()
    changed_count: int = 0
    unchanged: tuple[tuple[int, int], ...] = ()
    unchanged_count: int = 0
    removed_count: int = 0
    additions: tuple[str, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    problem_count: int = 0
    backup: Path | None = None
