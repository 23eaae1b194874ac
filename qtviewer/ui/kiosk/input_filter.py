"""Lets nothing through that leads out of the kiosk, and notices that somebody is there."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent, QWindow

HOLD_SECONDS: Final = 3.0
"""How long two corners are held to ask for the PIN."""
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
_CHORD: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


class Reactions(NamedTuple):
    """What follows: `touched` tells whether that touch only woke the kiosk, `typed` is a key for the PIN pad."""

    touched: Callable[[], bool]
    staff_wanted: Callable[[], None]
    typed: Callable[[int], None]
    moved: Callable[[], None]


class Guard(QObject):
    """Stands before a window of the system: whatever comes from outside comes here first."""

    def __init__(self, reactions: Reactions, clock: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._react, self._clock = reactions, clock
        self._window: QWindow | None = None
        self._is_swallowing = self._is_leaving = False
        self._held_since: float | None = None
        self.per_mm = 2.0

    def watch(self, window: QWindow) -> None:
        """Stand before a window."""
        if self._window is not window:
            self._window = window
            window.installEventFilter(self)

    def let_go(self) -> None:
        """Let the window be closed: staff leave."""
        self._is_leaving = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event ends here."""
        kind = event.type()
        if isinstance(event, QKeyEvent) or kind in _KEYS:
            if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
                self._key(event)
            event.accept()
            return True
        if kind in _REFUSED and not (kind == QEvent.Type.Close and self._is_leaving):
            event.ignore()
            return True
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._react.touched()
        if isinstance(event, QTouchEvent) and kind in _TOUCHES:
            return self._touch(event)
        return super().eventFilter(watched, event)

    def is_held(self) -> bool:
        """Whether two corners have been held long enough; from then on they have to be held anew."""
        if self._held_since is None or self._clock() - self._held_since < HOLD_SECONDS:
            return False
        self._held_since = None
        return True

    def _key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Q and event.modifiers() & _CHORD == _CHORD:
            self._react.staff_wanted()
        elif not event.modifiers() & _CHORD:
            self._react.typed(event.key())

    def _mouse(self, event: QMouseEvent) -> bool:
        """A touch that wakes the kiosk presses nothing; other buttons than the left are nothing at all."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._react.moved()
            return self._is_swallowing
        if event.button() is not Qt.MouseButton.LeftButton:
            return True
        if kind == QEvent.Type.MouseButtonRelease:
            self._react.touched()
            was_swallowing, self._is_swallowing = self._is_swallowing, False
            return was_swallowing
        self._is_swallowing = self._react.touched()
        return self._is_swallowing

    def _touch(self, event: QTouchEvent) -> bool:
        kind = event.type()
        self._watch_corners([point.position() for point in event.points()], kind)
        if kind == QEvent.Type.TouchBegin:
            self._is_swallowing = self._react.touched()
        elif kind != QEvent.Type.TouchCancel:
            self._react.touched()
        is_swallowed = self._is_swallowing
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._is_swallowing = False
        if is_swallowed:
            event.accept()  # or Qt would make a mouse of it
        return is_swallowed

    def _watch_corners(self, points: list[QPointF], kind: QEvent.Type) -> None:
        corners = {corner for point in points if (corner := self._corner(point)) is not None}
        if kind in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel) or len(corners) < 2:
            self._held_since = None
        elif self._held_since is None:
            self._held_since = self._clock()

    def _corner(self, point: QPointF) -> tuple[bool, bool] | None:
        """Which corner of the window a point is in: whether at the right and whether at the bottom."""
        if self._window is None:
            return None
        size, reach = self._window.size(), _CORNER_MM * self.per_mm
        is_left, is_right = point.x() < reach, point.x() > size.width() - reach
        is_top, is_bottom = point.y() < reach, point.y() > size.height() - reach
        return (is_right, is_bottom) if (is_left or is_right) and (is_top or is_bottom) else None
