"""The stores that are measured, and lists of them, made once and kept."""

import subprocess
import sys
from pathlib import Path

from benchmarks.synthetic import make_store
from qtviewer.store.schema import USER_VERSION

_FOLDER = Path("build/benchmarks")
THOUSAND = 1_000
MILLION = 1_000_000


def store_of(count: int) -> Path:
    """A synthetic store with so many events."""
    path = _FOLDER / f"events-{count}-version-{USER_VERSION}.sqlite"  # a store of another version is not opened
    if not path.exists():
        make_store(count, path)
    return path


def csv_of(count: int) -> Path:
    """The raw CSV of a synthetic store, as the program exports it."""
    path = _FOLDER / f"events-{count}.csv"
    if not path.exists():
        command = [sys.executable, "-m", "qtviewer", "export", str(path), "--raw", "--store", str(store_of(count))]
        subprocess.run(command, check=True)  # noqa: S603 - our own
    return path
