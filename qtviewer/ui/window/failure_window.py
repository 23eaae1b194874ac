"""A window that takes the place of the main window when the events cannot be shown."""

from PySide6.QtWidgets import QApplication, QMainWindow

from qtviewer.ui.look.message_page import MessagePage
from qtviewer.ui.look.style_sheet import palette, style_sheet
from qtviewer.ui.look.theme import THEMES
from qtviewer.ui.window.failure_sentence import failure_sentence


def failure_window(message: str, theme_name: str) -> QMainWindow:
    """Return a window with a message that says why there is nothing to show; it is not shown yet."""
    theme = THEMES[theme_name]
    window = QMainWindow()
    QApplication.setFont(theme.font(17))
    window.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme))
    heading = QApplication.translate("MainWindow", "The events cannot be shown")
    window.setCentralWidget(MessagePage(heading, failure_sentence(message), theme, window))
    window.setWindowTitle("qtviewer")
    window.resize(960, 540)
    return window
