"""The part of the timeline view that its input handlers use."""

from typing import Protocol

from PySide6.QtWidgets import QScrollBar, QWidget

from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import Scene
from qtviewer.ui.timeline.era_navigator import EraNavigator
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.timeline.navigation import TimelineNavigation


class MovableView(Protocol):
    """A timeline that mouse, touch and keys read and move; implemented by `TimelineView`."""

    @property
    def navigation(self) -> TimelineNavigation:
        """Moves the view along time."""

    @property
    def eras(self) -> EraNavigator:
        """Finds the eras in view, and moves the view to one."""

    @property
    def margins(self) -> Margins:
        """Sizes of the column of lane names and of the axis."""

    def viewport(self) -> QWidget:
        """Return the widget that is painted on."""

    def verticalScrollBar(self) -> QScrollBar:  # noqa: N802 - Qt's name
        """Return the scroll bar of the lanes."""

    def scale(self) -> TimeScale:
        """Return the scale in view."""

    def scene(self) -> Scene:
        """Return the scene in view."""

    def lane_labels(self) -> list[LaneLabel]:
        """Return the labels of the lanes in view, with their chips."""

    def layout_at(self, scale: TimeScale) -> Layout:
        """Return the cards in and around the view at a scale."""
