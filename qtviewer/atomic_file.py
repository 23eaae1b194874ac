"""Files that are written whole or not at all."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qtviewer.file_access import copy_access
from qtviewer.temporary_names import remove_abandoned_files, temporary_name


def _agree() -> None:
    """Have nothing against replacing a file."""


@contextmanager
def atomic_replacement(target: Path, check: Callable[[], None] = _agree, keep_as: Path | None = None) -> Iterator[Path]:
    """Yield the path of an empty temporary file in the folder of `target`, which replaces it at the end of the block.

    `check` is called right before that, and may raise an error to prevent it. The old file is kept under the name
    `keep_as`, if given. An error, in `check` or within the block, removes the temporary file and is raised again.
    Missing folders are made, and removed after an error. If `target` is a symbolic link, the file it leads to is
    replaced. The new file has the owner, group, permissions and attributes of the old one. File and folder are synced,
    so that a power failure leaves the old file or the new one. What killed processes left in the folder is removed.
    Raises OSError when `target` is a folder or a device, or cannot be written.
    """
    if target.exists():
        target = target.resolve()
        if not target.is_file():
            raise OSError(errno.EEXIST, f"a {'folder' if target.is_dir() else 'device'} is there", str(target))
    with _made_folder(target.parent), _temporary_file(target) as temporary:
        yield temporary
        if target.exists():
            copy_access(target, temporary)
        _sync(temporary, os.O_RDWR)
        with _kept(target, keep_as):
            check()
            temporary.replace(target)
        if os.name == "posix":  # other systems do not open folders
            with suppress(OSError):  # the file is there all the same
                _sync(target.parent, os.O_RDONLY)


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
def _temporary_file(target: Path) -> Iterator[Path]:
    """Make an empty file beside `target`; remove it after an error. Nobody else may read it if `target` is there."""
    remove_abandoned_files(target.parent)
    temporary = target.with_name(temporary_name(target.name))
    os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600 if target.exists() else 0o666))
    try:
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


@contextmanager
def _kept(target: Path, keep_as: Path | None) -> Iterator[None]:
    """Give a file a second name, under which it is still there when it is replaced; take it away after an error."""
    if keep_as is None:
        yield
        return
    _link_or_copy(target, keep_as)
    try:
        yield
    except BaseException:
        keep_as.unlink(missing_ok=True)
        raise


def _link_or_copy(target: Path, keep_as: Path) -> None:
    try:
        keep_as.hardlink_to(target)
    except FileExistsError:
        raise
    except OSError:  # not every file system has links
        with atomic_replacement(keep_as) as copy:
            shutil.copyfile(target, copy)
            copy_access(target, copy)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
