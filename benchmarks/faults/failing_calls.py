"""Commands that write, of which one call of the system fails or is the last: nothing lost, nothing left behind."""

import errno
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from benchmarks.faults.commands import Result, run_command
from benchmarks.faults.damaged_stores import IN_MEMORY
from benchmarks.faults.shim import KILL, KINDS, arm, counted, preloaded
from benchmarks.faults.tally import Trial
from qtviewer.domain.errors import ViewerError
from qtviewer.resources import shipped_store_path
from qtviewer.store.checking import damage_problems
from qtviewer.store.reader import StoreReader

_ERRORS: Final = (KILL, KILL, errno.ENOSPC, errno.EIO, errno.EACCES)
_ROWS: Final = "id,date,title,importance\nnew,2021-06-28,New,3\nmetro-line-8-opens,2021-06-28,Line 8,4\n"
_NEW_ROWS: Final = "id,date,title\nnew,2021-06-28,New\n"
State = str | bytes | None
"""What a file holds: a hash of the content of a store, the bytes of a list, None if it is not there."""


class Case(NamedTuple):
    """A command that writes `target`, what is done before it, and how it is run once more without failing calls."""

    name: str
    words: Sequence[str]
    target: str
    prepare: Callable[[Path], None]
    again: Sequence[str]


def failing_calls(count: int, seed: int) -> Iterator[Trial]:
    """Try some commands with a failing call each, in a process in which calls can fail."""
    words = [sys.executable, "-m", "benchmarks.faults.failing_calls", str(count), str(seed)]
    with subprocess.Popen(words, env=preloaded(), stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        for line in process.stdout:
            yield Trial(*json.loads(line))
    assert process.returncode == 0, "the process in which calls fail has failed"


def _with_store(folder: Path) -> None:
    shutil.copy(shipped_store_path(), folder / "events.sqlite")


def _with_stale_store(folder: Path) -> None:
    _with_store(folder)
    with closing(sqlite3.connect(folder / "events.sqlite")) as connection, connection:
        connection.execute("UPDATE event SET importance = 1 WHERE importance = 2")


def _with_list(folder: Path) -> None:
    _with_store(folder)
    (folder / "list.csv").write_text("old", encoding="utf-8")


_IMPORT: Final = ("import", "{}/rows.csv", "--store", "{}/events.sqlite", "--mode")
_CONTENT: Final = str(shipped_store_path().with_name("content"))
_CASES: Final = (
    Case("import add", ("import", "{}/new.csv", "--store", "{}/events.sqlite"), "events.sqlite", _with_store,
         (*_IMPORT, "update")),
    Case("import update", (*_IMPORT, "update"), "events.sqlite", _with_store, (*_IMPORT, "replace")),
    Case("import replace", (*_IMPORT, "replace"), "events.sqlite", _with_store, (*_IMPORT, "update")),
    Case("import, new store", ("import", "{}/new.csv", "--store", "{}/events.sqlite"), "events.sqlite", lambda _: None,
         (*_IMPORT, "update")),
    Case("build", ("build", _CONTENT, "{}/events.sqlite"), "events.sqlite", _with_stale_store,
         ("build", _CONTENT, "{}/events.sqlite")),
    Case("reindex", ("reindex", "{}/events.sqlite"), "events.sqlite", _with_stale_store,
         ("reindex", "{}/events.sqlite")),
    Case("export csv", ("export", "{}/list.csv", "--store", "{}/events.sqlite"), "list.csv", _with_list,
         ("export", "{}/list.csv", "--store", "{}/events.sqlite")),
    Case("export json", ("export", "{}/list.json", "--store", "{}/events.sqlite"), "list.json", _with_store,
         ("export", "{}/list.json", "--store", "{}/events.sqlite")),
)  # fmt: skip
_MAY_BE_THERE: Final = ("events.sqlite", "rows.csv", "new.csv", "list.csv", "list.csv-metadata.json", "list.json")


def main(count: int, seed: int) -> int:
    """Try cases in turn, each with a random call that fails, and print each trial as a line of JSON."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        known = {case.name: _run_without_faults(case, Path(folder)) for case in _CASES}
        for number in range(count):
            case = _CASES[number % len(_CASES)]
            random = Random(f"{seed} {case.name} {number}")  # noqa: S311 - the same each time
            old, new, calls = known[case.name]
            kind = random.choice([kind for kind in KINDS if calls[kind]])
            at, error = random.randint(1, calls[kind]), random.choice(_ERRORS)
            print(json.dumps(_try(case, Path(folder), (kind, at, error), (old, new))), flush=True)
    return 0


def _words(words: Sequence[str], folder: Path) -> list[str]:
    return [word.format(folder) for word in words]


def _prepare(case: Case, folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    case.prepare(folder)
    (folder / "rows.csv").write_text(_ROWS, encoding="utf-8")
    (folder / "new.csv").write_text(_NEW_ROWS, encoding="utf-8")


def _run_without_faults(case: Case, folder: Path) -> tuple[State, State, dict[str, int]]:
    """Return what the target holds before and after a command, and how many calls of each kind it makes."""
    _prepare(case, folder)
    old, counts = _state(folder / case.target), folder / "counts"
    result = run_command(*_words(case.words, folder), before=lambda: arm("write", 0, 0),
                         after=lambda: counts.write_text(json.dumps(counted())))  # fmt: skip
    assert result.status == 0, result
    return old, _state(folder / case.target), json.loads(counts.read_text())


def _try(case: Case, folder: Path, fault: tuple[str, int, int], states: tuple[State, State]) -> Trial:
    _prepare(case, folder)
    kind, at, error = fault
    result = run_command(*_words(case.words, folder), before=lambda: arm(kind, at, error))
    outcome = _outcome(result, error, _state(folder / case.target), states)
    again = run_command(*_words(case.again, folder))
    left = sorted(
        path.name for path in folder.iterdir() if path.name not in _MAY_BE_THERE and ".backup" not in path.name
    )
    if outcome in ("right", "clear error") and again.status:
        outcome = "lost"
    elif outcome in ("right", "clear error") and left:
        outcome = "left behind"
    said = f"{result.errors[-600:]!r}, then {again.status} {again.errors[-300:]!r}, beside it {left}"
    way = "killed" if error == KILL else errno.errorcode[error]
    return Trial(f"{case.name}, {'killed' if error == KILL else 'failing'}", outcome, f"{way} at {kind} {at}: {said}")


def _outcome(result: Result, error: int, now: State, states: tuple[State, State]) -> str:
    """Judge a command: whole before or after, and what it says is what it did."""
    old, new = states
    if now not in states:
        return "lost"
    if error == KILL and result.status == -9 and not result.has_hung:
        return "right"
    if result.fault:
        return result.fault
    if result.status == 0:
        return "right" if now == new else "lost"
    return "clear error" if now == old else "wrong"


def _state(path: Path) -> State:
    if not path.exists():
        return None
    if path.suffix != ".sqlite":
        return path.read_bytes()
    try:
        with closing(StoreReader(path)) as store:
            damage = [] if store.is_stale else damage_problems(path)
            return f"{'stale' if store.is_stale else ''}{store.content_hash}{''.join(damage)}"
    except ViewerError as error:
        return str(error)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
