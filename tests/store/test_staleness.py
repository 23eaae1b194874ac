"""A store that another program edited is noticed, answered rightly, and made good by `rebuild_derived_data`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from qtviewer.store.writer import write_store
from tests.store.edits import apply_edits, edited_chronicles
from tests.store.expected_answers import ExpectedAnswers, check_answers
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE_EVENTS
from tests.store.stores import dump_store, edited_copy, scratch_folder
from tests.store.strategies import crowded_chronicles, day_ranges, queries

STALE = "another program changed what its counts were made from; make them anew with qtviewer reindex"
ANY_EDIT = {
    "UPDATE": "UPDATE event SET importance = 5 WHERE id = 'plan'",
    "INSERT": "INSERT INTO event SELECT number + 100, id || '-2', category, collection, date, first_day, last_day,"
    " known_last_day, first_minute, precision, approximate, time, date_basis, status, importance, parent, thread,"
    " source, source_section, source_heading FROM event WHERE id = 'plan'",
    "REPLACE": "REPLACE INTO event SELECT * FROM event WHERE id = 'plan'",
    "DELETE": "DELETE FROM event",
    "one column that nothing is counted by": "UPDATE event SET source_heading = ''",
    "the mark itself": "DELETE FROM store_info",
}


def _answers_rightly(path: Path, chronicle: Chronicle, data: st.DataObject) -> None:
    """As it is opened, and as the window has it: selected first."""
    query = data.draw(queries(chronicle))
    plain, days = ExpectedAnswers(path, chronicle, query), data.draw(day_ranges(chronicle))
    with closing(StoreReader(path)) as store:
        assert store.count(query) == len(plain.events)
        assert store.count_by(query, "category") == plain.count_by_category()
        assert store.extent(query) == plain.extent(query)
        assert [density[:4] for density in store.density(query, 3, days)] == [row[:4] for row in plain.density(3, days)]
        assert store.heads_of_long_events(query, "zh", days, 4) == plain.heads_of_long_events(days, 4)
        with closing(store.select(query)) as selection:
            check_answers(selection, path, chronicle, query, data)


@given(data=st.data(), chronicle=crowded_chronicles(most_events=8).filter(lambda made: made.events))
@settings(deadline=None, max_examples=15)
def test_an_edited_store_is_answered_rightly_and_made_good(data: st.DataObject, chronicle: Chronicle) -> None:
    """After any edits: marked, right in every answer, told by the checker; right after `rebuild_derived_data`."""
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        write_store(chronicle, path)
        edits, after = data.draw(edited_chronicles(chronicle))
        apply_edits(edits, path)
        with closing(StoreReader(path)) as store:
            assert store.is_stale
            assert list(store.events(EventQuery())) == list(MemorySource(after).events(EventQuery()))
        _answers_rightly(path, after, data)
        assert f"{path}: {STALE}" in store_problems(path)
        rebuild_derived_data(path)
        with closing(StoreReader(path)) as store:
            assert not store.is_stale
            assert store.select(EventQuery()) is store
        assert store_problems(path) == []
        _answers_rightly(path, after, data)


@pytest.mark.parametrize("kind", ANY_EDIT)
def test_every_kind_of_statement_leaves_a_mark(sample_store: Path, tmp_path: Path, kind: str) -> None:
    """Rows put in, changed, replaced or taken out, one or all of them, and the mark taken off: each is noticed."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", ANY_EDIT[kind])
    with closing(StoreReader(path)) as store, closing(sqlite3.connect(path)) as plain:
        assert store.is_stale
        (count,) = plain.execute("SELECT count(*) FROM event").fetchone()
        assert store.count(EventQuery()) == count
        days = SAMPLE_EVENTS[0].date.first_day, SAMPLE_EVENTS[-1].date.last_day
        assert sum(density.size for density in store.density(EventQuery(), 9, days)) == count
    assert f"{path}: {STALE}" in store_problems(path)
    rebuild_derived_data(path)
    with closing(StoreReader(path)) as store:
        assert not store.is_stale
        assert store.count(EventQuery()) == count


def test_a_store_that_nobody_edited_is_not_stale(sample_store: Path, tmp_path: Path) -> None:
    """Looking at it with another program changes nothing, and making its counts anew leaves the same store."""
    path = edited_copy(sample_store, tmp_path / "looked-at.sqlite", "SELECT * FROM event", "REINDEX")
    with closing(StoreReader(path)) as store:
        assert not store.is_stale
    before = [
        line for line in dump_store(path) if "search_data" not in line
    ]  # what FTS5 has merged may be in other pieces
    rebuild_derived_data(path)
    assert [line for line in dump_store(path) if "search_data" not in line] == before


def test_what_makes_no_sense_is_not_made_good(sample_store: Path, tmp_path: Path) -> None:
    """New counts do not hide days that do not follow from their date."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET date = '2021-10' WHERE id = 'fair'")
    rebuild_derived_data(path)
    (problem,) = store_problems(path)
    assert "event 'fair': its days, minute or precision do not follow from its date '2021-10'" in problem


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET date = '10000' WHERE id = 'fair'", "UPDATE event SET date = '-12000-01-01' WHERE id = 'fair'"],
)
def test_a_year_that_is_not_supported_is_refused(sample_store: Path, tmp_path: Path, statement: str) -> None:
    """Neither reading nor checking takes a year for another one; the event is named."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", statement)
    with closing(StoreReader(path)) as store, pytest.raises(StoreError, match="event 'fair': "):
        store.heads(EventQuery(), "zh")
    assert any("event 'fair': " in problem and "is not a date" in problem for problem in store_problems(path))
