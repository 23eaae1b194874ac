"""The events that an import reads from a file, and the report of an import, as values."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.event import Chronicle, DateBasis, FigureText, Names, Status, TagKind

ImportMode = Literal["add", "update", "replace"]
_NOT_GIVEN: Mapping[Any, Any] = MappingProxyType({})


class ImportProblem(NamedTuple):
    """The reason why a row cannot be imported.

    `row` counts from 1; 0 stands for the file as a whole. `column` and `value` are those of the wrong cell; `value`
    may be empty, and both are empty if the problem is not in one cell.
    """

    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        place = f"row {self.row}" if self.row else ""
        cell = f"{self.column} {self.value!r}".strip() if self.value else self.column
        return " ".join(filter(None, (", ".join(filter(None, (place, cell))), self.reason)))


class ImportedFigures(NamedTuple):
    """The figures of an event in one language, each with its number.

    `printed` is the text of the cell if it holds all figures as one text, as tables for people do; otherwise empty.
    `refusal` is the reason why that text cannot be split into figures, or empty; it is an error only if the text
    differs from that of the event in the store.
    """

    figures: tuple[tuple[float, FigureText], ...]
    printed: str = ""
    refusal: str = ""


class ImportedEvent(NamedTuple):
    """The fields of an event that a row of a file gives.

    None, or a missing key of a mapping, stands for a field that the row does not give; an empty value for one that the
    row says is empty. `row` counts from 1. `category`, `collection`, `source` and `thread` are ids, or names in the
    language `lang`. `texts` are by language code, then by field of `EventText`; `figures` are by language code; `tags`
    are names by kind.
    """

    row: int
    id: str
    lang: str
    date: EventDate | None = None
    category: str | None = None
    collection: str | None = None
    texts: Mapping[str, Mapping[str, str]] = _NOT_GIVEN
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
    tags: Mapping[TagKind, tuple[Names, ...]] = _NOT_GIVEN
    figures: Mapping[str, ImportedFigures] = _NOT_GIVEN


class ImportedFile(NamedTuple):
    """A file that is being imported: how it was understood, the vocabulary it declares, and its rows.

    `encoding` and `delimiter` are empty where the format has none. `rows` are read from the file as they are iterated;
    `notes`, remarks for the user, grow meanwhile.
    """

    name: str
    file_format: str
    encoding: str
    delimiter: str
    declared: Chronicle
    rows: Iterator[ImportedEvent | ImportProblem]
    notes: list[str]


class ChangedEvent(NamedTuple):
    """An event that a row changed: the row, from 1, the id of the event, and the names of the changed fields."""

    row: int
    id: str
    fields: tuple[str, ...]


class ImportReport(NamedTuple):
    """The changes that an import made, or would make; it makes none when there are problems.

    `added` and `unchanged` are ranges of rows: the first and the last. `changed` and `problems` hold at most the first
    10,000; `changed_count` and `problem_count` are the numbers of all. `removed_count` is the number of removed events,
    `additions` are the new entries of the vocabulary, `vocabulary_changes` those that the file gives otherwise than the
    store; `backup` is the path of the copy of the old store, or None.
    """

    added: tuple[tuple[int, int], ...] = ()
    added_count: int = 0
    changed: tuple[ChangedEvent, ...] = ()
    changed_count: int = 0
    unchanged: tuple[tuple[int, int], ...] = ()
    unchanged_count: int = 0
    removed_count: int = 0
    additions: tuple[str, ...] = ()
    vocabulary_changes: tuple[str, ...] = ()
    problems: tuple[ImportProblem, ...] = ()
    problem_count: int = 0
    backup: Path | None = None
