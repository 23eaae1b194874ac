"""Files appear whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from qtviewer.atomic_file import atomic_replacement


class StopError(Exception):
    """What goes wrong in the middle of these tests."""


def test_the_file_appears_when_the_block_is_left(tmp_path: Path) -> None:
    """Until then there is only a hidden file beside it; afterwards only the file itself."""
    target = tmp_path / "list.csv"
    with atomic_replacement(target) as temporary:
        temporary.write_text("new")
        assert temporary.parent == tmp_path
        assert temporary.name.startswith(".")
        assert not target.exists()
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def _fail_after(target: Path, step: Callable[[Path], object], error: type[BaseException] = StopError) -> None:
    """Begin to write a file, do something with the temporary one, then fail."""
    with atomic_replacement(target) as temporary:
        step(temporary)
        raise error


@pytest.mark.parametrize("error", [StopError, KeyboardInterrupt, OSError])
def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: type[BaseException]) -> None:
    """Whatever ends the block early, an interruption from the keyboard included."""
    target = tmp_path / "list.csv"
    target.write_text("old")
    with pytest.raises(error):
        _fail_after(target, lambda temporary: temporary.write_text("half"), error)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_folders_are_made_and_taken_away_again(tmp_path: Path) -> None:
    """Missing folders appear with the file; after an error only those that were there before are left."""
    target = tmp_path / "a" / "b" / "list.csv"
    with pytest.raises(StopError), atomic_replacement(target):
        raise StopError
    assert list(tmp_path.iterdir()) == []
    with atomic_replacement(target) as temporary:
        temporary.write_text("new")
    assert target.read_text() == "new"


def test_a_folder_that_others_use_meanwhile_stays(tmp_path: Path) -> None:
    """A folder that was made for the file is not removed from under somebody else's."""
    other = tmp_path / "a" / "other.txt"
    with pytest.raises(StopError):
        _fail_after(tmp_path / "a" / "list.csv", lambda _temporary: other.write_text("kept"))
    assert other.read_text() == "kept"
    assert list(other.parent.iterdir()) == [other]


def test_the_block_may_remove_the_temporary_file_before_it_fails(tmp_path: Path) -> None:
    """The error that counts is the one of the block."""
    with pytest.raises(StopError):
        _fail_after(tmp_path / "list.csv", Path.unlink)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_permissions_stay_and_new_files_can_be_read_by_all(tmp_path: Path, mode: int) -> None:
    """A file keeps its permissions when it is replaced; a new one has those of any new file."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(mode)
    for target in (old, new):
        with atomic_replacement(target) as temporary:
            temporary.write_text("content")
    assert old.stat().st_mode & 0o777 == mode
    assert new.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_is_as_open_as_its_user_wants_files_to_be(tmp_path: Path, umask: int, mode: int) -> None:
    """The umask counts as for files of other programs."""
    before = os.umask(umask)
    try:
        with atomic_replacement(tmp_path / "new"):
            pass
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == mode


def test_nobody_else_reads_a_private_file_while_it_is_written(tmp_path: Path) -> None:
    """The temporary file is its user's alone."""
    (tmp_path / "old").touch()
    (tmp_path / "old").chmod(0o600)
    with atomic_replacement(tmp_path / "old") as temporary:
        assert temporary.stat().st_mode & 0o777 == 0o600


def test_a_check_that_fails_leaves_the_old_file_alone(tmp_path: Path) -> None:
    """It is the last step before the file is replaced: all has been written by then."""
    target = tmp_path / "list.csv"
    target.write_text("old")

    def check() -> None:
        assert target.read_text() == "old"
        assert sorted(path.read_text() for path in tmp_path.iterdir()) == ["new", "old", "old"]
        raise StopError

    with pytest.raises(StopError), atomic_replacement(target, check, tmp_path / "kept") as temporary:
        temporary.write_text("new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("has_links", [True, False])
def test_the_old_file_may_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_links: bool) -> None:
    """With its content and permissions, also on a disk without links; a file that is there is not written over."""
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: _fail(errno.EPERM))
    target, kept = tmp_path / "list.csv", tmp_path / "kept"
    target.write_text("old")
    target.chmod(0o600)
    with atomic_replacement(target, keep_as=kept) as temporary:
        temporary.write_text("new")
    assert (target.read_text(), kept.read_text()) == ("new", "old")
    assert kept.stat().st_mode & 0o777 == 0o600
    assert sorted(tmp_path.iterdir()) == [kept, target]


def _fail(number: int) -> None:
    raise OSError(number, os.strerror(number))


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is there all the same, so nobody may be told that it is not."""
    sync = os.fsync

    def sync_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            _fail(errno.EINVAL)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync_files_only)
    with atomic_replacement(tmp_path / "list.csv") as temporary:
        temporary.write_text("new")
    assert (tmp_path / "list.csv").read_text() == "new"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file it leads to is replaced, in its own folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "list.csv").write_text("old")
    link = tmp_path / "link.csv"
    link.symlink_to(tmp_path / "real" / "list.csv")
    with atomic_replacement(link) as temporary:
        assert temporary.parent == tmp_path / "real"
        temporary.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "list.csv").read_text() == "new"


def test_a_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    """The block does not even begin."""
    with pytest.raises(OSError, match="a folder is there"), atomic_replacement(tmp_path):
        pytest.fail("the block began")
    assert list(tmp_path.iterdir()) == []
    assert [path for path in tmp_path.parent.iterdir() if path.name.endswith(".tmp")] == []
