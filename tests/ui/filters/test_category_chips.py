"""The chips: a click switches a category, a double click shows only it, and each counts its events."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import OpenWindow, Rest, chip_of, click, double_click, lanes_of, matching, words_of


def active(window: MainWindow) -> set[str]:
    """The categories whose chips are checked."""
    return {key for key in window.model.source.vocabulary.categories if chip_of(window, key).isChecked()}


def test_a_click_switches_a_category_off_and_on(open_window: OpenWindow) -> None:
    """Chip, lanes and events follow each click."""
    window = open_window()
    everything = set(window.model.source.vocabulary.categories)
    click(chip_of(window, "milestone"))
    assert active(window) == window.model.active_categories() == everything - {"milestone"}
    assert "milestone" not in {head.category for head in matching(window)}
    click(chip_of(window, "milestone"))
    assert active(window) == everything
    assert window.model.state.query == EventQuery()


def test_a_double_click_shows_only_one_category_and_another_one_all(open_window: OpenWindow) -> None:
    """Two quick clicks leave one category, whether it was on or off; on the only one they bring all back."""
    window = open_window()
    everything = set(window.model.source.vocabulary.categories)
    double_click(chip_of(window, "outreach"))
    assert active(window) == {"outreach"}
    double_click(chip_of(window, "milestone"))
    assert active(window) == {"milestone"}
    double_click(chip_of(window, "milestone"))
    assert active(window) == everything
    assert window.model.state.query == EventQuery()


def test_other_buttons_switch_nothing(open_window: OpenWindow) -> None:
    """Right and middle button leave the categories as they are, clicked once or twice."""
    window = open_window()
    chip = chip_of(window, "milestone")
    place = chip.mapTo(window, chip.rect().center())
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(window.windowHandle(), button, pos=place)
        QTest.mouseDClick(window.windowHandle(), button, pos=place)
    assert window.model.state.query == EventQuery()


def test_the_space_bar_switches_the_chip_that_has_the_focus(open_window: OpenWindow) -> None:
    """Chips can be reached and switched without a pointer."""
    window = open_window()
    chip_of(window, "milestone").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    assert "milestone" not in active(window)
    assert chip_of(window, "milestone").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_counts_follow_the_search_but_not_the_categories(
    open_window: OpenWindow, rest: Rest, shipped: StoreReader
) -> None:
    """A chip says how many events a click on it would bring back, and says so to those who listen, too."""
    window = open_window("en")
    double_click(chip_of(window, "asian-games"))
    window.model.search("亚运")
    rest(window)
    counts = shipped.count_by(EventQuery(search="亚运"), "category")
    assert sum(counts.values()) > counts["asian-games"] > 0
    for key, category in shipped.vocabulary.categories.items():
        assert chip_of(window, key).accessibleName() == f"{category.names['en']} {counts.get(key, 0)}"


def test_with_all_switched_off_the_window_says_so(open_window: OpenWindow) -> None:
    """No lane and no event is left; instead of the last event or nothing, the pane says what to do."""
    for lang, message in (("zh", "没有符合的事件。"), ("en", "No event matches.")):
        window = open_window(lang)
        assert window.model.state.selected
        for key in window.model.source.vocabulary.categories:
            click(chip_of(window, key))
        assert not matching(window)
        assert not lanes_of(window.timeline)
        assert any(message in words for words in words_of(window.detail))
        click(chip_of(window, "milestone"))
        assert not any(message in words for words in words_of(window.detail))


def test_a_chip_that_is_off_looks_different_without_its_colour(open_window: OpenWindow) -> None:
    """Colour alone does not tell: in grey, too, the chips that are on and off differ."""
    window = open_window()
    chip = chip_of(window, "milestone")
    pictures = []
    for _ in range(2):
        pictures.append(chip.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8))
        window.model.toggle_category("milestone")
    first, second = pictures
    pixels = [(x, y) for x in range(first.width()) for y in range(first.height())]
    differing = sum(first.pixel(x, y) != second.pixel(x, y) for x, y in pixels)
    assert differing > 0.05 * len(pixels)


def test_all_chips_have_room_however_narrow_the_window(open_window: OpenWindow) -> None:
    """The chips fill as many lines as they need, each at its own size, none cut at the right."""
    for width in (1920, 1280, 1040):
        window = open_window("en", size=(width, 900))
        for key in window.model.source.vocabulary.categories:
            chip = chip_of(window, key)
            assert chip.size() == chip.sizeHint()
            assert chip.geometry().right() < window.chips.width()
            assert chip.geometry().bottom() < window.chips.height()
