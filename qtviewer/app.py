"""The one place where store, exchange and window are wired together."""

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from qtviewer.compiled_support import compiled_support
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.nearest import nearest
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource, chronicle_of
from qtviewer.resources import shipped_store
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.density_histogram import initial_range

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from qtviewer.domain.imported import ImportedFile, ImportMode, ImportReport
    from qtviewer.exchange.export import ExportOptions
    from qtviewer.exchange.importing.file import ImportOptions
    from qtviewer.exchange.listing import Listing, Loss, Writer
    from qtviewer.kiosk.config_file import ConfigFile
    from qtviewer.ui.files.exchange_ports import Exchange
    from qtviewer.ui.window.main_window import MainWindow

    Imported = tuple[ImportedFile, ImportReport]

# Commands without a window never import PySide6, so every import of qtviewer.ui stands inside a function.

_MARGIN = 0.03  # of the first stretch that is shown, left free before it
_CARD_ROOM = 8  # margins left free after it for the cards that begin at its end

_KIOSK_LOOK = ("lang", "theme", "text_size")
_KEPT_LOOK = ("lang", "theme", "mode", "text_size", "reduced_motion", "system_theme")

Options = dict[str, Any]
"""Parts of a `ViewState` that the command line sets, by name."""


def open_source(store: Path) -> StoreReader:
    """Open a store for reading."""
    return StoreReader(store)


def view(store: Path, query_for: Callable[[EventSource], EventQuery], options: Options) -> int:
    """Show the window until it is closed; the exit status."""
    gc.disable()  # little of what is made before the first frame is garbage, and looking for it takes 2% of the time
    with compiled_support():
        from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    try:
        window = open_window(application, store, query_for, options)
    except ViewerError as error:
        return _show_failure(application, str(error), options)
    window.model.calendar_loaded.connect(lambda: _collect_garbage_for(window))
    _report_failures_in(window)
    return int(application.exec())


def _collect_garbage_for(window: "MainWindow") -> None:
    """Collect garbage again, now that the window is there."""
    from qtviewer.ui.garbage import GarbageCollector

    GarbageCollector(window)


def open_window(
    application: "QApplication", store: Path, query_for: Callable[[EventSource], EventQuery], options: Options
) -> "MainWindow":
    """Show the window as it was left, with what `options` say otherwise."""
    from qtviewer.ui.view_model import SYSTEM_THEME
    from qtviewer.ui.window.settings import (
        open_settings,
        remember_window,
        remembered_state,
        restore_window,
    )
    from qtviewer.ui.window.system_theme import system_theme

    settings = open_settings()
    source = open_source(store)
    _refuse_unknown(options, source)
    defaults: Options = {"theme": SYSTEM_THEME, "system_theme": system_theme()}
    remembered = remembered_state(settings, source.vocabulary.languages)
    window = make_window(source, query_for(source), defaults | remembered | options)
    restore_window(window, settings)
    application.aboutToQuit.connect(lambda: remember_window(successors[-1] if successors else window, settings))
    window.show()
    return window


def _refuse_unknown(options: Options, source: StoreReader) -> None:
    """ViewerError when a language or an event was asked for that the store does not have."""
    lang, event = options.get("lang"), options.get("selected")
    if lang is not None and lang not in source.vocabulary.languages:
        raise ViewerError(f"language {lang!r} is not in the store; expected {', '.join(source.vocabulary.languages)}")
    if event is not None and source.event(event) is None:
        raise ViewerError(f"event {event!r} is not in the store; {nearest(event, source.ids_near(event))}")


def make_window(source: EventSource, query: EventQuery, options: Options) -> "MainWindow":
    """A window on a source; what `options` leaves open is chosen from the events."""
    from qtviewer.ui.translation import preferred_language
    from qtviewer.ui.view_model import ViewModel, ViewState
    from qtviewer.ui.window.main_window import MainWindow

    parts: Options = {"query": query} | options
    if "lang" not in parts:
        parts["lang"] = preferred_language(source.vocabulary.languages)
    model = ViewModel(source, ViewState(**parts))
    if "first" not in options:
        model.change(**(first_viewport(model.matches, query) or first_viewport(source, EventQuery())))
    if model.head(model.state.selected) is None:
        model.change(selected=model.most_important_in_view())
    return MainWindow(model, _exchange)


def _exchange(window: "MainWindow") -> "Exchange":
    """Exports and imports for a window."""
    from qtviewer.window_exchange import make_exchange

    return make_exchange(export, lambda store: _reopen(window, store))


def _reopen(window: "MainWindow", store: Path) -> None:
    """Show a store in a window of its own in the place of another, which looked as this one will."""
    state = window.model.state
    options = {name: getattr(state, name) for name in _KEPT_LOOK}
    source = open_source(store)
    if state.lang not in source.vocabulary.languages:
        del options["lang"]
    following = make_window(source, EventQuery(), options)
    following.setGeometry(window.geometry())
    following.setWindowState(window.windowState())
    following.show()
    successors[:] = [following]
    following.model.calendar_loaded.connect(lambda: _collect_garbage_for(following))
    _report_failures_in(following)
    window.close()


successors: "list[MainWindow]" = []
"""The window that took the place of the first, which nobody else keeps."""


def first_viewport(source: EventSource, query: EventQuery) -> Options:
    """The stretch of time where most happened."""
    days = source.extent(query) or source.extent(EventQuery())
    if days is None:
        return {}
    first, last = initial_range(source, query, days)
    margin = (last - first) * _MARGIN + 1
    return {"first": first - margin, "last": last + margin * _CARD_ROOM}


def _show_failure(application: "QApplication", message: str, options: Options) -> int:
    from qtviewer.ui.translation import install_translation, preferred_language
    from qtviewer.ui.window.main_window import failure_window

    gc.enable()
    install_translation(options.get("lang") or preferred_language(("en", "zh")))
    print(f"qtviewer: error: {message}", file=sys.stderr)  # noqa: T201 - for those who started it from a terminal
    window = failure_window(message, options.get("theme", "light"))
    window.show()
    application.exec()
    return 1


def _report_failures_in(window: "MainWindow") -> None:
    """Show what nothing else caught in the window instead of ending it."""

    def report(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if not isinstance(error, ViewerError):
            sys.__excepthook__(kind, error, trace)
        window.show_failure(str(error))

    sys.excepthook = report


def snapshot(store: Path, query_for: Callable[[EventSource], EventQuery], options: Options, size: tuple[int, int],
             output: Path) -> None:  # fmt: skip
    """Paint the window to a PNG file, without a display."""
    from qtviewer.printing.offscreen import offscreen_application
    from qtviewer.ui.window.snapshot import save_picture

    source = open_source(store)
    _refuse_unknown(options, source)
    query = query_for(source)
    application = offscreen_application()
    window = make_window(source, query, options)
    save_picture(application, window, size, output)


def kiosk_snapshot(store: Path, query_for: Callable[[EventSource], EventQuery], options: Options,
                   size: tuple[int, int], output: Path) -> None:  # fmt: skip
    """Paint the kiosk's window to a PNG file as a visitor sees it, without a display."""
    from qtviewer.kiosk.config import KioskConfig
    from qtviewer.printing.offscreen import offscreen_application
    from qtviewer.ui.kiosk.kiosk_model import KioskModel, fresh_state
    from qtviewer.ui.kiosk.kiosk_window import KioskWindow
    from qtviewer.ui.window.snapshot import save_picture

    source = open_source(store)
    _refuse_unknown(options, source)
    application = offscreen_application()
    config = KioskConfig(reduced_motion=True, **{key: options[key] for key in _KIOSK_LOOK if key in options})
    state = fresh_state(source, config)._replace(query=query_for(source))
    window = KioskWindow(KioskModel(source, state), config)
    window.touched()
    window.model.show_event(options.get("selected") or state.selected)
    save_picture(application, window, size, output)


def kiosk(file: "ConfigFile") -> int:
    """Run the exhibition's window until staff leave or the night's restart; the exit status."""
    with compiled_support():
        from qtviewer.ui.kiosk.run import run_kiosk

    return run_kiosk(file.config, lambda: open_for_kiosk(file))


def open_for_kiosk(file: "ConfigFile") -> StoreReader:
    """The store of a config; ViewerError with everything that is wrong with either."""
    if found := kiosk_problems(file):
        raise ViewerError("; ".join(found))
    return open_source(file.config.store or shipped_store())


def kiosk_problems(file: "ConfigFile") -> list[str]:
    """Everything that keeps a kiosk closed: mistakes in its config, damage to its store, and where they disagree."""
    from qtviewer.kiosk.config_file import store_mistakes
    from qtviewer.store.checking import damage_problems

    store = file.config.store or shipped_store()
    try:
        found = damage_problems(store)
        with closing(open_source(store)) as source:
            found += store_mistakes(file, source.vocabulary, source.content_hash)
    except ViewerError as error:
        found = [str(error)]
    return [*file.mistakes, *found]


def export(source: StoreReader, target: str, options: "ExportOptions") -> "Sequence[Loss]":
    """Write a list of events to a file or to standard output; what its format could not hold."""
    from qtviewer.exchange.export import export_events
    from qtviewer.exchange.formats import PAINTED

    known = ("", *source.vocabulary.languages, "all")
    if options.lang not in known:
        raise ViewerError(f"language {options.lang!r} is not in the store; expected {', '.join(known[1:])}")
    if Path(target).exists() and Path(target).samefile(source.path):
        raise ViewerError(f"{target}: this is the store itself; expected another file")
    return export_events(source, target, options, {name: _painter(name) for name in PAINTED})


def _painter(file_format: str) -> "Writer":
    """What writes a format that Qt paints; other lists do not load Qt."""

    def write(listing: "Listing", stream: BinaryIO) -> "Sequence[Loss]":
        from qtviewer.printing.painted import PAINTERS

        return PAINTERS[file_format](listing, stream)

    return write


def build(content: Path, store: Path) -> None:
    """Make a store from a folder of content."""
    from qtviewer.exchange.content.toml_content import read_content
    from qtviewer.store.writer import write_store

    write_store(read_content(content), store)


def reindex(store: Path) -> None:
    """Make anew what follows from the events of a store that another program changed."""
    from qtviewer.store.writer import rewrite_derived

    rewrite_derived(store)


def import_file(path: Path, store: Path, mode: "ImportMode", options: "ImportOptions", *, dry_run: bool) -> "Imported":
    """Put the events of a file into a store; the file as it was understood, and what came of it."""
    from qtviewer.exchange.importing.file import open_import
    from qtviewer.store.importing import import_events

    file = open_import(path, options)
    return file, import_events(file, store, mode, dry_run=dry_run)


def problems(path: Path) -> list[str]:
    """Everything that is wrong with a store, or with a folder of content."""
    return _content_problems(path) if path.is_dir() else _store_problems(path)


def _content_problems(folder: Path) -> list[str]:
    from qtviewer.exchange.content.lint import lint
    from qtviewer.exchange.content.places import ContentPlaces
    from qtviewer.exchange.content.toml_content import read_content
    from qtviewer.exchange.content.toml_table import ContentError

    try:
        chronicle = read_content(folder)
    except ContentError as error:
        return list(error.problems)
    return lint(chronicle, ContentPlaces(folder).place)


def _store_problems(store: Path) -> list[str]:
    from qtviewer.exchange.content.lint import lint
    from qtviewer.store.checking import store_problems

    if damage := store_problems(store):
        return damage
    with closing(open_source(store)) as source:
        return lint(chronicle_of(source.vocabulary, source.events(EventQuery())), lambda _finding: (str(store), 0))
