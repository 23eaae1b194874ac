"""What a window remembers from one start to the next, and what it makes of nonsense."""

import json
import math
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtviewer.app.stores import open_source
from qtviewer.app.window import WindowSession
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.settings import open_settings, save_window, saved_state
from tests.ui.windows import OpenWindow, Rest, press, settle

LANGUAGES = ("zh", "en")
NO_VIEWS: tuple[Any, ...] = (
    None,
    1,
    "abc",
    [],
    ["x", "y", ""],
    [math.nan, math.nan, ""],
    [-math.inf, math.inf, ""],
    [5, 5, ""],
    [9, 1, ""],
    [1, 2],
    [[1], 2, ""],
    [-1e300, 1e300, ""],
    [1e300, 2e300, ""],
    [10**400, 10**401, ""],
    [2_459_300, 2_459_400, "no-such-event"],
    [2_459_300, 2_459_400, ["a"]],
    {"first": 1, "last": 2, "selected": ""},
)


@pytest.fixture
def start(qtbot: QtBot) -> Any:
    """Starts the window as the program does, with what was remembered."""
    windows = []

    def start_one(**options: Any) -> MainWindow:
        window = WindowSession(open_settings()).open(open_source(shipped_store_path()), EventQuery(), options)
        qtbot.addWidget(window)
        windows.append(window)
        qtbot.waitUntil(lambda: window.model.has_lunar_calendar)
        return window

    return start_one


def test_a_window_comes_back_as_it_was_left(open_window: OpenWindow, rest: Rest, start: Any) -> None:
    """Size, division, language, theme, event and stretch of time are those of the last time."""
    left = open_window("en", "dark", (1500, 850), first=2_459_300.0, last=2_459_400.0)
    left.model.select("metro-line-8-opens")
    rest(left)
    left.splitter.setSizes([800, 600])
    settle()
    save_window(left, open_settings(), shipped_store_path())
    again = start()
    settle()
    assert again.model.state == left.model.state
    assert again.size() == left.size()
    assert again.splitter.sizes() == left.splitter.sizes()


def test_a_pane_that_was_folded_away_stays_so(open_window: OpenWindow, start: Any) -> None:
    """At the next start the events have its room, and a key shows it again."""
    left = open_window(size=(1500, 850))
    left.splitter.toggle_pane()
    save_window(left, open_settings(), shipped_store_path())
    again = start()
    settle()
    assert again.splitter.is_folded
    assert not again.detail.isEnabled()
    press(again, Qt.Key.Key_F9)
    settle()
    assert (again.splitter.sizes()[1], again.detail.isEnabled()) == (400, True)


def test_what_the_command_line_says_goes_before_what_was_remembered(open_window: OpenWindow, start: Any) -> None:
    """Options change their part and leave the rest."""
    save_window(open_window("en", "dark"), open_settings(), shipped_store_path())
    state = start(lang="zh", selected="metro-line-8-opens").model.state
    assert (state.lang, state.theme, state.selected) == ("zh", "dark", "metro-line-8-opens")


def test_a_first_start_remembers_nothing(start: Any) -> None:
    """Without settings everything is chosen from the events: a light window with an event selected."""
    window = start()
    state = window.model.state
    assert window.model.theme.name == "light"
    assert state.selected
    assert state.last - state.first > 30


@pytest.mark.parametrize(
    "nonsense",
    [
        {"lang": "fr", "theme": "pink", "stores": "no JSON"},
        {"lang": ["zh", "en"], "theme": {"a": 1}, "stores": ["a", "b"]},
        {"lang": 7, "theme": 8, "stores": 9},
        {"stores": "[1, 2]"},
        {"stores": "[" * 100_000},
        *({"stores": json.dumps({str(shipped_store_path().resolve()): view})} for view in NO_VIEWS),
        {"geometry": "big", "splitter": "wide"},
    ],
)
def test_nonsense_in_the_settings_is_ignored(start: Any, nonsense: dict[str, Any]) -> None:
    """Whatever stands in the file, the window opens and shows events or the nearest stretch of the calendar."""
    settings = open_settings()
    for key, value in nonsense.items():
        settings.setValue(key, value)
    settings.sync()
    window = start()
    state = window.model.state
    assert state.lang in LANGUAGES
    assert window.model.theme.name == "light"
    assert state.selected == "" or window.model.events.head(state.selected) is not None
    assert window.timeline.scale().days > 0
    assert not window.grab().isNull()


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\x80", b"[General\nlang", b"geometry=@ByteArray(\\x1\\x2)\nlang=en"]
)
def test_a_damaged_file_is_no_obstacle(start: Any, content: bytes) -> None:
    """A settings file that is empty, binary or cut short does not keep the window from opening."""
    path = Path(open_settings().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    assert start().isVisible()


def test_only_what_makes_sense_is_taken_out() -> None:
    """Known language and theme; the rest is left to be chosen."""
    kept: dict[str, Any] = {"lang": "en", "theme": "contrast", "mode": "sideways", "text_size": "1"}

    class Kept:
        """Values by name."""

        def value(self, key: str) -> Any:
            """The value, or None."""
            return kept.get(key)

    assert saved_state(Kept(), LANGUAGES) == {"lang": "en", "theme": "contrast"}
    assert saved_state(Kept(), ("zh",)) == {"theme": "contrast"}


@pytest.mark.parametrize(("ground", "theme"), [("#202020", "dark"), ("#F0F0F0", "light")])
def test_the_first_start_follows_the_colours_of_the_system(
    start: Any, qapp: QApplication, ground: str, theme: str
) -> None:
    """Dark on a dark system, until another theme was chosen."""
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor(ground)))
    try:
        assert start().model.theme.name == theme
        assert start(theme="contrast").model.theme.name == "contrast"
    finally:
        qapp.setPalette(before)


def test_reduced_motion_is_an_option(start: Any) -> None:
    """With it every movement is a jump."""
    assert start(reduced_motion=True).timeline.navigation.animation.is_reduced
    assert not start().timeline.navigation.animation.is_reduced


def folder_of_settings(tmp_path: Path) -> Path:
    """Where the settings of tests are."""
    folder = tmp_path / "qtviewer"
    folder.mkdir()
    return folder


def make_damaged(path: Path, kind: str) -> None:
    """Put something else in the place of a file."""
    if kind == "folder":
        path.mkdir()
        (path / "file").touch()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to a pipe":
        os.mkfifo(path.with_name("pipe"))
        path.symlink_to("pipe")
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path.name)
    else:
        path.write_bytes({"noise": bytes(range(256)), "zeros": bytes(500)}[kind])


@pytest.mark.skipif(os.name != "posix", reason="this system has no pipes in folders")
@pytest.mark.parametrize("name", ["qtviewer.ini", "qtviewer.ini.lock"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "link to a pipe", "device", "loop", "noise", "zeros"])
def test_damaged_settings_hold_up_no_start(qapp: QApplication, tmp_path: Path, name: str, kind: str) -> None:
    """What is there instead of the file or its lock is put aside, and what is left next is remembered."""
    make_damaged(folder_of_settings(tmp_path) / name, kind)
    settings = open_settings()
    settings.setValue("lang", "en")
    settings.sync()
    is_loop = (name, kind) == ("qtviewer.ini", "loop")  # which leads to no file
    assert is_loop or "lang=en" in (tmp_path / "qtviewer" / "qtviewer.ini").read_text()


def test_where_damage_cannot_be_put_aside_nothing_is_remembered(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window opens all the same."""
    make_damaged(folder_of_settings(tmp_path) / "qtviewer.ini", "folder")

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    settings = open_settings()
    settings.setValue("lang", "en")
    settings.sync()
    assert settings.status() is QSettings.Status.AccessError
    assert (tmp_path / "qtviewer" / "qtviewer.ini" / "file").exists()
