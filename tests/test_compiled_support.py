"""PySide's support modules are compiled once, and whatever becomes of what is kept, the program starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

# Tells how many of PySide's modules were compiled, and whether everything is as it was afterwards.
PROGRAM = """
import builtins
compiled, compile_anew = [], builtins.compile
def watch(source, filename, *more, **options):
    compiled.append(str(filename))
    return compile_anew(source, filename, *more, **options)
builtins.compile = watch
from qtviewer.compiled_support import compiled_support
with compiled_support():
    import PySide6.QtWidgets
assert builtins.compile is watch
from PySide6.QtCore import QObject
assert QObject(objectName="named").objectName() == "named"  # what the support modules are for works
print(sum(name.startswith("shibokensupport/") for name in compiled))
"""


def compiled(cache: Path) -> int:
    """How many modules a fresh program compiled, with its caches in some folder."""
    places = {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache), "HOME": str(cache)}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env=os.environ | places, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert not done.stderr
    return int(done.stdout)


def test_the_second_start_compiles_nothing(tmp_path: Path) -> None:
    """The first start keeps what it compiled in one file; the second one takes it from there."""
    assert compiled(tmp_path) > 10
    assert compiled(tmp_path) == 0
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("damage", [b"", b"\xff" * 1000, b"i\x01\x00\x00\x00", None])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    """An empty file, one of another kind and one cut short are replaced."""
    compiled(tmp_path)
    [path] = [path for path in tmp_path.rglob("*") if path.is_file()]
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    assert compiled(tmp_path) > 10
    assert compiled(tmp_path) == 0


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where a file stands in the folder's place, every start compiles."""
    (tmp_path / "qtviewer").write_text("in the way")
    (tmp_path / "Library").write_text("in the way")
    assert compiled(tmp_path) > 10
    assert compiled(tmp_path) > 10
