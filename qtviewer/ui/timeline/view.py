"""The timeline: lanes of cards over an axis of time."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import Scene
from qtviewer.ui.guard import guarded
from qtviewer.ui.timeline.canvas_frames import CanvasFrames, Frame
from qtviewer.ui.timeline.content import TimelineContent
from qtviewer.ui.timeline.empty_hint import EmptyHint
from qtviewer.ui.timeline.era_navigator import EraNavigator
from qtviewer.ui.timeline.idle_work import IdleWork
from qtviewer.ui.timeline.key_handler import KeyHandler
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.lane_style import LaneStyle
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.timeline.navigation import TimelineNavigation
from qtviewer.ui.timeline.pointer_handler import PointerHandler
from qtviewer.ui.timeline.scene_details import SceneDetails
from qtviewer.ui.timeline.selection_revealer import SelectionRevealer
from qtviewer.ui.timeline.touch_handler import TouchHandler
from qtviewer.ui.view_model import ViewModel


@guarded
class TimelineView(QAbstractScrollArea):
    """Shows the events of a model, and changes its visible range and selection.

    `navigation`: moves the view along time
    `eras`: finds the eras in view, and moves the view to one
    `hint`: the button that leads to the nearest event where none is in view
    """

    def __init__(self, model: ViewModel, parent: QWidget | None = None, style: LaneStyle = LaneStyle()) -> None:
        super().__init__(parent)
        self._model = model
        self._was_shown = False
        self._set_up_area()
        self._content = TimelineContent(model, self, style)
        self._frames = CanvasFrames(self.viewport(), lambda: self._content.scene_painter, self._next_frame)
        self.navigation = TimelineNavigation(model, self._content, self)
        self.eras = EraNavigator(self._content, self.navigation, self)
        self._revealer = SelectionRevealer(model, self._content, self.navigation, self.verticalScrollBar())
        self._pointer = PointerHandler(self, model)
        self._touch = TouchHandler(self, self._pointer)
        self._keys = KeyHandler(self, model)
        self._idle_work = IdleWork(self._content, self.navigation.animation, lambda: self._pointer.is_dragging, self)
        self._idle_work.settled.connect(self._finish_movement)
        self.hint = EmptyHint(model, self)
        self.hint.clicked.connect(self.reveal_selection)  # even if it was selected before
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._name()
        self._show_changes()
        model.theme_changed.connect(self.restyle)
        model.language_changed.connect(self.restyle)
        model.query_changed.connect(self._on_query_changed)
        model.viewport_changed.connect(self._on_viewport_changed)
        model.wide_lane_changed.connect(self._show_changes)
        model.selection_changed.connect(self.reveal_selection)
        model.lunar_calendar_loaded.connect(self._on_calendar_loaded)
        model.today_changed.connect(self.restyle)

    def _set_up_area(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        canvas = QWidget()
        canvas.setMouseTracking(True)
        canvas.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        canvas.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(canvas)

    def restyle(self) -> None:
        """Take over the model's theme and language, and free all pictures of cards."""
        self._content.restyle()
        self._name()
        self._show_changes()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Timeline"))

    @property
    def margins(self) -> Margins:
        """Sizes of the lane names and the axis."""
        return self._content.margins

    def scale(self) -> TimeScale:
        """Return the scale in view."""
        return self._content.scale()

    def scene(self) -> Scene:
        """Return the scene in view; while the view moves, without the sums of its lanes."""
        return self._content.scene(at_rest=self.navigation.is_settled)

    def lane_labels(self) -> list[LaneLabel]:
        """Return the labels of the lanes in view."""
        return self._content.lane_labels(self.scene())

    def chips(self) -> list[LaneChip]:
        """Return the chips of the lanes in view."""
        return [chip for label in self.lane_labels() for chip in label.chips]

    def layout_at(self, scale: TimeScale) -> Layout:
        """Return the cards in and around the view at a scale."""
        return self._content.layout_at(scale)

    # --- movement

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing moves, everything has settled, and likely next views are prepared."""
        return self._idle_work.is_done and not self.navigation.animation.is_running

    @property
    def is_painted_whole(self) -> bool:
        """Whether no text of a card is left out, as happens for some frames while much comes into view at a time."""
        return self._frames.is_whole

    def reveal_selection(self) -> None:
        """Bring the selected event into view, moving no more than needed; animated."""
        self._frames.repaint_all()
        self._revealer.reveal(animated=True)

    def _finish_movement(self, has_changed: bool) -> None:
        """Paint the settled lanes, and show the hint if there is neither a card nor a chip in them."""
        if has_changed or not self.navigation.is_settled:
            self._frames.repaint_all()
        self.navigation.is_settled = True
        self._revealer.finish()
        if not (self.scene().cards or self.chips()):
            self.hint.show_nearest_event(self.margins)

    # --- changes of the model and the scroll bar

    def _on_query_changed(self) -> None:
        self._content.update_query()
        self._show_changes()

    def _on_viewport_changed(self) -> None:
        self.navigation.stop_if_interrupted()
        self.hint.hide()
        if self.isVisible():
            self._frames.repaint_moved()
            self._idle_work.restart()

    def _on_calendar_loaded(self) -> None:
        self._content.card_painter.name_festivals()
        self._frames.repaint_all()

    def _on_scrolled(self) -> None:
        self.hint.hide()  # there may be cards in the lanes that come into view
        self._idle_work.settle_later()

    def _show_changes(self) -> None:
        if self.isVisible():
            self._content.update_style()
        self.hint.hide()
        self._frames.repaint_all()
        if self.isVisible():
            self._idle_work.restart()

    # --- events, overridden from QAbstractScrollArea

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is missing of the scene."""
        self._frames.paint(self.scene(), event.region())

    def _next_frame(self) -> Frame:
        """Return the frame that shows the scene as it is now."""
        content, scene = self._content, self.scene()
        festivals, calendar = content.calendar.bands_and_line(scene.viewport.scale)
        eras = content.eras.bands(scene.viewport.scale)
        bands = [*content.eras.grounds(eras), *festivals]
        labels, is_moving = content.lane_labels(scene), not self.navigation.is_settled
        selected, empty_line = self._model.state.selected, content.empty_line(scene)
        today, eras_shown = self._model.today, (content.eras, eras)
        thread = content.thread.line(scene)
        details = SceneDetails(labels, selected, bands, calendar, is_moving, today, empty_line, eras_shown, thread)
        return Frame(scene, details)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new size."""
        super().resizeEvent(event)
        self._show_changes()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the selected event into view, without an animation when shown for the first time."""
        super().showEvent(event)
        self._frames.repaint_all()
        self._revealer.reveal(animated=self._was_shown)
        self._was_shown = True
        self._show_changes()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop all timers: the store may be closed before this widget is deleted."""
        super().hideEvent(event)
        self.navigation.animation.stop()
        self._idle_work.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Magnify or move."""
        self._pointer.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag, or show what can be clicked."""
        self._pointer.move(event.position(), event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.release(event.position(), event.timestamp())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Magnify."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.double_click(event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tooltip of the card under the pointer, and handle touch events."""
        if isinstance(event, QHelpEvent):
            self._pointer.show_tooltip(event)
            return True
        if isinstance(event, QTouchEvent):
            return self._touch.handle(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between events and along time."""
        if not self._keys.press(event.key()):
            super().keyPressEvent(event)
