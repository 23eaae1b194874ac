"""Files that are written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_NAME_START: Final = 40  # characters kept in the temporary name: a whole name with a suffix may be too long


def _agree() -> None:
    """Have nothing against replacing a file."""


@contextmanager
def atomic_replacement(target: Path, check: Callable[[], None] = _agree) -> Iterator[Path]:
    """Yield the path of an empty temporary file in the folder of `target`, which replaces it at the end of the block.

    `check` is called right before that, and may raise an error to prevent it. An error, in it or within the block,
    removes the temporary file and is raised again. Missing folders are made, and removed after an error. If `target` is
    a symbolic link, the file it leads to is replaced. File and folder are synced, so that a power failure leaves the
    old file or the new one. Raises OSError when `target` is a folder or a device, or when it cannot be written.
    """
    if target.exists():
        target = target.resolve()
        if not target.is_file():
            raise OSError(errno.EEXIST, f"a {'folder' if target.is_dir() else 'device'} is there", str(target))
    with _made_folder(target.parent), _replaced(target, check) as temporary:
        yield temporary


@contextmanager
def _made_folder(folder: Path) -> Iterator[None]:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for path in missing:
            with suppress(OSError):
                path.rmdir()
        raise


@contextmanager
def _replaced(target: Path, check: Callable[[], None]) -> Iterator[Path]:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:_NAME_START]}.", suffix=".tmp")
    os.close(descriptor)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        _sync(temporary, os.O_RDWR)
        check()
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # other systems do not open folders
        _sync(target.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
