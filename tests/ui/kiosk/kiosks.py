"""Using a kiosk as visitors do, through the system's window, and looking at all of it."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from qtviewer import wall_clock
from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from tests.ui.windows import LEFT, settle


class Clock:
    """Seconds that only pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The seconds now."""
        return self.now


class OpenKiosk(Protocol):
    """Opens and shows a kiosk; further options are those of its config."""

    def __call__(
        self,
        size: tuple[int, int] = (1080, 1920),
        *,
        source: StoreReader | None = None,
        today: Callable[[], int] = wall_clock.today,
        **config: Any,
    ) -> KioskWindow:
        """The kiosk, while nobody is there."""


def tap(widget: QWidget, point: QPoint | None = None) -> None:
    """Tap a point of a widget, its middle by default."""
    position = widget.mapTo(widget.window(), widget.rect().center() if point is None else point)
    QTest.mouseClick(widget.window().windowHandle(), LEFT, pos=position)


def drag(widget: QWidget, start: QPoint, by: QPoint) -> None:
    """Put a finger down, move it in ten steps and lift it."""
    handle, first = widget.window().windowHandle(), widget.mapTo(widget.window(), start)
    QTest.mousePress(handle, LEFT, pos=first)
    for step in range(1, 11):
        QTest.mouseMove(handle, first + by * step / 10)
    QTest.mouseRelease(handle, LEFT, pos=first + by)


def pass_time(window: KioskWindow, clock: Clock, seconds: float) -> None:
    """Let seconds pass, and the kiosk look at its clock."""
    clock.now += seconds
    window.tick()


def snapshots_of_pages(window: KioskWindow) -> list[dict[str, object]]:
    """Return snapshots of a window, as it is and with the page to find events, with letters and with tiles."""
    snapshots = [snapshot_of(window)]
    tap(window.visit.bar.find_button)
    for name in ("letters", "person"):
        tap(window.visit.find_page.tabs[name])
        snapshots.append(snapshot_of(window))
    tap(window.visit.bar.find_button)
    return snapshots


def snapshot_of(window: KioskWindow) -> dict[str, object]:
    """Return the state of a window's model, and by its path in the window what can be seen of each widget."""
    settle()
    found: dict[str, object] = {
        "state": window.model.state,
        "asked": window.model.requested_query,
        "phase": window.state.phase,
    }
    _add_widget(window, "", found)
    return found


def differences(before: dict[str, object], after: dict[str, object]) -> dict[str, tuple[object, object]]:
    """Return (before, after) by widget where two snapshots differ."""
    pairs = {path: (before.get(path), after.get(path)) for path in before | after}
    return {path: pair for path, pair in pairs.items() if pair[0] != pair[1]}


def _add_widget(widget: QWidget, path: str, found: dict[str, object]) -> None:
    found[path] = _appearance_of(widget)
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    counts: dict[str, int] = {}
    for child in children:
        kind = type(child).__name__
        counts[kind] = counts.get(kind, -1) + 1
        _add_widget(child, f"{path}/{kind}{counts[kind]}", found)


def _appearance_of(widget: QWidget) -> tuple[object, ...]:
    seen: list[object] = [
        widget.objectName(), widget.isEnabled(), widget.font().key(),
        widget.accessibleName(), widget.toolTip(), widget.styleSheet(), widget.windowTitle(),
    ]  # fmt: skip
    parent = widget.parentWidget()
    if parent is None or parent.isVisible():  # hidden widgets are laid out when they are shown
        seen.append(widget.geometry().getRect() if widget.isVisible() else "hidden")
    if isinstance(widget, QLabel | QAbstractButton):
        seen.append(widget.text())
    if isinstance(widget, QAbstractButton):
        seen += [widget.isChecked(), widget.isDown()]
    if isinstance(widget, QAbstractScrollArea):
        seen += [widget.verticalScrollBar().value(), widget.horizontalScrollBar().value()]
    return tuple(seen)
