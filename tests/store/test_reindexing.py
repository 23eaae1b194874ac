"""Making the counts of an edited store anew leaves a whole file, the old one or the new one, whatever happens."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from tests.store.samples import SAMPLE
from tests.store.stores import edited_copy, scratch_folder
from tests.store.system_limits import limited_file_size, without_root_privileges

EDITS = ("UPDATE event SET importance = 5 WHERE id = 'plan'", "DELETE FROM density")


@pytest.fixture
def stale_store(sample_store: Path) -> Iterator[Path]:
    """A store that has to be made good, and that grows by it."""
    with scratch_folder() as folder:
        path = edited_copy(sample_store, folder / "events.sqlite", *EDITS)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("VACUUM")
        yield path


def _refused(path: Path) -> str:
    """The line with which a store is not made good, and stays as it was with nothing beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(StoreError) as refusal:
        rebuild_derived_data(path)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside
    message = str(refusal.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_a_disk_that_is_full_leaves_the_store_as_it_was(stale_store: Path) -> None:
    """Wherever there is no more room, in the copy or in the new counts, the line says that it cannot be written."""
    size = stale_store.stat().st_size
    for limit in (0, size // 2, size, size + 4096):
        with limited_file_size(limit):
            message = _refused(stale_store)
        assert "cannot be written (" in message
        assert "damaged" not in message
    rebuild_derived_data(stale_store)
    assert stale_store.stat().st_size > size + 4096
    assert store_problems(stale_store) == []


def test_a_folder_nobody_may_write_to_leaves_the_store_as_it_was(stale_store: Path) -> None:
    """The new file would stand beside the old one."""
    stale_store.parent.chmod(0o555)
    with without_root_privileges():
        assert "cannot be written (Permission denied)" in _refused(stale_store)
    stale_store.parent.chmod(0o755)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_store_that_is_open_elsewhere_is_left_alone(stale_store: Path, mode: str) -> None:
    """What another program has not finished writing would be lost; once it has closed the store, all is well."""
    with closing(sqlite3.connect(stale_store)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("UPDATE event SET importance = 2")
        assert "open in another program" in _refused(stale_store)
        other.commit()
    rebuild_derived_data(stale_store)
    with closing(StoreReader(stale_store)) as store:
        assert {head.importance for head in store.heads(EventQuery(), "zh")} == {2}
    assert store_problems(stale_store) == []
    assert list(stale_store.parent.iterdir()) == [stale_store]


def test_a_store_that_is_being_read_may_be_made_good(stale_store: Path) -> None:
    """Who has it open goes on with the file that was there, and finds the new one when opening it again."""
    with closing(StoreReader(stale_store)) as reading:
        assert reading.is_stale
        rebuild_derived_data(stale_store)
        assert reading.count(EventQuery()) == len(SAMPLE.events)
    with closing(StoreReader(stale_store)) as again:
        assert not again.is_stale


@pytest.mark.parametrize("content", [b"", b"title,date\n", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_store_is_not_touched(tmp_path: Path, content: bytes) -> None:
    """Any other file, and none at all, is refused as when it is opened."""
    path = tmp_path / "events.sqlite"
    with pytest.raises(StoreError, match="no such file"):
        rebuild_derived_data(path)
    path.write_bytes(content)
    _refused(path)
