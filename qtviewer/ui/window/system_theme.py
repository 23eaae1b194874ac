"""The theme that matches the system's colours, at the start and while the window is open."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from qtviewer.ui.view_model import ViewModel

_DARK_BELOW = 128  # lightness of a window's background, of 255, below which a system counts as dark


def system_theme() -> str:
    """Return "dark" or "light" as the system's colour scheme, or its palette where the scheme is unknown to Qt."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        lightness = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness()
        return "dark" if lightness < _DARK_BELOW else "light"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


class SystemThemeObserver(QObject):
    """Sets the model's `system_theme` whenever the system changes it, also to "contrast" where the system asks for it.

    Made after the first frame, for which light or dark is enough: the first query for the contrast takes 50 ms.
    """

    def __init__(self, model: ViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._hints = QGuiApplication.styleHints()  # kept, as its accessibility object is deleted with it
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._update_model)
        self._accessibility.contrastPreferenceChanged.connect(self._update_model)
        self._update_model()

    def _update_model(self) -> None:
        wants_contrast = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        self._model.change(system_theme="contrast" if wants_contrast else system_theme())
