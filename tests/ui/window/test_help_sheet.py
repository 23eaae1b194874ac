"""The sheet of keys and gestures."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtviewer.ui.window.help_sheet import HelpSheet
from tests.places import ROOT
from tests.ui.windows import OpenWindow, press

README = ROOT / "README.md"


def table_of_readme() -> list[tuple[str, str]]:
    """The rows under "In the window"."""
    section = README.read_text(encoding="utf-8").split("## In the window")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+) \| (.+) \|$", section, re.MULTILINE)
    return [(keys.replace("`", ""), effect) for keys, effect in rows[1:]]


def test_the_readme_has_the_same_table(open_window: OpenWindow) -> None:
    """Whoever learns a key from one finds it in the other."""
    window = open_window("en")
    assert HelpSheet(window.model.theme, window).rows() == table_of_readme()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_sheet_opens_and_closes_by_keys(open_window: OpenWindow, qtbot: QtBot, lang: str, key: Qt.Key) -> None:
    """F1 or ? open it in the language of the window, Esc closes it, and the window has the keys again."""
    window = open_window(lang)
    press(window, key)
    sheet = window.findChild(HelpSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.windowTitle() == {"zh": "按键与手势", "en": "Keys and gestures"}[lang]
    with qtbot.waitSignal(sheet.finished):
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(HelpSheet) is None)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_sheet_says_what_signs_mean(open_window: OpenWindow, lang: str) -> None:
    """Each with its meaning, below the keys, in the language of the window."""
    window = open_window(lang)
    sheet = HelpSheet(window.model.theme, window)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    signs = [text for row in sheet.signs() for text in row]
    assert texts[-len(signs) :] == signs
    assert len(signs) == len(set(signs)) == 22
    assert all(text.isascii() == (lang == "en") for text in signs if "“" not in text)
