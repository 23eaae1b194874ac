"""The field for the text to search for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from qtviewer.ui.guard import guarded


@guarded
class SearchField(QLineEdit):
    """A line edit in which Enter asks for the next hit, and Shift+Enter for the previous one."""

    hit_requested = Signal(int)
    """Emitted with 1 for the next hit and -1 for the previous one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._update_clear_button)

    def _update_clear_button(self, text: str) -> None:
        """Add the clear button only while there is text: its icon is slow to load."""
        self.setClearButtonEnabled(bool(text))
        self.translate_clear_button()

    def translate_clear_button(self) -> None:
        """Give the clear button its accessible name in the window's language."""
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(self.tr("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for a hit on Enter; every other key edits the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.hit_requested.emit(-1 if is_backwards else 1)
        else:
            super().keyPressEvent(event)
