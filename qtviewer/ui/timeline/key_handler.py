"""The keyboard on the timeline."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from qtviewer.domain.source import EventHead
from qtviewer.ui.timeline.movable_view import MovableView
from qtviewer.ui.timeline.pointer_handler import ZOOM_STEP
from qtviewer.ui.view_model import ViewModel

_PAGE = 0.8  # share of the width in view by which a page key moves


class KeyHandler:
    """Moves between events by arrows, along time by page keys, and magnifies by plus and minus."""

    def __init__(self, view: MovableView, model: ViewModel) -> None:
        self._view = view
        self._model = model
        keys, navigation = Qt.Key, view.navigation
        self._actions: dict[Qt.Key, Callable[[], None]] = {
            keys.Key_Left: lambda: self._select(model.events.neighbour(-1)),
            keys.Key_Right: lambda: self._select(model.events.neighbour(1)),
            keys.Key_Up: lambda: self._select_in_lane(-1),
            keys.Key_Down: lambda: self._select_in_lane(1),
            keys.Key_Home: lambda: self._select(model.events.outermost(1)),
            keys.Key_End: lambda: self._select(model.events.outermost(-1)),
            keys.Key_PageUp: lambda: navigation.page(-_PAGE),
            keys.Key_PageDown: lambda: navigation.page(_PAGE),
            keys.Key_Plus: lambda: navigation.zoom(ZOOM_STEP),
            keys.Key_Equal: lambda: navigation.zoom(ZOOM_STEP),
            keys.Key_Return: self._toggle_lane_of_selection,
            keys.Key_Enter: self._toggle_lane_of_selection,
            keys.Key_Minus: lambda: navigation.zoom(1 / ZOOM_STEP),
            keys.Key_Space: self._list_next_chip,
        }

    def press(self, key: int) -> bool:
        """Handle a key of `Qt.Key`; return False if it does nothing here."""
        action = self._actions.get(Qt.Key(key))
        if action is not None:
            action()
        return action is not None

    def _toggle_lane_of_selection(self) -> None:
        """Open the lane of the selected event wide, or close it again."""
        selected = self._model.events.head(self._model.state.selected)
        if selected is not None:
            self._model.toggle_wide_lane(selected.category)

    def _list_next_chip(self) -> None:
        """List what the first chip in view counts, or the one after that which is listed; the first after the last."""
        clusters = [chip.cluster for label in self._view.lane_labels() for chip in label.chips]
        listed = self._model.state.cluster
        place = next((at for at, each in enumerate(clusters) if listed and listed.lists_same_as(each)), -1)
        if clusters:
            self._model.open_cluster(clusters[(place + 1) % len(clusters)])

    def _select(self, head: EventHead | None) -> None:
        if head is not None:
            self._model.select(head.id)

    def _select_in_lane(self, step: int) -> None:
        """Select the event nearest in time in the next lane below (1) or above (-1) that has any."""
        selected, counts = self._model.events.head(self._model.state.selected), self._model.category_counts
        if selected is None:
            self._select(self._model.events.nearest())
            return
        lanes = self._model.lane_categories()
        current = lanes.index(selected.category) if selected.category in lanes else -1
        others = lanes[current + 1 :] if step > 0 else lanes[: max(current, 0)][::-1]
        following = [lane for lane in others if counts.get(lane)]
        if following:
            self._select(self._model.events.nearest_in_category(following[0]))
