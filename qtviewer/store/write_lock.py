"""The lock of the one program that may write a store; it ends with its process, however that ends.

On Linux it is the lock that SQLite itself takes before it writes ("RESERVED", the byte 0x40000001 of the file), held by
an open file description: unlike the locks that SQLite takes there, it outlives the closing of other descriptors of the
file, and it needs no file that SQLite can read. Elsewhere SQLite takes its lock. Of a store that is not there yet the
folder is locked.
"""

import errno
import os
import sqlite3
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

Release = Callable[[], None]
"""Gives a lock back; to be called once."""

_RESERVED_BYTE: Final = 0x40000001  # of SQLite's file format: whoever holds it is about to write
_LOCKED_BY_OTHERS: Final = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK)


def try_lock(path: Path) -> Release | None:
    """Lock a store for writing without waiting; return what releases the lock, or None when another holds it.

    Readers go on. Where there is nothing to lock, as on a file system without locks, the lock is one in name only.
    OSError when the file may not be written.
    """
    if not path.exists():
        return _lock_folder(next(folder for folder in path.absolute().parents if folder.is_dir()))
    if not path.is_file():
        return _release_nothing
    return _lock_byte(path) if sys.platform == "linux" else lock_with_sqlite(path)


def _release_nothing() -> None:
    """Release what could not be locked."""


def _lock_folder(folder: Path) -> Release | None:
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - not on every system
    except ImportError:
        return _release_nothing
    return _locked_descriptor(folder, os.O_RDONLY, lambda descriptor: flock(descriptor, LOCK_EX | LOCK_NB))


def _lock_byte(path: Path) -> Release | None:
    import fcntl  # noqa: PLC0415 - not on every system

    lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _RESERVED_BYTE, 1, 0)
    return _locked_descriptor(path, os.O_RDWR, lambda descriptor: fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, lock))


def _locked_descriptor(path: Path, flags: int, lock: Callable[[int], object]) -> Release | None:
    descriptor = os.open(path, flags)
    try:
        lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        return None if error.errno in _LOCKED_BY_OTHERS else _release_nothing
    return partial(os.close, descriptor)


def lock_with_sqlite(path: Path) -> Release | None:
    """Do the same as `try_lock` for a file by a transaction of SQLite.

    A file that it cannot read is not locked, nor one that is written with a log, which the lock would leave beside it.
    """
    connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
            connection.close()
            return _release_nothing
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        connection.close()
        return None if error.sqlite_errorcode == sqlite3.SQLITE_BUSY else _release_nothing
    return partial(_end, connection)


def _end(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        connection.rollback()
    connection.close()
