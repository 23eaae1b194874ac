"""Commands that read a store while another program replaces it or writes into it: each answer is of one state."""

import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.faults.commands import Result, run_command
from benchmarks.faults.programs import run_program
from benchmarks.faults.tally import Trial
from qtviewer.resources import shipped_store_path

_QUESTIONS: Final = (
    ("count", "--by", "category"),
    ("count", "--search", "edited"),
    ("export", "-", "--format", "json"),
)
_TODAY: Final = ("--today", "2026-12-01")
_EDITS: Final = (
    "UPDATE event SET category = '{category}' WHERE importance < 4",
    "UPDATE event_text SET title = '{title}' || event",
)


def changing_stores(count: int, seed: int) -> Iterator[Trial]:
    """Ask a store some questions while it changes between two states all the time, in each of the ways there are."""
    for number, (way, change) in enumerate(WAYS.items()):
        with tempfile.TemporaryDirectory() as folder:
            share = count // len(WAYS) + (number < count % len(WAYS))
            yield from _ask(Path(folder), way, change, share, seed)


def _ask(folder: Path, way: str, change: Callable[[Path, int], None], count: int, seed: int) -> Iterator[Trial]:
    store, random = folder / "events.sqlite", Random(f"{seed} {way}")  # noqa: S311 - the same each time
    right = _right_answers(folder)
    shutil.copy(folder / "0", store)
    end = threading.Event()
    thread = threading.Thread(target=_change_until, args=(end, store, change))
    thread.start()
    try:
        for _ in range(count):
            words = random.choice(_QUESTIONS)
            result = run_program(*words, "--store", store, *_TODAY)
            yield Trial(way, _outcome(result, right[words]), f"{' '.join(words)}: {result.errors[-300:]!r}")
    finally:
        end.set()
        thread.join()


def _outcome(result: Result, right: list[str]) -> str:
    if result.fault:
        return result.fault
    if result.status:
        return "wrong" if "damaged" in result.errors else "clear error"
    return "right" if result.output in right else "wrong"


def _right_answers(folder: Path) -> dict[tuple[str, ...], list[str]]:
    """Make the two states of the store; return for each question its answers in either."""
    for state in range(2):
        shutil.copy(shipped_store_path(), folder / str(state))
        _edit(folder / str(state), state)
    return {
        words: [run_command(*words, "--store", folder / str(state), *_TODAY).output for state in range(2)]
        for words in _QUESTIONS
    }


def _edit(store: Path, state: int, mode: str = "DELETE") -> None:
    values = {"category": ("milestone", "industry")[state], "title": ("edited ", "other ")[state]}
    with closing(sqlite3.connect(store, timeout=60)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        with connection:
            for edit in _EDITS:
                connection.execute(edit.format(**values))


def _change_until(end: threading.Event, store: Path, change: Callable[[Path, int], None]) -> None:
    state = 0
    while not end.wait(0.05):
        state = 1 - state
        change(store, state)


def _rename(store: Path, state: int) -> None:
    shutil.copy(store.with_name(str(state)), store.with_name("next"))
    store.with_name("next").replace(store)


WAYS: Final[dict[str, Callable[[Path, int], None]]] = {
    "replaced": _rename,
    "written into": _edit,
    "written into with a log": lambda store, state: _edit(store, state, "WAL"),
}
"""Ways in which other programs change a store to one of two states."""
