"""Opening says in one line what a file is instead of a store, before any of it is believed."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.schema import USER_VERSION
from tests.store.samples import SAMPLE_EVENTS
from tests.store.stores import edited_copy

OTHER_TABLES = f"its tables are not those of a store of version {USER_VERSION}; build it anew"


def refusal(path: Path) -> str:
    """The line with which opening refuses a file, the same for reading and for checking."""
    with pytest.raises(StoreError) as reading:
        StoreReader(path)
    with pytest.raises(StoreError) as checking:
        store_problems(path)
    message = str(reading.value)
    assert message == str(checking.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_a_missing_file(tmp_path: Path) -> None:
    """The path and what was expected there; no file comes into being."""
    assert "no such file; expected a store" in refusal(tmp_path / "events.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty; expected a store"),
        (b"SQLite format 3\x00", "not a SQLite file; expected a store"),
        (b"id,title\r\n" * 100, "not a SQLite file; expected a store"),
        (b"\x00" * 8192, "not a SQLite file; expected a store"),
        ("事件".encode() * 5000, "not a SQLite file; expected a store"),
    ],
)
def test_a_file_that_is_not_sqlite(tmp_path: Path, content: bytes, said: str) -> None:
    """Empty files, texts and headers without a body are named as what they are."""
    path = tmp_path / "events.sqlite"
    path.write_bytes(content)
    assert said in refusal(path)


def test_a_folder(tmp_path: Path) -> None:
    """A folder where a store was expected."""
    assert "a folder; expected a store" in refusal(tmp_path)


def test_a_path_through_a_file(sample_store: Path) -> None:
    """A store cannot stand inside a file."""
    assert "cannot be read (Not a directory); expected a store" in refusal(sample_store / "events.sqlite")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    """Opening a pipe would wait for a writer for ever; it is refused instead."""
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file; expected a store" in refusal(tmp_path / "pipe")


def test_every_truncated_store_is_refused(sample_store: Path, tmp_path: Path) -> None:
    """Cut at any page and in the middle of one, the file is never mistaken for a whole store."""
    content = sample_store.read_bytes()
    path = tmp_path / "events.sqlite"
    for size in (*range(4096, len(content), 4096), 99, 100, 101, 5000, len(content) - 1):
        path.write_bytes(content[:size])
        assert "cut short" in refusal(path) or size < 100


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("PRAGMA application_id = 0", "of another application; expected a store"),
        ("PRAGMA application_id = 1196444487", "of another application; expected a store"),
        ("PRAGMA user_version = 99", f"made by a newer qtviewer (version 99; this one reads {USER_VERSION})"),
        ("PRAGMA user_version = 0", f"made by an older qtviewer (version 0; this one reads {USER_VERSION})"),
        ("PRAGMA user_version = 1000000", "made by a newer qtviewer"),
        ("CREATE TABLE extra (id TEXT)", OTHER_TABLES),
        ("CREATE VIEW extra AS SELECT 1", OTHER_TABLES),
        ("CREATE TRIGGER extra AFTER DELETE ON event BEGIN SELECT 1; END", OTHER_TABLES),
        ("DROP TABLE figure_text", OTHER_TABLES),
        ("ALTER TABLE event ADD COLUMN extra TEXT", OTHER_TABLES),
        ("ALTER TABLE event RENAME COLUMN date TO day", OTHER_TABLES),
        ("DROP INDEX event_by_day", OTHER_TABLES),
        ("DROP TABLE density", OTHER_TABLES),
        ("DROP TABLE long_event", OTHER_TABLES),
        ("CREATE TRIGGER search_extra AFTER DELETE ON event BEGIN SELECT 1; END", OTHER_TABLES),
        ("CREATE TRIGGER search_data AFTER INSERT ON store_info BEGIN DELETE FROM event; END", OTHER_TABLES),
        ("CREATE VIEW search_extra AS SELECT 1", OTHER_TABLES),
        ("CREATE TABLE search_extra (id TEXT)", OTHER_TABLES),
        ("CREATE INDEX search_extra ON event (time)", OTHER_TABLES),
        *((f"DROP TRIGGER stale_after_{word}_of_event", OTHER_TABLES) for word in ("insert", "update", "delete")),
    ],
)
def test_a_sqlite_file_that_is_no_store_of_this_version(
    sample_store: Path, tmp_path: Path, statement: str, said: str
) -> None:
    """Another application's file, a newer store, and tables, columns, triggers or indexes more or less."""
    assert said in refusal(edited_copy(sample_store, tmp_path / "edited.sqlite", statement))


def test_a_trigger_that_marks_nothing_is_noticed(sample_store: Path, tmp_path: Path) -> None:
    """A trigger of the right name that does something else would leave wrong counts unmarked."""
    name = "stale_after_insert_of_event"
    statements = (f"DROP TRIGGER {name}", f"CREATE TRIGGER {name} AFTER INSERT ON event BEGIN SELECT 1; END")
    assert OTHER_TABLES in refusal(edited_copy(sample_store, tmp_path / "edited.sqlite", *statements))


def test_a_foreign_database_is_not_touched(tmp_path: Path) -> None:
    """Somebody else's database is refused and left as it was, byte by byte."""
    path = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE note (body TEXT); INSERT INTO note VALUES ('keep');")
    before = path.read_bytes()
    assert "of another application" in refusal(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "name", ["大事记 2021.sqlite", "a?mode=rwc#x%20.sqlite", "%2e%2e", "no-suffix", "'quoted\" & more.sqlite", "-dash"]
)
def test_any_file_name_will_do(sample_store: Path, tmp_path: Path, name: str) -> None:
    """Chinese, spaces and what has a meaning in a URI are parts of a name."""
    path = Path(shutil.copy(sample_store, tmp_path / name))
    with closing(StoreReader(path)) as store:
        assert store.count(EventQuery()) == len(SAMPLE_EVENTS)
    assert store_problems(path) == []
    assert list(tmp_path.iterdir()) == [path]


def test_a_path_longer_than_sqlite_takes(sample_store: Path, tmp_path: Path) -> None:
    """A very deep folder is read or refused in one line."""
    deep = tmp_path.joinpath(*["long-folder-name" * 10] * 6)
    deep.mkdir(parents=True)
    path = Path(shutil.copy(sample_store, deep / "events.sqlite"))
    try:
        with closing(StoreReader(path)) as store:
            assert store.count(EventQuery()) == len(SAMPLE_EVENTS)
    except StoreError:
        assert "cannot be read" in refusal(path)


def test_reading_leaves_no_trace(sample_store: Path, tmp_path: Path) -> None:
    """A store in a folder nobody may write to is read; neither it nor its folder changes."""
    path = Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))
    before = path.read_bytes()
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    with closing(StoreReader(path)) as store:
        assert len(list(store.events(EventQuery()))) == len(SAMPLE_EVENTS)
    tmp_path.chmod(0o755)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
def test_a_leftover_beside_the_store_is_no_crash(sample_store: Path, tmp_path: Path, suffix: str) -> None:
    """What a writer of another program left beside the store: answers, or one line."""
    path = Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))
    path.with_name(path.name + suffix).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x00\x00\x00\x01" * 300)
    try:
        with closing(StoreReader(path)) as store:
            assert store.count(EventQuery()) == len(SAMPLE_EVENTS)
    except StoreError as error:
        assert str(path) in str(error)  # noqa: PT017 - either is right
