"""What the window remembers from one start to the next."""

import math
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication, QPalette

from qtviewer.ui.look.theme import TEXT_SIZES, THEMES
from qtviewer.ui.view_model import SYSTEM_THEME
from qtviewer.ui.window.main_window import MainWindow

_DARK = 128  # lightness of a window, of 255, below which a system is dark


class Remembered(Protocol):
    """Where values are kept by name."""

    def value(self, key: str) -> Any:
        """The value, or None."""


def open_settings() -> QSettings:
    """The settings of this user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "qtviewer", "qtviewer")


def remembered_state(settings: Remembered, languages: tuple[str, ...]) -> dict[str, Any]:
    """The parts of a `ViewState` that were remembered and still make sense."""
    found = {
        "lang": _text(settings.value("lang"), languages.__contains__),
        "theme": _text(settings.value("theme"), (*THEMES, SYSTEM_THEME).__contains__),
        "mode": _text(settings.value("mode"), ("timeline", "list").__contains__),
        "text_size": _text_size(settings.value("text_size")),
        "selected": _text(settings.value("selected"), bool),
        "reduced_motion": {"true": True, "false": False}.get(str(settings.value("reduced_motion"))),
    }
    return {key: value for key, value in found.items() if value is not None} | _viewport(settings)


def _text(value: Any, is_known: Callable[[str], bool]) -> str | None:
    return value if isinstance(value, str) and is_known(value) else None


def _text_size(value: Any) -> int | None:
    return next((size for size in TEXT_SIZES if str(size) == str(value)), None)


def _viewport(settings: Remembered) -> dict[str, float]:
    try:
        first, last = float(settings.value("first")), float(settings.value("last"))
    except (TypeError, ValueError):
        return {}
    return {"first": first, "last": last} if first < last and math.isfinite(last - first) else {}


def system_theme() -> str:
    """Light or dark as the system's own colours are; asking Qt for its scheme would build all names of `Qt`."""
    return "dark" if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _DARK else "light"


def restore_window(window: MainWindow, settings: QSettings) -> None:
    """Give a window its last size, place and division."""
    for key, restore in (("geometry", window.restoreGeometry), ("splitter", window.splitter.restoreState)):
        value = settings.value(key)
        if isinstance(value, QByteArray):
            restore(value)


def remember_window(window: MainWindow, settings: QSettings) -> None:
    """Keep a window's state for the next start."""
    state = window.model.state
    values = {
        "geometry": window.saveGeometry(),
        "splitter": window.splitter.saveState(),
        "lang": state.lang,
        "theme": state.theme,
        "mode": state.mode,
        "text_size": str(state.text_size),
        "selected": state.selected,
        "reduced_motion": str(state.reduced_motion).lower(),
        "first": state.first,
        "last": state.last,
    }
    for key, value in values.items():
        settings.setValue(key, value)
    settings.sync()
