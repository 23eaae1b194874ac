"""Two to eight programs that import into one store at once, some of them after another program has it open."""

import sqlite3
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from shutil import copy
from typing import Final

from benchmarks.faults.commands import Result
from benchmarks.faults.programs import run_program
from benchmarks.faults.tally import Trial
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.checking import damage_problems
from qtviewer.store.reader import StoreReader

_MOST: Final = 8
_JOURNALS: Final = ("none", "none", "WAL", "DELETE")


def several_writers(count: int, seed: int) -> Iterator[Trial]:
    """Try some imports, two to eight at a time, until there were as many as asked for."""
    done = 0
    random = Random(f"{seed} writers")  # noqa: S311 - the same each time
    while done < count:
        writers, journal, exists = random.randint(2, _MOST), random.choice(_JOURNALS), random.random() < 0.7
        with tempfile.TemporaryDirectory() as folder:
            yield from _import_at_once(Path(folder), writers, journal if exists else "none", exists=exists)
        done += writers


def _import_at_once(folder: Path, writers: int, journal: str, *, exists: bool) -> Iterator[Trial]:
    store = folder / "events.sqlite"
    if exists:
        copy(shipped_store_path(), store)
    with closing(_other_program(store, journal)) as other, ThreadPoolExecutor(writers) as pool:
        results = list(pool.map(lambda number: _import(folder, number), range(writers)))
        if journal != "none":
            other.commit()
    there = _ids(store)
    kept = journal == "none" or (there is not None and _has_edit(store))
    left = [path.name for path in folder.iterdir() if path.name != store.name and path.suffix != ".csv"]
    for number, result in enumerate(results):
        kind = f"{'beside a journal' if journal != 'none' else 'imports at once'}, {'old' if exists else 'new'} store"
        yield Trial(kind, _outcome(result, there, f"w{number}", kept=kept, left=left), f"{result}, {left}")


def _other_program(store: Path, journal: str) -> sqlite3.Connection:
    """Return a connection that has begun to change a store, or one to nothing."""
    if journal == "none":
        return sqlite3.connect(":memory:")
    other = sqlite3.connect(store)
    other.execute(f"PRAGMA journal_mode = {journal}")
    other.execute("UPDATE event SET source_heading = 'edited'")
    return other


def _import(folder: Path, number: int) -> Result:
    source = folder / f"{number}.csv"
    source.write_text(f"id,date,title\nw{number},2021-06-28,W\n", encoding="utf-8")
    return run_program("import", source, "--store", folder / "events.sqlite")


def _outcome(result: Result, there: set[str] | None, event: str, *, kept: bool, left: list[str]) -> str:
    if result.fault:
        return result.fault
    if there is None or not kept or (result.status == 0 and event not in there):
        return "lost"
    if left:
        return "left behind"
    return (
        ("right" if event in there else "lost") if result.status == 0 else "wrong" if event in there else "clear error"
    )


def _ids(store: Path) -> set[str] | None:
    """Return the ids of the events of a store, None when it is damaged."""
    if not store.exists():
        return set()
    try:
        with closing(StoreReader(store)) as reader:
            if not reader.is_stale and damage_problems(store):
                return None
            return {event.id for event in reader.events(EventQuery())}
    except ViewerError:
        return None


def _has_edit(store: Path) -> bool:
    with closing(sqlite3.connect(store)) as connection:
        return bool(connection.execute("SELECT 1 FROM event WHERE source_heading = 'edited'").fetchone())
