"""The detail pane can be narrow, folded away and unfolded, by mouse and by key."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from qtviewer.domain.event import Chronicle, EventText, Figure, FigureText
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.view_state import Cluster
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.ui.window.test_main_window import cut_texts, leaving_their_parent, overlapping
from tests.ui.windows import OpenWindow, press, settle

LEAST = 320
LONG = "Donaudampfschifffahrtsgesellschaft"


def pane_width(window: MainWindow) -> int:
    """The width of the detail pane in pixels, 0 while it is folded away."""
    return window.splitter.sizes()[1]


def drag_handle(window: MainWindow, pixels: int) -> None:
    """Drag the line beside the pane to the right, or with pixels below 0 to the left."""
    handle = window.splitter.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(pixels, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(pixels, 0))
    settle()


def wide_words() -> Chronicle:
    """An event with words of 34 letters in title, texts, figures and names, and others before and after it."""
    event = sample_event("wide", "2021-06-28", LONG, thread="metro", tags=("xiasha", "li-ming"))
    figures = tuple(
        Figure(number, {lang: FigureText(f"{number:,.0f}", unit, label) for lang in ("zh", "en")})
        for number, unit, label in ((121_823.0, "billion yuan", LONG), (3.0, "条", "区内可换乘的地铁线"))
    )
    texts = {lang: EventText(LONG, f"**{LONG}** und {LONG}.", f"{LONG}\n\n- {LONG}", LONG) for lang in ("zh", "en")}
    return SAMPLE._replace(events=(event._replace(texts=texts, figures=figures), *SAMPLE_EVENTS))


def cut_words(pane: QWidget) -> list[str]:
    """Texts of the pane with a word for which a line is too narrow; texts with marked hits are left to the eye."""
    cut = []
    for label in pane.findChildren(QLabel):
        if label.isVisible() and label.textFormat() is not Qt.TextFormat.RichText:
            room, plain = label.contentsRect(), label.text().replace("**", "")
            needed = QFontMetrics(label.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, plain)
            cut += [label.text()] if needed.width() > room.width() else []
    return cut


@pytest.mark.parametrize("text_size", [100, 125, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("search", ["", "地铁"])
def test_nothing_is_cut_in_the_narrowest_pane(open_window: OpenWindow, lang: str, search: str, text_size: int) -> None:
    """Titles, texts, figures, names, links and buttons wrap, long words too; lists and the introduction as well."""
    query = EventQuery(search=search)
    window = open_window(
        lang, size=(1280, 900), chronicle=wide_words(), text_size=text_size, selected="wide", query=query
    )
    window.splitter.setSizes([5_000, LEAST])
    settle()
    assert pane_width(window) == LEAST
    for state in ({"selected": "wide"}, {"selected": ""}, {"cluster": Cluster("milestone", (0, 3_000_000), 3)}):
        window.model.change(**state)
        settle()
        assert overlapping(window) == []
        assert leaving_their_parent(window) == []
        assert cut_texts(window) == []
        assert cut_words(window.detail) == []


def test_figures_are_one_below_the_other_where_two_have_no_room(open_window: OpenWindow) -> None:
    """In the narrowest pane with the largest text; side by side in a wide one."""
    events = [event for event in wide_words().events if event.id == "wide"]
    short = events[0].figures[1]
    chronicle = SAMPLE._replace(events=(events[0]._replace(figures=(short, short)),))
    columns = []
    for text_size, width in ((160, LEAST), (100, LEAST), (160, 600)):
        window = open_window(size=(1280, 900), chronicle=chronicle, text_size=text_size, selected="wide")
        window.splitter.setSizes([5_000, width])
        settle()
        tiles = [tile for tile in window.detail.findChildren(QWidget) if tile.objectName() == "tile"]
        columns.append(len({tile.x() for tile in tiles}))
    assert columns == [1, 2, 2]


def test_f9_folds_the_pane_away_and_shows_it_again(open_window: OpenWindow) -> None:
    """With the width it had; the events get its room, the keys go to the timeline."""
    window = open_window(size=(1280, 800))
    window.splitter.setSizes([5_000, 450])
    before = window.timeline.width()
    window.detail.scroll_area.setFocus()
    press(window, Qt.Key.Key_F9)
    settle()
    assert pane_width(window) == 0
    assert window.timeline.width() == before + 450
    assert window.timeline.hasFocus()
    press(window, Qt.Key.Key_F9)
    settle()
    assert (pane_width(window), window.timeline.width()) == (450, before)


def test_a_click_on_the_line_does_the_same(open_window: OpenWindow) -> None:
    """Dragged to the edge of the window it folds the pane away, too, and dragged back it shows the pane."""
    window = open_window(size=(1280, 800))
    widths = [pane_width(window)]
    for pixels in (0, 0, 390, -400, 30):
        drag_handle(window, pixels)
        widths.append(pane_width(window))
    assert widths == [400, 0, 400, 0, 400, 370]


def test_a_folded_pane_is_nowhere_on_the_way_of_the_keyboard(open_window: OpenWindow) -> None:
    """Tab leads through all the rest and back; unfolded, the pane is on the way again."""
    window = open_window(size=(1280, 800), selected="metro-opens")
    for is_folded in (True, False):
        press(window, Qt.Key.Key_F9)
        settle()
        window.timeline.setFocus()
        passed: list[QWidget | None] = []
        while QApplication.focusWidget() not in passed:
            passed.append(QApplication.focusWidget())
            press(window, Qt.Key.Key_Tab)
        in_pane = [widget for widget in passed if widget is not None and window.detail.isAncestorOf(widget)]
        assert bool(in_pane) is not is_folded
        assert any(isinstance(widget, LinkButton) for widget in in_pane) is not is_folded


@pytest.mark.parametrize(
    ("lang", "tips"),
    [
        ("zh", ["收起详情栏（F9）", "展开详情栏（F9）"]),
        ("en", ["Fold the details away (F9)", "Show the details (F9)"]),
    ],
)
def test_the_line_says_what_a_click_does(open_window: OpenWindow, lang: str, tips: list[str]) -> None:
    """And with which key that can be done."""
    window = open_window(lang, size=(1280, 800))
    handle: Any = window.splitter.handle(1)
    told = []
    for _ in range(2):
        QTest.mouseMove(handle)
        told.append(handle.click_hint())
        press(window, Qt.Key.Key_F9)
    assert told == tips
