"""A widget to put others into."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.style_sheet import style_sheet
from qtviewer.ui.look.theme import themed


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """A widget dressed as the window is."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(themed("light", "en")))
    widget.resize(800, 600)
    return widget
