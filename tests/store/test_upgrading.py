"""A store of an older version is refused with what to do, and that makes it one of today with all it says."""

from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.reindexing import rebuild_derived_data
from qtviewer.store.schema import USER_VERSION
from tests.store.import_helpers import import_rows, imported_row
from tests.store.older_stores import older_copy
from tests.store.stores import dump_store, edited_copy
from tests.store.system_limits import limited_file_size

OLDER = range(1, USER_VERSION)


def _events(path: Path) -> list[Event]:
    with closing(StoreReader(path)) as store:
        return list(store.events(EventQuery()))


@pytest.mark.parametrize("version", OLDER)
def test_an_older_store_is_made_one_of_today(sample_store: Path, tmp_path: Path, version: int) -> None:
    """Told by opening, importing and checking; afterwards it is the store of today, and the old one is beside it."""
    path = older_copy(sample_store, tmp_path / "events.sqlite", version)
    before = path.read_bytes()
    said = (
        f"made by an older qtviewer .version {version}; this one reads {USER_VERSION}.; make it anew with qtviewer rei"
    )
    for use in (StoreReader, store_problems, lambda store: import_rows(store, imported_row(2, "a", "2021", "A"))):
        with pytest.raises(StoreError, match=said):
            use(path)
    rebuild_derived_data(path)
    assert _events(path) == _events(sample_store)
    assert store_problems(path) == []
    assert version < 5 or dump_store(path) == dump_store(sample_store)
    (backup,) = (other for other in tmp_path.iterdir() if other != path)
    assert backup.read_bytes() == before


@pytest.mark.parametrize("version", [2, 4, 7])
@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (("DROP TABLE figure_text",), "its tables are not those of a store of version"),
        (
            ("DROP TABLE figure_text", "CREATE VIEW figure_text AS SELECT * FROM figure"),
            "its tables are not those of a",
        ),
        (("ALTER TABLE event RENAME COLUMN source TO origin",), "its tables are not those of a store of version"),
        (("UPDATE event SET date = 'yesterday'",), "damaged store .* is not a date"),
        (("UPDATE event SET time = '24:00'",), "damaged store"),
        (("UPDATE event SET category = 'none'",), "damaged store"),
    ],
)
def test_an_older_store_that_is_damaged_stays_as_it_is(
    sample_store: Path, tmp_path: Path, version: int, statements: tuple[str, ...], said: str
) -> None:
    """One sentence, the same file, and nothing beside it."""
    older = older_copy(sample_store, tmp_path / "older.sqlite", version)
    path = edited_copy(older, tmp_path / "events.sqlite", *statements)
    older.unlink()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=rf"^{path}: {said}") as refusal:
        rebuild_derived_data(path)
    assert "\n" not in str(refusal.value)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_is_full_leaves_an_older_store_as_it_was(sample_store: Path, tmp_path: Path) -> None:
    """Also when there is room for a part of the new one."""
    path = older_copy(sample_store, tmp_path / "events.sqlite", 6)
    with limited_file_size(path.stat().st_size // 2), pytest.raises(StoreError, match="cannot be written"):
        rebuild_derived_data(path)
    assert list(tmp_path.iterdir()) == [path]
