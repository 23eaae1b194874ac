"""The shape of the code: what imports what, and how large its parts are."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "qtviewer"
MODULES = sorted(PACKAGE.rglob("*.py"))


def loaded_by(code: str) -> set[str]:
    """Names of the modules that a fresh interpreter has loaded after some code."""
    program = f"import sys\n{code}\nprint(chr(10).join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return set(done.stdout.split())


@pytest.mark.parametrize("arguments", [["export", "{}/x.csv"], ["export", "{}/x.json"], ["count"], ["check"]])
def test_commands_without_a_window_load_no_qt(arguments: list[str], tmp_path: Path) -> None:
    """Exports, counts and checks never load PySide6."""
    words = [word.format(tmp_path) for word in arguments]
    assert "PySide6" not in loaded_by(f"from qtviewer.cli.run import run; assert run({words!r}) == 0")


def test_reading_loads_nothing_slow() -> None:
    """Opening a store and counting needs neither sqlite_utils nor dateutil nor the lunar calendar."""
    loaded = loaded_by("from qtviewer.cli.run import run; assert run(['count']) == 0")
    assert not {"sqlite_utils", "dateutil", "borax"} & loaded


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    """No file is over 360 lines and no function over 50."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 360
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_public_names_say_what_they_are(path: Path) -> None:
    """Every module, and every class, function and method that others may use, has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    scopes: list[ast.Module | ast.ClassDef] = [tree]
    scopes += [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for node in (node for scope in scopes for node in scope.body):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
