"""Fixtures for tests of the window: no settings of the user's own, windows on real stores."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from qtviewer.app.window import WindowSession, make_window
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.store.reader import StoreReader
from qtviewer.ui.garbage_collector import collect_garbage
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.settings import open_settings
from tests.store.stores import temporary_store
from tests.ui.windows import OpenWindow, Rest


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a window remembers goes to the folder of the test."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Garbage is collected between tests, as the program does it: in the thread of the windows."""
    gc.disable()
    yield
    collect_garbage()
    gc.enable()


@pytest.fixture
def sample(sample_store: Path) -> Iterator[StoreReader]:
    """The small sample chronicle, open."""
    with closing(StoreReader(sample_store)) as reader:
        yield reader


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[WindowSession]:
    """What opens another window in the place of one that a test opened; that one is closed in the end, too."""
    made = WindowSession(open_settings())
    yield made
    if made.window is not None:
        qtbot.addWidget(made.window)
        made.window.close()


@pytest.fixture
def open_window(qtbot: QtBot, shipped: StoreReader, session: WindowSession) -> Iterator[OpenWindow]:
    """Opens windows as the program does, on the shipped store where no other source or chronicle is named."""
    windows = []  # nobody else need keep them
    stores = ExitStack()

    def open_one(
        lang: str = "zh",
        theme: str = "light",
        size: tuple[int, int] = (1280, 800),
        *,
        source: EventSource | None = None,
        chronicle: Chronicle | None = None,
        query: EventQuery = EventQuery(),
        **options: Any,
    ) -> MainWindow:
        if chronicle is not None:
            source = stores.enter_context(temporary_store(chronicle))
        window = make_window(source or shipped, query, {"lang": lang, "theme": theme, **options}, session.replace)
        windows.append(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.model.has_lunar_calendar)
        return window

    with stores:
        yield open_one
        for window in filter(shiboken6.isValid, windows):  # one that was replaced is gone
            window.close()
            window.deleteLater()


@pytest.fixture
def rest(qtbot: QtBot) -> Rest:
    """Waits until a window has found what it seeks, and its timeline has come to rest."""

    def come_to_rest(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: not window.is_busy and window.timeline.is_at_rest)

    return come_to_rest
