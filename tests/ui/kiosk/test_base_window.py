"""The window on its screens."""

import json
import logging
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.programs import in_process_of_its_own
from tests.ui.kiosk.kiosks import OpenKiosk


def test_the_kiosk_fills_its_screen(open_kiosk: OpenKiosk) -> None:
    """Without a frame, from edge to edge."""
    window = open_kiosk()
    window.open()
    assert window.isFullScreen()
    assert window.geometry() == QGuiApplication.screens()[0].geometry()


def test_a_screen_that_is_not_there_is_replaced(open_kiosk: OpenKiosk, caplog: pytest.LogCaptureFixture) -> None:
    """The first one is filled, and the log names those there are."""
    window = open_kiosk(screen="HDMI-7")
    logger = logging.getLogger("qtviewer.kiosk")
    logger.propagate = True
    window.open()
    assert window.isFullScreen()
    assert "screen 'HDMI-7' is not there; found ['large']" in caplog.text


def test_a_window_that_was_put_away_comes_back(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    """A desktop's own chord may minimise it."""
    window = open_kiosk()
    window.open()
    window.showMinimized()
    assert window.isMinimized()
    qtbot.waitUntil(window.isFullScreen)


def test_screens_that_change_are_filled_anew(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    """Whatever the system did to the window, it fills its screen again when the screen has changed."""
    window = open_kiosk()
    window.open()
    window.showNormal()
    window.resize(300, 300)
    QGuiApplication.screens()[0].geometryChanged.emit(QGuiApplication.screens()[0].geometry())
    qtbot.waitUntil(window.isFullScreen)
    assert window.geometry() == QGuiApplication.screens()[0].geometry()


def test_a_kiosk_without_a_screen_keeps_its_sizes(tmp_path: Path) -> None:
    """Under Wayland the screen has 0 pixels when the last one goes or none is there yet: nothing is divided by that."""
    screens = tmp_path / "screens.json"
    none = {"name": "none", "x": 0, "y": 0, "width": 0, "height": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens.write_text(json.dumps({"screens": [none]}))
    measured = in_process_of_its_own(Path(__file__).with_name("no_screen.py"), f"offscreen:configfile={screens}")
    assert measured.split() == ["0", "1080"]
