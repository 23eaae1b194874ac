"""Programs that write stores, for tests of what happens when there are several of them."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.programs import running

_TURN = """import sys, time
from pathlib import Path
from qtviewer.store.write_turn import write_turn
with write_turn(Path(sys.argv[1])):
    print("begun", flush=True)
    time.sleep(60)
"""


_TRANSACTION = """import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement)
print("begun", flush=True)
time.sleep(60)
"""


@contextmanager
def another_turn(store: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process whose turn it is to write a store, until it is killed at the end of the block at the latest."""
    with _begun(_TURN, store) as process:
        yield process


@contextmanager
def another_transaction(store: Path, *statements: str) -> Iterator["subprocess.Popen[str]"]:
    """Another program that has run statements on a store, the last of which begins a transaction or is within one."""
    with _begun(_TRANSACTION, store, *(statements or ["BEGIN IMMEDIATE"])) as process:
        yield process


def interrupt_another_program(store: Path, mode: str) -> None:
    """Kill another program that has changed all titles in a store, with changes on the disk and a journal beside it.

    With a log ("WAL") the changes are whole, with a journal ("DELETE") they are to be taken back.
    """
    settings = f"PRAGMA journal_mode = {mode}", "PRAGMA cache_size = 2", "PRAGMA cache_spill = 2"
    changes = "BEGIN IMMEDIATE", "UPDATE event_text SET title = title || ' and more'"
    with another_transaction(store, *settings, *changes, *(["COMMIT"] if mode == "WAL" else [])) as process:
        process.kill()


@contextmanager
def _begun(code: str, store: Path, *words: str) -> Iterator["subprocess.Popen[str]"]:
    with running([sys.executable, "-c", code, store, *words], {"PYTHONPATH": str(Path.cwd())}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield process


def set_journal_mode(store: Path, mode: str) -> None:
    """Let a store be written with a journal of another kind from now on, and close it."""
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {mode}").fetchone() == (mode.lower(),)
