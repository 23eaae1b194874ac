"""The frames of the timeline's canvas: what it shows, and how little has to be painted when the view has moved."""

from collections.abc import Callable
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QWidget

from qtviewer.timeline.scene import Scene
from qtviewer.timeline.scene_shift import SceneShift, places_of_lanes, shift_between
from qtviewer.timeline.thread_line import changed_pieces
from qtviewer.ui.timeline.scene_details import SceneDetails
from qtviewer.ui.timeline.scene_painter import ScenePainter
from qtviewer.ui.timeline.time_band import TimeBand


class Frame(NamedTuple):
    """Everything that is painted at one time."""

    scene: Scene
    details: SceneDetails


class CanvasFrames:
    """Paints the frames that `next_frame` returns; `painter` returns who paints them, which changes with the theme.

    A frame of a moving view is made from the one before: Qt moves its pixels, and only the rest is painted.
    """

    def __init__(self, canvas: QWidget, painter: Callable[[], ScenePainter], next_frame: Callable[[], Frame]) -> None:
        self._canvas = canvas
        self._painter = painter
        self._next_frame = next_frame
        self._frame: Frame | None = None  # what the canvas shows once it has painted what it was asked to

    @property
    def is_whole(self) -> bool:
        """Whether everything that was to be painted has been, and no text is to follow."""
        return self._frame is not None

    def repaint_all(self) -> None:
        """Have everything painted anew."""
        self._frame = None
        self._canvas.update()

    def repaint_moved(self) -> None:
        """Have painted what is new after a movement of the view along time."""
        before, after = self._frame, self._next_frame()
        self._frame = after
        if before is None or not _have_same_names(before, after):
            self._canvas.update()
            return
        lanes = self._painter().lanes_rect(after.scene.viewport)
        self._canvas.update(QRect(0, 0, self._canvas.width(), lanes.top()))
        shift = shift_between(before.scene, after.scene)
        if shift is None or _bands_in_both(before, after) != _bands_in_both(after, before):
            self._canvas.update(lanes)
        else:
            self._canvas.scroll(shift.pixels, 0, lanes)
            self._canvas.update(self._changed_region(before, after, shift))

    def _changed_region(self, before: Frame, after: Frame, shift: SceneShift) -> QRegion:
        """Return what has to be painted of lanes whose pixels were moved, besides what came in."""
        painter = self._painter()
        fixed = painter.fixed_boxes(*after)
        moved_along = (box._replace(x=box.x + shift.pixels) for box in painter.fixed_boxes(*before))
        thread = changed_pieces(before.details.thread, after.details.thread, shift.pixels)
        return painter.region_of(chain(shift.changed, fixed, moved_along, thread), after.scene.viewport)

    def paint(self, scene: Scene, region: QRegion) -> None:
        """Paint a region of the canvas, which shows a scene; called in its paint event."""
        if self._frame is None or self._frame.scene is not scene:
            self._frame = self._next_frame()
        painter = QPainter(self._canvas)
        self._painter().paint(painter, *self._frame, region)
        painter.end()
        if self._painter().left_out:
            self._frame = None  # the next one is painted anew, with their texts


def _bands_in_both(frame: Frame, other: Frame) -> list[TimeBand]:
    """Return the bands of a frame that touch the times which are also in view in another one."""
    first = max(each.scene.viewport.scale.left for each in (frame, other))
    last = min(each.scene.viewport.scale.right for each in (frame, other))
    return [band for band in frame.details.bands if band.first < last and band.last > first]


def _have_same_names(frame: Frame, other: Frame) -> bool:
    """Return whether frames differ neither in their lanes nor in what is said of these."""
    if frame.details.lane_labels is other.details.lane_labels:
        return frame.details.empty_line == other.details.empty_line
    return _names(frame) == _names(other)


def _names(frame: Frame) -> list[object]:
    """Return the same value for frames that differ neither in their lanes nor in what is said of these."""
    texts = ((label.texts, label.name, label.event_count, label.chips) for label in frame.details.lane_labels)
    return [frame.details.empty_line, places_of_lanes(frame.scene), *texts]
