"""Temporary files say whose they are, and go when their process has gone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qtviewer.atomic_file import atomic_replacement
from qtviewer.temporary_names import remove_abandoned_files, temporary_name
from tests.programs import running

_WRITER = """import sys, time
from pathlib import Path
from qtviewer.atomic_file import atomic_replacement
with atomic_replacement(Path(sys.argv[1])) as temporary:
    temporary.write_text("half")
    temporary.with_name(temporary.name + "-journal").touch()
    print(temporary, flush=True)
    time.sleep(60)
"""


def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path) -> None:
    """With the journal beside it; while the process is there nobody takes its file away."""
    target = tmp_path / "list.csv"
    with running([sys.executable, "-c", _WRITER, target], {"PYTHONPATH": str(Path.cwd())}) as process:
        assert process.stdout is not None
        temporary = Path(process.stdout.readline().rstrip("\n"))
        with atomic_replacement(tmp_path / "other.csv"):
            pass
        assert temporary.read_text() == "half"
        process.kill()
    assert temporary.exists()
    with atomic_replacement(tmp_path / "other.csv"):
        pass
    assert list(tmp_path.iterdir()) == [tmp_path / "other.csv"]


@pytest.mark.parametrize(
    "name",
    [
        "list.csv",
        ".list.csv.abcdefgh.tmp",
        "list.csv.qtviewer-00000000-1-1-00000000.tmp",
        ".list.csv.qtviewer-00000000-1-1-00000000.tmp.sqlite",
        ".list.csv.qtviewer-00000000-1-1.tmp",
    ],
)
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    """Whatever is not named as this program names its files, and those of another computer."""
    (tmp_path / name).touch()
    remove_abandoned_files(tmp_path)
    assert list(tmp_path.iterdir()) == [tmp_path / name]


def test_a_number_of_a_process_that_was_given_again_is_no_excuse(tmp_path: Path) -> None:
    """A process is the same one only if it was started at the same time."""
    of_another = re.sub(rf"-{os.getpid()}-\d+-", f"-{os.getpid()}-1-", temporary_name("list.csv"))
    (tmp_path / of_another).touch()
    (tmp_path / temporary_name("list.csv")).touch()
    remove_abandoned_files(tmp_path)
    assert of_another not in [path.name for path in tmp_path.iterdir()]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_process_that_has_ended_and_was_not_asked_for_counts_as_gone(tmp_path: Path) -> None:
    """Its number is still taken until its parent asks how it ended."""
    code = "from qtviewer.temporary_names import temporary_name as name; print(name('a'), flush=True)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        (tmp_path / process.stdout.read().rstrip("\n")).touch()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        remove_abandoned_files(tmp_path)
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["大" * 80, "🎉" * 60, "a" * 255, ".\n"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    """No temporary name is too long for a disk, with the journal of SQLite beside it."""
    path = tmp_path / (temporary_name(name) + "-journal")
    path.touch()
    remove_abandoned_files(tmp_path)
    assert path.exists()


def test_a_folder_that_cannot_be_read_is_no_failure(tmp_path: Path) -> None:
    """There is nothing to clean away."""
    remove_abandoned_files(tmp_path / "none")
