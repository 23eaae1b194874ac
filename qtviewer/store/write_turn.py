"""Turns of writers: one at a time reads, changes and replaces a store, and never beside the journal of another."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from qtviewer.store.backups import remove_unfinished_backups
from qtviewer.store.file_identity import Identity, file_identity, journal_beside
from qtviewer.store.opening import StoreError
from qtviewer.store.write_lock import Release, try_lock

LONGEST_WAIT: Final = 60.0  # seconds for one writer; who waits for many waits as long for each
_SECONDS_BETWEEN_TRIES: Final = 0.02


class WriteTurn:
    """The right to replace the store at `path`, which lasts as long as the block of `write_turn`."""

    def __init__(self, path: Path, identity: Identity) -> None:
        self.path = path
        self._identity = identity

    def check(self) -> None:
        """Raise StoreError if the store may not be replaced after all; to be called right before it is.

        That is when another program has changed or replaced it since the turn began, or has it open for writing.
        """
        _refuse_in_use(self.path)
        if file_identity(self.path) != self._identity:
            raise StoreError(f"{self.path}: another program changed it meanwhile, so it was left as it is; try again")


@contextmanager
def write_turn(path: Path) -> Iterator[WriteTurn]:
    """Wait until no other program writes the store at `path`, then keep others from writing it until the block ends.

    Readers go on. The file may be missing or damaged. StoreError when another program has it open for writing, when the
    program before does not end its turn within a minute, or when the file may not be written.
    """
    try:
        release, identity = _wait_for_turn(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        remove_unfinished_backups(path)
        yield WriteTurn(path, identity)
    finally:
        release()


def _wait_for_turn(path: Path) -> tuple[Release, Identity]:
    identity, deadline = file_identity(path), time.monotonic() + LONGEST_WAIT
    while True:
        _refuse_in_use(path)
        release = try_lock(path)
        before, identity = identity, file_identity(path)
        if release is not None and identity == before:
            return release, identity
        if release is not None:  # of the file that was there before
            release()
        if identity != before:
            deadline = time.monotonic() + LONGEST_WAIT
        elif time.monotonic() > deadline:
            raise StoreError(f"{path}: another program has been writing it for {LONGEST_WAIT:.0f} seconds; try later")
        else:
            time.sleep(_SECONDS_BETWEEN_TRIES)


def _refuse_in_use(path: Path) -> None:
    if beside := journal_beside(path):
        left = f"open in another program, or not closed by it ({beside} is there); close it there first"
        raise StoreError(f"{path}: {left}; if that program has ended, qtviewer reindex takes back what it left")
