"""Painting without the names of `Qt` gives what painting with them gives."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainterPath, QPen
from PySide6.QtWidgets import QLabel, QScrollArea, QStylePainter, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look import painting
from qtviewer.ui.look.theme import LIGHT

BOX = QRectF(7.25, 5, 120.5, 50.5)
INK = QColor("#B3261E")


@pytest.fixture
def picture(qtbot: QtBot) -> Callable[[Callable[[QStylePainter], Any]], QImage]:
    """What a function paints."""
    widget = QWidget()
    qtbot.addWidget(widget)

    def paint(use: Callable[[QStylePainter], Any]) -> QImage:
        image = QImage(160, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QStylePainter(image, widget)
        painter.setFont(LIGHT.font(17))
        use(painter)
        painter.end()
        return image

    return paint


Picture = Callable[[Callable[[QStylePainter], Any]], QImage]


@pytest.mark.parametrize(
    ("flags", "of_qt"),
    [
        (painting.MIDDLE, Qt.AlignmentFlag.AlignVCenter),
        (painting.TOP | painting.LEFT, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft),
        (painting.TOP | painting.WRAPPED, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
    ],
)
@pytest.mark.parametrize("text", ["地铁8号线", "Metro Line 8 & more of it"])
def test_a_text_is_written_where_qt_writes_it(picture: Picture, flags: int, of_qt: Any, text: str) -> None:
    """Also into boxes that do not begin or end at a whole pixel."""

    def with_qt(painter: QStylePainter) -> None:
        painter.setPen(INK)
        painter.drawText(BOX, int(of_qt), text)

    expected = picture(with_qt)
    assert picture(lambda painter: painting.write(painter, BOX, text, INK, flags)) == expected
    assert expected != picture(lambda _painter: None)


def test_writing_leaves_the_painter_where_it_was(picture: Picture) -> None:
    """What is painted afterwards is where it would have been."""
    mark = QRectF(3, 3, 20, 20)

    def both(painter: QStylePainter) -> None:
        painting.write(painter, BOX, " ", INK)
        painting.fill_box(painter, mark, INK)

    assert picture(both) == picture(lambda painter: painting.fill_box(painter, mark, INK))


def test_lines_and_grounds_are_those_of_qt(picture: Picture) -> None:
    """One colour fills, pens have their widths, and dashes are those of Qt's own dashed pen."""
    path = QPainterPath()
    path.addRoundedRect(BOX, 6, 6)

    def with_qt(painter: QStylePainter) -> None:
        painter.fillRect(QRectF(0, 0, 40, 40), INK)
        painter.fillPath(path, QBrush(QColor("#0E6E83")))
        painter.strokePath(path, QPen(INK, 2, Qt.PenStyle.DashLine))

    def without(painter: QStylePainter) -> None:
        painting.fill_box(painter, QRectF(0, 0, 40, 40), INK)
        painter.fillPath(path, painting.solid(QColor("#0E6E83")))
        painter.strokePath(path, painting.line(INK, 2, painting.DASHES))

    assert picture(without) == picture(with_qt)


def test_properties_are_those_that_their_names_say(qtbot: QtBot) -> None:
    """Each number stands for the value of Qt that its name says."""
    label, area = QLabel(), QScrollArea()
    for widget in (label, area):
        qtbot.addWidget(widget)
    painting.set_up(label, painting.MARKDOWN, painting.SELECTABLE, painting.FOCUS_BY_TAB)
    painting.set_up(area, painting.NO_SIDE_SCROLLING)
    assert label.textFormat() == Qt.TextFormat.MarkdownText
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    painting.set_up(label, painting.PLAIN_TEXT)
    assert label.textFormat() == Qt.TextFormat.PlainText


WITHOUT_NAMES = """
import enum, sys
made = []
make = enum.EnumType.__new__
def remember(metaclass, name, *arguments, **options):
    made.append(name)
    return make(metaclass, name, *arguments, **options)
enum.EnumType.__new__ = remember
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QStylePainter
from qtviewer.ui.look import painting
application = QApplication(sys.argv)
label, pixmap, path = QLabel(), QPixmap(50, 50), QPainterPath()
painting.set_up(label, painting.PLAIN_TEXT, painting.SELECTABLE)
painter = QStylePainter(pixmap, label)
painting.write(painter, QRectF(0, 0, 9, 9), "x", QColor("red"))
painting.fill_box(painter, QRectF(0, 0, 9, 9), QColor("red"))
painter.fillPath(path, painting.solid(QColor("red")))
painter.strokePath(path, painting.line(QColor("red"), 2, painting.DASHES))
painter.end()
assert "PenStyle" not in made and "GlobalColor" not in made
from PySide6.QtCore import Qt
assert "PenStyle" in made
"""


def test_none_of_it_makes_pyside_build_the_names_of_qt() -> None:
    """They are built when somebody names them, and not before."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", WITHOUT_NAMES], env=environment, check=True, timeout=60)  # noqa: S603 - ours
