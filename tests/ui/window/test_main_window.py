"""The window as a whole: nothing overlaps, nothing is cut, and it says what went wrong."""

from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.app.window import make_window
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.labels import UnclippedLabel
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import THEMES
from qtviewer.ui.window.failure_window import failure_window
from qtviewer.ui.window.settings import open_settings, save_window
from tests.ui.windows import OpenWindow, Rest, press, rectangle_in, settle, wheel, words_of

SIZES = ((1920, 1080), (1280, 800), (1280, 720))


def veil(widget: QWidget) -> bool:
    """Whether a widget lies over others on purpose, and lets the pointer through."""
    return widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def overlapping(parent: QWidget) -> list[tuple[str, str]]:
    """Pairs of visible widgets anywhere inside one that share pixels without one being in the other, but for veils."""
    widgets = [child for child in parent.children() if isinstance(child, QWidget)]
    shown = [child for child in widgets if child.isVisible() and not veil(child)]
    pairs = [(str(a), str(b)) for a, b in combinations(shown, 2) if a.geometry().intersects(b.geometry())]
    return pairs + [pair for child in shown for pair in overlapping(child)]


def leaving_their_parent(window: QWidget) -> list[str]:
    """Visible widgets that their parent cuts, but for what scrolls."""
    scrolled = [area.widget() for area in window.findChildren(QScrollArea)]
    leaving = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is not None and widget.isVisible() and not widget.isWindow() and widget not in scrolled:
            leaving += [] if parent.rect().contains(widget.geometry()) else [str(widget)]
    return leaving


def cut_texts(window: QWidget) -> list[str]:
    """Visible buttons and labels with less room than their text needs."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QAbstractButton | QLabel) or not widget.isVisible():
            continue
        if isinstance(widget, UnclippedLabel | QToolButton):  # leaves its text out where there is no room; has an icon
            continue
        needed = widget.minimumSizeHint()
        height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else widget.sizeHint().height()
        width = needed.width() if widget.hasHeightForWidth() else widget.sizeHint().width()
        if widget.width() < width or widget.height() < height:
            cut.append(f"{widget.text() or widget.accessibleName()}: {widget.size()} of {width}x{height}")
    return cut


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overlaps_and_nothing_is_cut(
    open_window: OpenWindow, lang: str, theme: str, size: tuple[int, int]
) -> None:
    """In each language, theme and size the window has that size, and every text its room."""
    window = open_window(lang, theme, size)
    settle()
    assert (window.width(), window.height()) == size
    assert overlapping(window) == []
    assert leaving_their_parent(window) == []
    assert cut_texts(window) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_switch_of_language_or_theme_cuts_nothing(open_window: OpenWindow, lang: str, theme: str) -> None:
    """After a switch at run time, too, all texts have their room."""
    window = open_window("en" if lang == "zh" else "zh", "light")
    window.model.change(lang=lang, theme=theme)
    settle()
    assert overlapping(window) == []
    assert leaving_their_parent(window) == []
    assert cut_texts(window) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_word_of_a_lane_name_has_room(open_window: OpenWindow, lang: str) -> None:
    """Names of lanes wrap between words; none of the words is wider than the column."""
    window = open_window(lang)
    font = window.model.theme.font(16, bold=True)
    for category in window.model.source.vocabulary.categories.values():
        words = category.names[lang].split() if lang == "en" else list(category.names[lang])
        assert max(text_width(word, font) for word in words) <= window.timeline.margins.names_width - 22


def test_the_parts_stand_where_the_design_has_them(open_window: OpenWindow) -> None:
    """Header above chips above timeline above overview, and the pane at the right, as high as both."""
    window = open_window(size=(1920, 1080))
    header, chips, timeline, overview, detail = (
        rectangle_in(window, part)
        for part in (window.header, window.chips, window.timeline, window.overview, window.detail)
    )
    assert header.bottom() < chips.top() <= chips.bottom() < timeline.top()
    assert timeline.bottom() < overview.top()
    assert timeline.right() < detail.left()
    assert abs(detail.top() - timeline.top()) < 5
    assert abs(detail.bottom() - overview.bottom()) < 5
    assert timeline.width() > 2 * detail.width()


@pytest.mark.parametrize(("lang", "title"), [("zh", "钱塘纪事"), ("en", "Qiantang Chronicle")])
def test_the_window_is_named_after_the_chronicle(open_window: OpenWindow, lang: str, title: str) -> None:
    """In the language of the window, after a switch, too."""
    window = open_window("en" if lang == "zh" else "zh")
    window.model.change(lang=lang)
    assert window.windowTitle() == title


def test_a_failure_takes_the_place_of_the_content(open_window: OpenWindow, qtbot: QtBot) -> None:
    """The message is what there is to see; keys, another failure, a resize and closing do no harm."""
    window = open_window("en")
    for message in ("events.sqlite: first <b>failure</b>", "events.sqlite: second"):
        window.show_failure(message)
        settle()
        assert message in [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        assert "This could not be shown" in words_of(window)
        assert not window.timeline.isVisible()
        press(window, Qt.Key.Key_Escape, Qt.Key.Key_Slash, Qt.Key.Key_A, Qt.Key.Key_Right)
        window.resize(1100, 760)
        settle()
    save_window(window, open_settings(), shipped_store_path())
    assert open_settings().value("lang") == "en"
    assert window.close()


@pytest.mark.parametrize("theme", THEMES)
def test_a_failure_at_the_start_has_a_window_of_its_own(qtbot: QtBot, theme: str) -> None:
    """A long message wraps, and what looks like HTML in it stays text."""
    message = "/srv/<b>store</b>.sqlite: no such file; expected a store made by qtviewer build or import" + " more" * 40
    window = failure_window(message, theme)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    assert message in [label.text() for label in labels]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert cut_texts(window) == []
    assert window.grab().toImage().pixelColor(5, 5).name().upper() == THEMES[theme].ground


def test_no_test_touches_the_settings_of_the_user(tmp_path: object) -> None:
    """What windows of these tests remember goes to a folder of the test."""
    settings = open_settings()
    assert isinstance(settings, QSettings)
    assert settings.fileName().startswith(str(tmp_path))


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800)])
@pytest.mark.parametrize("selected", ["metro-line-8-opens", "qiantang-district-founded"])
def test_the_first_frame_is_the_final_one(
    qtbot: QtBot, rest: Rest, shipped: StoreReader, size: tuple[int, int], selected: str
) -> None:
    """Once the calendar is there, nothing moves after the first picture: lanes, cards, texts are where they stay."""
    window = make_window(shipped, EventQuery(), {"lang": "zh", "selected": selected})
    qtbot.addWidget(window)
    window.model.load_lunar_calendar()
    window.resize(*size)
    window.show()
    QApplication.sendPostedEvents()  # as the event loop does before it paints: the scroll bar comes with them
    first = window.grab().toImage()
    rest(window)
    assert window.grab().toImage() == first
    window.close()


def test_the_calendar_changes_no_layout(qtbot: QtBot, rest: Rest, shipped: StoreReader) -> None:
    """What comes after the first frame is the festival's band and the lunar date; each card stays in its place."""
    window = make_window(shipped, EventQuery(), {"lang": "zh"})
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    assert not window.model.has_lunar_calendar
    before = window.timeline.scene()
    window.grab()
    qtbot.waitUntil(lambda: window.model.has_lunar_calendar)
    rest(window)
    assert window.timeline.scene() == before
    window.close()


def test_nothing_that_is_done_reaches_the_log(open_window: OpenWindow, rest: Rest, qtlog: Any) -> None:
    """Moving, searching, switching and resizing make Qt complain of nothing; exceptions fail every test anyway."""
    window = open_window("zh", size=(1280, 800))
    view = window.timeline
    for lang, theme, search in (("en", "dark", "metro"), ("zh", "contrast", "")):
        window.model.change(lang=lang, theme=theme)
        window.model.search(search)
        for turn in (2400, -6000):
            wheel(view.viewport(), QPoint(400, 150), QPoint(0, turn))
            rest(window)
        press(window, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Escape)
        window.resize(window.width() + 60, window.height() + 40)
        rest(window)
    said = [record.message for record in qtlog.records]
    assert set(said) <= {"This plugin does not support propagateSizeHints()"}
