"""Damaged stores through the commands that read them, and through those that write them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.faults.commands import Result, run_command
from benchmarks.faults.store_mutants import MUTATIONS, mutate
from benchmarks.faults.tally import Trial
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader

IN_MEMORY: Final = Path("/dev/shm") if Path("/dev/shm").is_dir() else None  # noqa: S108 - where files are memory
_ANSWERS: Final = (
    ("count",),
    ("count", "--by", "category"),
    ("count", "--by", "month", "--min-importance", "3"),
    ("count", "--search", "地铁"),
    ("count", "--search", "metro"),
    ("export", "-", "--format", "json", "--lang", "all"),
    ("export", "-", "--format", "csv", "--search", "qiantang"),
)
_TODAY: Final = ("--today", "2026-12-01")


def damaged_stores(count: int, seed: int) -> Iterator[Trial]:
    """Try some damaged stores: each with every question, and with a check or a command that writes."""
    _ask("check", shipped_store_path())  # what it loads is there for all that follow
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        for number in range(count):
            kind = list(MUTATIONS)[number % len(MUTATIONS)]
            random = Random(f"{seed} {kind} {number}")  # noqa: S311 - the same each time
            store = Path(shutil.copy(shipped_store_path(), Path(folder) / "events.sqlite"))
            done = f"{number} of seed {seed}: {mutate(kind, store, random)}"
            yield from _read(store, kind, done)
            yield _write(store, kind, done, random)


def _read(store: Path, kind: str, done: str) -> Iterator[Trial]:
    """Ask everything; an answer that differs has to be told by a check, which is tried itself as well."""
    check = _ask("check", store)
    yield Trial(f"{kind}, check", check.fault or ("right" if not check.status else "clear error"), f"{done}: {check}")
    for number in range(len(_ANSWERS)):
        result, right = _answer(store, number), _right_answers()[number]
        outcome = result.fault or ("clear error" if result.status else "right" if result == right else "told by check")
        if outcome == "told by check" and not check.status:
            outcome = "wrong"
        yield Trial(f"{kind}, read", outcome, f"{' '.join(_ANSWERS[number])}: {done}: {_shortened(result)}")


def _write(store: Path, kind: str, done: str, random: Random) -> Trial:
    """Import into a damaged store or make it good: the store is whole afterwards or, after an error, as it was."""
    before = store.read_bytes()
    source = store.with_name("new.csv")
    source.write_text("id,date,title,category\nnew,2021-06-28,New,milestone\n", encoding="utf-8")
    way = random.choice((("import", source, "--store", store), ("reindex", store)))
    was_marked = _is_marked(store)
    result = run_command(*way)
    outcome = result.fault or ("clear error" if result.status else "right")
    if outcome == "right" and way[0] == "import" and not was_marked and _events(store) != _events(shipped_store_path()):
        outcome = "wrong"  # what was damaged passes for right now
    beside = [path for path in store.parent.iterdir() if path not in (store, source) and ".backup" not in path.name]
    if result.status and not result.fault and store.read_bytes() != before:
        outcome = "lost"
    elif beside:
        outcome = "left behind"
    for path in store.parent.iterdir():
        path.unlink()
    return Trial(f"{kind}, {way[0]}", outcome, f"{done}: {_shortened(result)}, beside it {beside}")


def _is_marked(store: Path) -> bool:
    """Whether another program is known to have changed a store."""
    try:
        with closing(StoreReader(store)) as reader:
            return reader.is_stale
    except ViewerError:
        return False


def _events(store: Path) -> list[Event]:
    """Return the events of a store but for the new one."""
    with closing(StoreReader(store)) as reader:
        return [event for event in reader.events(EventQuery()) if event.id != "new"]


def _ask(command: str, store: Path) -> Result:
    return run_command(command, store)


def _answer(store: Path, number: int) -> Result:
    words = _ANSWERS[number]
    return run_command(*words, "--store", store, *_TODAY)


@cache
def _right_answers() -> list[Result]:
    return [_answer(shipped_store_path(), number) for number in range(len(_ANSWERS))]


def _shortened(result: Result) -> str:
    return f"status {result.status}, {result.output[:200]!r}, {result.errors[-600:]!r}"
