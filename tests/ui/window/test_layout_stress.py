"""With every word twice as long and the largest text, too, nothing is cut and nothing covers anything else."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.look.buttons import AdaptiveTextButton
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.window.longer_words import LongerTranslation
from tests.ui.window.test_main_window import cut_texts, leaving_their_parent, overlapping
from tests.ui.windows import OpenWindow, settle

SIZES = ((1280, 800), (1920, 1080))
METRO = EventQuery(search="metro", min_importance=3)


@pytest.fixture(autouse=True)
def _longer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The window's own words, twice."""
    translation = LongerTranslation()
    monkeypatch.setattr("qtviewer.ui.window.main_window.install_translation", translation.install)
    yield
    translation.remove()


def narrow_boxes(window: QWidget) -> list[str]:
    """Boxes of choices with less room than their longest choice needs."""
    boxes = [box for box in window.findChildren(QComboBox) if box.isVisible()]
    return [box.accessibleName() for box in boxes if box.width() < box.sizeHint().width()]


def unexplained(window: QWidget) -> list[str]:
    """Buttons that shorten their texts and have no tip that says the whole."""
    buttons = [button for button in window.findChildren(AdaptiveTextButton) if button.isVisible()]
    return [button.text() for button in buttons if not button.toolTip()]


def check(window: MainWindow, size: tuple[int, int]) -> None:
    """The window has its size, and all in it has its room."""
    settle()
    assert (window.width(), window.height()) == size
    assert overlapping(window) == []
    assert leaving_their_parent(window) == []
    assert cut_texts(window) == []
    assert narrow_boxes(window) == unexplained(window) == []


@pytest.mark.parametrize("shown", [(SIZES[0], 100), (SIZES[0], 160), (SIZES[1], 100), (SIZES[1], 160)], ids=str)
@pytest.mark.parametrize("mode", ["timeline", "list"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_words_twice_as_long_have_their_room(
    open_window: OpenWindow, qtbot: QtBot, lang: str, mode: str, shown: tuple[tuple[int, int], int]
) -> None:
    """Header, chips, query, pane, list and filters keep to the window's size, and every text is whole."""
    size, text_size = shown
    window = open_window(lang, size=size, query=METRO, text_size=text_size, mode=mode)
    today = {"zh": "今天 今天", "en": "Today Today"}[lang]
    assert today in [button.text() for button in window.header.findChildren(QPushButton)]
    check(window, size)
    window.filters.set_panel_open(True)
    qtbot.waitUntil(lambda: not window.filters.is_busy and not window.is_busy)
    check(window, size)
