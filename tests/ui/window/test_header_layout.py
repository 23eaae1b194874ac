"""The header takes as many lines as its width asks for."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from qtviewer.ui.window.header import Header
from tests.ui.windows import OpenWindow, rectangle_in, settle


def parts(header: Header) -> list[QWidget]:
    """What can be seen of a header, in its order."""
    layout = header.layout()
    assert layout is not None
    items = [layout.itemAt(at) for at in range(layout.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget for widget in widgets if widget is not None and widget.isVisible() and widget.width()]


@pytest.mark.parametrize(("lang", "text_size", "width"), [("en", 100, 1024), ("en", 160, 1280), ("zh", 100, 800)])
def test_a_window_can_be_narrow(open_window: OpenWindow, lang: str, text_size: int, width: int) -> None:
    """In two lines, of which the second begins with the search and ends at the edge."""
    window = open_window(lang, size=(width, 800), text_size=text_size)
    settle()
    assert window.width() == width
    shown = parts(window.header)
    search = window.header.search_field
    assert shown[0].geometry().bottom() < search.y()
    assert search.x() == shown[0].x() == width - shown[-1].geometry().right() - 1
    assert search.geometry().center().y() == pytest.approx(shown[-1].geometry().center().y(), abs=1)


@pytest.mark.parametrize(("lang", "width"), [("zh", 1280), ("en", 1600)])
def test_a_wide_window_has_one_line(open_window: OpenWindow, lang: str, width: int) -> None:
    """With the subtitle, and a search field that is no longer than it need be."""
    window = open_window(lang, size=(width, 800))
    settle()
    middles = [widget.geometry().center().y() for widget in parts(window.header)]
    assert max(middles) - min(middles) <= 1
    assert len(parts(window.header)) == 15
    assert window.header.search_field.width() <= 420


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text_size", [100, 160])
def test_whatever_the_width_nothing_overlaps(open_window: OpenWindow, lang: str, text_size: int) -> None:
    """Each control is beside or below the one before it, within the header."""
    header = open_window(lang, text_size=text_size).header
    layout, heights = header.layout(), []
    assert layout is not None
    for width in range(layout.minimumSize().width(), 2000, 41):
        heights.append(layout.heightForWidth(width))
        layout.setGeometry(QRect(0, 0, width, heights[-1]))
        boxes = [widget.geometry() for widget in parts(header)]
        assert all(QRect(0, 0, width, heights[-1]).contains(box) for box in boxes)
        for before, after in pairwise(boxes):
            assert before.right() < after.left() or before.bottom() < after.top()
    assert heights[-1] == min(heights) < max(heights)


def test_the_button_of_the_calendar_stays_beside_that_of_the_festival(open_window: OpenWindow) -> None:
    """At no width does the second stand in another line."""
    header = open_window("en").header
    layout = header.layout()
    assert layout is not None
    for width in range(layout.minimumSize().width(), 1200, 7):
        layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
        assert header.calendar_button.x() - header.festival_button.geometry().right() == 3
        assert header.calendar_button.y() == header.festival_button.y()


def test_a_longer_text_moves_the_others(open_window: OpenWindow) -> None:
    """A switch of the language at run time arranges the header anew."""
    window = open_window("zh", size=(1100, 800))
    settle()
    before = rectangle_in(window, window.header).height()
    window.model.change(lang="en", text_size=125)
    settle()
    assert rectangle_in(window, window.header).height() > before
