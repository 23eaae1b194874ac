"""What the keyboard does to the timeline."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from qtviewer.ui.timeline_pointer import ZOOM_STEP
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.timeline_view import TimelineView

_PAGE = 0.8  # share of the view that a page key moves


class TimelineKeys:
    """Arrows move between events, page keys along time, plus and minus magnify."""

    def __init__(self, view: "TimelineView", model: ViewModel) -> None:
        self._view = view
        self._model = model
        self._actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Up: lambda: self._step_lane(-1),
            Qt.Key.Key_Down: lambda: self._step_lane(1),
            Qt.Key.Key_Home: lambda: self._select_at(0),
            Qt.Key.Key_End: lambda: self._select_at(-1),
            Qt.Key.Key_PageUp: lambda: view.pan(-view.scale().width * _PAGE, 0),
            Qt.Key.Key_PageDown: lambda: view.pan(view.scale().width * _PAGE, 0),
            Qt.Key.Key_Plus: lambda: view.zoom(ZOOM_STEP),
            Qt.Key.Key_Equal: lambda: view.zoom(ZOOM_STEP),
            Qt.Key.Key_Minus: lambda: view.zoom(1 / ZOOM_STEP),
        }

    def press(self, key: int) -> bool:
        """Do what a key stands for; False when it stands for nothing here."""
        action = self._actions.get(Qt.Key(key))
        if action is not None:
            action()
        return action is not None

    def _step(self, step: int) -> None:
        head = self._model.neighbour(step)
        if head is not None:
            self._model.select(head.id)

    def _select_at(self, index: int) -> None:
        if self._model.heads:
            self._model.select(self._model.heads[index].id)

    def _step_lane(self, step: int) -> None:
        """Choose the event nearest in time in the next lane that has one."""
        at = self._model.position.get(self._model.state.selected)
        if at is None:
            self._step(1)
            return
        current = self._model.heads[at]
        lanes = [lane.category for lane in self._view.lanes if lane.size]
        following = lanes.index(current.category) + step
        if 0 <= following < len(lanes):
            members = (head for head in self._model.heads if head.category == lanes[following])
            self._model.select(min(members, key=lambda head: abs(head.date.first_day - current.date.first_day)).id)
