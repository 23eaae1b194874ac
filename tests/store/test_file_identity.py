"""A file is told from another one in its place, and from itself before it was changed."""

import shutil
from pathlib import Path

import pytest

from qtviewer.store.file_identity import file_identity, is_same_file, journal_beside


def test_a_file_has_one_identity_until_it_is_changed_or_replaced(sample_store: Path, tmp_path: Path) -> None:
    """By whatever path it is reached."""
    path, link = Path(shutil.copy(sample_store, tmp_path / "events.sqlite")), tmp_path / "link"
    link.symlink_to(path)
    seen = {file_identity(path)}
    assert file_identity(link) in seen
    assert is_same_file(path, link)
    path.write_bytes(path.read_bytes() + b"x")
    seen.add(file_identity(path))
    shutil.copy(sample_store, tmp_path / "other")
    (tmp_path / "other").replace(path)
    seen.add(file_identity(path))
    path.unlink()
    seen.add(file_identity(path))
    assert len(seen) == 4
    assert file_identity(path) is None
    assert not is_same_file(path, sample_store)


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("-wal", b"", True),
        ("-wal", b"x", True),
        ("-journal", b"x", True),
        ("-journal", b"", False),
        ("-shm", b"", False),
    ],
)
def test_what_is_beside_a_store_is_named(tmp_path: Path, name: str, content: bytes, *, is_one: bool) -> None:
    """Also when the store is reached by a link; a journal that its program has cut to nothing is none."""
    path, link = tmp_path / "events.sqlite", tmp_path / "link"
    path.touch()
    link.symlink_to(path)
    path.with_name(path.name + name).write_bytes(content)
    assert journal_beside(path) == journal_beside(link) == (path.name + name if is_one else "")
