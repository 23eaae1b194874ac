"""A text that scrolls above buttons: it fades where it goes on, and in a low window the buttons scroll along."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import OpenWindow, Rest, settle

SIZE = (1280, 800)
LOW = (1280, 480)


def foot_of(window: MainWindow) -> QRect:
    """Where the buttons below the text are, in the window."""
    button = window.browsing_bar.copy_link
    return QRect(button.mapTo(window, button.rect().topLeft()), button.size())


def sight_of(window: MainWindow) -> QRect:
    """Where what scrolls can be seen, in the window."""
    sight: QWidget = window.detail.scroll_area.viewport()
    return QRect(sight.mapTo(window, sight.rect().topLeft()), sight.size())


def lowest_ink(window: MainWindow) -> int:
    """How much the darkest of the last pixels in sight differs from the ground, of 255."""
    sight, picture = sight_of(window), window.grab().toImage()
    row = [picture.pixelColor(x, sight.bottom()).lightness() for x in range(sight.left(), sight.right())]
    return max(row) - min(row)


def test_a_text_that_goes_on_fades_and_its_end_does_not(open_window: OpenWindow, rest: Rest) -> None:
    """The last line of pixels is the ground's while there is more below; at the end nothing lies over the text."""
    window = open_window("zh", size=SIZE, text_size=160, selected="metro-line-8-opens")
    rest(window)
    bar = window.detail.scroll_area.verticalScrollBar()
    assert bar.maximum() > 100
    for value in range(0, 100, 7):
        bar.setValue(value)
        assert lowest_ink(window) < 12
    bar.setValue(bar.maximum())
    shown, button = window.grab().toImage(), foot_of(window)
    middle = [shown.pixelColor(x, button.center().y()).lightness() for x in range(button.left(), button.right())]
    assert max(middle) - min(middle) > 100


def test_buttons_stay_in_sight_where_there_is_room(open_window: OpenWindow, rest: Rest) -> None:
    """They are below the text in a high window, behind it in a low one, and back when there is room again."""
    window = open_window("zh", size=SIZE, selected="metro-line-8-opens")
    rest(window)
    assert foot_of(window).top() > sight_of(window).bottom()
    before = sight_of(window).height()
    window.resize(*LOW)
    settle()
    assert sight_of(window).height() > before - (SIZE[1] - LOW[1])
    window.detail.scroll_area.ensureWidgetVisible(window.browsing_bar.copy_link)
    assert sight_of(window).contains(foot_of(window))
    window.resize(*SIZE)
    settle()
    assert foot_of(window).top() > sight_of(window).bottom()


def test_another_event_is_read_from_its_beginning(open_window: OpenWindow, rest: Rest) -> None:
    """Wherever the last one was scrolled to."""
    window = open_window("zh", size=LOW, selected="metro-line-8-opens")
    rest(window)
    bar = window.detail.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    window.model.select("transport-projects-2021")
    rest(window)
    assert bar.value() == 0
