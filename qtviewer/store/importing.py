"""Importing events into a store: all rows of a file, or none."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import Final

from qtviewer.domain.bounds import event_excesses, vocabulary_excesses
from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.imported import ChangedEvent, ImportedEvent, ImportedFile, ImportMode, ImportProblem, ImportReport
from qtviewer.domain.source import chronicle_of
from qtviewer.store.backups import new_backup_path, remove_old_backups
from qtviewer.store.checking import refuse_changed_content
from qtviewer.store.event_merge import changed_fields, generated_id, merge_event, merge_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.staging import StagedEvent, StagingDatabase
from qtviewer.store.vocabulary_difference import added_items, changed_items
from qtviewer.store.vocabulary_merge import VocabularyMerge
from qtviewer.store.write_turn import WriteTurn, write_turn
from qtviewer.store.writer import replace_store

_MAX_LISTED: Final = 10_000
_EMPTY_CHRONICLE: Final = Chronicle({}, {})


def import_events(file: ImportedFile, store: Path, mode: ImportMode, *, dry_run: bool = False) -> ImportReport:
    """Import the events of a file into a store, which is created if it does not exist; return a report.

    Mode `add` refuses rows with ids that the store has; `update` changes the fields that rows give and adds new events;
    `replace` leaves only the events of the file. Nothing is written when a row has a problem, on a dry run, or when
    nothing would change. After an update or a replacement the old store is there as a backup file in the same folder.
    From the reading of the store to its writing no other import comes in between. StoreError when the store cannot be
    read or written, or another program has it open.
    """
    try:
        with nullcontext() if dry_run else write_turn(store) as turn, StagingDatabase() as staging:
            return _import_rows(file, store, mode, staging, turn)
    except OSError as error:
        raise StoreError(f"{store}: cannot be read ({error.strerror})") from error
    except sqlite3.Error as error:
        raise StoreError(f"{store}: its new events cannot be put aside in a temporary file ({error})") from error


def _import_rows(
    file: ImportedFile, store: Path, mode: ImportMode, staging: StagingDatabase, turn: WriteTurn | None
) -> ImportReport:
    """Import in the turn of a writer; without one, on a dry run, nothing is written."""
    exists = store.exists()
    stored_vocabulary = _stage_store(store, staging) if exists else _EMPTY_CHRONICLE
    vocabulary = VocabularyMerge(stored_vocabulary, file.declared, file.name, prefer_file=mode != "add")
    importer = _RowImporter(staging, vocabulary, mode)
    for row in file.rows:
        importer.add(row)
    merged = vocabulary.merged_chronicle(importer.lang, only_used=False)
    report = importer.finish()._replace(
        additions=tuple(added_items(stored_vocabulary, merged)),
        vocabulary_changes=tuple(changed_items(stored_vocabulary, merged)),
    )
    chronicle = vocabulary.merged_chronicle(importer.lang, only_used=mode == "replace")
    changes = report.added_count + report.changed_count + report.removed_count
    if report.problem_count or turn is None or (exists and not changes and chronicle == stored_vocabulary):
        return report
    backup = new_backup_path(store) if exists and mode != "add" else None
    replace_store(turn, chronicle, staging, backup)
    remove_old_backups(store)
    return report._replace(backup=backup)


def _stage_store(store: Path, staging: StagingDatabase) -> Chronicle:
    """Stage the events of a store; return a chronicle with its vocabulary and no events.

    StoreError when they are not what was written: written anew they would pass for it.
    """
    refuse_changed_content(store)
    with closing(StoreReader(store)) as reader:
        for event in reader.events(EventQuery()):
            staging.put(0, event)
        return chronicle_of(reader.vocabulary)._replace(pinyin=reader.pinyin)


class _RowImporter:
    """Stages imported rows one after the other, and counts the events added, changed and unchanged."""

    def __init__(self, staging: StagingDatabase, vocabulary: VocabularyMerge, mode: ImportMode) -> None:
        self._vocabulary = vocabulary
        self.lang = "en"
        self._staging = staging
        self._mode = mode
        self._problems: list[ImportProblem] = []
        self._changed: list[ChangedEvent] = []
        self._added: list[tuple[int, int]] = []
        self._unchanged: list[tuple[int, int]] = []
        self._counts: Counter[str] = Counter()

    def add(self, row: ImportedEvent | ImportProblem) -> None:
        """Stage the event of a row, or record its problems."""
        if isinstance(row, ImportProblem):
            self._record_problem(row)
            return
        self.lang = row.lang
        event_id = row.id or generated_id(row)
        staged = self._staging.get(event_id) if event_id and self._mode != "add" else None
        before = staged.event if staged else None
        problems = list(self._problems_of(row, event_id, staged))
        if not problems:
            event = merge_event(row, event_id, before if self._mode == "update" else None, self._vocabulary)
            problems += (ImportProblem(row.row, field, "", excess) for field, excess in event_excesses(event))
            if self._mode != "add":
                self._staging.put(row.row, event)
            elif not self._staging.put_if_new(row.row, event):
                problems.append(self._duplicate_id_problem(row, event_id))
        for problem in problems:
            self._record_problem(problem)
        if not problems:
            self._vocabulary.mark_used(event)
            self._record_change(row.row, before, event)

    def finish(self) -> ImportReport:
        """Run the checks that need all rows, and return the report; call it once, after the last row."""
        removed = self._staging.delete_events_not_in_file() if self._mode == "replace" else 0
        for problem in self._staging.parent_problems() if not self._problems else ():
            self._record_problem(problem)
        for excess in vocabulary_excesses(
            self._vocabulary.merged_chronicle(self.lang, only_used=self._mode == "replace")
        ):
            self._record_problem(ImportProblem(0, "", "", excess))
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
            yield self._duplicate_id_problem(row, event_id)
        yield from merge_problems(row, staged.event if staged and self._mode == "update" else None)

    def _duplicate_id_problem(self, row: ImportedEvent, event_id: str) -> ImportProblem:
        """Return the problem of a row whose id another row or the store has."""
        other = self._staging.get(event_id)
        if other is None or not other.row:
            return ImportProblem(row.row, "id", event_id, "is in the store already; --mode update changes it")
        same = "the same id" if row.id else "the same date and title, and neither has an id"
        return ImportProblem(row.row, "id", event_id, f"stands in row {other.row} too: {same}")

    def _record_problem(self, problem: ImportProblem) -> None:
        self._counts["problem"] += 1
        if len(self._problems) < _MAX_LISTED:
            self._problems.append(problem)

    def _record_change(self, row: int, before: Event | None, event: Event) -> None:
        fields = changed_fields(before, event) if before else ()
        if before is None:
            _append_to_spans(self._added, row)
        elif not fields:
            _append_to_spans(self._unchanged, row)
        elif len(self._changed) < _MAX_LISTED:
            self._changed.append(ChangedEvent(row, event.id, fields))
        self._counts["added" if before is None else "changed" if fields else "unchanged"] += 1


def _append_to_spans(spans: list[tuple[int, int]], row: int) -> None:
    """Add a row number to spans (first row, last row), extending the last one if the row follows it."""
    if spans and spans[-1][1] == row - 1:
        spans[-1] = (spans[-1][0], row)
    else:
        spans.append((row, row))
