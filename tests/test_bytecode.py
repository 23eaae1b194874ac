"""A compiled file that a disk cut short ends no start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.places import ROOT

HEADER = 16  # bytes of a compiled file before what it holds


def count_with(cache: Path) -> subprocess.CompletedProcess[str]:
    """Run `qtviewer count` with compiled files in a folder."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "qtviewer", "count"]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603 - ours


@pytest.mark.parametrize("name", ["run", "reader", "event_query"])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_a_damaged_compiled_file_is_made_anew(tmp_path: Path, name: str, damage: str) -> None:
    """The program starts once more without it, and does what was asked; the next start finds it whole."""
    assert count_with(tmp_path).returncode == 0
    (compiled,) = tmp_path.rglob(f"qtviewer/**/{name}.*.pyc")
    whole = compiled.read_bytes()
    compiled.write_bytes(whole[: HEADER + 30] if damage == "cut" else whole[:HEADER] + b"\xff" * 200)
    done = count_with(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert compiled.read_bytes() == whole


def test_several_damaged_files_are_made_anew(tmp_path: Path) -> None:
    """One after the other."""
    assert count_with(tmp_path).returncode == 0
    for compiled in tmp_path.rglob("qtviewer/store/*.pyc"):
        compiled.write_bytes(compiled.read_bytes()[: HEADER + 30])
    assert count_with(tmp_path).returncode == 0
