"""The overview: the density curve of all times, with a window over the visible range to drag and resize."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtviewer.domain.event_query import EventQuery
from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.timeline.scale import MIN_VIEW_DAYS
from qtviewer.ui.guard import guarded
from qtviewer.ui.timeline.visible_range_label import visible_range_label
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.timeline.overview_ticks import OverviewTick
    from qtviewer.ui.timeline.overview_pictures import OverviewPictures

_KEY_STEP = 0.1  # share of the window by which an arrow moves it, and plus and minus move its edges
_HANDLE = 8  # pixels at either side of an edge where it can be dragged


@guarded
class Overview(QWidget):
    """The strip below the timeline; `about_to_jump` is emitted before a click moves the window to another time."""

    about_to_jump = Signal()

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._days = model.source.extent(EventQuery()) or (0, 1)
        self._counted: OverviewPictures | None = None
        self._painted_edges: tuple[int, int] | None = None
        self._dragged: tuple[str, float] | None = None  # the part, and the time under the pointer
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the timeline
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._name()
        model.lunar_calendar_loaded.connect(self._count_events)
        model.query_changed.connect(self._on_query_changed)
        model.language_changed.connect(self._name)
        model.viewport_changed.connect(self._on_viewport_changed)
        for signal in (model.language_changed, model.theme_changed):
            signal.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size that is as high as the overview always is."""
        return QSize(400, 54)

    def density_curve(self) -> DensityCurve:
        """Return the curve that is shown; before the events are counted, a scale of even steps without heights."""
        if self._counted is None:
            return DensityCurve((float(self._days[0]), self._days[1] + 1.0), (0.0, 1.0), ())
        return self._counted.curve

    def axis_ticks(self) -> "list[OverviewTick]":
        """Return the ticks below the curve, from the left; none before the events are counted."""
        return [] if self._counted is None else self._counted.axis().ticks

    def value_text(self) -> str:
        """Return the visible range in words."""
        state = self._model.state
        return visible_range_label(state.first, state.last, state.lang)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Overview of all times"))

    def _count_events(self) -> None:
        """Count the events after the first frame, which need not wait for the tenth of a second that a million take."""
        from qtviewer.ui.timeline.overview_pictures import OverviewPictures  # noqa: PLC0415 - after the first frame

        self._counted = OverviewPictures(self._model, self)
        self.update()

    def _on_query_changed(self) -> None:
        if self._counted is not None:
            self._counted.update()
        self.update()

    def _on_viewport_changed(self) -> None:
        """Paint the window where it is now, unless it has the same pixels as before."""
        if self._painted_edges != self._edge_pixels():
            self.update()

    def _edge_pixels(self) -> tuple[int, int]:
        """Return the pixels at which the edges of the window are painted: some apart, and inside of the strip."""
        left, right = self._window_edges()
        return round(max(left, 2.0)), round(min(max(right, left + 6), self.width() - 2.0))

    def _window_edges(self) -> tuple[float, float]:
        """Return where the visible range begins and ends, in pixels."""
        state = self._model.state
        return self._x(state.first), self._x(state.last)

    def _x(self, time: float) -> float:
        return self.density_curve().position_at(time) * self.width()

    def _time(self, x: float) -> float:
        return self.density_curve().time_at(min(max(x / max(self.width(), 1), 0.0), 1.0))

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint curve, axis and window; before the events are counted, only the ground."""
        painter = QPainter(self)
        if self._counted is None:
            painter.fillRect(self.rect(), QColor(self._model.theme.panel))
            return
        left, right = self._painted_edges = self._edge_pixels()
        pictures = self._counted.pictures()
        parts = (
            (pictures.out_of_view, 0, left),
            (pictures.in_view, left, right),
            (pictures.out_of_view, right, self.width()),
        )
        for picture, start, end in parts:
            painter.drawPixmap(QPointF(start, 0), picture, pictures.source_rect(start, end))
        self._paint_today(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_window(painter, left, right)

    def _paint_today(self, painter: QPainter) -> None:
        """Paint a line where today begins, if the strip reaches that far."""
        times, today = self.density_curve().times, self._model.today
        if times[0] <= today < times[-1]:
            x = min(round(self._x(today)), self.width() - 1)
            painter.fillRect(QRectF(x, 0, 1, self.height()), QColor(self._model.theme.accent))

    def _paint_window(self, painter: QPainter, left: float, right: float) -> None:
        theme, has_focus = self._model.theme, self.hasFocus()
        pen = QPen(QColor(theme.accent if has_focus else theme.ink), 4 if has_focus else 2)
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(left, 2, right - left, self.height() - 4), 6, 6)
        painter.strokePath(edge, pen)
        for x in (left, right):
            handle = QPainterPath()
            handle.addRoundedRect(QRectF(x - 4, self.height() / 2 - 12, 8, 24), 4, 4)
            painter.fillPath(handle, pen.brush())
            painter.strokePath(handle, pen)

    # --- moving the window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the window with the arrows, resize it with plus and minus, which show less and more time."""
        keys, state = Qt.Key, self._model.state
        length, step = state.last - state.first, (state.last - state.first) * _KEY_STEP
        changes = {
            keys.Key_Left: (-step, -step),
            keys.Key_Right: (step, step),
            keys.Key_PageUp: (-length, -length),
            keys.Key_PageDown: (length, length),
            keys.Key_Home: (self._days[0] - state.first, self._days[0] - state.first),
            keys.Key_End: (self._days[1] + 1 - state.last, self._days[1] + 1 - state.last),
            keys.Key_Plus: (step, -step),
            keys.Key_Equal: (step, -step),
            keys.Key_Minus: (-step, step),
        }
        change = changes.get(keys(event.key()))
        if change is None:
            super().keyPressEvent(event)
        elif length + change[1] - change[0] >= MIN_VIEW_DAYS:
            self._model.set_visible_range(state.first + change[0], state.last + change[1])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag an edge or the window; elsewhere, move the window there first."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        part = self._part_at(x)
        if part == "outside":
            state = self._model.state
            half = (state.last - state.first) / 2
            centre = self._time(x)
            self.about_to_jump.emit()
            self._model.set_visible_range(centre - half, centre + half)
            part = "window"
        self._dragged = part, self._time(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is dragged, or show what can be."""
        x = event.position().x()
        if self._dragged is None:
            is_edge = self._part_at(x) in ("left", "right")
            shapes = Qt.CursorShape
            self.setCursor(shapes.SizeHorCursor if is_edge else shapes.OpenHandCursor)
            return
        part, start = self._dragged
        state, time = self._model.state, self._time(x)
        if part == "left":
            self._model.set_visible_range(min(time, state.last - MIN_VIEW_DAYS), state.last)
        elif part == "right":
            self._model.set_visible_range(state.first, max(time, state.first + MIN_VIEW_DAYS))
        else:
            self._model.set_visible_range(state.first + time - start, state.last + time - start)
            self._dragged = part, time

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End a drag."""
        self._dragged = None

    def _part_at(self, x: float) -> str:
        """Return what a drag would move at a pixel: "left", "right", "window", or "outside" for nothing.

        The edges of a narrow window can only be dragged from outside of it.
        """
        left, right = self._window_edges()
        is_narrow = right - left < 3 * _HANDLE
        inside, outside = (-_HANDLE / 2, 1.5 * _HANDLE) if is_narrow else (_HANDLE, _HANDLE)
        if left - outside <= x <= left + inside:
            return "left"
        if right - inside <= x <= right + outside:
            return "right"
        return "window" if left + inside < x < right - inside else "outside"
