"""What fingers do to the timeline: one taps, drags and flicks, two pinch."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QTouchEvent

from qtviewer.ui.timeline.movable_view import MovableView
from qtviewer.ui.timeline.pointer import TimelinePointer

_LEAST_SPREAD = 8.0  # pixels between two fingers below which their distance means nothing


class TimelineTouch:
    """Hands one finger to the pointer; two keep the times under them where they are."""

    def __init__(self, view: MovableView, pointer: TimelinePointer) -> None:
        self._view = view
        self._pointer = pointer
        self._pinched: tuple[float, float] | None = None

    def handle(self, event: QTouchEvent) -> bool:
        """Follow the fingers on the screen."""
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
            factor = max(spread, _LEAST_SPREAD) / max(was_spread, _LEAST_SPREAD)
            x = centre - self._view.margins.names_width
            self._view.navigation.show_scale(self._view.scale().panned(was_centre - centre).zoomed(factor, x))
        else:
            self._view.navigation.animation.stop()
        self._pinched = None if has_ended else (centre, spread)
