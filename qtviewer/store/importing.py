"""Importing events into a store: all rows of a file, or none."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.imported import ChangedEvent, ImportedEvent, ImportedFile, ImportMode, ImportProblem, ImportReport
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.store.event_merge import changed_fields, generated_id, merge_event, merge_problems
from qtviewer.store.opening import StoreError, open_read_only
from qtviewer.store.reader import StoreReader
from qtviewer.store.staging import StagedEvent, StagingDatabase
from qtviewer.store.vocabulary_merge import VocabularyMerge
from qtviewer.store.writer import write_store

_MOST_LISTED: Final = 10_000
_EMPTY: Final = Chronicle({}, {})


def import_events(file: ImportedFile, store: Path, mode: ImportMode, *, dry_run: bool = False) -> ImportReport:
    """Put the events of a file into a store, which is made when it is not there; the report says what came of it.

    `add` refuses ids that the store has, `update` changes what rows say of them and adds the rest, `replace` leaves the
    events of the file only. Nothing is written when a row has a problem, on a dry run, or when nothing changes; before
    an update or a replacement the old store is copied beside it. StoreError when it cannot be read or written.
    """
    try:
        with StagingDatabase() as staging:
            return _carry_out(file, store, mode, staging, dry_run=dry_run)
    except OSError as error:
        raise StoreError(f"{store}: cannot be read ({error.strerror})") from error
    except sqlite3.Error as error:
        raise StoreError(f"{store}: its new events cannot be put aside in a temporary file ({error})") from error


def _carry_out(
    file: ImportedFile, store: Path, mode: ImportMode, staging: StagingDatabase, *, dry_run: bool
) -> ImportReport:
    is_there = store.exists()
    known = _stage_store(store, staging) if is_there else _EMPTY
    register = VocabularyMerge(known, file.declared, file.name, prefer_file=mode != "add")
    work = _Import(staging, register, mode)
    for row in file.rows:
        work.take(row)
    report = work.finish()._replace(additions=tuple(register.additions()))
    changes = report.added_count + report.changed_count + report.removed_count + len(report.additions)
    if report.problem_count or dry_run or (is_there and not changes):
        return report
    backup = _back_up(store) if is_there and mode != "add" else None
    write_store(register.chronicle(work.lang, only_used=mode == "replace"), store, staging)
    return report._replace(backup=backup)


def _stage_store(store: Path, staging: StagingDatabase) -> Chronicle:
    """The vocabulary of a store, whose events are staged."""
    with closing(StoreReader(store)) as reader:
        for event in reader.events(EventQuery()):
            staging.put(0, event)
        known = reader.vocabulary
        return Chronicle(
            known.titles, known.subtitles, tuple(known.categories.values()), known.collections, known.sources,
            known.threads, tuple(known.tags.values()), pinyin=reader.pinyin,
        )  # fmt: skip


def _back_up(store: Path) -> Path:
    """A copy of a store beside it, named after the moment."""
    moment = f"{datetime.now():%Y%m%d-%H%M%S}"
    names = (f"{store.name}.{moment}{suffix}.backup" for suffix in ("", *(f"-{n}" for n in range(2, 100))))
    target = next(path for path in map(store.with_name, names) if not path.exists())
    try:
        with (
            atomic_replacement(target) as temporary,
            closing(open_read_only(store)) as old,
            closing(sqlite3.connect(temporary)) as new,
        ):
            old.backup(new)
    except OSError as error:
        raise StoreError(f"{target}: the old store cannot be copied there ({error.strerror})") from error
    except sqlite3.Error as error:
        raise StoreError(f"{target}: the old store cannot be copied there ({error})") from error
    return target


class _Import:
    """What became of the rows so far."""

    def __init__(self, staging: StagingDatabase, register: VocabularyMerge, mode: ImportMode) -> None:
        self._register = register
        self.lang = "en"
        self._staging = staging
        self._mode = mode
        self._problems: list[ImportProblem] = []
        self._changed: list[ChangedEvent] = []
        self._added: list[tuple[int, int]] = []
        self._unchanged: list[tuple[int, int]] = []
        self._counts: Counter[str] = Counter()

    def take(self, row: ImportedEvent | ImportProblem) -> None:
        """Stage what a row says, or note its problems."""
        if isinstance(row, ImportProblem):
            self._refuse(row)
            return
        self.lang = row.lang
        event_id = row.id or generated_id(row)
        staged = self._staging.get(event_id) if event_id and self._mode != "add" else None
        before = staged.event if staged else None
        problems = list(self._problems_of(row, event_id, staged))
        if not problems:
            event = merge_event(row, event_id, before if self._mode == "update" else None, self._register)
            if self._mode != "add":
                self._staging.put(row.row, event)
            elif not self._staging.put_new(row.row, event):
                problems.append(self._taken(row, event_id))
        for problem in problems:
            self._refuse(problem)
        if not problems:
            self._register.use(event)
            self._note(row.row, before, event)

    def finish(self) -> ImportReport:
        """The report, after the checks that need every row."""
        removed = self._staging.drop_unnamed() if self._mode == "replace" else 0
        for problem in self._staging.parent_problems() if not self._problems else ():
            self._refuse(problem)
        return ImportReport(
            tuple(self._added), self._counts["added"],
            tuple(self._changed), self._counts["changed"],
            tuple(self._unchanged), self._counts["unchanged"],
            removed,
            problems=tuple(sorted(self._problems, key=lambda problem: problem.row)),
            problem_count=self._counts["problem"],
        )  # fmt: skip

    def _problems_of(self, row: ImportedEvent, event_id: str, staged: StagedEvent | None) -> Iterator[ImportProblem]:
        if not row.id and self._mode == "update":
            yield ImportProblem(row.row, "id", "", "is missing; an update finds events by it")
        if staged is not None and staged.row:
            yield self._taken(row, event_id)
        yield from merge_problems(row, staged.event if staged and self._mode == "update" else None)

    def _taken(self, row: ImportedEvent, event_id: str) -> ImportProblem:
        """Why an event with the id of another cannot be taken."""
        other = self._staging.get(event_id)
        if other is None or not other.row:
            return ImportProblem(row.row, "id", event_id, "is in the store already; --mode update changes it")
        same = "the same id" if row.id else "the same date and title, and neither has an id"
        return ImportProblem(row.row, "id", event_id, f"stands in row {other.row} too: {same}")

    def _refuse(self, problem: ImportProblem) -> None:
        self._counts["problem"] += 1
        if len(self._problems) < _MOST_LISTED:
            self._problems.append(problem)

    def _note(self, row: int, before: Event | None, event: Event) -> None:
        fields = changed_fields(before, event) if before else ()
        if before is None:
            _extend(self._added, row)
        elif not fields:
            _extend(self._unchanged, row)
        elif len(self._changed) < _MOST_LISTED:
            self._changed.append(ChangedEvent(row, event.id, fields))
        self._counts["added" if before is None else "changed" if fields else "unchanged"] += 1


def _extend(spans: list[tuple[int, int]], row: int) -> None:
    """Add a row to spans of rows."""
    if spans and spans[-1][1] == row - 1:
        spans[-1] = (spans[-1][0], row)
    else:
        spans.append((row, row))
