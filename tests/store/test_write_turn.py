"""One writer at a time, never beside the journal of another program, and nothing lost in between."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.store import write_turn as turns
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from qtviewer.store.write_turn import write_turn
from qtviewer.store.writer import write_store
from tests.store.import_helpers import import_rows, imported_row
from tests.store.samples import SAMPLE, SAMPLE_EVENTS
from tests.store.writers import another_transaction, another_turn, set_journal_mode

A = imported_row(2, "a", "2021-06-28", "A")
WRITERS: dict[str, Callable[[Path], object]] = {
    "import": lambda path: import_rows(path, A),
    "build": lambda path: write_store(SAMPLE, path),
    "reindex": rebuild_derived_data,
}


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    """A copy of the sample store, alone in its folder."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


def _damage(path: Path) -> list[str]:
    return [problem for problem in store_problems(path) if "lacks its title" not in problem]


def _ids(path: Path) -> set[str]:
    with closing(StoreReader(path)) as reader:
        return {event.id for event in reader.events(EventQuery())}


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
@pytest.mark.parametrize("kind", WRITERS)
def test_a_store_that_another_program_is_writing_is_left_to_it(store: Path, kind: str, mode: str) -> None:
    """Whatever the command; what is beside the store is named, and the other program's edits are there in the end."""
    with closing(sqlite3.connect(store)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("UPDATE event SET importance = 2")
        suffix = "-wal" if mode == "WAL" else "-journal"
        with pytest.raises(
            StoreError, match=rf"events\.sqlite: open in another program.*events\.sqlite{suffix} is there"
        ):
            WRITERS[kind](store)
        other.commit()
    with closing(StoreReader(store)) as reader:
        assert {head.importance for head in reader.heads(EventQuery(), "zh")} == {2}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_store_that_its_program_has_closed_is_written(store: Path, kind: str) -> None:
    """Also when it was written with a log that is gone by now; nothing is left beside it."""
    set_journal_mode(store, "WAL")
    WRITERS[kind](store)
    assert _damage(store) == []
    assert list(store.parent.iterdir()) == [store]


def _replace(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    other.replace(path)


def _edit(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE event SET importance = 2")
        connection.commit()


def _open_with_log(path: Path) -> None:
    path.with_name(path.name + "-wal").touch()


@pytest.mark.parametrize(
    ("change", "said"),
    [(_replace, "another program changed it meanwhile"), (Path.unlink, "another program changed it meanwhile"),
     (_open_with_log, "open in another program")],
)  # fmt: skip
def test_what_happens_to_the_file_meanwhile_is_noticed(store: Path, change: Callable[[Path], None], said: str) -> None:
    """Replaced, removed or opened by a program that asks no locks: the turn may not end in writing."""
    with write_turn(store) as turn:
        turn.check()
        change(store)
        with pytest.raises(StoreError, match=said):
            turn.check()


def test_a_store_made_meanwhile_is_noticed(store: Path, tmp_path: Path) -> None:
    """Where there was none when the turn began."""
    with write_turn(tmp_path / "new.sqlite") as turn:
        shutil.copy(store, tmp_path / "new.sqlite")
        with pytest.raises(StoreError, match="another program changed it meanwhile"):
            turn.check()


def test_another_program_cannot_write_in_a_turn_but_read(store: Path) -> None:
    """SQLite says "locked" to it, before, during and after other readers of this process open and close the file."""
    with write_turn(store):
        assert _ids(store) == {event.id for event in SAMPLE_EVENTS}
        with closing(sqlite3.connect(store, timeout=0)) as other:
            assert other.execute("SELECT count(*) FROM event").fetchone() == (len(SAMPLE_EVENTS),)
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("UPDATE event SET importance = 2")
    _edit(store)


def test_who_waits_too_long_is_told_so(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another process does not end its turn, or another program its transaction."""
    monkeypatch.setattr(turns, "LONGEST_WAIT", 0.1)
    with another_turn(store), pytest.raises(StoreError, match="another program has been writing it for 0 seconds"):
        import_rows(store, A)
    with another_transaction(store), pytest.raises(StoreError, match="another program has been writing it"):
        import_rows(store, A)
    assert import_rows(store, A).added_count == 1


@pytest.mark.parametrize("exists", [True, False])
def test_a_killed_writer_frees_the_store(store: Path, *, exists: bool) -> None:
    """The next one takes its turn, whether the store was there or not."""
    path = store if exists else store.with_name("new.sqlite")
    with another_turn(path) as process:
        process.kill()
    assert import_rows(path, A).added_count == 1


def test_a_waiting_writer_is_let_in_when_the_turn_ends(store: Path) -> None:
    """And reads what the one before has written."""
    begun = threading.Event()

    def import_late() -> None:
        begun.set()
        import_rows(store, A)

    with write_turn(store):
        thread = threading.Thread(target=import_late)
        thread.start()
        begun.wait()
        _replace(store)
    thread.join()
    assert "a" in _ids(store)


@pytest.mark.parametrize("exists", [True, False])
def test_four_threads_importing_at_once_keep_all_their_events(store: Path, *, exists: bool) -> None:
    """Each reads what the others have written, also when none of them found a store to begin with."""
    path = store if exists else store.with_name("new.sqlite")
    rows = [imported_row(2, f"e{at}", "2021", f"E{at}") for at in range(16)]
    with ThreadPoolExecutor(4) as pool:
        assert all(report.added_count == 1 for report in pool.map(lambda row: import_rows(path, row), rows))
    assert _ids(path) >= {row.id for row in rows}
    assert _damage(path) == []


@pytest.mark.parametrize("exists", [True, False])
def test_four_programs_importing_at_once_keep_all_their_events(store: Path, *, exists: bool) -> None:
    """As the command line does it; each says that it added an event, and it is there."""
    path = store if exists else store.with_name("new.sqlite")
    for at in range(4):
        store.with_name(f"{at}.csv").write_text(f"id,date,title\ne{at},2021,E{at}\n", encoding="utf-8")
    commands = [
        [sys.executable, "-m", "qtviewer", "import", str(store.with_name(f"{at}.csv")), "--store", str(path)]
        for at in range(4)
    ]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]  # noqa: S603 - our own
    assert [process.wait(60) for process in processes] == [0] * 4
    assert _ids(path) >= {f"e{at}" for at in range(4)}


def test_readers_go_on_and_nothing_is_left_beside_the_store(store: Path) -> None:
    """Who has the old file open still reads it; who opens the store afterwards reads the new one."""
    with closing(StoreReader(store)) as reader:
        import_rows(store, A)
        assert reader.count(EventQuery()) == len(SAMPLE_EVENTS)
    assert "a" in _ids(store)
    assert list(store.parent.iterdir()) == [store]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 5000, b"title,date\n"])
def test_a_damaged_file_can_be_built_anew(store: Path, content: bytes) -> None:
    """There is nothing in it that a lock of SQLite could be taken on, and yet one builds at a time."""
    store.write_bytes(content)
    with another_turn(store) as process:
        process.kill()
    write_store(SAMPLE, store)
    assert store_problems(store) == []


def test_a_dry_run_waits_for_nobody(store: Path) -> None:
    """It writes nothing, so it needs no turn."""
    with another_turn(store):
        assert import_rows(store, A, dry_run=True).added_count == 1


@pytest.mark.parametrize("is_locked", [True, False])
def test_the_lock_of_other_systems_is_of_the_same_kind(store: Path, *, is_locked: bool) -> None:
    """Where SQLite takes the lock it is the same one, and a file that it cannot read is not locked."""
    from qtviewer.store.write_lock import lock_with_sqlite  # noqa: PLC0415 - for this test only

    with write_turn(store) if is_locked else nullcontext():
        release = lock_with_sqlite(store)
        assert (release is None) == is_locked
        if release is not None:
            release()
    set_journal_mode(store, "WAL")
    _release(lock_with_sqlite(store))
    assert list(store.parent.iterdir()) == [store]
    store.write_text("no store")
    _release(lock_with_sqlite(store))


def _release(release: Callable[[], None] | None) -> None:
    assert release is not None
    release()
