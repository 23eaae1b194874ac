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
sqlite3.connect(sys.argv[1], isolation_level=None).execute("BEGIN IMMEDIATE")
print("begun", flush=True)
time.sleep(60)
"""


@contextmanager
def another_turn(store: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process whose turn it is to write a store, until it is killed at the end of the block at the latest."""
    with _begun(_TURN, store) as process:
        yield process


@contextmanager
def another_transaction(store: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program that is about to write a store, and has not written anything yet."""
    with _begun(_TRANSACTION, store) as process:
        yield process


@contextmanager
def _begun(code: str, store: Path) -> Iterator["subprocess.Popen[str]"]:
    with running([sys.executable, "-c", code, store], {"PYTHONPATH": str(Path.cwd())}) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        yield process


def set_journal_mode(store: Path, mode: str) -> None:
    """Let a store be written with a journal of another kind from now on, and close it."""
    with closing(sqlite3.connect(store)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {mode}").fetchone() == (mode.lower(),)
