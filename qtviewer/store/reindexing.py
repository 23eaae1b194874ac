"""Making a store good whose rows another program changed, or that an older version of this program wrote."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from qtviewer.atomic_file import atomic_replacement
from qtviewer.store.backups import new_backup_path, remove_old_backups
from qtviewer.store.derived_data import write_derived, write_search_hash
from qtviewer.store.file_identity import journal_beside
from qtviewer.store.opening import DAMAGE_ERRORS, StoreError, damage_message, open_read_only, stored_version
from qtviewer.store.schema import SEARCH_TABLE_NAME, USER_VERSION, has_store_schema
from qtviewer.store.search_schema import SEARCH_TABLE
from qtviewer.store.upgrading import write_upgraded
from qtviewer.store.write_turn import WriteTurn, write_turn


def rebuild_derived_data(path: Path) -> None:
    """Recompute aggregates, search index and hashes of a store whose rows another program changed.

    What another program was interrupted in writing is taken back, as SQLite does before it writes. A store of an older
    version is written anew in this one; the old file is kept as a backup. StoreError when the file cannot be written,
    is damaged or still open in the other program; it then stays unchanged.
    """
    _take_back_unfinished(path)
    is_older = stored_version(path) < USER_VERSION
    if not is_older:
        open_read_only(path).close()
    with write_turn(path) as turn:
        _rebuild(turn, is_older=is_older)
    if is_older:
        remove_old_backups(path)


def _take_back_unfinished(path: Path) -> None:
    """Let SQLite take back, or write to the end, what is in a journal or log that no program uses any more."""
    beside = journal_beside(path)
    if not beside:
        return
    stored_version(path)  # raises StoreError where it is no store of ours
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("BEGIN IMMEDIATE")
            if beside.endswith("-journal"):  # one that is empty of changes goes when something is written
                (version,) = connection.execute("PRAGMA user_version").fetchone()
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:  # a program that is busy with it is told of later
            raise StoreError(f"{path}: {damage_message(error)}") from error


def _rebuild(turn: WriteTurn, *, is_older: bool) -> None:
    path = turn.path
    try:
        with atomic_replacement(path, turn.check, new_backup_path(path) if is_older else None) as temporary:
            if is_older:
                write_upgraded(path, temporary)
            else:
                shutil.copyfile(path, temporary)
                _rebuild_copy(path, temporary)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error
    except sqlite3.OperationalError as error:  # a full disk is no damage
        raise StoreError(f"{path}: cannot be written ({error})") from error
    except DAMAGE_ERRORS as error:
        raise StoreError(f"{path}: {damage_message(error)}") from error


def _rebuild_copy(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        if not has_store_schema(connection):
            raise StoreError(f"{path}: its tables are no longer those of a store; restore it from a copy")
        connection.execute("PRAGMA journal_mode = DELETE")
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(f"DROP TABLE {SEARCH_TABLE_NAME}")  # it may be damaged
            connection.execute(SEARCH_TABLE)
            write_derived(connection)
        write_search_hash(connection)
