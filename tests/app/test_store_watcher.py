"""A window whose store another program changed or replaced shows it anew, and says so in one line."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from qtviewer.app.store_watcher import StoreWatcher
from qtviewer.app.stores import open_source
from qtviewer.app.window import WindowSession
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.settings import open_settings
from tests.store.import_helpers import import_rows, imported_row
from tests.store.stores import edited_copy

SAYS = "Another program changed this store."
LEFT = {"selected": "fair", "first": 2_459_400.0, "last": 2_459_600.0}


class Program:
    """The program with a window on a store, of which the time to look at the file is in the hands of the test."""

    def __init__(self, store: Path, query: EventQuery) -> None:
        self.session = WindowSession(open_settings())
        self.windows = [self.session.open(open_source(store), query, {"lang": "en"})]
        self.window.model.change(**LEFT)
        self._watcher = StoreWatcher(self._source, self.session.reopen)
        self._watcher.stop()

    @property
    def window(self) -> MainWindow:
        """The window that is open."""
        assert self.session.window is not None
        return self.session.window

    def _source(self) -> StoreReader:
        source = self.window.model.source
        assert isinstance(source, StoreReader)
        return source

    def look(self, times: int = 2) -> None:
        """Let it look at the file as often as it does in some seconds."""
        for _ in range(times):
            self._watcher.check()
        if self.window is not self.windows[-1]:
            self.windows.append(self.window)

    @property
    def said(self) -> str:
        """The line above the events; empty when there is none."""
        return "" if self.window.notice.isHidden() else self.window.notice.text()


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A store that may be changed."""
    return Path(shutil.copy(sample_store, tmp_path / "mine.sqlite"))


@pytest.fixture
def program(qtbot: QtBot, store: Path) -> Iterator[Program]:
    """The program on the store, with the more important events only."""
    made = Program(store, EventQuery(min_importance=2))
    yield made
    qtbot.addWidget(made.window)


def _replace(store: Path) -> None:
    import_rows(store, imported_row(2, "a", "2021-10-11", "A", category="history"))


def _edit(store: Path) -> None:
    edited_copy(store, store.with_name("edited"), "UPDATE event_text SET title = 'Other' WHERE lang = 'en'")
    store.write_bytes(store.with_name("edited").read_bytes())


def _titles(window: MainWindow) -> set[str]:
    return {head.title for head in window.model.matches.heads(window.model.state.query, "en")}


@pytest.mark.parametrize(("change", "title"), [(_replace, "A"), (_edit, "Other")])
def test_a_changed_store_is_shown_anew(program: Program, store: Path, change: object, title: str) -> None:
    """With the same filters, selection and days, in a window of the same size, once the file is left alone."""
    query, size = program.window.model.state.query, program.window.size()
    program.look(3)
    assert len(program.windows) == 1
    assert callable(change)
    change(store)
    program.look(1)
    assert len(program.windows) == 1
    program.look()
    assert len(program.windows) == 2
    assert title in _titles(program.window)
    assert program.said == f"{SAYS} It was opened anew."
    state = program.window.model.state
    assert {name: getattr(state, name) for name in LEFT} == LEFT
    assert (state.query, program.window.size()) == (query, size)
    program.look(3)
    assert len(program.windows) == 2


def test_the_line_goes_with_the_next_thing_that_is_asked(program: Program, store: Path) -> None:
    """It is news only once."""
    _replace(store)
    program.look()
    program.window.model.show_only_category("history")
    assert program.said == ""


def test_a_store_that_cannot_be_opened_is_shown_as_it_was(program: Program, store: Path) -> None:
    """With the reason in the line; when it can be opened again it is."""
    before, shown = store.read_bytes(), _titles(program.window)
    store.unlink()
    program.look()
    assert len(program.windows) == 1
    assert program.said == (
        f"{SAYS} It is shown as it was: {store}: no such file; expected a store made by qtviewer build or import"
    )
    assert _titles(program.window) == shown
    store.write_bytes(before)
    program.look(20)
    assert len(program.windows) == 2


def test_a_question_asked_before_the_file_is_looked_at_opens_it_anew(
    program: Program, store: Path, qtbot: QtBot
) -> None:
    """What the window would show otherwise is of two states."""
    _edit(store)
    with qtbot.captureExceptions() as errors:
        program.window.timeline.viewport().repaint()
        program.window.model.set_visible_range(2_459_000.0, 2_459_900.0)
        program.window.timeline.viewport().repaint()
    for kind, error, trace in errors:
        program.session.report_failure(kind, error, trace)
    qtbot.waitUntil(lambda: program.window is not program.windows[0] or not errors)
    program.look()
    assert program.said == f"{SAYS} It was opened anew."


def test_what_is_being_done_in_a_dialog_is_not_interrupted(program: Program, store: Path, qtbot: QtBot) -> None:
    """The window is replaced when the dialog has been closed."""
    program.window.activateWindow()
    dialog = QDialog(program.window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    _replace(store)
    program.look(4)
    assert len(program.windows) == 1
    dialog.close()
    program.look()
    assert len(program.windows) == 2


def test_the_window_that_was_replaced_is_gone(program: Program, store: Path, qtbot: QtBot) -> None:
    """With its store: a window may be open for weeks, on a store that is written every minute."""
    before, source = program.windows[0], program.window.model.source
    _replace(store)
    program.look()
    qtbot.waitUntil(lambda: not shiboken6.isValid(before))
    with pytest.raises(StoreError, match="closed"):
        source.count(EventQuery())
