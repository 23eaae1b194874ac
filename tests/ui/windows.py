"""Using a window as people do: with pointer, wheel and keys, through the system's window and not past it."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import Box, SceneCard
from qtviewer.ui.filters.category_chips import CategoryChip
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.window.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class OpenWindow(Protocol):
    """Opens and shows a window; further options are parts of a `ViewState`."""

    def __call__(
        self,
        lang: str = "zh",
        theme: str = "light",
        size: tuple[int, int] = (1280, 800),
        *,
        source: EventSource | None = None,
        chronicle: Chronicle | None = None,
        query: EventQuery = EventQuery(),
        **options: Any,
    ) -> MainWindow:
        """The window, after its first frame."""


class Rest(Protocol):
    """Waits until a window has come to rest."""

    def __call__(self, window: MainWindow) -> None:
        """The searches are answered, the movements ended, the lanes settled."""


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a place of a widget, its middle by default."""
    QTest.mouseClick(widget.window().windowHandle(), LEFT, pos=_in_window(widget, at))


def double_click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click twice in a row, which is two presses and two releases."""
    QTest.mouseDClick(widget.window().windowHandle(), LEFT, pos=_in_window(widget, at))


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move in ten steps and let go."""
    handle, first, last = widget.window().windowHandle(), _in_window(widget, start), _in_window(widget, end)
    QTest.mousePress(handle, LEFT, pos=first)
    for step in range(1, 11):
        QTest.mouseMove(handle, first + (last - first) * step / 10)
    QTest.mouseRelease(handle, LEFT, pos=last)


def wheel(
    widget: QWidget,
    at: QPoint,
    angle: QPoint,
    modifiers: Qt.KeyboardModifier = PLAIN,
    pixels: QPoint = QPoint(),  # noqa: B008 - only read
) -> None:
    """Turn a wheel over a place; a trackpad tells pixels, too."""
    position = QPointF(_in_window(widget, at))
    QTest.wheelEvent(widget.window().windowHandle(), position, angle, pixels, modifiers)


def press(window: MainWindow, *keys: Qt.Key) -> None:
    """Press keys, one after the other, wherever the focus is."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def _in_window(widget: QWidget, at: QPoint | None) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center() if at is None else at)


def matching(window: MainWindow) -> Sequence[EventHead]:
    """The events that a window shows, in date order."""
    model = window.model
    return model.matches.heads(model.state.query, model.state.lang)


def lanes_of(view: TimelineView) -> tuple[Lane, ...]:
    """The lanes of a timeline, in view or not."""
    return view.layout_at(view.scale()).lanes


def place_of(view: TimelineView, box: Box) -> QPoint:
    """The middle of a box of the scene, as a place in the timeline's viewport."""
    x, y = (box.x + box.right) / 2 + view.margins.names_width, (box.y + box.bottom) / 2 + view.margins.axis_height
    return QPoint(round(x), round(y) - view.verticalScrollBar().value())


def card_of(view: TimelineView, event_id: str) -> SceneCard | None:
    """The card in view that shows an event, alone or in a cluster."""
    cards = view.scene().cards
    return next((card for card in cards if event_id in [head.id for head in card.card.heads]), None)


def whole_cards(view: TimelineView, *, clusters: bool) -> list[SceneCard]:
    """Cards, or clusters of them, of which every edge is in view."""
    whole = (
        card for card in view.scene().cards if card.shows_left_edge and card.shows_right_edge and card.has_full_height
    )
    return [card for card in whole if card.card.is_cluster is clusters]


def words_of(window: QWidget) -> list[str]:
    """Every text of a window that can be read or heard, by widget."""
    words = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        words += [widget.toolTip(), widget.accessibleName()]
        if isinstance(widget, QLabel | QAbstractButton):
            words.append(widget.text())
        if isinstance(widget, QLineEdit):
            words += [widget.text(), widget.placeholderText()]
    return [word for word in words if word]


def settle() -> None:
    """Let Qt do what it put off."""
    for _ in range(3):
        QApplication.processEvents()


def rectangle_in(window: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def chip_of(window: MainWindow, category: str) -> CategoryChip:
    """The chip of a category."""
    return window.chips.chip(category)
