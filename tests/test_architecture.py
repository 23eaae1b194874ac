"""The shape of the code: what imports what, and how large its parts are."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.import_graph import cycle_in, import_graph
from tests.places import ROOT

PACKAGE = ROOT / "qtviewer"
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted(path.parent for path in MODULES if path.name == "__init__.py")
FORMATS_DRAWN = ("csv", "xlsx", "json", "ics", "timelinejs", "html", "markdown")
FIRST_FRAME = ROOT / "tests" / "first_frame_modules.txt"

# Opens the window as the program does, and prints the modules that are loaded when the first frame has been painted.
TO_THE_FIRST_FRAME = """
import os
from qtviewer.ui.view_model import ViewModel
def print_modules(_model):
    print(chr(10).join(sys.modules), flush=True)
    os._exit(0)
ViewModel.load_lunar_calendar = print_modules
from qtviewer.cli.run import run
run(["view", "--lang", "zh"])
"""
BARE_WINDOW = "from PySide6.QtWidgets import QApplication, QMainWindow"


def loaded_by(code: str, **environment: str) -> set[str]:
    """Names of the modules that a fresh interpreter has loaded after some code."""
    program = f"import sys\n{code}\nprint(chr(10).join(sys.modules))"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], env=os.environ | environment, capture_output=True, text=True, check=True
    )
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


def test_no_module_imports_one_that_imports_it() -> None:
    """There is no cycle between any two modules, not even by imports in functions or for types."""
    graph = import_graph(PACKAGE)
    assert len(graph) == len(MODULES)
    assert "qtviewer.app.window" in graph["qtviewer.cli.window_commands"]  # an import in a function
    assert cycle_in(graph) == []


def test_a_cycle_is_found() -> None:
    """Three modules that import each other are named; a chain is none."""
    assert set(cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}})) == {"a", "b", "c"}
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": set()}) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_folders_say_what_lives_there(folder: Path) -> None:
    """The first line of each `__init__` is one sentence, and is all there is in it, but for the version."""
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    first_line = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
    assert len(first_line) > 20
    assert first_line.endswith(".")
    assert text.count("\n") == 1 or folder == PACKAGE


def test_the_house_is_drawn_as_it_is() -> None:
    """CONTRIBUTING.md names every folder of the package but those of single formats, and no others."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = {Path(line.split()[0]) for line in text.splitlines() if line.startswith("qtviewer/") and "/ " in line}
    assert all((ROOT / path).is_dir() for path in drawn)
    folders = {path.relative_to(ROOT) for path in FOLDERS}
    in_a_list = {
        path for path in folders - drawn if path.parent.name in ("exchange", "domain") or path == Path("qtviewer")
    }
    assert all(f"{path.name}/" in text or path.name in FORMATS_DRAWN for path in in_a_list)
    assert folders - drawn == in_a_list


def test_paths_in_contributing_are_there() -> None:
    """Which file to open for which wish: each of them exists."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"`([a-z_]+/[a-z_/]*\w+\.(?:py|sql|md))`", text)
    assert len(paths) > 10
    missing = [path for path in paths if not ((PACKAGE / path).exists() or (ROOT / path).exists())]
    assert missing == []


def test_the_first_frame_loads_what_is_listed() -> None:
    """A module on the way to the first frame is there on purpose: what is new, or gone, is changed in the list.

    Which modules of Python itself come along depends on its version; only listed ones may.
    """
    loaded = loaded_by(TO_THE_FIRST_FRAME, QT_QPA_PLATFORM="offscreen") - loaded_by(BARE_WINDOW)
    ours = {name for name in loaded if name.startswith("qtviewer")}
    others = {name.split(".")[0] for name in loaded - ours}
    listed = set(FIRST_FRAME.read_text(encoding="utf-8").split())
    assert ours == {name for name in listed if name.startswith("qtviewer")}
    assert others <= listed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    """No file is over 250 lines and no function over 50."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
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
