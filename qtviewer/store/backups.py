"""Copies of a store as it was before an import changed it: the last ten of them stand beside it."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

BACKUPS_KEPT: Final = 10
_SUFFIX: Final = re.compile(r"\.(\d{8}-\d{6})(?:-(\d+))?\.backup")


def new_backup_path(store: Path) -> Path:
    """Return a path beside a store that is not taken, named after the current time."""
    moment = f"{datetime.now():%Y%m%d-%H%M%S}"
    names = (f"{store.name}.{moment}{suffix}.backup" for suffix in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in map(store.with_name, names) if not path.exists())


def remove_old_backups(store: Path) -> None:
    """Remove all backups of a store but the last ten; what cannot be removed stays."""
    for backup in _backups(store)[:-BACKUPS_KEPT]:
        with suppress(OSError):
            backup.unlink()


def remove_unfinished_backups(store: Path) -> None:
    """Remove backups that are the store itself under a second name, left by an import that was ended."""
    for backup in _backups(store):
        with suppress(OSError):
            if backup.samefile(store):
                backup.unlink()


def _backups(store: Path) -> list[Path]:
    """Return the backups beside a store, the oldest first."""
    found = {}
    with suppress(OSError):
        for path in store.parent.iterdir():
            match = _SUFFIX.fullmatch(path.name.removeprefix(store.name)) if path.name.startswith(store.name) else None
            if match:
                found[path] = match[1], int(match[2] or 1)
    return sorted(found, key=found.__getitem__)
