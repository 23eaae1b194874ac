"""A file in the place of another may be read and written by the same people."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from qtviewer.file_access import copy_access
from tests.store.stores import scratch_folder
from tests.store.system_limits import without_root_privileges

ONLY_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two files, the first of which is there."""
    for name in ("old", "new"):
        (tmp_path / name).touch()
    return tmp_path / "old", tmp_path / "new"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444, 0o755])
def test_permissions(files: tuple[Path, Path], mode: int) -> None:
    """All of them."""
    files[0].chmod(mode)
    copy_access(*files)
    assert files[1].stat().st_mode & 0o7777 == mode


@ONLY_ROOT
def test_owner_and_group(files: tuple[Path, Path]) -> None:
    """Root, who may give files away, leaves a store to whom it belongs."""
    os.chown(files[0], 1234, 5678)
    files[0].chmod(0o640)
    copy_access(*files)
    found = files[1].stat()
    assert (found.st_uid, found.st_gid, found.st_mode & 0o777) == (1234, 5678, 0o640)


@ONLY_ROOT
def test_a_group_that_cannot_be_kept_opens_a_file_to_no_other() -> None:
    """The group of who writes may do no more than everybody might before."""
    with scratch_folder() as folder:
        old, new = folder / "old", folder / "new"
        old.touch(0o664)
        new.touch()
        folder.chmod(0o777)
        os.chown(old, 1234, 5678)
        os.chown(new, 65_534, 65_534)
        with without_root_privileges():
            copy_access(old, new)
        assert new.stat().st_mode & 0o777 == 0o644


def test_attributes(files: tuple[Path, Path]) -> None:
    """Where the disk has them: what desktops and administrators note about a file."""
    with suppress(OSError):
        os.setxattr(files[0], "user.note", b"kept")
    if not os.listxattr(files[0]):
        pytest.skip("this disk has no attributes")
    copy_access(*files)
    assert os.getxattr(files[1], "user.note") == b"kept"
