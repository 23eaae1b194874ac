"""Imports that cannot be written are refused in one sentence, and leave the store as it was."""

import shutil
from pathlib import Path

import pytest

from qtviewer.store.opening import StoreError
from tests.store.import_helpers import import_rows, imported_row

A = imported_row(2, "a", "2021-06-28", "A")


@pytest.fixture
def store(tmp_path: Path, sample_store: Path) -> Path:
    """A copy of the sample store."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


@pytest.mark.parametrize("target", ["folder", "text"])
def test_a_target_that_is_no_store_is_refused_and_stays(target: str, tmp_path: Path) -> None:
    """A folder or another file is not overwritten."""
    path = tmp_path / "target"
    if target == "folder":
        path.mkdir()
    else:
        path.write_text("my notes")
    with pytest.raises(StoreError, match=r"a folder|not a SQLite file"):
        import_rows(path, A)
    assert path.is_dir() or path.read_text() == "my notes"


def test_a_store_that_cannot_be_written_stays(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fails at the last step the old store is whole, and no other file is left but the copy."""
    before = store.read_bytes()

    def fail(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreError, match="No space left on device"):
        import_rows(store, A)
    assert store.read_bytes() == before
    assert list(store.parent.iterdir()) == [store]


def test_a_full_disk_is_one_sentence(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The temporary file has its limits too."""
    before = store.read_bytes()
    monkeypatch.setattr("qtviewer.store.staging.PRAGMAS", ("max_page_count = 3",))
    rows = (imported_row(at, f"e{at}", "2021", "E" * 1000) for at in range(2, 200))
    with pytest.raises(StoreError, match=r"put aside in a temporary file \(database or disk is full\)"):
        import_rows(store, *rows)
    assert store.read_bytes() == before


def test_a_path_that_cannot_be_is_one_sentence() -> None:
    """A name that no disk takes."""
    with pytest.raises(StoreError, match="File name too long"):
        import_rows(Path("x" * 300), A)
