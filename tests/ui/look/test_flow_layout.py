"""The layout that breaks lines of widgets."""

import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.flow_layout import FlowLayout

sizes = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 60)), max_size=12)


class _Block(QWidget):
    """A widget that wants one size."""

    def __init__(self, size: tuple[int, int]) -> None:
        super().__init__()
        self._wanted = QSize(*size)

    def sizeHint(self) -> QSize:
        """The size it wants."""
        return self._wanted


@given(sizes=sizes, width=st.integers(20, 700), gap=st.integers(0, 20))
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_items_stand_in_order_without_overlap_inside_the_width(
    qtbot: QtBot, sizes: list[tuple[int, int]], width: int, gap: int
) -> None:
    """Each item is beside or below the one before it, in the width, and the height announced holds all of them."""
    holder = QWidget()
    layout = FlowLayout(gap, holder)
    blocks = [_Block(size) for size in sizes]
    for block in blocks:
        layout.addWidget(block)
    height = layout.heightForWidth(width)
    layout.setGeometry(QRect(0, 0, width, height))
    for at, block in enumerate(blocks):
        box = block.geometry()
        assert QRect(0, 0, width, height).contains(box)
        assert box.size() == QSize(min(sizes[at][0], width), sizes[at][1])
        for other in blocks[:at]:
            assert not other.geometry().adjusted(0, 0, gap, 0).intersects(box) or other.geometry().bottom() < box.top()
            assert (other.y(), other.x()) < (block.y(), block.x())
    holder.deleteLater()


def test_a_narrower_line_is_higher(qtbot: QtBot) -> None:
    """Three items of 100 pixels take one line, two lines or three."""
    holder = QWidget()
    layout = FlowLayout(10, holder)
    for _ in range(3):
        layout.addWidget(_Block((100, 30)))
    assert [layout.heightForWidth(width) for width in (320, 319, 210, 209, 50)] == [30, 70, 70, 110, 110]
    assert layout.sizeHint() == QSize(320, 30)


def test_items_can_be_taken_out_again(qtbot: QtBot) -> None:
    """What was added can be counted, found by its place and removed; beyond the ends there is nothing."""
    holder = QWidget()
    layout = FlowLayout(10, holder)
    layout.addWidget(_Block((10, 10)))
    assert layout.count() == 1
    assert layout.itemAt(1) is None
    assert layout.itemAt(-1) is None
    assert layout.takeAt(1) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 0
    assert layout.heightForWidth(100) == 0


def test_what_a_layout_holds_of_its_widgets_ends_with_it(qtbot: QtBot) -> None:
    """Its items are Python's to delete: Qt leaves those that it made itself behind, some with every refreshed page."""
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(8, holder)
    block = _Block((10, 10))
    layout.addWidget(block)
    item = layout.itemAt(0)
    assert item is not None
    assert shiboken6.ownedByPython(item)
    assert block.parent() is holder
    block.setParent(None)
    assert layout.count() == 0
