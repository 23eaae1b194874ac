"""The menu of how things look: size of text, colours, movement, each at once and remembered."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from qtviewer.resources import shipped_store_path
from qtviewer.ui.look.theme import THEMES
from qtviewer.ui.window.appearance_menu import AppearanceMenu
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.settings import open_settings, save_window, saved_state
from tests.ui.windows import OpenWindow, click, settle

SYSTEM = "Colours as the system has them"


def choices(window: MainWindow) -> list[str]:
    """What the menu has chosen now."""
    with open_menu(window) as menu:
        return [action.text() for action in menu.actions() if action.isChecked()]


def choose(window: MainWindow, text: str) -> None:
    """Open the menu, choose one of it, and let the menu go."""
    with open_menu(window) as menu:
        next(action for action in menu.actions() if action.text() == text).trigger()


@contextmanager
def open_menu(window: MainWindow) -> Iterator[AppearanceMenu]:
    """The menu that the button opens, as long as it is wanted."""
    click(window.header.appearance_button)
    settle()
    (menu,) = window.findChildren(AppearanceMenu)
    yield menu
    menu.close()
    settle()


def turn(colour: str) -> None:
    """Give the system other colours, as a desktop does."""
    QApplication.setPalette(QPalette(QColor(colour)))
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)


@pytest.fixture
def desktop(qapp: QApplication) -> Iterator[None]:
    """The system's colours, as they were before afterwards."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


@pytest.mark.parametrize(("text", "theme"), [("Dark", "dark"), ("Contrast", "contrast"), ("Light", "light")])
def test_a_theme_is_chosen_by_its_name(open_window: OpenWindow, text: str, theme: str) -> None:
    """The ground of the window changes at once, and the menu says what it is."""
    window = open_window("en", "dark" if theme == "light" else "light")
    choose(window, text)
    ground = window.grab().toImage().pixelColor(3, window.height() - 3)
    assert ground.name().upper() == THEMES[theme].ground
    assert choices(window) == ["Normal text", text]


def test_a_size_of_text_is_chosen_by_its_name(open_window: OpenWindow) -> None:
    """Three sizes, of which one is chosen; the button grows with its text."""
    window = open_window("en")
    heights = []
    for text, size in (("Normal text", 100), ("Large text", 125), ("Very large text", 160)):
        choose(window, text)
        heights.append(window.header.appearance_button.height())
        assert window.model.state.text_size == size
        assert choices(window) == [text, "Light"]
    assert heights == sorted(set(heights))


def test_movement_can_be_left_out_and_stays_so(open_window: OpenWindow) -> None:
    """The timeline jumps from then on, also after the next start, until movement is wanted again."""
    window = open_window("en")
    for is_reduced in (True, False):
        choose(window, "Without movement")
        assert window.timeline.navigation.animation.is_reduced is is_reduced
        assert ("Without movement" in choices(window)) is is_reduced
        save_window(window, open_settings(), shipped_store_path())
        assert saved_state(open_settings(), ("zh", "en"))["reduced_motion"] is is_reduced


@pytest.mark.usefixtures("desktop")
def test_the_colours_follow_the_system_while_the_window_is_open(open_window: OpenWindow) -> None:
    """Dark when the system turns dark, until a theme is chosen; to follow again is one choice, and remembered."""
    window = open_window("en", "light")
    window.model.load_lunar_calendar()
    turn("#202020")
    assert window.model.theme.name == "light"
    choose(window, SYSTEM)
    assert window.model.theme.name == "dark"
    assert choices(window) == ["Normal text", SYSTEM]
    turn("#F0F0F0")
    assert window.model.theme.name == "light"
    save_window(window, open_settings(), shipped_store_path())
    assert saved_state(open_settings(), ("zh", "en"))["theme"] == "system"
    choose(window, "Contrast")
    turn("#202020")
    assert window.model.theme.name == "contrast"
