"""Stores that other programs change, replace, lock or leave unfinished while they are read."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store import opening
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreChangedError, StoreError, is_read_without_locks
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from tests.store.import_helpers import import_rows, imported_row
from tests.store.samples import SAMPLE_EVENTS
from tests.store.writers import another_transaction, interrupt_another_program, set_journal_mode

SEARCH = EventQuery(search="地铁")
EDIT = "UPDATE event SET importance = 2"


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    """A copy of the sample store, alone in its folder."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


def _edit(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(EDIT)


QUESTIONS: dict[str, Callable[[StoreReader], object]] = {
    "count": lambda reader: reader.count(EventQuery()),
    "heads": lambda reader: reader.heads(EventQuery(), "zh"),
    "events": lambda reader: list(reader.events(EventQuery())),
    "one event": lambda reader: reader.event("fair"),
    "search": lambda reader: reader.select(SEARCH),
    "facets": lambda reader: reader.facets(EventQuery()),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_answers_of_two_states_are_not_mixed(store: Path, question: str, mode: str) -> None:
    """After another program has written into the file, or into its log, no question is answered any more."""
    with closing(sqlite3.connect(store)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("SELECT * FROM event").fetchone()
        with closing(StoreReader(store)) as reader:
            assert reader.count(EventQuery()) == len(SAMPLE_EVENTS)
            with other:
                other.execute(EDIT)
            assert reader.is_replaced_or_changed()
            with pytest.raises(
                StoreChangedError, match="another program changed it since it was opened; open it again"
            ):
                QUESTIONS[question](reader)
    with closing(StoreReader(store)) as reader:
        assert {head.importance for head in reader.heads(EventQuery(), "zh")} == {2}


def test_a_store_that_is_replaced_is_read_to_the_end(store: Path) -> None:
    """Whoever has the old file open has all of it; what would open the new one beside it is refused."""
    with closing(StoreReader(store)) as reader:
        assert not reader.is_replaced_or_changed()
        import_rows(store, imported_row(2, "a", "2021", "A"))
        assert reader.is_replaced_or_changed()
        assert reader.count(EventQuery()) == len(list(reader.events(EventQuery()))) == len(SAMPLE_EVENTS)
        with pytest.raises(StoreChangedError):
            reader.select(SEARCH)
        with pytest.raises(StoreChangedError):
            reader.open_again(lambda: False)


def test_a_log_that_is_closed_leaves_no_trace(store: Path) -> None:
    """A store that another program wrote with a log is read without one; when that begins anew it is noticed."""
    set_journal_mode(store, "WAL")
    before = store.read_bytes()
    with closing(StoreReader(store)) as reader:
        assert reader.count(EventQuery()) == len(SAMPLE_EVENTS)
        assert store.read_bytes() == before
        assert list(store.parent.iterdir()) == [store]
        _edit(store)
        with pytest.raises(StoreChangedError):
            reader.count(EventQuery())


def test_only_what_nobody_changes_is_read_without_locks(store: Path) -> None:
    """The shipped store, by whatever path, and a store with a log that is closed."""
    assert not is_read_without_locks(store)
    assert is_read_without_locks(shipped_store_path())
    set_journal_mode(store, "WAL")
    assert is_read_without_locks(store)
    store.with_name(store.name + "-wal").touch()
    assert not is_read_without_locks(store)


def test_a_store_that_is_locked_is_not_called_damaged(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a program that is just writing into it."""
    monkeypatch.setattr(opening, "LONGEST_WAIT", 0.1)
    with another_transaction(store, "BEGIN EXCLUSIVE"):
        with pytest.raises(StoreError, match="locked by another program, which is writing it; try again") as refusal:
            StoreReader(store)
        assert "damaged" not in str(refusal.value)
    with closing(StoreReader(store)) as reader:
        assert reader.count(EventQuery()) == len(SAMPLE_EVENTS)


def test_what_an_interrupted_program_left_is_taken_back(store: Path) -> None:
    """Reading says what to do, writing too; afterwards the store is as it was before that program began."""
    interrupt_another_program(store, "DELETE")
    assert store.with_name("events.sqlite-journal").stat().st_size > 512
    for use in (StoreReader, store_problems):
        with pytest.raises(
            StoreError, match="interrupted while writing it; qtviewer reindex takes back what it had not"
        ):
            use(store)
    with pytest.raises(StoreError, match=r"events.sqlite-journal is there.*qtviewer reindex takes back what it left"):
        import_rows(store, imported_row(2, "a", "2021", "A"))
    rebuild_derived_data(store)
    assert store_problems(store) == []
    with closing(StoreReader(store)) as reader:
        texts = {event.id: event.texts for event in reader.events(EventQuery())}
    assert texts == {event.id: event.texts for event in SAMPLE_EVENTS}
    assert list(store.parent.iterdir()) == [store]


def test_what_an_ended_program_left_in_its_log_is_written_to_the_end(store: Path) -> None:
    """It is read from there, and put into the store when that is made good."""
    interrupt_another_program(store, "WAL")
    assert store.with_name("events.sqlite-wal").exists()
    with closing(StoreReader(store)) as reader:
        assert all(head.title.endswith(" and more") for head in reader.heads(EventQuery(), "en"))
    rebuild_derived_data(store)
    assert store_problems(store) == []
    with closing(StoreReader(store)) as reader:
        assert all(head.title.endswith(" and more") for head in reader.heads(EventQuery(), "en"))
    assert list(store.parent.iterdir()) == [store]


@pytest.mark.parametrize("mode", ["PERSIST", "TRUNCATE"])
def test_an_empty_journal_that_a_program_keeps_is_no_obstacle(store: Path, mode: str) -> None:
    """Some programs leave it there for the next time."""
    with closing(sqlite3.connect(store)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        with other:
            other.execute(EDIT)
    assert store.with_name("events.sqlite-journal").exists()
    with closing(StoreReader(store)) as reader:
        assert {head.importance for head in reader.heads(EventQuery(), "zh")} == {2}
    rebuild_derived_data(store)
    assert store_problems(store) == []
