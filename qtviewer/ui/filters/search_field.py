"""Where one types what is searched for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget


class SearchField(QLineEdit):
    """A line that tells when the next hit (1) is wanted, by Enter, or the one before (-1), by Shift and Enter."""

    walked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._offer_clearing)

    def _offer_clearing(self, text: str) -> None:
        """Have a button that clears the line only while there is something to clear: its icon is slow to load."""
        self.setClearButtonEnabled(bool(text))
        self.name_button()

    def name_button(self) -> None:
        """Say in the window's language what the button does."""
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(self.tr("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, leave the rest to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.walked.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
