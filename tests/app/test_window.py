"""The program with its window: what it remembers, what it says when something is wrong, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from qtviewer.resources import shipped_store_path
from tests.commands import VISITED_APPLICATION
from tests.store.stores import edited_copy

# Runs `view` as the command line does. Its application does something to the window, tells what it shows and closes it.
PROGRAM = """
import gc, json, sqlite3, sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from qtviewer.cli.run import run
from qtviewer.domain.event_query import EventQuery

store, action, options = Path(sys.argv[1]), sys.argv[2], json.loads(sys.argv[3])

def visit(application, window):
    try:
        application.processEvents()
        QTimer.singleShot(0, lambda: act(window))  # by itself, so that the program meets what it raises
        application.processEvents()
        QTest.keyClick(window, Qt.Key.Key_Slash)
        application.processEvents()
        print(json.dumps(told(window)), flush=True)
    finally:
        window.close()

def act(window):
    if action == "break":
        connection = sqlite3.connect(store)
        connection.execute("UPDATE event SET date = '2021-13' WHERE id = 'metro-opens'")
        connection.commit()
        connection.close()
        window.model.search("地铁")
    elif action == "damage":
        with store.open("r+b") as file:
            file.seek(4096)
            file.write(bytes([255]) * (store.stat().st_size - 4096))
        for year in range(1900, 2200, 3):
            window.model.set_visible_range(2415021.0 + (year - 1900) * 365, 2415021.0 + (year - 1899) * 365)
            window.timeline.viewport().repaint()
    elif action == "raise":
        window.model.change(nothing_of_the_kind=1)
    elif action == "change":
        window.model.change(lang="en", theme="dark", selected="fair", first=2459400.0, last=2459600.0)

def told(window):
    labels = [label.text() for label in window.findChildren(QtWidgets.QLabel) if label.isVisible()]
    state = window.model.state._asdict() if hasattr(window, "model") else {}
    if hasattr(window, "model"):
        from qtviewer.ui.garbage_collector import GarbageCollector
        assert QtWidgets.QApplication.instance().findChildren(GarbageCollector) and not gc.isenabled()
    accessible = QAccessible.queryAccessibleInterface(QtWidgets.QApplication.instance())
    assert accessible.text(QAccessible.Text.Name) == "qtviewer", "the name of the file that was started"
    left_out = "query", "cluster", "day"
    return [window.windowTitle(), labels, {name: state[name] for name in state if name not in left_out}]

named = {"selected": "event", "text_size": "text-size"}
sys.exit(run(["view", str(store), *(f"--{named.get(name, name)}={value}" for name, value in options.items())]))
"""


def run_view(store: Path, settings: Path, action: str = "look", **options: str) -> tuple[int, list[Any], str]:
    """Status, what the window told, and standard error of the program, which closes its window by itself."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(settings), "LANG": "C.UTF-8"}
    command = [sys.executable, "-c", VISITED_APPLICATION + PROGRAM, str(store), action, json.dumps(options)]
    done = subprocess.run(  # noqa: S603 - our own program
        command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    lines = done.stderr.splitlines()
    errors = [line for line in lines if "This plugin does not support" not in line]  # of Qt without a display
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout), "\n".join(errors)


def test_a_window_opens_and_ends_well(sample_store: Path, tmp_path: Path) -> None:
    """The program shows the store, says nothing, and ends with 0 when its window is closed."""
    status, (title, labels, _state), errors = run_view(sample_store, tmp_path, lang="en")
    assert (status, title, errors) == (0, "Sample", "")
    assert "Sample" in labels


def test_what_was_left_is_there_at_the_next_start(sample_store: Path, tmp_path: Path) -> None:
    """Language, theme, event and stretch of time of the closed window come back, but for what options say."""
    left = {"lang": "en", "theme": "dark", "selected": "fair", "first": 2459400.0, "last": 2459600.0}
    left |= {"mode": "timeline", "text_size": 100, "reduced_motion": False, "system_theme": "light", "wide_lane": ""}
    run_view(sample_store, tmp_path, "change", lang="zh")
    _status, (_title, _labels, state), _errors = run_view(sample_store, tmp_path)
    assert state == left
    _status, (_title, _labels, state), _errors = run_view(sample_store, tmp_path, theme="contrast")
    assert state == left | {"theme": "contrast"}


@pytest.mark.parametrize("kind", ["missing", "empty", "text", "cut", "folder"])
def test_a_store_that_cannot_be_opened_is_named_in_a_window(kind: str, sample_store: Path, tmp_path: Path) -> None:
    """The window says what the file is instead, the same goes to standard error in one line, and the status is 1."""
    store = tmp_path / "events.sqlite"
    contents = {"empty": b"", "text": b"no store\n" * 100, "cut": sample_store.read_bytes()[:5000]}
    if kind == "folder":
        store.mkdir()
    elif kind in contents:
        store.write_bytes(contents[kind])
    status, (_title, labels, _state), errors = run_view(store, tmp_path)
    assert status == 1
    assert errors.startswith(f"qtviewer: error: {store}: ")
    assert errors.count("\n") == 0
    assert errors.removeprefix("qtviewer: error: ") in labels
    assert "The events cannot be shown" in labels


def test_an_option_the_store_does_not_know_is_named_in_a_window(sample_store: Path, tmp_path: Path) -> None:
    """An event that is not there is an error with the nearest id, not another event."""
    status, (_title, labels, _state), errors = run_view(sample_store, tmp_path, selected="metro-open", lang="zh")
    assert status == 1
    assert errors.startswith("qtviewer: error: event 'metro-open' is not in the store; nearest: metro-opens")
    assert "无法显示事件" in labels


def test_an_error_of_the_program_itself_is_reported_in_full(sample_store: Path, tmp_path: Path) -> None:
    """What nobody foresaw keeps its traceback for who can mend it, and does not end the window."""
    status, (_title, labels, _state), errors = run_view(sample_store, tmp_path, "raise", lang="en")
    assert status == 0
    assert "This could not be shown" in labels
    assert errors.startswith("Traceback")


@pytest.mark.parametrize(("lang", "heading"), [("zh", "无法显示"), ("en", "This could not be shown")])
def test_a_store_damaged_meanwhile_is_told_once(lang: str, heading: str, tmp_path: Path) -> None:
    """What cannot be read while the view is painted: one sentence in the window, in its language, and one beside it."""
    store = edited_copy(shipped_store_path(), tmp_path / "events.sqlite")
    status, (_title, labels, _state), errors = run_view(store, tmp_path / "settings", "damage", lang=lang)
    assert status == 0
    assert labels[0] == heading
    assert ("damaged store" in labels[1], "已损坏" in labels[1]) == (lang == "en", lang == "zh")
    assert errors.startswith(f"qtviewer: error: {store}: damaged store (")
    assert errors.count("\n") == 0


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_store_is_shown_or_told(seed: int, tmp_path: Path) -> None:
    """With a page that is noise the window opens, or says in one sentence why not; no crash and no traceback."""
    store, random = edited_copy(shipped_store_path(), tmp_path / "events.sqlite"), Random(seed)  # noqa: S311 - the same noise
    with store.open("r+b") as file:
        file.seek(random.randrange(1, store.stat().st_size // 4096) * 4096)
        file.write(random.randbytes(4096))
    status, (_title, labels, _state), errors = run_view(store, tmp_path / "settings", lang="zh")
    assert errors.count("\n") == 0
    assert not errors or errors.startswith(f"qtviewer: error: {store}: ")
    assert (status == 1) == ("无法显示事件" in labels)


def test_a_store_is_left_as_it_was(sample_store: Path, tmp_path: Path) -> None:
    """Viewing neither changes the file nor leaves another one beside it, even where nothing may be written."""
    store = edited_copy(sample_store, tmp_path / "folder.sqlite")
    before = store.read_bytes()
    store.chmod(0o444)
    run_view(store, tmp_path / "settings", lang="en")
    assert store.read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"folder.sqlite", "settings"}
