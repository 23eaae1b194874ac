"""The log of a kiosk: bounded, and never in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qtviewer.kiosk.log import FILE_BYTES, FILES, close_log, open_log

NAME = "tests.kiosk"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Every test leaves the log as it found it."""
    yield
    close_log(open_log(None, NAME))


def test_lines_have_time_and_level(tmp_path: Path) -> None:
    """In a file whose folder is made."""
    file = tmp_path / "logs" / "kiosk.log"
    open_log(file, NAME).warning("the store %s is gone", "x.sqlite")
    assert file.read_text(encoding="utf-8").endswith(" WARNING the store x.sqlite is gone\n")


def test_five_files_of_a_megabyte(tmp_path: Path) -> None:
    """However much is written, the newest is kept and the disk is not filled."""
    log = open_log(tmp_path / "kiosk.log", NAME)
    for number in range(200):
        log.info("%s", f"{number} {'x' * 50_000}")
    files = list(tmp_path.iterdir())
    assert len(files) == FILES
    assert all(file.stat().st_size <= FILE_BYTES for file in files)
    assert " 199 xxx" in (tmp_path / "kiosk.log").read_text(encoding="utf-8")


def test_without_a_file_it_is_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    """As systemd wants it."""
    open_log(None, NAME).info("ready")
    assert capfd.readouterr().err.endswith("INFO ready\n")


def test_a_file_that_cannot_be_written_is_said_on_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """With the reason, and what is logged follows there."""
    open_log(tmp_path, NAME).info("ready")
    lines = capfd.readouterr().err.splitlines()
    assert f"{tmp_path}: cannot be written (Is a directory)" in lines[0]
    assert lines[1].endswith("INFO ready")


def test_a_full_disk_is_no_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing is raised, nothing is printed, and the next lines are tried again."""
    full = tmp_path / "kiosk.log"
    full.symlink_to("/dev/full")
    log = open_log(full, NAME)
    for number in range(50):
        log.error("%s", f"{number} {'x' * 1000}")
    close_log(log)
    assert capfd.readouterr().err == ""


def test_a_message_that_comes_again_and_again_is_written_ten_times(tmp_path: Path) -> None:
    """So that a failure in every frame does not push its cause out of the files."""
    log = open_log(tmp_path / "kiosk.log", NAME)
    for _ in range(1000):
        log.error("cannot paint")
    log.error("something else")
    log.error("cannot paint")
    assert (tmp_path / "kiosk.log").read_text(encoding="utf-8").count("cannot paint") == 11


def test_a_log_opened_again_writes_once(tmp_path: Path) -> None:
    """The old file is let go."""
    open_log(tmp_path / "old.log", NAME)
    open_log(tmp_path / "new.log", NAME).info("here")
    assert (tmp_path / "old.log").read_text(encoding="utf-8") == ""
    assert (tmp_path / "new.log").read_text(encoding="utf-8").count("here") == 1
