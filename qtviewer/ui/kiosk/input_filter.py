"""Event filter that stops every input which leads out of the kiosk, and reports the presence of a visitor."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent, QWindow

from qtviewer.ui.guard import guarded

HOLD_SECONDS: Final = 3.0
"""Seconds that two corners of the window are held to ask for the PIN."""
_CORNER_MM: Final = 30.0
_KEYS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut}
)
_REFUSED: Final = frozenset(
    {
        QEvent.Type.Close, QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop,
        QEvent.Type.ToolTip, QEvent.Type.WhatsThis, QEvent.Type.TabletPress, QEvent.Type.NativeGesture,
        QEvent.Type.InputMethod,
    }
)  # fmt: skip
_TOUCHES: Final = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
)
_STAFF_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


class InputCallbacks(NamedTuple):
    """Functions that the filter calls.

    on_touch: for every touch, click and wheel event; returns whether that input shall do nothing else.
    on_staff_request: when the key combination of staff is pressed.
    on_key: for every other key that is pressed, with its `Qt.Key` as a number.
    on_cursor_move: when the mouse moves.
    """

    on_touch: Callable[[], bool]
    on_staff_request: Callable[[], None]
    on_key: Callable[[int], None]
    on_cursor_move: Callable[[], None]


@guarded
class InputFilter(QObject):
    """Filters the events of one window of the system.

    `pixels_per_mm` is that of the screen; `clock` is monotonic and returns seconds.
    """

    def __init__(self, callbacks: InputCallbacks, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._callbacks, self._clock = callbacks, clock
        self._window: QWindow | None = None
        self._is_swallowing = self._is_closing_allowed = False
        self._held_since: float | None = None
        self.pixels_per_mm = 2.0

    def watch(self, window: QWindow) -> None:
        """Filter the events of a window from now on."""
        if self._window is not window:
            self._window = window
            window.installEventFilter(self)

    def allow_close(self) -> None:
        """Let close events through from now on."""
        self._is_closing_allowed = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether an event is stopped."""
        kind = event.type()
        if isinstance(event, QKeyEvent) or kind in _KEYS:
            if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
                self._handle_key(event)
            event.accept()
            return True
        if kind in _REFUSED and not (kind == QEvent.Type.Close and self._is_closing_allowed):
            event.ignore()
            return True
        if isinstance(event, QMouseEvent):
            return self._filter_mouse(event)
        if isinstance(event, QWheelEvent):
            return self._callbacks.on_touch()
        if isinstance(event, QTouchEvent) and kind in _TOUCHES:
            return self._filter_touch(event)
        return super().eventFilter(watched, event)

    def take_corner_hold(self) -> bool:
        """Return whether two corners have been held for HOLD_SECONDS; after True, the hold begins anew."""
        if self._held_since is None or self._clock() - self._held_since < HOLD_SECONDS:
            return False
        self._held_since = None
        return True

    def _handle_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Q and event.modifiers() & _STAFF_MODIFIERS == _STAFF_MODIFIERS:
            self._callbacks.on_staff_request()
        elif not event.modifiers() & _STAFF_MODIFIERS:
            self._callbacks.on_key(event.key())

    def _filter_mouse(self, event: QMouseEvent) -> bool:
        """Return whether a mouse event is stopped: all buttons but the left are, and a click that wakes the kiosk."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._callbacks.on_cursor_move()
            return self._is_swallowing
        if event.button() is not Qt.MouseButton.LeftButton:
            return True
        if kind == QEvent.Type.MouseButtonRelease:
            self._callbacks.on_touch()
            was_swallowing, self._is_swallowing = self._is_swallowing, False
            return was_swallowing
        self._is_swallowing = self._callbacks.on_touch()
        return self._is_swallowing

    def _filter_touch(self, event: QTouchEvent) -> bool:
        kind = event.type()
        self._watch_corners([point.position() for point in event.points()], kind)
        if kind == QEvent.Type.TouchBegin:
            self._is_swallowing = self._callbacks.on_touch()
        elif kind != QEvent.Type.TouchCancel:
            self._callbacks.on_touch()
        is_swallowed = self._is_swallowing
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._is_swallowing = False
        if is_swallowed:
            event.accept()  # or Qt would make a mouse event of it
        return is_swallowed

    def _watch_corners(self, points: list[QPointF], kind: QEvent.Type) -> None:
        """Note when two corners of the window began to be touched."""
        corners = {corner for point in points if (corner := self._corner_of(point)) is not None}
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) or len(corners) < 2:
            self._held_since = None
        elif self._held_since is None:
            self._held_since = self._clock()

    def _corner_of(self, point: QPointF) -> tuple[bool, bool] | None:
        """Return (is right, is bottom) of the window's corner that a point is in, or None."""
        if self._window is None:
            return None
        size, reach = self._window.size(), _CORNER_MM * self.pixels_per_mm
        is_left, is_right = point.x() < reach, point.x() > size.width() - reach
        is_top, is_bottom = point.y() < reach, point.y() > size.height() - reach
        return (is_right, is_bottom) if (is_left or is_right) and (is_top or is_bottom) else None
