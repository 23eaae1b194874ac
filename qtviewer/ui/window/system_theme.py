"""The colours of the system, followed while the window is open."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.settings import system_theme


class SystemLook(QObject):
    """Tells a model which theme the system has, whenever that changes: high contrast where it is wanted there.

    Made after the first frame, for which light or dark will do: asking for the contrast takes 50 ms the first time.
    """

    def __init__(self, model: ViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._hints = QGuiApplication.styleHints()  # kept, as what is had of it goes with it
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._tell)
        self._accessibility.contrastPreferenceChanged.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        wants_contrast = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        self._model.change(system_theme="contrast" if wants_contrast else system_theme())
