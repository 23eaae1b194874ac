"""Synthetic stores and CSV files, made once and kept in build/benchmarks."""

import subprocess
import sys
from pathlib import Path

from benchmarks.synthetic import make_store
from qtviewer.store.schema import USER_VERSION

_FOLDER = Path("build/benchmarks")
THOUSAND = 1_000
TEN_THOUSAND = 10_000
HUNDRED_THOUSAND = 100_000
MILLION = 1_000_000


def synthetic_store(count: int) -> Path:
    """Return the path of a store with `count` events."""
    path = _FOLDER / f"events-{count}-version-{USER_VERSION}.sqlite"  # a store of another version is not opened
    if not path.exists():
        make_store(count, path)
    return path


def synthetic_csv(count: int) -> Path:
    """Return the path of the raw CSV that the program exports from a store with `count` events."""
    path = _FOLDER / f"events-{count}.csv"
    if not path.exists():
        command = [
            sys.executable,
            "-m",
            "qtviewer",
            "export",
            str(path),
            "--raw",
            "--store",
            str(synthetic_store(count)),
        ]
        subprocess.run(command, check=True)  # noqa: S603 - our own
    return path
