"""Kiosks on real stores, with a clock that tests turn."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from qtviewer import wall_clock
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.pin import hash_pin
from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.run import open_window
from tests.ui.kiosk.kiosks import Clock, OpenKiosk, tap

PIN = "2468"


@pytest.fixture(scope="session")
def pin_hash() -> str:
    """The hash of 2468."""
    return hash_pin(PIN)


@pytest.fixture
def clock() -> Clock:
    """A monotonic clock that stands still until a test turns it."""
    return Clock()


@pytest.fixture
def open_kiosk(qtbot: QtBot, shipped: StoreReader, clock: Clock, pin_hash: str) -> Iterator[OpenKiosk]:
    """Opens kiosks as the program does, in a window of a size."""
    windows: list[KioskWindow] = []

    def open_one(
        size: tuple[int, int] = (1080, 1920),
        *,
        source: StoreReader | None = None,
        today: Callable[[], int] = wall_clock.today,
        **config: Any,
    ) -> KioskWindow:
        options: dict[str, Any] = {"pin_hash": pin_hash, "reduced_motion": True} | config
        window = open_window(KioskConfig(**options), source or shipped, clock, today)
        windows.append(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        return window

    yield open_one
    for window in windows:
        window.leave(0)
        window.deleteLater()


@pytest.fixture
def visit(qtbot: QtBot, open_kiosk: OpenKiosk) -> OpenKiosk:
    """Opens kiosks and wakes them, so that somebody is visiting."""

    def begin(
        size: tuple[int, int] = (1080, 1920),
        *,
        source: StoreReader | None = None,
        today: Callable[[], int] = wall_clock.today,
        **config: Any,
    ) -> KioskWindow:
        window = open_kiosk(size, source=source, today=today, **config)
        tap(window, QPoint(5, 5))
        qtbot.waitUntil(lambda: window.model.has_lunar_calendar)
        return window

    return begin


@pytest.fixture
def wait_until_settled(qtbot: QtBot) -> Callable[[KioskWindow], None]:
    """Waits until a kiosk has shown its results, and nothing on its timeline moves."""

    def wait(window: KioskWindow) -> None:
        qtbot.waitUntil(lambda: not window.is_busy and window.visit.timeline.is_at_rest)

    return wait
