"""The tide of the whole store, with the timeline's viewport as a window that can be dragged and resized."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtviewer.domain.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.query import EventQuery
from qtviewer.timeline.scale import SHORTEST_VIEW
from qtviewer.timeline.tide import Tide, tide_of
from qtviewer.ui.painting import fill_box
from qtviewer.ui.theme import text_width
from qtviewer.ui.view_model import ViewModel, days_of

_STEPS = 240
_CREST = 14  # pixels from the top that the tide reaches where it is highest
_DEEPEST = 0.75  # share of the panel that shines through at the bottom
_YEAR_GAP = 44  # pixels between the names of two years
_HANDLE = 8  # pixels at either side of an edge where it can be caught


class Overview(QWidget):
    """The strip below the timeline."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._caught: tuple[str, float] | None = None
        self._all_days: list[float] | None = None
        self._tide_picture: tuple[object, QPixmap] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        model.query_changed.connect(self._rebuild)
        for signal in (model.viewport_changed, model.language_changed, model.theme_changed):
            signal.connect(self.update)
        self._rebuild()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 92)

    def tide(self) -> Tide:
        """The scale and heights that are shown."""
        return self._tide

    def _rebuild(self) -> None:
        """Raise the tide of the matching events, on a scale that stays the same for all queries."""
        source = self._model.source
        if self._all_days is None:
            is_everything = self._model.state.query == EventQuery()
            everything = self._model.heads if is_everything else source.heads(EventQuery(), self._model.state.lang)
            self._all_days = days_of(everything)
        first, last = source.extent(EventQuery()) or (0, 1)
        margin = max((last - first) * 0.01, 5.0)
        stretch = max(first - margin, MIN_DAY), min(last + 1 + margin, MAX_DAY + 1.0)
        self._tide = tide_of(days_of(self._model.heads), *stretch, _STEPS, self._all_days)
        self.update()

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_tide(painter)
        left, right = self._window()
        left, right = max(left, 2.0), min(max(right, left + 6), self.width() - 2.0)
        self._paint_shade(painter, left, right)
        self._paint_years(painter)
        self._paint_window(painter, left, right)

    def _paint_tide(self, painter: QPainter) -> None:
        key = (self._tide, self._model.state.theme, self.size())
        if self._tide_picture is None or self._tide_picture[0] != key:
            self._tide_picture = key, self._tide_as_picture()
        painter.drawPixmap(0, 0, self._tide_picture[1])

    def _tide_as_picture(self) -> QPixmap:
        """The water: its colour above, the panel shining through below."""
        theme, width, height, ratio = self._model.theme, self.width(), self.height(), self.devicePixelRatioF()
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._surface(), QColor(theme.tide))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        shade = QColor(theme.panel)
        for y in range(_CREST, height):
            shade.setAlphaF(_DEEPEST * (y - _CREST) / (height - _CREST))
            fill_box(painter, QRectF(0, y, width, 1), shade)
        painter.end()
        return picture

    def _surface(self) -> QPainterPath:
        width, height = self.width(), self.height()
        ys = [height - 4 - share * (height - 4 - _CREST) for share in self._tide.heights]
        path = QPainterPath(QPointF(0, height))
        path.lineTo(QPointF(0, ys[0]))
        for at, y in enumerate(ys):
            path.lineTo(QPointF((at + 0.5) / _STEPS * width, y))
        path.lineTo(QPointF(width, ys[-1]))
        path.lineTo(QPointF(width, height))
        return path

    def _paint_years(self, painter: QPainter) -> None:
        """Names of years, the later of two that would touch giving way to a year that more events tell of."""
        theme = self._model.theme
        font = theme.font(14)
        painter.setFont(font)
        taken: list[tuple[float, float]] = []
        for year, x in self._years():
            label = self._year_label(year)
            end = x + text_width(label, font)
            if end > self.width() - 4 or any(x < right + _YEAR_GAP and left < end + _YEAR_GAP for left, right in taken):
                continue
            taken.append((x, end))
            path = QPainterPath()
            path.addText(QPointF(x, self.height() - 8), font, label)
            painter.strokePath(path, QPen(QColor(theme.panel), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.fillPath(path, QColor(theme.ink))

    def _years(self) -> list[tuple[int, float]]:
        """Years that begin in the strip and where, those with most room first."""
        first, last = civil_day(int(self._tide.times[0])).year, civil_day(int(self._tide.times[-1])).year
        step = max((last - first) // 200, 1)
        years = [(year, self._x(day_number(year))) for year in range(first, last + 1, step)]
        rooms = [(self._x(day_number(min(year + step, 9999))) - x, year, x) for year, x in years]
        return [(year, max(x, 0.0) + 10) for _room, year, x in sorted(rooms, reverse=True)]

    def _year_label(self, year: int) -> str:
        if year > 0:
            return str(year)
        return f"公元前{1 - year}" if self._model.state.lang == "zh" else f"{1 - year} BCE"

    def _paint_shade(self, painter: QPainter, left: float, right: float) -> None:
        shade = QColor(self._model.theme.panel)
        shade.setAlpha(110)
        fill_box(painter, QRectF(0, 0, left, self.height()), shade)
        fill_box(painter, QRectF(right, 0, self.width() - right, self.height()), shade)

    def _paint_window(self, painter: QPainter, left: float, right: float) -> None:
        ink = QColor(self._model.theme.ink)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, 2, right - left, self.height() - 4), 6, 6)
        painter.setBrush(ink)
        for x in (left, right):
            painter.drawRoundedRect(QRectF(x - 4, self.height() / 2 - 12, 8, 24), 4, 4)

    # --- moving the window

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
            self._model.show(centre - half, centre + half)
            part = "window"
        self._caught = part, self._time(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was caught."""
        x = event.position().x()
        if self._caught is None:
            is_edge = self._part_at(x) in ("left", "right")
            self.setCursor(Qt.CursorShape.SizeHorCursor if is_edge else Qt.CursorShape.OpenHandCursor)
            return
        part, start = self._caught
        state, time = self._model.state, self._time(x)
        if part == "left":
            self._model.show(min(time, state.last - SHORTEST_VIEW), state.last)
        elif part == "right":
            self._model.show(state.first, max(time, state.first + SHORTEST_VIEW))
        else:
            self._model.show(state.first + time - start, state.last + time - start)
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
