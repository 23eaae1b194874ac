"""Copies of a store as it was before an import changed it: the last ten of them stand beside it."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

BACKUPS_KEPT: Final = 10
_SUFFIX: Final = re.compile(r"\.(\d{8}-\d{6})(?:-(\d+))?\.backup")


def new_backup_path(store: Path) -> Path:
    """Return a path beside a store that is not taken, named after the current time and, within a second, numbered."""
    moment = f"{datetime.now():%Y%m%d-%H%M%S}"
    number = max((number for time, number in _backups(store).values() if time == moment), default=0) + 1
    return store.with_name(f"{store.name}.{moment}{f'-{number}' if number > 1 else ''}.backup")


def remove_old_backups(store: Path) -> None:
    """Remove all backups of a store but the last ten; what cannot be removed stays."""
    backups = _backups(store)
    for backup in sorted(backups, key=backups.__getitem__)[:-BACKUPS_KEPT]:
        with suppress(OSError):
            backup.unlink()


def remove_unfinished_backups(store: Path) -> None:
    """Remove backups that are the store itself under a second name, left by an import that was ended."""
    for backup in _backups(store):
        with suppress(OSError):
            if backup.samefile(store):
                backup.unlink()


def _backups(store: Path) -> dict[Path, tuple[str, int]]:
    """Return the backups beside a store with the second when each was made, and its number within that."""
    found = {}
    with suppress(OSError):
        for path in store.parent.iterdir():
            match = _SUFFIX.fullmatch(path.name.removeprefix(store.name)) if path.name.startswith(store.name) else None
            if match:
                found[path] = match[1], int(match[2] or 1)
    return found
