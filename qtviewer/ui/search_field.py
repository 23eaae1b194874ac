"""Where one types what is searched for."""

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """A line that tells when the next hit (1) is wanted, by Enter, or the one before (-1), by Shift and Enter."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, leave the rest to the line."""
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            back = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self.walked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
