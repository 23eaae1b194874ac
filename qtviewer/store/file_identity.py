"""What tells a store file from one that takes its place, and what other programs leave beside it."""

from pathlib import Path
from typing import Final

Identity = tuple[int, int, int, int] | None
"""Device, number, time of change and size of a file; None for no file."""

_JOURNALS: Final = ("-wal", "-journal")


def file_identity(path: Path) -> Identity:
    """Return what tells the file at `path` from any other; a symbolic link counts as the file it leads to.

    None when it is not there or cannot be looked at.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def is_same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def journal_beside(path: Path) -> str:
    """Return the name of the journal or write-ahead log beside a store, which another program uses or left; else "".

    An empty one is what a program leaves that cuts its journal instead of removing it.
    """
    file = path.resolve()
    for name in (file.name + suffix for suffix in _JOURNALS):
        beside = file_identity(file.with_name(name))
        if beside is not None and (beside[3] or name.endswith("-wal")):
            return name
    return ""
