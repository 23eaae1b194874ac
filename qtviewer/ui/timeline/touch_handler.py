"""Touch on the timeline: one finger taps, drags and flicks, two pinch."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QTouchEvent

from qtviewer.ui.timeline.movable_view import MovableView
from qtviewer.ui.timeline.pointer_handler import PointerHandler

_MIN_SPREAD = 8.0  # pixels between two fingers below which their distance is too imprecise


class TouchHandler:
    """Passes one finger on to the pointer handler, and magnifies by two so that the times under them stay there."""

    def __init__(self, view: MovableView, pointer: PointerHandler) -> None:
        self._view = view
        self._pointer = pointer
        self._pinched: tuple[float, float] | None = None  # middle and distance of two fingers, in pixels

    def handle(self, event: QTouchEvent) -> bool:
        """Handle a touch event; return True, as all are accepted."""
        points = [point.position() for point in event.points()]
        if event.type() == QEvent.Type.TouchCancel:
            self._pointer.cancel()
            self._pinched = None
        elif len(points) >= 2:
            self._pinch(points[0], points[1], has_ended=event.type() == QEvent.Type.TouchEnd)
        elif self._pinched is not None:
            if event.type() == QEvent.Type.TouchEnd:
                self._pinched = None
        elif event.type() == QEvent.Type.TouchBegin:
            self._pointer.press(points[0])
        elif event.type() == QEvent.Type.TouchUpdate:
            self._pointer.move(points[0], event.timestamp())
        elif event.type() == QEvent.Type.TouchEnd:
            self._pointer.release(points[0], event.timestamp())
        event.accept()
        return True

    def _pinch(self, first: QPointF, second: QPointF, *, has_ended: bool) -> None:
        self._pointer.cancel()
        centre, spread = (first.x() + second.x()) / 2, abs(first.x() - second.x()) + abs(first.y() - second.y())
        if self._pinched is not None:
            was_centre, was_spread = self._pinched
            factor = max(spread, _MIN_SPREAD) / max(was_spread, _MIN_SPREAD)
            x = centre - self._view.margins.names_width
            self._view.navigation.show_scale(self._view.scale().panned(was_centre - centre).zoomed(factor, x))
        else:
            self._view.navigation.animation.stop()
        self._pinched = None if has_ended else (centre, spread)
