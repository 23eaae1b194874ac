"""A layout of one line, or of several where the room is narrow, that tells its height before it has a place."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.one_or_two_lines import OneOrTwoLines

LEAST_WIDTH = 200


@pytest.mark.parametrize("width", [150, 199, 200, 300])
def test_what_stands_around_it_knows_its_height(qtbot: QtBot, width: int) -> None:
    """Below the least width the buttons stand below each other, and another widget has exactly the rest."""
    window, bar, rest = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    line = OneOrTwoLines(lambda: LEAST_WIDTH)
    bar.setLayout(line)
    one, other = QPushButton("1"), QPushButton("2")
    line.addWidget(one)
    line.addWidget(other)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rest, 1)
    column.addWidget(bar)
    window.resize(width, 400)
    window.show()
    height = one.sizeHint().height()
    needed = height if width >= LEAST_WIDTH else 2 * height + line.spacing()
    assert (one.y() == other.y()) == (width >= LEAST_WIDTH)
    assert (bar.height(), rest.height()) == (needed, 400 - needed)
