"""Stores for tests: written, opened, edited and compared."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qtviewer.domain.event import Chronicle
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where files are memory: every store is synced to disk, which takes a while


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a temporary folder, in memory if possible: a property test writes many stores."""
    with tempfile.TemporaryDirectory(dir=_IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None) as folder:
        yield Path(folder)


@contextmanager
def temporary_store(chronicle: Chronicle) -> Iterator[StoreReader]:
    """Write a chronicle to a temporary store, and open it."""
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        write_store(chronicle, path)
        with closing(StoreReader(path)) as reader:
            yield reader


def dump_store(store: Path) -> list[str]:
    """Return the whole content of a store as SQL statements, after the two numbers of its header."""
    with closing(sqlite3.connect(store)) as connection:
        numbers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        return [*map(str, numbers), *connection.iterdump()]


def edited_copy(store: Path, target: Path, *statements: str) -> Path:
    """Copy a store to `target` and run SQL statements on it, without checks and foreign keys; return `target`."""
    shutil.copy(store, target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return target
