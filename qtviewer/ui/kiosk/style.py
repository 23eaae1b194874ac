"""The kiosk's style sheet, and its own buttons and labels."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.look.style_sheet import style_sheet
from qtviewer.ui.look.theme import Theme


class HasTheme(Protocol):
    """An object with a theme that may change, such as a model or a window."""

    @property
    def theme(self) -> Theme:
        """The present theme, with fonts in the size that the screen needs."""


def kiosk_style_sheet(theme: Theme, sizes: KioskSizes) -> str:
    """Return the style sheet of the whole window, which includes that of the theme."""
    px = sizes.px
    return f"""
        {style_sheet(theme)}
        #kiosk, #cover {{ background: {theme.ground}; }}
        #bar {{ background: {theme.panel}; border: none; border-top: {px(2)}px solid {theme.line}; }}
        #card {{ background: {theme.panel}; border: {px(2)}px solid {theme.line}; border-radius: {px(28)}px; }}
        QPushButton#main, QPushButton#key, QPushButton#tile {{ background: {theme.ground}; color: {theme.ink};
            border: {px(2)}px solid {theme.line}; border-radius: {px(18)}px; padding: 0 {px(14)}px; }}
        QPushButton#key {{ padding: 0; }}
        QPushButton#tile {{ background: {theme.panel}; text-align: left; padding: 0 {px(24)}px; }}
        QPushButton#main:checked, QPushButton#main:pressed, QPushButton#key:pressed, QPushButton#tile:pressed,
            QPushButton#tile:checked {{ background: {theme.ink}; color: {theme.panel}; border-color: {theme.ink}; }}
        QPushButton#main:disabled, QPushButton#key:disabled {{ color: {theme.muted}; background: {theme.panel}; }}
        #invitation {{ background: {theme.ink}; color: {theme.panel}; border-radius: {px(26)}px; }}
        QScrollBar:vertical {{ width: 0; }}
        QScrollBar:horizontal {{ height: 0; }}
    """


class TouchButton(QPushButton):
    """A button for fingers, which never has the keyboard's focus.

    `kind` decides its style: "main", "key" or "tile".
    """

    def __init__(self, kind: str = "main", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_touch_size(self, least: int, font: QFont) -> None:
        """Set the least width and height in pixels, and the font."""
        self.setFont(font)
        self.setMinimumSize(least, least)

    def show_text(self, text: str) -> None:
        """Show a text as it is: a "&" does not mark a shortcut."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


def plain_label(parent: QWidget, *, name: str = "", wraps: bool = True) -> QLabel:
    """Return a label that shows plain text, never markup; `name` decides its style."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if name:
        label.setObjectName(name)
    return label
