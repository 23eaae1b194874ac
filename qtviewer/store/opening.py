"""Opening a store file after checking that it is one."""

import sqlite3
import struct
from functools import lru_cache
from pathlib import Path
from typing import Final

from qtviewer.domain.errors import ViewerError
from qtviewer.resources import shipped_store_path
from qtviewer.store.file_identity import Identity, file_identity, is_same_file, journal_beside
from qtviewer.store.schema import APPLICATION_ID, USER_VERSION, has_store_schema

_HEADER_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\x00"
_WITH_LOG: Final = 2  # in the header of a file that is written with a write-ahead log
LONGEST_WAIT: Final = 5.0  # seconds for another program to finish writing
_CHECKED_FILES: Final = 16  # whose headers need no reading when they are opened again

DAMAGE_ERRORS: Final = (sqlite3.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""The exceptions that reading a damaged file may raise, as any column may hold a value of any type."""
_LOCKED: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_UNREADABLE: Final = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_FULL,
                      sqlite3.SQLITE_INTERRUPT)  # fmt: skip


class StoreError(ViewerError):
    """A store cannot be read or written; the message names the file and the reason."""


class StoreChangedError(StoreError):
    """A store was changed or replaced by another program after it was opened; opened again it is shown as it is now."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: another program changed it since it was opened; open it again")


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a store for reading; StoreError when the file is missing, unreadable or not a store of this version.

    The header is checked before SQLite opens the file, and the schema before any other SQL is run. The caller closes
    the connection, which may be used in any thread.
    """
    version = stored_version(path)
    if version < USER_VERSION:
        older = f"made by an older qtviewer (version {version}; this one reads {USER_VERSION})"
        raise StoreError(f"{path}: {older}; make it anew with qtviewer reindex, which keeps the old file")
    uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if is_read_without_locks(path) else ''}"
    try:
        connection = sqlite3.connect(uri, timeout=LONGEST_WAIT, uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be read ({error}); expected a store") from error
    try:
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        if not has_store_schema(connection):
            raise StoreError(f"{path}: its tables are not those of a store of version {USER_VERSION}; build it anew")
    except DAMAGE_ERRORS as error:
        connection.close()
        raise StoreError(f"{path}: {damage_message(error)}") from error
    except StoreError:
        connection.close()
        raise
    return connection


def is_read_without_locks(path: Path) -> bool:
    """Return whether a store is read as one that nobody changes while it is open.

    That is the shipped store, which is only ever replaced as a whole, and a store written with a log that is closed:
    reading it with locks would leave a log beside it.
    """
    if is_same_file(path, shipped_store_path()):
        return not journal_beside(path)
    header, _size = _read_header(path, file_identity(path))
    return _WITH_LOG in header[18:20] and not journal_beside(path)


def damage_message(error: Exception) -> str:
    """Return the message for a store in which something cannot be read: damaged, locked, or not written to the end."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    if code & 0xFF in _LOCKED:
        return "locked by another program, which is writing it; try again when it has done so"
    if code & 0xFF == sqlite3.SQLITE_READONLY:
        return "another program was interrupted while writing it; qtviewer reindex takes back what it had not finished"
    if code & 0xFF in _UNREADABLE:
        return f"cannot be read ({error})"
    return f"damaged store ({_reason(error)}); restore it from a copy or build it anew"


def _reason(error: Exception) -> str:
    """Return in one line what an error says, without the SQL of a constraint."""
    text = " ".join(str(error).split())
    return text.partition(":")[0] if isinstance(error, sqlite3.IntegrityError) else text


def stored_version(path: Path) -> int:
    """Return the version of a store by its header, up to that of today; StoreError when it is not that of a store."""
    header, size = _read_header(path, file_identity(path))
    if not size:
        raise StoreError(f"{path}: the file is empty; expected a store made by qtviewer build or import")
    if len(header) < _HEADER_SIZE or not header.startswith(_MAGIC):
        raise StoreError(f"{path}: not a SQLite file; expected a store made by qtviewer build or import")
    page_size, page_count = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    page_size = 65_536 if page_size == 1 else page_size
    if size < page_size * page_count:
        raise StoreError(f"{path}: cut short, {size} of {page_size * page_count} bytes; restore it from a copy")
    user_version, application_id = struct.unpack(">I4xI", header[60:72])
    if application_id != APPLICATION_ID:
        raise StoreError(f"{path}: a SQLite file of another application; expected a store made by qtviewer")
    if user_version > USER_VERSION:
        raise StoreError(f"{path}: made by a newer qtviewer (version {user_version}; this one reads {USER_VERSION})")
    return int(user_version)


@lru_cache(_CHECKED_FILES)
def _read_header(path: Path, _identity: Identity) -> tuple[bytes, int]:
    """Read the header once per file: closing a file takes away the locks that this process has on it for reading."""
    try:
        if path.exists() and not path.is_file():
            raise StoreError(f"{path}: {'a folder' if path.is_dir() else 'no ordinary file'}; expected a store")
        with path.open("rb") as file:
            return file.read(_HEADER_SIZE), path.stat().st_size
    except FileNotFoundError as error:
        raise StoreError(f"{path}: no such file; expected a store made by qtviewer build or import") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); expected a store") from error
