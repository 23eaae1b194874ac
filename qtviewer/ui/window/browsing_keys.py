"""The keys and mouse buttons that go back and forward."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.window.browsing_history import BrowsingHistory


@guarded
class BrowsingKeys(QObject):
    """Handles Alt with an arrow key, the keys Back and Forward, and the mouse buttons four and five in a window."""

    def __init__(self, browsing: BrowsingHistory, window: QWidget) -> None:
        super().__init__(window)
        self._buttons = {
            Qt.MouseButton.BackButton: browsing.go_back,
            Qt.MouseButton.ForwardButton: browsing.go_forward,
        }
        for keys, action in (
            (("Alt+Left", Qt.Key.Key_Back), browsing.go_back),
            (("Alt+Right", Qt.Key.Key_Forward), browsing.go_forward),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), window).activated.connect(action)
        handle = window.windowHandle()
        if handle is not None:  # the window is shown on a screen
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Handle the mouse buttons before the widget under the pointer does."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            action = self._buttons.get(event.button())
            if action is not None:
                action()
                return True
        return False
