"""A store that another program edited is noticed, answered rightly all the same, and made good by `rewrite_derived`."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle
from qtviewer.domain.query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import rewrite_derived, write_store
from tests.store.edits import carry_out, edited_chronicles
from tests.store.limits import largest_file, unprivileged
from tests.store.memory_source import MemorySource
from tests.store.plain_answers import check_answers
from tests.store.samples import SAMPLE, SAMPLE_EVENTS
from tests.store.stores import dump, edited, scratch_folder
from tests.store.strategies import crowds, queries

STALE = "another program changed what its counts were made from; make them anew with qtviewer reindex"
ANY_EDIT = {
    "UPDATE": "UPDATE event SET importance = 5 WHERE id = 'plan'",
    "INSERT": "INSERT INTO event SELECT number + 100, id || '-2', category, collection, date, first_day, last_day,"
    " precision, approximate, time, date_basis, status, importance, parent, thread, source, source_section,"
    " source_heading FROM event WHERE id = 'plan'",
    "REPLACE": "REPLACE INTO event SELECT * FROM event WHERE id = 'plan'",
    "DELETE": "DELETE FROM event",
    "one column that nothing is counted by": "UPDATE event SET source_heading = ''",
    "the mark itself": "DELETE FROM store_info",
}


def _answers_rightly(path: Path, chronicle: Chronicle, data: st.DataObject) -> None:
    with closing(StoreReader(path)) as store:
        for query in (EventQuery(), data.draw(queries(chronicle)), EventQuery(search="春节")):
            check_answers(store, path, chronicle, query, data)
            selection = store.select(query)
            check_answers(selection, path, chronicle, query, data)
            selection.close()
            if selection is store:
                return


@given(data=st.data(), chronicle=crowds(most_events=8).filter(lambda made: made.events))
@settings(deadline=None, max_examples=20)
def test_an_edited_store_is_answered_rightly_and_made_good(data: st.DataObject, chronicle: Chronicle) -> None:
    """After any edits: marked, right in every answer, told by the checker; after `rewrite_derived` nothing is wrong."""
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        write_store(chronicle, path)
        edits, after = data.draw(edited_chronicles(chronicle))
        carry_out(edits, path)
        with closing(StoreReader(path)) as store:
            assert store.is_stale
            assert list(store.events(EventQuery())) == list(MemorySource(after).events(EventQuery()))
        _answers_rightly(path, after, data)
        assert f"{path}: {STALE}" in store_problems(path)
        rewrite_derived(path)
        with closing(StoreReader(path)) as store:
            assert not store.is_stale
            assert store.select(EventQuery()) is store
        assert store_problems(path) == []
        _answers_rightly(path, after, data)


@pytest.mark.parametrize("kind", ANY_EDIT)
def test_every_kind_of_statement_leaves_a_mark(sample_store: Path, tmp_path: Path, kind: str) -> None:
    """Rows put in, changed, replaced or taken out, one or all of them, and the mark taken off: each is noticed."""
    path = edited(sample_store, tmp_path / "edited.sqlite", ANY_EDIT[kind])
    with closing(StoreReader(path)) as store, closing(sqlite3.connect(path)) as plain:
        assert store.is_stale
        (count,) = plain.execute("SELECT count(*) FROM event").fetchone()
        assert store.count(EventQuery()) == count
        days = SAMPLE_EVENTS[0].date.first_day, SAMPLE_EVENTS[-1].date.last_day
        assert sum(density.size for density in store.density(EventQuery(), 9, days)) == count
    assert f"{path}: {STALE}" in store_problems(path)
    rewrite_derived(path)
    with closing(StoreReader(path)) as store:
        assert not store.is_stale
        assert store.count(EventQuery()) == count


def test_a_store_that_nobody_edited_is_not_stale(sample_store: Path, tmp_path: Path) -> None:
    """Looking at it with another program changes nothing, and making its counts anew leaves the same store."""
    path = edited(sample_store, tmp_path / "looked-at.sqlite", "SELECT * FROM event", "REINDEX")
    with closing(StoreReader(path)) as store:
        assert not store.is_stale
    before = dump(path)
    rewrite_derived(path)
    assert dump(path) == before


def test_what_makes_no_sense_is_not_made_good(sample_store: Path, tmp_path: Path) -> None:
    """New counts do not hide days that do not follow from their date."""
    path = edited(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET date = '2021-10' WHERE id = 'fair'")
    rewrite_derived(path)
    (problem,) = store_problems(path)
    assert "event 'fair': its days or precision do not follow from its date '2021-10'" in problem


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET date = '10000' WHERE id = 'fair'", "UPDATE event SET date = '-12000-01-01' WHERE id = 'fair'"],
)
def test_a_year_that_is_not_supported_is_refused(sample_store: Path, tmp_path: Path, statement: str) -> None:
    """Neither reading nor checking takes a year for another one; the event is named."""
    path = edited(sample_store, tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError, match="event 'fair': "):
        store.heads(EventQuery(), "zh")
    assert any("event 'fair': " in problem and "is not a date" in problem for problem in store_problems(path))


@pytest.fixture
def stale_store(sample_store: Path) -> Iterator[Path]:
    """A store that has to be made good, and that grows by it."""
    with scratch_folder() as folder:
        path = edited(sample_store, folder / "events.sqlite", ANY_EDIT["UPDATE"], "DELETE FROM density")
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("VACUUM")
        yield path


def _refused(path: Path) -> str:
    """The line with which a store is not made good, and stays as it was with nothing beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(StoreError) as refusal:
        rewrite_derived(path)
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
        with largest_file(limit):
            message = _refused(stale_store)
        assert "cannot be written (" in message
        assert "damaged" not in message
    rewrite_derived(stale_store)
    assert stale_store.stat().st_size > size + 4096
    assert store_problems(stale_store) == []


def test_a_folder_nobody_may_write_to_leaves_the_store_as_it_was(stale_store: Path) -> None:
    """The new file would stand beside the old one."""
    stale_store.parent.chmod(0o555)
    with unprivileged():
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
    rewrite_derived(stale_store)
    with closing(StoreReader(stale_store)) as store:
        assert {head.importance for head in store.heads(EventQuery(), "zh")} == {2}
    assert store_problems(stale_store) == []
    assert list(stale_store.parent.iterdir()) == [stale_store]


def test_a_store_that_is_being_read_may_be_made_good(stale_store: Path) -> None:
    """Who has it open goes on with the file that was there, and finds the new one when opening it again."""
    with closing(StoreReader(stale_store)) as reading:
        assert reading.is_stale
        rewrite_derived(stale_store)
        assert reading.count(EventQuery()) == len(SAMPLE.events)
    with closing(StoreReader(stale_store)) as again:
        assert not again.is_stale


@pytest.mark.parametrize("content", [b"", b"title,date\n", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_store_is_not_touched(tmp_path: Path, content: bytes) -> None:
    """Any other file, and none at all, is refused as when it is opened."""
    path = tmp_path / "events.sqlite"
    with pytest.raises(StoreError, match="no such file"):
        rewrite_derived(path)
    path.write_bytes(content)
    _refused(path)
