"""Save the state of the window in the user's settings, and read it at the next start."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QSplitter

from qtviewer.ui.look.theme import TEXT_SIZES, THEMES
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import SYSTEM_THEME
from qtviewer.ui.window.remembered_views import ReadableSettings, RememberedView, remember_view

_NAME: Final = "qtviewer"


class RestorableWindow(Protocol):
    """The parts of a window that are saved and restored."""

    @property
    def model(self) -> ViewModel:
        """The state that the window shows."""

    @property
    def splitter(self) -> QSplitter:
        """The line between the events and the detail pane."""

    def screen(self) -> QScreen:
        """Return the screen that the window is on, or will be."""

    def size(self) -> QSize:
        """Return the size of the window without its frame."""

    def resize(self, size: QSize, /) -> None:
        """Set the size of the window without its frame."""

    def saveGeometry(self) -> QByteArray:  # noqa: N802 - Qt's name
        """Return size and position of the window as Qt encodes them."""

    def restoreGeometry(self, geometry: QByteArray | bytes | bytearray | memoryview, /) -> bool:  # noqa: N802 - Qt's name
        """Set size and position from what `saveGeometry` returned; return whether it was valid."""


def open_settings() -> QSettings:
    """Return the settings of this user, which Qt stores in an INI file.

    What stands in the place of that file, or of Qt's lock beside it, and is none, is put aside: Qt would wait for it.
    """
    try:
        put_aside_damage(Path(_settings_of("folder").fileName()).parent)
    except OSError:
        return QSettings(str(Path(os.devnull, "settings.ini")), QSettings.Format.IniFormat)  # which remember nothing
    return _settings_of(_NAME)


def put_aside_damage(folder: Path) -> None:
    """Rename what is no settings file, or no lock of one, in the folder of the settings; OSError if it cannot be."""
    file = folder / f"{_NAME}.ini"
    lock = file.with_name(f"{file.name}.lock")
    for path, is_sound in ((file, _is_file), (lock, _is_lock)):
        if os.path.lexists(path) and not is_sound(path):
            path.replace(path.with_name(f"{path.name}.damaged-{os.getpid()}"))


def _settings_of(name: str) -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _NAME, name)


def _is_file(path: Path) -> bool:
    """Return whether reading a file ends, or fails at once: a pipe would be waited for, a device read for ever."""
    return path.is_file() or not path.exists()


def _is_lock(path: Path) -> bool:
    """Return whether a file names, in its first line, the process that made it."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.readline(20).strip().isdigit()


def saved_state(settings: ReadableSettings, languages: tuple[str, ...]) -> dict[str, Any]:
    """Return the valid fields of a `ViewState` that are the same for all stores, by name; others are left out.

    `languages` are the languages of the store.
    """
    found = {
        "lang": _text(settings.value("lang"), languages.__contains__),
        "theme": _text(settings.value("theme"), (*THEMES, SYSTEM_THEME).__contains__),
        "mode": _text(settings.value("mode"), ("timeline", "list").__contains__),
        "text_size": _text_size(settings.value("text_size")),
        "reduced_motion": {"true": True, "false": False}.get(str(settings.value("reduced_motion"))),
    }
    return {key: value for key, value in found.items() if value is not None}


def _text(value: Any, is_known: Callable[[str], bool]) -> str | None:
    return value if isinstance(value, str) and is_known(value) else None


def _text_size(value: Any) -> int | None:
    return next((size for size in TEXT_SIZES if str(size) == str(value)), None)


def restore_window(window: RestorableWindow, settings: QSettings) -> None:
    """Restore the size, position and division of a window; invalid values are ignored.

    A window that was never left is made no larger than its screen.
    """
    window.resize(window.size().boundedTo(window.screen().availableSize()))
    for key, restore in (("geometry", window.restoreGeometry), ("splitter", window.splitter.restoreState)):
        value = settings.value(key)
        if isinstance(value, QByteArray):
            restore(value)


def save_window(window: RestorableWindow, settings: QSettings, store: Path) -> None:
    """Write the geometry and the state of a window on a store to the settings."""
    state = window.model.state
    values = {
        "geometry": window.saveGeometry(),
        "splitter": window.splitter.saveState(),
        "lang": state.lang,
        "theme": state.theme,
        "mode": state.mode,
        "text_size": str(state.text_size),
        "reduced_motion": str(state.reduced_motion).lower(),
    }
    for key, value in values.items():
        settings.setValue(key, value)
    remember_view(settings, store, RememberedView(state.first, state.last, state.selected))
    settings.sync()
