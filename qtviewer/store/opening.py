"""Opening a store file after checking that it is one."""

import sqlite3
import struct
from pathlib import Path
from typing import Final

from qtviewer.domain.errors import ViewerError
from qtviewer.store.schema import APPLICATION_ID, USER_VERSION, has_store_schema

_HEADER_SIZE: Final = 100
_MAGIC: Final = b"SQLite format 3\x00"
_JOURNALS: Final = ("-wal", "-journal")


DAMAGE_ERRORS: Final = (sqlite3.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""The exceptions that reading a damaged file may raise, as any column may hold a value of any type."""


class StoreError(ViewerError):
    """A store cannot be read or written; the message names the file and the reason."""


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a store for reading; StoreError when the file is missing, unreadable or not a store of this version.

    The header is checked before SQLite opens the file, and the schema before any other SQL is run. The caller closes
    the connection, which may be used in any thread.
    """
    version = stored_version(path)
    if version < USER_VERSION:
        older = f"made by an older qtviewer (version {version}; this one reads {USER_VERSION})"
        raise StoreError(f"{path}: {older}; make it anew with qtviewer reindex, which keeps the old file")
    uri = f"{path.resolve().as_uri()}?mode=ro{'' if is_in_use(path) else '&immutable=1'}"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
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


def is_in_use(path: Path) -> str:
    """Return the name of the journal or write-ahead log beside a store, which another program uses or left; else ""."""
    file = path.resolve()
    return next((name for suffix in _JOURNALS if file.with_name(name := file.name + suffix).exists()), "")


def damage_message(error: Exception) -> str:
    """Return the message for a store in which something cannot be read."""
    return f"damaged store ({error}); restore it from a copy or build it anew"


def stored_version(path: Path) -> int:
    """Return the version of a store by its header, 1 to that of today; StoreError when it is not that of a store."""
    header, size = _read_header(path)
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


def _read_header(path: Path) -> tuple[bytes, int]:
    try:
        if path.exists() and not path.is_file():
            raise StoreError(f"{path}: {'a folder' if path.is_dir() else 'no ordinary file'}; expected a store")
        with path.open("rb") as file:
            return file.read(_HEADER_SIZE), path.stat().st_size
    except FileNotFoundError as error:
        raise StoreError(f"{path}: no such file; expected a store made by qtviewer build or import") from error
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); expected a store") from error
