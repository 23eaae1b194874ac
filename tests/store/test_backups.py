"""Backups are of what succeeded, the last ten of them, and as private as the store."""

import shutil
from pathlib import Path

import pytest

from qtviewer.store.backups import new_backup_path, remove_old_backups
from qtviewer.store.opening import StoreError
from qtviewer.store.write_turn import write_turn
from tests.store.import_helpers import import_rows, imported_row
from tests.store.system_limits import limited_file_size


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    """A copy of the sample store, alone in its folder."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


def _update(store: Path, importance: int) -> Path | None:
    return import_rows(store, imported_row(2, "fair", importance=importance), mode="update").backup


def test_a_backup_is_as_private_as_the_store(store: Path) -> None:
    """What only its owner may read is not laid open beside it."""
    store.chmod(0o600)
    before = store.read_bytes()
    backup = _update(store, 5)
    assert backup is not None
    assert backup.read_bytes() == before
    assert [path.stat().st_mode & 0o777 for path in (store, backup)] == [0o600, 0o600]


def test_an_update_that_fails_leaves_no_backup(store: Path) -> None:
    """A disk that is full is not filled further."""
    with limited_file_size(store.stat().st_size // 2), pytest.raises(StoreError, match="cannot be written"):
        _update(store, 5)
    assert list(store.parent.iterdir()) == [store]


def test_the_last_ten_are_kept(store: Path) -> None:
    """The store as it was ten updates ago can be had back."""
    backups = [_update(store, 1 + at % 5) for at in range(13)]
    assert {path for path in store.parent.iterdir() if path != store} == set(backups[-10:])


def test_the_twelfth_of_a_second_is_younger_than_the_second(store: Path) -> None:
    """And what is no backup of this store stays, whatever its name."""
    names = [f"events.sqlite.20210628-093000{suffix}.backup" for suffix in ("", *(f"-{n}" for n in range(2, 13)))]
    others = ["events.sqlite.backup", "events.sqlite.20210628.backup", "my-events.sqlite.20210628-093000.backup"]
    for name in (*names, *others):
        store.with_name(name).touch()
    remove_old_backups(store)
    assert {path.name for path in store.parent.iterdir()} == {store.name, *names[-10:], *others}


def test_a_backup_that_is_the_store_itself_goes(store: Path) -> None:
    """It is what an update that was killed leaves, between giving the old store a second name and replacing it."""
    backup = new_backup_path(store)
    backup.hardlink_to(store)
    with write_turn(store):
        pass
    assert list(store.parent.iterdir()) == [store]
