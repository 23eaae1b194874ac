"""The search index of a file: written with it, replaced, compacted, and read where nothing may be written."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.resources import shipped_store_path
from qtviewer.store.search_index import write_search_index
from tests.store.indexed_stores import chronicle_with_titles, ids_found, temporary_indexed_store
from tests.store.samples import SAMPLE
from tests.store.stores import dump_store
from tests.store.test_search_index import REUNION_DINNER


def test_readings_of_the_content_hold() -> None:
    """A word whose pinyin the store gives is found by it, and not by the common one."""
    with temporary_indexed_store(chronicle_with_titles("曾国藩到访", "曾经")) as connection:
        connection.executemany("INSERT INTO pinyin VALUES (?, ?)", [("曾", "zeng"), ("曾经", "ceng jing")])
        write_search_index(connection)
        assert ids_found(connection, "zengguofan") == ids_found(connection, "zgf") == {"event-0"}
        assert ids_found(connection, "ceng") == ids_found(connection, "cj") == {"event-1"}


def test_a_reading_that_does_not_fit_its_word_is_refused() -> None:
    """There is a syllable for each character, or an error that names the word."""
    with temporary_indexed_store(SAMPLE) as connection:
        connection.execute("INSERT INTO pinyin VALUES ('大月氏', 'da rouzhi')")
        with pytest.raises(ValueError, match=r"大月氏.*'da rouzhi'.*syllable"):
            write_search_index(connection)


def test_writing_again_replaces_the_index(tmp_path: Path) -> None:
    """What was indexed before is gone."""
    path = Path(shutil.copy(shipped_store_path(), tmp_path / "events.sqlite"))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE event_text SET title = '新题', summary = '', body = ''")
        connection.execute("UPDATE figure_text SET label = ''")
        write_search_index(connection)
        assert len(ids_found(connection, "新题")) == 347
        assert not ids_found(connection, "年夜饭")


def test_the_same_events_give_the_same_index(tmp_path: Path) -> None:
    """Nothing in the index depends on when or where it was written."""
    one, other = (Path(shutil.copy(shipped_store_path(), tmp_path / name)) for name in ("one.sqlite", "other.sqlite"))
    assert dump_store(one) == dump_store(other)


def test_compacting_the_file_keeps_events_and_index_together(tmp_path: Path) -> None:
    """VACUUM leaves the rowids of events as the index knows them."""
    path = Path(shutil.copy(shipped_store_path(), tmp_path / "events.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
        assert ids_found(connection, "年夜饭") == REUNION_DINNER


def test_a_store_that_may_not_be_written_is_searched(tmp_path: Path) -> None:
    """The index is read from an immutable file with every safeguard of the reader on."""
    path = Path(shutil.copy(shipped_store_path(), tmp_path / "events.sqlite"))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        assert ids_found(connection, "年夜饭") == REUNION_DINNER
