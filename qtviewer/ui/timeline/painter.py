"""Paints a scene: ground, ticks, lanes and cards."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from qtviewer.timeline.layout import Lane
from qtviewer.timeline.scene import ALL_LINES, Box, Scene, SceneCard, VisibleLines, visible_lines
from qtviewer.ui.look.text_picture_cache import TextPictureCache, TextStyle
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.timeline.card_painter import CardPainter

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarLine

_LEAST_SEEN = 60  # pixels of a cut card in which there is text
_NAME_INSET = 14
_CALENDAR_SIZE: Final = 14
_HEADING_INSET = 31


class Frame(NamedTuple):
    """Sizes around the scene, in pixels: the column of lane names at the left and the axis above.

    The axis has two lines for ticks and, in `calendar_height`, one for the Chinese calendar.
    """

    names_width: float
    axis_height: float
    calendar_height: float

    @property
    def ticks_height(self) -> float:
        """Height of the lines for ticks."""
        return self.axis_height - self.calendar_height


def frame_for(theme: Theme, names: Iterable[str] | None) -> Frame:
    """A frame with room for names beside the lanes, if there are to be any."""
    if names is None:
        return Frame(0, theme.px(78), theme.px(22))
    widest = max((text_width(name, theme.font(16, bold=True)) for name in names), default=0.0)
    return Frame(min(max(theme.px(150), widest + 36), theme.px(240)), theme.px(78), theme.px(22))


class Band(NamedTuple):
    """A named stretch of time behind the cards."""

    first: float
    last: float
    label: str


class Look(NamedTuple):
    """What is painted beside the scene: name and count of each lane, the id of the selected event, bands behind all.

    While the view is `moving`, cards cut by its edges are drawn as they are, their text unshortened.
    """

    names: dict[str, tuple[str, str]]
    selected: str
    bands: Sequence[Band]
    calendar: "CalendarLine | None"
    moving: bool


class TimelinePainter:
    """Paints scenes in one theme and language."""

    def __init__(self, card_painter: CardPainter, frame: Frame, ratio: float) -> None:
        self._card_painter = card_painter
        self._theme = card_painter.theme
        self._frame = frame
        self._text = TextPictureCache(card_painter.theme, ratio)
        self._ground = self._theme.panel if card_painter.style.has_panel else self._theme.ground
        self._line = QBrush(QColor(self._theme.line))
        self._reaches: dict[str, QPen] = {}

    def label_width(self, text: str) -> float:
        """Width of a label of the axis, in pixels."""
        return self._text.line_width(text, 16, bold=True)

    def calendar_width(self, text: str) -> float:
        """Width of a name in the calendar's line, in pixels."""
        return self._text.line_width(text, _CALENDAR_SIZE, bold=False)

    def paint(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """Paint everything."""
        frame, viewport = self._frame, scene.viewport
        width, height = viewport.scale.width, frame.axis_height + viewport.height
        painter.fillRect(painter.window(), QColor(self._ground))  # beside a scroll bar's room, too
        painter.save()
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, 0, width, height))
        self._paint_bands(painter, scene, look.bands, height)
        calendar = look.calendar
        self._paint_tick_lines(painter, scene, height, interrupted=bool(calendar and calendar.labels))
        self._paint_axis_labels(painter, scene)
        if calendar is not None:
            self._paint_calendar(painter, calendar)
        painter.restore()
        if calendar is not None:
            self._paint_year(painter, calendar.year)
        painter.save()
        painter.translate(0, frame.axis_height - viewport.top)
        painter.setClipRect(QRectF(0, viewport.top, frame.names_width + width, viewport.height))
        self._paint_lanes(painter, scene, look.names)
        painter.translate(frame.names_width, 0)
        painter.setClipRect(QRectF(0, viewport.top, width, viewport.height))
        for card in scene.cards:
            lines = ALL_LINES if look.moving else visible_lines(card.box, viewport)
            if lines is not None and (look.moving or self._tells_something(card)):
                self._paint_card(painter, card, look, lines)
        for lane in scene.lanes if not frame.names_width else ():
            self._paint_heading(painter, lane, scene, look.names[lane.category][0])
        painter.restore()

    def _paint_bands(self, painter: QPainter, scene: Scene, bands: Sequence[Band], height: float) -> None:
        """Paint the bands, and their names at the bottom where no card is in the way."""
        scale = scene.viewport.scale
        for band in bands:
            left, right = scale.x_at(band.first), scale.x_at(band.last)
            painter.fillRect(QRectF(left, 0, right - left, height), QColor(self._theme.festival))
            seen_left, seen_right = max(left, 0.0), min(right, scale.width)
            used = TextStyle(14, bold=False, ink=self._theme.accent)
            width = self._text.line_width(band.label, 14, bold=False)
            if width <= seen_right - seen_left:
                x = (seen_left + seen_right - width) / 2
                top = height - 6 - self._text.line_height(14, bold=False)
                named = Box(x, scene.viewport.bottom - height + top, width, height - top)
                if any(card.box.overlaps(named) for card in scene.cards):
                    continue
                self._text.draw(painter, QPointF(x, top), band.label, used)

    def _paint_tick_lines(self, painter: QPainter, scene: Scene, height: float, *, interrupted: bool) -> None:
        """Paint the lines, which would cross the names of the calendar."""
        frame = self._frame
        top = frame.ticks_height // 2 if scene.axis.major else 0.0
        for ticks, start in ((scene.axis.minor, top), (scene.axis.major, 0.0)):
            parts = [(start, frame.ticks_height), (frame.axis_height, height)] if interrupted else [(start, height)]
            for tick in ticks:
                for first, last in parts:
                    painter.fillRect(QRectF(round(tick.x), first, 1, last - first), self._line)

    def _paint_axis_labels(self, painter: QPainter, scene: Scene) -> None:
        half = self._frame.ticks_height / 2
        for ticks, top, bold, ink in (
            (scene.axis.major, 2.0, True, self._theme.ink),
            (scene.axis.minor, half - 2, False, self._theme.muted),
        ):
            used = TextStyle(16, bold, ink)
            y = round(top + (half - self._text.line_height(16, bold=bold)) / 2)
            for tick in ticks:
                if tick.label:
                    self._text.draw(painter, QPointF(tick.label_x, y), tick.label, used)

    def _paint_calendar(self, painter: QPainter, calendar: "CalendarLine") -> None:
        """Paint the names of days, each with a line where its day begins."""
        frame, theme = self._frame, self._theme
        inks = {"festival": theme.accent, "term": theme.tide, "day": theme.muted}
        for label in calendar.labels:
            painter.fillRect(QRectF(round(label.x), frame.ticks_height, 1, frame.calendar_height), self._line)
        for label in calendar.labels:
            used = TextStyle(_CALENDAR_SIZE, bold=False, ink=inks[label.kind])
            self._text.draw(painter, QPointF(label.label_x, self._calendar_top()), label.label, used)

    def _paint_year(self, painter: QPainter, year: str) -> None:
        """Paint the lunar year at the left edge beside the line that its days stand in."""
        if (
            year
            and self._text.line_width(year, _CALENDAR_SIZE, bold=False) <= self._frame.names_width - _NAME_INSET - 8
        ):
            used = TextStyle(_CALENDAR_SIZE, bold=False, ink=self._theme.muted)
            self._text.draw(painter, QPointF(_NAME_INSET, self._calendar_top()), year, used)

    def _calendar_top(self) -> int:
        free = self._frame.calendar_height - self._text.line_height(_CALENDAR_SIZE, bold=False)
        return round(self._frame.ticks_height + free / 2 - 3)

    def _paint_lanes(self, painter: QPainter, scene: Scene, names: dict[str, tuple[str, str]]) -> None:
        viewport, names_width = scene.viewport, self._frame.names_width
        painter.fillRect(QRectF(names_width - 1, viewport.top, 1, viewport.height), self._line)
        if not names_width:  # an axis above the lanes needs a line of its own
            painter.fillRect(QRectF(0, viewport.top, viewport.scale.width, 2), QColor(self._theme.ink))
        for lane in scene.lanes:
            if lane.top > 0:
                painter.fillRect(QRectF(0, lane.top, names_width + viewport.scale.width, 1), self._line)
        for lane in scene.lanes if names_width else ():
            self._paint_lane_name(painter, lane, scene, *names[lane.category])

    def _paint_lane_name(self, painter: QPainter, lane: Lane, scene: Scene, name: str, count: str) -> None:
        """Name and count, at the top of what is in view of the lane; nothing where they would be cut."""
        viewport, padding = scene.viewport, self._theme.px(9)
        width = self._frame.names_width - _NAME_INSET - 8
        color = self._card_painter.color_of(lane.category).name()
        titled = self._text.picture(name, TextStyle(16, bold=True, ink=color), width)
        counted = self._text.picture(count, TextStyle(14, bold=False, ink=self._theme.muted), width)
        name_height = titled.deviceIndependentSize().height()
        height = name_height + counted.deviceIndependentSize().height() + padding
        top = min(max(lane.top, viewport.top), lane.bottom - height) + padding
        if viewport.top <= top and top + height - padding <= viewport.bottom:
            painter.drawPixmap(QPointF(_NAME_INSET, round(top)), titled)
            painter.drawPixmap(QPointF(_NAME_INSET, round(top + name_height + 1)), counted)

    def _paint_heading(self, painter: QPainter, lane: Lane, scene: Scene, name: str) -> None:
        """The name above the cards of a lane, where it is not cut; before them where the lane begins above."""
        viewport, height, padding = scene.viewport, self._text.line_height(16, bold=True), self._theme.px(9) / 2
        top = min(max(lane.top, viewport.top), lane.bottom - height - 2 * padding) + padding
        if not (viewport.top <= top and top + height <= viewport.bottom):
            return
        if lane.top < viewport.top:
            painter.fillRect(QRectF(0, viewport.top + 2, viewport.scale.width, height + padding), QColor(self._ground))
        used = TextStyle(16, bold=True, ink=self._card_painter.color_of(lane.category).name())
        self._text.draw(painter, QPointF(self._theme.px(_HEADING_INSET), round(top)), name, used)

    def _tells_something(self, card: SceneCard) -> bool:
        """Whether there is text in what is seen of a card, or a span to be seen."""
        is_cut = not (card.shows_left_edge and card.shows_right_edge)
        return card.card.is_span or not is_cut or card.box.width > self._theme.px(_LEAST_SEEN)

    def _paint_card(self, painter: QPainter, scene_card: SceneCard, look: Look, lines: VisibleLines) -> None:
        card, box, reach = scene_card.card, scene_card.box, scene_card.date_box
        if reach.width > box.width and not (card.is_span or card.is_cluster):
            path = QPainterPath(QPointF(reach.x, box.bottom - 1))
            path.lineTo(reach.right, box.bottom - 1)
            painter.strokePath(path, self._reach(card.category))
        is_selected = bool(look.selected) and any(head.id == look.selected for head in card.heads)
        self._card_painter.paint(painter, scene_card, lines, selected=is_selected, moving=look.moving)

    def _reach(self, category: str) -> QPen:
        """The line along which a date goes on beyond its card."""
        if category not in self._reaches:
            self._reaches[category] = QPen(self._card_painter.color_of(category), 2, Qt.PenStyle.DotLine)
        return self._reaches[category]
