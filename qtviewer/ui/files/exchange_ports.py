"""What the window asks of exports and imports, which it does not know itself: whoever makes it hands them in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.imported import ImportMode, ImportProblem
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource


class ListFormat(NamedTuple):
    """A format of lists: its name, how its files end, what can be chosen of it, whether Qt paints it.

    `width_unit` is the unit of its width, empty where it has none; `has_raw`: there is a form for programs, too.
    """

    name: str
    ending: str
    has_fields: bool
    is_painted: bool
    has_raw: bool
    width_unit: str


class ExportWish(NamedTuple):
    """Which list is to be written; `fields` are its columns, all when empty, `width` that of a picture, or None."""

    query: EventQuery
    lang: str
    file_format: str
    fields: tuple[str, ...] = ()
    raw: bool = False
    width: int | None = None


class Table(NamedTuple):
    """The first rows of a list, as texts."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


class ImportLook(NamedTuple):
    """How a file was understood (format, encoding, delimiter), what was left out of it, and its first rows."""

    how: str
    notes: Sequence[str]
    table: Table


class ImportResult(NamedTuple):
    """What an import did or would do: a report in lines, and its problems, of which only the first may be there."""

    lines: Sequence[str]
    problems: Sequence[ImportProblem]
    problem_count: int


class ImportRunner(Protocol):
    """Puts the events of a file into a store."""

    def __call__(
        self, path: Path, store: Path, mode: ImportMode, order: DateOrder | None, *, dry_run: bool
    ) -> ImportResult:
        """The outcome; ViewerError when the file or the store cannot be read."""


class Exchange(NamedTuple):
    """Exports and imports; all of them but painted exports may be called in any thread.

    `write` writes a list to a path, tells its progress and answers, in sentences, what the format could not hold.
    `store_of` is the file of a source that an import may change, or None.
    """

    formats: Sequence[ListFormat]
    fields: Sequence[str]
    preview: Callable[[EventSource, ExportWish], Table]
    write: Callable[[EventSource, str, ExportWish, Callable[[int], None]], Sequence[str]]
    store_of: Callable[[EventSource], Path | None]
    look: Callable[[Path, DateOrder | None], ImportLook]
    run_import: ImportRunner
    reopen: Callable[[Path], None]
