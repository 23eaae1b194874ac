"""The checker names every kind of damage it promises to find, and nothing else."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.resources import shipped_store_path
from qtviewer.store.checking import damage_problems, store_problems
from qtviewer.store.derived_data import write_search_hash
from qtviewer.store.hashes import content_hash
from qtviewer.store.opening import StoreError
from qtviewer.store.reindexing import rebuild_derived_data
from qtviewer.store.schema import (
    CONTENT_HASH_KEY,
    DERIVED_STATE_CURRENT,
    DERIVED_STATE_KEY,
    NUMBERING_BY_DATE,
    NUMBERING_KEY,
    SEARCH_HASH_KEY,
)
from qtviewer.store.search_index import write_search_index
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE, SAMPLE_EVENTS
from tests.store.stores import edited_copy

CHANGED = "its content was changed after it was written; restore it from a copy, or accept it with qtviewer reindex"
INDEX_CHANGED = "its search index was changed after it was written; make it anew with qtviewer reindex"
STALE = "another program changed what its counts were made from; make them anew with qtviewer reindex"
BAD_DATE = "event 'fair': 'yesterday' is not a date: expected EDTF such as "
DAYS_DO_NOT_FOLLOW = "event 'fair': its days, minute or precision do not follow from its date "

DAMAGE = {
    "a title edited": ("UPDATE event_text SET title = 'other' WHERE event = 'fair'", ""),
    "an importance edited": ("UPDATE event SET importance = 2 WHERE id = 'fair'", STALE),
    "an event deleted": ("DELETE FROM event WHERE id = 'visit'", STALE),
    "a tag taken off": ("DELETE FROM event_tag WHERE event = 'visit'", ""),
    "a count edited": ("UPDATE density SET count = 2 WHERE level = 0", "rows of density do not follow from its events"),
    "a long event lost": ("DELETE FROM long_event", " rows of long_event do not follow from its events"),
    "an alias edited": ("UPDATE tag_alias SET alias = '沙'", ""),
    "a figure edited": ("UPDATE figure SET number = 4", ""),
    "a name edited": ("UPDATE category_text SET name = '节日' WHERE name = '节庆'", ""),
    "a colour edited": ("UPDATE category SET color = '#000000'", ""),
    "a heading moved": ("UPDATE chronicle_text SET title = subtitle, subtitle = title", ""),
    "an unknown category": ("UPDATE event SET category = 'none' WHERE id = 'fair'", "of event refers to a category"),
    "an unknown parent": ("UPDATE event SET parent = 'none' WHERE id = 'fair'", "of event refers to a event"),
    "an unknown thread": ("UPDATE event SET thread = 'none' WHERE id = 'fair'", "of event refers to a thread"),
    "an unknown source": ("UPDATE event SET source = 'none' WHERE id = 'fair'", "of event refers to a source"),
    "an unknown tag": ("UPDATE event_tag SET tag = 'none' WHERE event = 'visit'", "of event_tag refers to a tag"),
    "words of no event": ("UPDATE event_text SET event = 'none' WHERE event = 'fair'", "event_text refers to a event"),
    "a figure of no event": ("UPDATE figure SET event = 'none'", "of figure refers to a event"),
    "a language missing": (
        "DELETE FROM event_text WHERE event = 'fair' AND lang = 'en'",
        "event 'fair' lacks its title, summary or body in 'en'",
    ),
    "a title missing": (
        "UPDATE event_text SET title = '' WHERE event = 'fair' AND lang = 'zh'",
        "event 'fair' lacks its title, summary or body in 'zh'",
    ),
    "a body missing": (
        "UPDATE event_text SET body = '' WHERE event = 'fair' AND lang = 'zh'",
        "event 'fair' lacks its title, summary or body in 'zh'",
    ),
    "a bad date": ("UPDATE event SET date = 'yesterday' WHERE id = 'fair'", BAD_DATE),
    "another date": ("UPDATE event SET date = '2021-10-09/2021-10-12' WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "another first day": ("UPDATE event SET first_day = first_day - 1 WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "another last day": ("UPDATE event SET last_day = last_day + 1 WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "another first minute": ("UPDATE event SET first_minute = first_minute + 1 WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "another time": ("UPDATE event SET time = '14:30' WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "no time of day": ("UPDATE event SET time = '24:00' WHERE id = 'plan'", "its time is '24:00', expected HH:MM"),
    "another precision": ("UPDATE event SET precision = 'within' WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "a false certainty": ("UPDATE event SET approximate = 1 WHERE id = 'fair'", DAYS_DO_NOT_FOLLOW),
    "a status of its own": ("UPDATE event SET status = 'cancelled' WHERE id = 'fair'", ""),
    "importance 9": ("UPDATE event SET importance = 9 WHERE id = 'fair'", ""),
    "no hash": ("DELETE FROM store_info", STALE),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_kind_of_damage_is_named(sample_store: Path, tmp_path: Path, kind: str) -> None:
    """Any edit is noticed, and what it broke is said: references, words, dates, values outside of their bounds."""
    statement, said = DAMAGE[kind]
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", statement)
    problems = store_problems(path)
    assert f"{path}: {CHANGED}" in problems or "rows of " in said
    assert any(said in problem for problem in problems)
    assert all(problem.startswith(f"{path}: ") and "\n" not in problem for problem in problems)
    assert len(problems) <= 8, "one edit is not many problems"


def test_all_problems_are_told_at_once(sample_store: Path, tmp_path: Path) -> None:
    """A second problem does not hide behind the first."""
    statements = [statement for statement, _said in DAMAGE.values() if "'fair'" in statement and "id =" in statement]
    problems = store_problems(edited_copy(sample_store, tmp_path / "edited.sqlite", *statements))
    for said in ("refers to a category", "refers to a thread", "refers to a source", "days, minute or precision"):
        assert any(said in problem for problem in problems), said


def test_an_edit_is_found_even_when_its_hash_was_forged_for_the_dates(sample_store: Path, tmp_path: Path) -> None:
    """A hash that fits does not vouch for days that do not follow from their date."""
    path = edited_copy(
        sample_store, tmp_path / "edited.sqlite", "UPDATE event SET last_day = last_day + 1 WHERE id = 'fair'"
    )
    with closing(sqlite3.connect(path)) as connection:
        forged = content_hash(connection)
        connection.execute("UPDATE store_info SET value = ? WHERE key = ?", (forged, CONTENT_HASH_KEY))
        connection.commit()
    days, stale = store_problems(path)
    assert DAYS_DO_NOT_FOLLOW in days
    assert stale == f"{path}: {STALE}"


def test_a_forged_mark_does_not_hide_counts_that_are_wrong(sample_store: Path, tmp_path: Path) -> None:
    """Hash and mark may say that all is current: the counts are compared with the events all the same."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET importance = 5 WHERE id = 'plan'")
    with closing(sqlite3.connect(path)) as connection:
        forged = [(content_hash(connection), CONTENT_HASH_KEY), (DERIVED_STATE_CURRENT, DERIVED_STATE_KEY)]
        connection.executemany("UPDATE store_info SET value = ? WHERE key = ?", forged)
        connection.commit()
    (problem,) = [problem for problem in store_problems(path) if "density" in problem]
    assert re.search(r": [1-9]\d* rows of density do not follow from its events", problem)


def test_a_forged_mark_does_not_hide_that_events_are_numbered_in_another_order(tmp_path: Path) -> None:
    """Lists by date would have that order."""
    path = tmp_path / "events.sqlite"
    write_store(SAMPLE, path, SAMPLE_EVENTS[::-1])
    assert store_problems(path) == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO store_info (key, value) VALUES (?, ?)", (NUMBERING_KEY, NUMBERING_BY_DATE))
        connection.commit()
    problem = "its events are not numbered in the order of their dates; make it known with qtviewer reindex"
    assert store_problems(path) == [f"{path}: {problem}"]
    rebuild_derived_data(path)
    assert store_problems(path) == []


SEARCH_DAMAGE = {
    "an event lost": "INSERT INTO search (search, rowid, title, text) SELECT 'delete', number, '地 铁', '' FROM event"
    " WHERE id = 'metro-opens'",
    "an event more": "INSERT INTO search (rowid, title) SELECT number, 'unheard' FROM event WHERE id = 'fair'",
    "another event": "INSERT INTO search (rowid, title) VALUES (999, 'unheard')",
    "a block changed": "UPDATE search_data SET block = CAST(replace(block, x'6d65', x'6d75') AS BLOB)",
    "a size changed": "UPDATE search_docsize SET sz = x'0101' WHERE id = 1",
    "no way to the words": "DELETE FROM search_idx",
    "all of it lost": "INSERT INTO search (search) VALUES ('delete-all')",
}


@pytest.mark.parametrize("kind", SEARCH_DAMAGE)
def test_an_index_that_answers_otherwise_than_the_rows_is_told(sample_store: Path, tmp_path: Path, kind: str) -> None:
    """What the content's hash and SQLite's own check do not see, by comparing, and at the kiosk's start by a hash."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", SEARCH_DAMAGE[kind])
    assert f"{path}: {INDEX_CHANGED}" in damage_problems(path)
    assert any("search" in problem for problem in store_problems(path))
    rebuild_derived_data(path)
    assert store_problems(path) == damage_problems(path) == []


def test_an_index_in_other_pieces_is_none_that_was_changed(sample_store: Path, tmp_path: Path) -> None:
    """As another SQLite would have written it: the same words, and the hash of these pieces."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", "INSERT INTO search (search) VALUES ('delete-all')")
    with closing(sqlite3.connect(path)) as connection:
        with connection:
            write_search_index(connection)
            connection.execute("DELETE FROM store_info WHERE key = ?", (SEARCH_HASH_KEY,))
        assert any("search index was changed" in problem for problem in store_problems(path))
        write_search_hash(connection)
    assert store_problems(path) == []


def test_counts_that_were_changed_are_told_at_the_kiosks_start(sample_store: Path, tmp_path: Path) -> None:
    """They are counted anew."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE density SET count = 3 WHERE level = 0")
    (problem,) = damage_problems(path)
    assert "rows of density do not follow from its events; make them anew with qtviewer reindex" in problem


def test_what_changes_no_content_is_no_problem(sample_store: Path, tmp_path: Path) -> None:
    """Rows in another order on the disk, and a tidied file, are the same store."""
    statements = ("UPDATE figure SET rowid = 1000 - rowid", "REINDEX")
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", *statements)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    assert store_problems(path) == []


def test_the_sample_and_the_shipped_store_have_no_problem(sample_store: Path) -> None:
    """What is well is not complained about."""
    assert store_problems(sample_store) == []
    assert store_problems(shipped_store_path()) == []


def test_damage_is_what_its_writer_did_not_write(sample_store: Path, tmp_path: Path) -> None:
    """A changed word is damage, one that was never there is not; a file that is no store is refused."""
    statement = "DELETE FROM event_text WHERE event = 'fair' AND lang = 'en'"
    store = edited_copy(sample_store, tmp_path / "edited.sqlite", statement)
    assert damage_problems(sample_store) == []
    assert damage_problems(store) == [f"{store}: {CHANGED}"]
    rebuild_derived_data(store)
    assert damage_problems(store) == []
    with pytest.raises(StoreError, match="no such file"):
        damage_problems(tmp_path / "none.sqlite")
