"""Mouse, wheel and trackpad on the timeline."""

from collections import deque

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from qtviewer.domain.dates.label import date_label
from qtviewer.timeline.card import Card
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.look.tooltip import tooltip_html
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.movable_view import MovableView
from qtviewer.ui.timeline.open_card import open_card
from qtviewer.ui.view_model import ViewModel

ZOOM_STEP = 1.25  # factor of a step of the wheel or of a key
_DRAG_THRESHOLD = 6  # pixels at a text size of 100% that a press may move and still be a click
_FLICK_TIME = 100  # milliseconds before the end of a drag over which its speed is measured
_EVENT_SHARE = 0.3  # of the view that an event takes up after a double click
_MOST_TITLES = 8  # of a stack in its tooltip
_MIN_FIT_DAYS = 6.0  # days at least in view after a double click on an event, if there are as many now


class PointerHandler:
    """Opens clicked cards, shows clicked eras, and moves and magnifies the view.

    Positions are in pixels of the widget that is painted on.
    """

    def __init__(self, view: MovableView, model: ViewModel) -> None:
        self._view = view
        self._model = model
        self._pressed_at: QPointF | None = None
        self._drag_start: tuple[TimeScale, int] | None = None
        self._was_moving = False
        self._clicked_card: SceneCard | None = None
        self._has_clicked_era = False
        self._positions: deque[tuple[int, float]] = deque(maxlen=32)

    @property
    def is_dragging(self) -> bool:
        """Whether the view is being dragged."""
        return self._drag_start is not None

    def press(self, position: QPointF) -> None:
        """Begin a click or a drag, and stop an animation."""
        self._was_moving = self._view.navigation.animation.is_running
        self._view.navigation.animation.stop()
        self._pressed_at = position
        self._clicked_card = None
        self._positions.clear()

    def move(self, position: QPointF, when: int) -> None:
        """Move the view while it is dragged, else show by the cursor whether a click would open a card.

        `when` is the time of the event in milliseconds.
        """
        if self._pressed_at is None:
            found = (self._card_at, self._chip_at, self._label_at, self._view.eras.band_at)
            over = any(find(position) is not None for find in found)
            shapes = Qt.CursorShape
            self._show_cursor(shapes.PointingHandCursor if over else shapes.ArrowCursor)
            return
        moved = position - self._pressed_at
        self._positions.append((when, position.x()))
        if self._drag_start is None and moved.manhattanLength() > self._model.theme.px(_DRAG_THRESHOLD):
            self._drag_start = self._view.scale(), self._view.verticalScrollBar().value()
            self._show_cursor(Qt.CursorShape.ClosedHandCursor)
        if self._drag_start is not None:
            scale, scroll = self._drag_start
            self._view.navigation.show_scale(scale.panned(-moved.x()))
            self._view.verticalScrollBar().setValue(scroll - round(moved.y()))

    def release(self, position: QPointF, when: int) -> None:
        """End a drag, with a flick if it was fast, or open the clicked card; a click beside all cards selects nothing.

        `when` is the time of the event in milliseconds.
        """
        was_dragged, was_pressed = self.is_dragging, self._pressed_at is not None
        self.cancel()
        if was_dragged:
            self._view.navigation.animation.fling(self._view.scale(), -self._speed(when))
        elif was_pressed and not self._was_moving:
            self._clicked_card, era = self._card_at(position), self._view.eras.band_at(position)
            self._has_clicked_era = era is not None
            if era is not None:
                self._view.eras.show_whole(era)
            else:
                self._open(self._clicked_card, self._chip_at(position), self._label_at(position))
        self._show_cursor(Qt.CursorShape.ArrowCursor)

    def _open(self, card: SceneCard | None, chip: LaneChip | None, label: LaneLabel | None) -> None:
        """Do what a click on a card, a chip, the label of a lane or on none of them does."""
        if chip is not None:
            self._model.open_cluster(chip.cluster)
        elif card is not None:
            open_card(self._model, card.card)
        elif label is not None:
            self._model.toggle_wide_lane(label.lane.category)
        else:
            self._model.select("")

    def cancel(self) -> None:
        """Forget a press, so that its release neither clicks nor ends a drag."""
        self._pressed_at = self._drag_start = None

    def _speed(self, now: int) -> float:
        """Return the speed at the end of a drag in pixels a second to the right, by the times of the events."""
        recent = [(when, x) for when, x in self._positions if now - when <= _FLICK_TIME]
        if len(recent) < 2 or now <= recent[0][0]:
            return 0.0
        return (recent[-1][1] - recent[0][1]) / (now - recent[0][0]) * 1000

    def double_click(self, position: QPointF) -> None:
        """Magnify to an event, to the time of a cluster, or around the pointer; an era is shown by the first click."""
        if self._has_clicked_era:
            return
        found = self._clicked_card or self._card_at(position)  # the first click may have moved the card away
        if found is None and (self._chip_at(position) or self._label_at(position)):
            return
        if found is None:
            self._view.navigation.zoom(ZOOM_STEP**3, position.x() - self._view.margins.names_width)
        else:
            self._zoom_to(found.card)

    def _zoom_to(self, card: Card) -> None:
        scale = self._view.scale()
        least = 0.0 if card.is_cluster else min(_MIN_FIT_DAYS, scale.days)
        days = max((card.last - card.first) / _EVENT_SHARE, least)
        middle = (card.first + card.last) / 2
        self._view.navigation.move_to(TimeScale.spanning(middle - days / 2, middle + days / 2, scale.width))

    def wheel(self, event: QWheelEvent) -> None:
        """Magnify at the pointer by a wheel, with Shift move along time; move by a trackpad, with Ctrl magnify."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._view.navigation.pan(-pixels.x(), -pixels.y())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(angle.x()) > abs(angle.y()):
            self._view.navigation.pan(-(angle.x() or angle.y()), 0)
        else:
            anchor = event.position().x() - self._view.margins.names_width
            self._view.navigation.zoom(ZOOM_STEP ** (angle.y() / 120), anchor)
        event.accept()

    def show_tooltip(self, event: QHelpEvent) -> None:
        """Show what the card, the chip, the era or the label of a lane under the pointer says in full as a tooltip."""
        point = QPointF(event.pos())
        card, chip, label = self._card_at(point), self._chip_at(point), self._label_at(point)
        era = self._view.eras.band_at(point)
        if chip is not None:
            text = chip.full_text
        elif card is not None:
            text = self._dates_and_titles(card)
        elif era is not None:
            text = "\n".join(self._view.eras.lines(era))
        else:
            text = label.texts.full_text if label is not None else ""
        QToolTip.showText(event.globalPos(), tooltip_html(text), self._view.viewport())

    def _dates_and_titles(self, shown: SceneCard) -> str:
        heads = shown.card.heads[:_MOST_TITLES]
        lang = self._model.state.lang
        lines = [f"{date_label(head.date, lang, head.time)}  {head.title}" for head in heads]
        if shown.card.size > len(heads):
            lines.append(f"+{shown.card.size - len(heads)}")
        return "\n".join(lines)

    def _card_at(self, point: QPointF) -> SceneCard | None:
        position = self._in_lanes(point)
        return None if position is None else self._view.scene().card_at(*position)

    def _chip_at(self, point: QPointF) -> LaneChip | None:
        position = self._in_lanes(point)
        if position is None:
            return None
        chips = (chip for label in self._view.lane_labels() for chip in label.chips)
        return next((chip for chip in chips if chip.box.contains(*position)), None)

    def _label_at(self, point: QPointF) -> LaneLabel | None:
        position = self._in_lanes(point)
        if position is None:
            return None
        return next((label for label in self._view.lane_labels() if label.click_box.contains(*position)), None)

    def _in_lanes(self, point: QPointF) -> tuple[float, float] | None:
        """Return x and y of a point as scenes count them, or None above the lanes."""
        margins = self._view.margins
        y = point.y() - margins.axis_height
        return None if y < 0 else (point.x() - margins.names_width, y + self._view.verticalScrollBar().value())

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        self._view.viewport().setCursor(shape)
