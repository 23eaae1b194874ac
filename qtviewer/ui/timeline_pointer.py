"""What mouse, wheel and trackpad do to the timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from qtviewer.domain.date_label import date_label
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.fitting_text import as_tooltip
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.timeline_view import TimelineView

ZOOM_STEP = 1.25
_DRAG_THRESHOLD = 6  # pixels a press may move and still be a click


class TimelinePointer:
    """Clicks choose a card, drags move the view, a wheel magnifies at the pointer."""

    def __init__(self, view: "TimelineView", model: ViewModel) -> None:
        self._view = view
        self._model = model
        self._pressed: QPointF | None = None
        self._drag_from: tuple[TimeScale, int] | None = None

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def move(self, event: QMouseEvent) -> None:
        """Drag the timeline along, or show that a card can be clicked."""
        if self._pressed is None:
            over = self._card_at(event.position())
            self._show_cursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        moved = event.position() - self._pressed
        if self._drag_from is None and moved.manhattanLength() > _DRAG_THRESHOLD:
            self._drag_from = self._view.scale(), self._view.verticalScrollBar().value()
            self._show_cursor(Qt.CursorShape.ClosedHandCursor)
        if self._drag_from is not None:
            scale, scroll = self._drag_from
            self._view.show_scale(scale.panned(-moved.x()))
            self._view.verticalScrollBar().setValue(scroll - round(moved.y()))

    def release(self, event: QMouseEvent) -> None:
        """End a drag, or choose what was clicked."""
        if self._pressed is not None and self._drag_from is None:
            self._choose(self._card_at(event.position()))
        self._pressed = self._drag_from = None
        self._show_cursor(Qt.CursorShape.ArrowCursor)

    def double_click(self, event: QMouseEvent) -> None:
        """Magnify around the pointer."""
        self._view.zoom(ZOOM_STEP**3, event.position().x() - self._view.frame.names_width)

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel magnifies at the pointer, with Shift it moves along; a trackpad moves, with Ctrl it magnifies."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.pan(-pixels.x(), -pixels.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(angle.x()) > abs(angle.y()):
            self._view.pan(-(angle.x() or angle.y()), 0)
        else:
            anchor = event.position().x() - self._view.frame.names_width
            self._view.zoom(ZOOM_STEP ** (angle.y() / 120), anchor)
        event.accept()

    def help(self, event: QHelpEvent) -> None:
        """Explain the card under the pointer."""
        card = self._card_at(QPointF(event.pos()))
        heads = card.card.heads[:8] if card else ()
        lines = (f"{date_label(head.date, self._model.state.lang)}  {head.title}" for head in heads)
        QToolTip.showText(event.globalPos(), as_tooltip("\n".join(lines)), self._view)

    def _choose(self, card: SceneCard | None) -> None:
        if card is None:
            self._model.select("")
        elif card.card.is_stack:
            self._model.open_stack(tuple(head.id for head in card.card.heads))
        else:
            self._model.select(card.card.heads[0].id)

    def _card_at(self, point: QPointF) -> SceneCard | None:
        frame = self._view.frame
        x, y = point.x() - frame.names_width, point.y() - frame.axis_height
        if x < 0 or y < 0:
            return None
        return self._view.scene().card_at(x, y + self._view.verticalScrollBar().value())

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        self._view.viewport().setCursor(shape)
