"""What the keyboard does to the timeline."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from qtviewer.domain.source import EventHead
from qtviewer.ui.timeline.movable_view import MovableView
from qtviewer.ui.timeline.pointer import ZOOM_STEP
from qtviewer.ui.view_model import ViewModel

_PAGE = 0.8  # share of the view that a page key moves


class TimelineKeys:
    """Arrows move between events, page keys along time, plus and minus magnify."""

    def __init__(self, view: MovableView, model: ViewModel) -> None:
        self._view = view
        self._model = model
        keys, navigation = Qt.Key, view.navigation
        self._actions: dict[Qt.Key, Callable[[], None]] = {
            keys.Key_Left: lambda: self._select(model.events.neighbour(-1)),
            keys.Key_Right: lambda: self._select(model.events.neighbour(1)),
            keys.Key_Up: lambda: self._step_lane(-1),
            keys.Key_Down: lambda: self._step_lane(1),
            keys.Key_Home: lambda: self._select(model.events.outermost(1)),
            keys.Key_End: lambda: self._select(model.events.outermost(-1)),
            keys.Key_PageUp: lambda: navigation.page(-_PAGE),
            keys.Key_PageDown: lambda: navigation.page(_PAGE),
            keys.Key_Plus: lambda: navigation.zoom(ZOOM_STEP),
            keys.Key_Equal: lambda: navigation.zoom(ZOOM_STEP),
            keys.Key_Minus: lambda: navigation.zoom(1 / ZOOM_STEP),
        }

    def press(self, key: int) -> bool:
        """Do what a key stands for; False when it stands for nothing here."""
        action = self._actions.get(Qt.Key(key))
        if action is not None:
            action()
        return action is not None

    def _select(self, head: EventHead | None) -> None:
        if head is not None:
            self._model.select(head.id)

    def _step_lane(self, step: int) -> None:
        """Choose the event nearest in time in the next lane that has one."""
        selected, counts = self._model.events.head(self._model.state.selected), self._model.category_counts
        if selected is None:
            self._select(self._model.events.nearest())
            return
        lanes = [lane.category for lane in self._view.layout_at(self._view.scale()).lanes]
        at = lanes.index(selected.category) if selected.category in lanes else -1
        following = [lane for lane in (lanes[at + 1 :] if step > 0 else lanes[: max(at, 0)][::-1]) if counts.get(lane)]
        if following:
            self._select(self._model.events.nearest_in_category(following[0]))
