"""The tide of the whole store, with the timeline's viewport as a window that can be dragged and resized."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.timeline.density_curve import BucketCount, DensityCurve, flat_curve, smoothed_counts, with_heights
from qtviewer.timeline.density_histogram import DensityHistogram, density_histogram, merge_categories
from qtviewer.timeline.scale import MIN_VIEW_DAYS
from qtviewer.ui.timeline.density_art import Strip, TideArt, YearNames
from qtviewer.ui.timeline.visible_range_label import visible_range_label
from qtviewer.ui.view_model import ViewModel

Layers = tuple[tuple[str, tuple[float, ...]], ...]
"""Categories from the lowest up, each with the share of the tide that it and those below it make at every step."""

_STEPS = 240
_KEY_STEP = 0.1  # of the window, that an arrow moves it and plus and minus move its edges
_MOST_BUCKETS = 800  # of time, whose events are counted
_HANDLE = 8  # pixels at either side of an edge where it can be caught


class Overview(QWidget):
    """The strip below the timeline; `jumping` tells of a jump to come."""

    jumping = Signal()

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._caught: tuple[str, float] | None = None
        self._days = model.source.extent(EventQuery()) or (0, 1)
        margin = max((self._days[1] - self._days[0]) * 0.01, 5.0)
        self._asked: object = (model.matches, EventQuery())
        self._swells: DensityHistogram = density_histogram(model.matches, EventQuery(), self._days, _MOST_BUCKETS)
        self._sizes: dict[str, list[float]] = {}
        first, last = max(self._days[0] - margin, MIN_DAY), min(self._days[1] + 1 + margin, MAX_DAY + 1.0)
        self._scale = flat_curve(merge_categories(self._swells), first, last)
        self._pictures: tuple[object, TideArt] | None = None
        self._years: tuple[Strip, YearNames] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the timeline
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._name()
        model.query_changed.connect(self._rebuild)
        model.language_changed.connect(self._name)
        for signal in (model.viewport_changed, model.language_changed, model.theme_changed):
            signal.connect(self.update)
        self._rebuild()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 92)

    def tide(self) -> DensityCurve:
        """The scale and heights that are shown."""
        return self._tide

    def value_text(self) -> str:
        """Return the visible range in words."""
        state = self._model.state
        return visible_range_label(state.first, state.last, state.lang)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Overview of all times"))

    def _rebuild(self) -> None:
        """Raise the tide of the matching events, on a scale that stays the same for all queries."""
        model = self._model
        asked = model.matches, model.state.query._replace(categories=None)
        if self._asked != asked:
            self._asked, self._swells, self._sizes = asked, density_histogram(*asked, self._days, _MOST_BUCKETS), {}
        if model.state.query.categories is None:
            self._layers: Layers = ()
            sizes = self._size_of("", merge_categories(self._swells))
        else:
            self._layers, sizes = self._layers_of(model.active_categories())
        self._tide = with_heights(self._scale, sizes)
        self.update()

    def _layers_of(self, active: frozenset[str]) -> tuple[Layers, list[float]]:
        """The share of each category in the tide at every step, one upon the other, and the sizes of all."""
        below, heaped = [0.0] * _STEPS, []
        for category in self._model.source.vocabulary.categories:
            if category in active and category in self._swells:
                sizes = self._size_of(category, self._swells[category])
                below = [under + own for under, own in zip(below, sizes, strict=True)]
                heaped.append((category, below))
        layers = [
            (category, tuple(upto / (total or 1.0) for upto, total in zip(heap, below, strict=True)))
            for category, heap in heaped
        ]
        return tuple(layers), below

    def _size_of(self, category: str, swells: list[BucketCount]) -> list[float]:
        """How much there is of a category, or of all (""), at every step."""
        if category not in self._sizes:
            self._sizes[category] = smoothed_counts(self._scale, swells, _STEPS)
        return self._sizes[category]

    def _window(self) -> tuple[float, float]:
        state = self._model.state
        return self._x(state.first), self._x(state.last)

    def _x(self, time: float) -> float:
        return self._tide.position_at(time) * self.width()

    def _time(self, x: float) -> float:
        return self._tide.time_at(min(max(x / max(self.width(), 1), 0.0), 1.0))

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tide, years and window."""
        painter = QPainter(self)
        left, right = self._window()
        left, right = round(max(left, 2.0)), round(min(max(right, left + 6), self.width() - 2.0))
        art = self._art()
        parts = ((art.shaded, 0, left), (art.bright, left, right), (art.shaded, right, self.width()))
        for picture, start, end in parts:
            painter.drawPixmap(QPointF(start, 0), picture, art.part(start, end))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_window(painter, left, right)

    def _art(self) -> TideArt:
        """The pictures, painted anew only when what they show changes."""
        theme = self._model.theme
        strip = Strip(theme, self.size(), self.devicePixelRatioF())
        if self._years is None or self._years[0] != strip:
            self._years, self._pictures = (strip, YearNames(strip, self._scale)), None
        key = (self._tide, self._layers)
        if self._pictures is None or self._pictures[0] != key:
            categories = self._model.source.vocabulary.categories
            layers = [(theme.category_color(categories[category]), shares) for category, shares in self._layers]
            self._pictures = key, TideArt(strip, self._tide, layers, self._years[1])
        return self._pictures[1]

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
        """Catch an edge or the window; elsewhere bring the window there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        part = self._part_at(x)
        if part == "outside":
            state = self._model.state
            half = (state.last - state.first) / 2
            centre = self._time(x)
            self.jumping.emit()
            self._model.set_visible_range(centre - half, centre + half)
            part = "window"
        self._caught = part, self._time(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was caught."""
        x = event.position().x()
        if self._caught is None:
            is_edge = self._part_at(x) in ("left", "right")
            shapes = Qt.CursorShape
            self.setCursor(shapes.SizeHorCursor if is_edge else shapes.OpenHandCursor)
            return
        part, start = self._caught
        state, time = self._model.state, self._time(x)
        if part == "left":
            self._model.set_visible_range(min(time, state.last - MIN_VIEW_DAYS), state.last)
        elif part == "right":
            self._model.set_visible_range(state.first, max(time, state.first + MIN_VIEW_DAYS))
        else:
            self._model.set_visible_range(state.first + time - start, state.last + time - start)
            self._caught = part, time

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._caught = None

    def _part_at(self, x: float) -> str:
        """What is caught at a pixel; a narrow window is caught as a whole, and by its edges only from outside."""
        left, right = self._window()
        is_narrow = right - left < 3 * _HANDLE
        inside, outside = (-_HANDLE / 2, 1.5 * _HANDLE) if is_narrow else (_HANDLE, _HANDLE)
        if left - outside <= x <= left + inside:
            return "left"
        if right - inside <= x <= right + outside:
            return "right"
        return "window" if left + inside < x < right - inside else "outside"
