"""The look of a kiosk's own widgets."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.look.painting import PLAIN_TEXT, set_up
from qtviewer.ui.look.theme import Theme, style_sheet


class HasTheme(Protocol):
    """Whatever has a theme, which may change."""

    @property
    def theme(self) -> Theme:
        """The theme, with type as large as the screen asks for."""


def kiosk_style_sheet(theme: Theme, sizes: KioskSizes) -> str:
    """The window's style sheet, and that of large buttons."""
    m = sizes.px
    return f"""
        {style_sheet(theme)}
        #kiosk, #cover {{ background: {theme.ground}; }}
        #bar {{ background: {theme.panel}; border: none; border-top: {m(2)}px solid {theme.line}; }}
        #card {{ background: {theme.panel}; border: {m(2)}px solid {theme.line}; border-radius: {m(28)}px; }}
        QPushButton#main, QPushButton#key, QPushButton#tile {{ background: {theme.ground}; color: {theme.ink};
            border: {m(2)}px solid {theme.line}; border-radius: {m(18)}px; padding: 0 {m(14)}px; }}
        QPushButton#key {{ padding: 0; }}
        QPushButton#tile {{ background: {theme.panel}; text-align: left; padding: 0 {m(24)}px; }}
        QPushButton#main:checked, QPushButton#main:pressed, QPushButton#key:pressed, QPushButton#tile:pressed,
            QPushButton#tile:checked {{ background: {theme.ink}; color: {theme.panel}; border-color: {theme.ink}; }}
        QPushButton#main:disabled, QPushButton#key:disabled {{ color: {theme.muted}; background: {theme.panel}; }}
        #invitation {{ background: {theme.ink}; color: {theme.panel}; border-radius: {m(26)}px; }}
        QScrollBar:vertical {{ width: 0; }}
        QScrollBar:horizontal {{ height: 0; }}
    """


class TouchButton(QPushButton):
    """A button for fingers: at least as large as they need, and without the keyboard's focus."""

    def __init__(self, kind: str = "main", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_touch_size(self, least: int, font: QFont) -> None:
        """Take on a least width and height, and a font."""
        self.setFont(font)
        self.setMinimumSize(least, least)

    def say(self, text: str) -> None:
        """Show a text as it is: a "&" is no mark of a shortcut."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


def plain_label(parent: QWidget, *, name: str = "", wraps: bool = True) -> QLabel:
    """A label whose text is text and nothing else."""
    label = QLabel(parent)
    set_up(label, PLAIN_TEXT)
    label.setWordWrap(wraps)
    if name:
        label.setObjectName(name)
    return label
