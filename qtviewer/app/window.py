"""Opens the main window in its saved state, replaces it by one on another store, and saves its state."""

import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from qtviewer.app.first_view import select_event_in_view, show_first_view
from qtviewer.app.stores import QueryFor, ViewOptions, damage_of, damage_told, open_source
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.store.opening import StoreChangedError
from qtviewer.store.reader import StoreReader
from qtviewer.ui.garbage_collector import GarbageCollector
from qtviewer.ui.guard import raised_failures, release_frames
from qtviewer.ui.interruptible import ended_by_interruption
from qtviewer.ui.translation import install_translation, preferred_language
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import SYSTEM_THEME, ViewState
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.remembered_views import RememberedView, remembered_view
from qtviewer.ui.window.settings import open_settings, restore_window, save_window, saved_state
from qtviewer.ui.window.system_theme import system_theme

if TYPE_CHECKING:
    from qtviewer.app.store_watcher import StoreWatcher
    from qtviewer.ui.files.exchange_interface import Exchange

_KEPT_APPEARANCE = ("lang", "theme", "mode", "text_size", "reduced_motion", "system_theme")
_KEPT_VIEW = ("selected", "first", "last", "wide_lane")

Reopen = Callable[[MainWindow, Path], None]
"""Replaces a window by one on the store at a path."""


def run_main_window(source: StoreReader, query: EventQuery, options: ViewOptions) -> int:
    """Show the main window on a source until the user closes it, then close the source; return the exit status."""
    application = QApplication(["qtviewer"])  # the name that screen readers tell, however it was started
    session = WindowSession(open_settings())
    GarbageCollector(application, lambda: session.window is not None and not session.window.timeline.is_at_rest)
    sys.excepthook = session.report_failure
    try:
        session.open(source, query, options)
    except ViewerError as error:
        release_frames(error)
        gc.collect()  # what was made of the window would ask the closed store
        return show_failure(str(error), options)
    application.aboutToQuit.connect(session.save)
    with ended_by_interruption():
        return int(application.exec())


class WindowSession:
    """Holds the open window, which is replaced when the user opens another store in it."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        self._store = Path()
        self._failed: MainWindow | None = None
        self._watcher: StoreWatcher | None = None
        self.window: MainWindow | None = None

    def open(self, source: StoreReader, query: EventQuery, options: ViewOptions) -> MainWindow:
        """Show the window in its saved state, with the fields of `options` set; close the source after an error."""
        with ExitStack() as close_on_failure:
            close_on_failure.enter_context(closing(source))
            close_on_failure.enter_context(damage_told(source.path))
            defaults: ViewOptions = {"theme": SYSTEM_THEME, "system_theme": system_theme()}
            remembered = saved_state(self._settings, source.vocabulary.languages)
            left = remembered_view(self._settings, source.path)
            with raised_failures():
                window = make_window(source, query, defaults | remembered | options, self.replace, left)
                restore_window(window, self._settings)
                close_on_failure.callback(shiboken6.delete, window)
                window.make_first_scene()
            close_on_failure.pop_all()
        return self._show(window, source.path)

    def replace(self, window: MainWindow, store: Path) -> None:
        """Show a store as it was left in the place of `window`, with the appearance, size and place of that window."""
        options = {name: getattr(window.model.state, name) for name in _KEPT_APPEARANCE}
        self._replace(window, store, lambda _source: EventQuery(today=window.model.today), options)

    def _replace(self, window: MainWindow, store: Path, query_for: QueryFor, options: ViewOptions) -> MainWindow:
        self.save()
        source = open_source(store)
        with ExitStack() as close_on_failure:
            close_on_failure.enter_context(closing(source))
            if options["lang"] not in source.vocabulary.languages:
                del options["lang"]
            left = remembered_view(self._settings, store)
            with raised_failures():
                successor = make_window(source, query_for(source), options, self.replace, left)
                close_on_failure.callback(shiboken6.delete, successor)
                successor.setGeometry(window.geometry())
                successor.setWindowState(window.windowState())
                successor.make_first_scene()
            close_on_failure.pop_all()
        self._show(successor, store)
        window.close()
        window.destroyed.connect(partial(_close_sources, window.model))
        window.model.setParent(window)  # its timers end with the window
        window.deleteLater()  # it may be what asked for this
        return successor

    def reopen(self) -> bool:
        """Show the store as another program left it, with the same view and filters, and say so in the window.

        Return whether it could be opened; where it cannot be, the window says why and goes on showing what it has.
        """
        if self.window is None:
            return False
        try:
            self._reopen(self.window)
        except ViewerError as error:
            self.window.notice.tell_store_cannot_be_reopened(str(error))
            return False
        return True

    def _reopen(self, window: MainWindow) -> None:
        from qtviewer.domain.query.known_names import without_unknown

        options = {name: getattr(window.model.state, name) for name in (*_KEPT_APPEARANCE, *_KEPT_VIEW)}
        query = window.model.requested_query
        successor = self._replace(window, self._store, lambda source: without_unknown(query, source), options)
        successor.notice.tell_store_was_reopened()

    def _reopen_after_failure(self) -> None:
        """Open the store anew that another program has written into, or say why that cannot be done."""
        if (window := self.window) is None:
            return
        try:
            self._reopen(window)
        except ViewerError as error:
            _print_error(str(error))
            window.show_failure(str(error))

    def save(self) -> None:
        """Save the state of the window in the settings for the next start."""
        if self.window is not None:
            save_window(self.window, self._settings, self._store)

    def report_failure(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show in the window the first error that nothing else caught, and print it; a `sys.excepthook`.

        Of an error that nobody foresaw the traceback is printed, unless the store is damaged. The page waits until Qt
        has done what it is doing: it may be painting what the page replaces.
        """
        window = self.window
        if window is not None and window is not self._failed and isinstance(error, StoreChangedError):
            self._failed = window
            QTimer.singleShot(0, window, self._reopen_after_failure)
        elif window is None or window is not self._failed:
            self._failed = window
            sentence = str(error) if isinstance(error, ViewerError) else damage_of(self._store) if window else ""
            if sentence:
                _print_error(sentence)
            else:
                sys.__excepthook__(kind, error, trace)
            if window is not None:
                QTimer.singleShot(0, window, partial(window.show_failure, sentence or window.describe_fault(error)))
        release_frames(error)

    def _show(self, window: MainWindow, store: Path) -> MainWindow:
        self.window, self._store = window, store
        window.model.lunar_calendar_loaded.connect(partial(_keep_today, window.model))  # after the first frame
        window.model.lunar_calendar_loaded.connect(self._watch_store)
        window.show()
        return window

    def _watch_store(self) -> None:
        from qtviewer.app.store_watcher import StoreWatcher

        if self._watcher is None:
            self._watcher = StoreWatcher(self._shown_source, self.reopen, QApplication.instance())

    def _shown_source(self) -> StoreReader | None:
        source = self.window.model.source if self.window is not None else None
        return source if isinstance(source, StoreReader) else None


def _close_sources(model: ViewModel) -> None:
    """Close the store of a window that is gone, and the matches of its query."""
    for source in {id(source): source for source in (model.matches, model.source)}.values():
        source.close()


def _keep_today(model: ViewModel) -> None:
    from qtviewer.ui.today_timer import TodayTimer

    TodayTimer(model)


def keep_window(_window: MainWindow, _store: Path) -> None:
    """Keep a window open though an import made another store; for windows that are only painted, and for tests."""


def make_window(
    source: EventSource,
    query: EventQuery,
    options: ViewOptions,
    reopen: Reopen = keep_window,
    left: RememberedView | None = None,
) -> MainWindow:
    """Make a window on a source; fields of the `ViewState` that `options` leaves open are chosen from the events.

    `left` is what was in view when the store was left; `show_first_view` says when that is shown.
    """
    parts: ViewOptions = {"query": query} | options
    if "lang" not in parts:
        parts["lang"] = preferred_language(source.vocabulary.languages)
    model = ViewModel(source, ViewState(**parts))
    if "first" in options:
        select_event_in_view(model)
    else:
        show_first_view(model, left)
    return MainWindow(model, lambda window: _make_exchange(window, reopen))


def _make_exchange(window: MainWindow, reopen: Reopen) -> "Exchange":
    """Return the exports and imports of a window; called, and their modules loaded, when its first dialog opens."""
    from qtviewer.app.window_exchange import make_exchange

    return make_exchange(lambda store: reopen(window, store))


def _print_error(message: str) -> None:
    print(f"qtviewer: error: {message}", file=sys.stderr)  # noqa: T201 - for those who started it from a terminal


def show_failure(message: str, options: ViewOptions) -> int:
    """Show an error in a window and on standard error until the user closes the window; return the exit status."""
    from qtviewer.ui.window.failure_window import failure_window

    application = QApplication.instance() or QApplication(["qtviewer"])
    install_translation(options.get("lang") or preferred_language(("en", "zh")))
    _print_error(message)
    window = failure_window(message, options.get("theme", "light"))
    window.show()
    with ended_by_interruption():
        return application.exec() or 1
