"""The stores that are measured, made once and kept."""

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
