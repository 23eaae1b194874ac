"""Who may do what with a file: its owner, group, permissions and extended attributes, given to the one in its place."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_IRWXG, S_IRWXO, S_IRWXU


def copy_access(source: Path, target: Path) -> None:
    """Give the file `target` the owner, group, permissions and attributes of `source`, as far as this user may.

    Where it cannot have the group, its own group may do no more than everybody. OSError when it is not this user's.
    """
    found = source.stat()
    mode = S_IMODE(found.st_mode)
    if not _give_to(target, -1, found.st_gid):
        mode = mode & (S_IRWXU | S_IRWXO) | (mode & S_IRWXO) << 3
    if not _give_to(target, found.st_uid, -1):
        mode &= S_IRWXU | S_IRWXG | S_IRWXO
    _copy_attributes(source, target)
    target.chmod(mode)


def _give_to(path: Path, user: int, group: int) -> bool:
    """Change the owner or the group of a file, -1 for none of them; whether it could be done."""
    if not hasattr(os, "chown"):
        return True
    try:
        os.chown(path, user, group)
    except OSError:
        return False
    return True


def _copy_attributes(source: Path, target: Path) -> None:
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(source):
            with suppress(OSError):  # the system keeps some for itself
                os.setxattr(target, name, os.getxattr(source, name))
