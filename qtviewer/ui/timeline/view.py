"""The timeline: lanes of cards over an axis of time."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.event import name_in_language
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import EDGE_MARGIN, Scene, SceneCache, Viewport
from qtviewer.timeline.settling_layout import SettlingLayout
from qtviewer.timeline.tile_cache import TileCache
from qtviewer.ui.timeline.calendar_layer import CalendarLayer
from qtviewer.ui.timeline.card_art import CardArt, LaneStyle
from qtviewer.ui.timeline.empty_hint import EmptyHint
from qtviewer.ui.timeline.keys import TimelineKeys
from qtviewer.ui.timeline.motion import Motion
from qtviewer.ui.timeline.painter import Look, TimelinePainter, frame_for
from qtviewer.ui.timeline.pointer import TimelinePointer
from qtviewer.ui.timeline.touch import TimelineTouch
from qtviewer.ui.view_model import ViewModel

_FIT_MARGIN = 0.03  # of a stretch, left free before it
_FIT_CARD_ROOM = 0.22  # of a stretch, left free after it for the cards that begin at its end
_AFTER_A_FRAME = 4  # milliseconds left to paint a frame before there are preparations for the next
_TIME_BETWEEN_FRAMES = 0.003  # seconds that preparations may take at a time
_SETTLE_DELAY = 160  # milliseconds without a movement after which the lanes suit themselves to the view


class TimelineView(QAbstractScrollArea):
    """Shows the events of a model, and changes its viewport and selection."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None, style: LaneStyle = LaneStyle()) -> None:
        super().__init__(parent)
        self._style = style
        self._model = model
        self.motion = Motion(self.show_scale, self)
        self._pointer = TimelinePointer(self, model)
        self._touch = TimelineTouch(self, self._pointer)
        self._keys = TimelineKeys(self, model)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hint = EmptyHint(model, self)
        self.hint.clicked.connect(self.reveal_selection)  # even if it was selected before
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_DELAY)
        self._settling.timeout.connect(self._settle)
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare)
        self._is_moving = self._was_shown = False
        self._moved_to = (0.0, 0.0)
        self._unrevealed: EventHead | None = None
        self._ahead: tuple[TimeScale, Iterator[Card]] | None = None
        self.restyle()
        model.theme_changed.connect(self.restyle)
        model.language_changed.connect(self.restyle)
        model.query_changed.connect(self._follow_query)
        model.viewport_changed.connect(self._follow_model)
        model.selection_changed.connect(self.reveal_selection)
        model.lunar_calendar_loaded.connect(self._follow_calendar)

    def restyle(self) -> None:
        """Take on the model's theme and language."""
        state, categories = self._model.state, self._model.source.vocabulary.categories
        theme = self._model.theme
        colors = {key: theme.category_color(category) for key, category in categories.items()}
        self._art = CardArt(theme, state.lang, colors, self.devicePixelRatioF(), self._style)
        self._names = {key: name_in_language(category.names, state.lang) for key, category in categories.items()}
        self.frame = frame_for(theme, None if self._style.heading else self._names.values())
        self._painter = TimelinePainter(self._art, self.frame, self.devicePixelRatioF())
        self._scenes = SceneCache(state.lang, self._painter.label_width)
        self._calendar = CalendarLayer(self._model, self._painter.calendar_width)
        if self._model.has_lunar_calendar:
            self._art.show_calendar()
        self.setAccessibleName(self.tr("Timeline"))
        self._follow_matches()

    # --- what is shown

    def scale(self) -> TimeScale:
        """The model's viewport on this widget's width."""
        bar_width = self.verticalScrollBar().sizeHint().width()  # kept free even where there is nothing to scroll
        width = max(self.width() - bar_width - self.frame.names_width, 1.0)
        return TimeScale.spanning(self._model.state.first, self._model.state.last, width)

    def scene(self) -> Scene:
        """What is painted now."""
        scale = self.scale()
        layout = self.layout_at(scale)
        viewport = Viewport(scale, self.verticalScrollBar().value(), self._height())
        return self._scenes.scene(layout, viewport)

    def layout_at(self, scale: TimeScale) -> Layout:
        """The cards around a view."""
        layout = self._settling_layout.layout(scale, self._categories(), self._height())
        bar = self.verticalScrollBar()
        if bar.maximum() != max(round(layout.height - self._height()), 0):
            bar.setRange(0, max(round(layout.height - self._height()), 0))
            bar.setPageStep(round(self._height()))
            bar.setSingleStep(round(self._art.metrics.height))
        return layout

    def _categories(self) -> tuple[str, ...]:
        active = self._model.active_categories()
        return tuple(key for key in self._model.source.vocabulary.categories if key in active)

    def _height(self) -> float:
        return max(self.viewport().height() - self.frame.axis_height, 1.0)

    def _follow_matches(self) -> None:
        """Ask for the cards of other events."""
        state = self._model.state
        self._asked = self._model.matches, state.query._replace(categories=None), state.lang
        self._art.mark(self._model.hits)
        self._settling_layout = SettlingLayout(TileCache(*self._asked), self._art)
        self._follow_viewport()

    def _follow_query(self) -> None:
        state = self._model.state
        if self._asked != (self._model.matches, state.query._replace(categories=None), state.lang):
            self._follow_matches()
        self._follow_viewport()

    def _follow_model(self) -> None:
        if self._moved_to != (self._model.state.first, self._model.state.last):
            self.motion.stop()  # somebody else moves the view now
        self._follow_viewport()

    def _follow_viewport(self) -> None:
        self.hint.hide()
        self.viewport().update()
        if self.isVisible():
            self._settling.start()
            self._preparing.start(_AFTER_A_FRAME)

    def _follow_scroll(self) -> None:
        """The cards of other lanes may come into view, under the hint that there are none."""
        self.hint.hide()
        self._settling.start()

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing moves, everything has settled, and what may come next is prepared."""
        return not (self.motion.is_moving or self._settling.isActive() or self._preparing.isActive())

    def _settle(self) -> None:
        """Suit the lanes to what is in view, now that it stands still."""
        categories = self._categories()
        if self._pointer.is_dragging or self.motion.is_moving or self._preparing.isActive():
            self._settling.start()
            return
        scale, was_moving, self._is_moving = self.scale(), self._is_moving, False
        if self._settling_layout.settle(scale, categories, self._height()) or was_moving:
            self.viewport().update()
        if self._unrevealed is not None:
            self._reveal_row(self._unrevealed)
            self._unrevealed = None
        if not self.scene().cards:
            self.hint.offer(self.frame)

    def _prepare(self) -> None:
        """Use the time between frames for what comes next: its cards, then their pictures."""
        self._preparing.setInterval(0)
        target = self.motion.target or self.scale()
        if self._settling_layout.prepare_next(target, self._categories()):
            return
        if self._ahead is None or self._ahead[0] != target:
            layouts = self._settling_layout.prepared_layouts(target, self._categories(), self._height())
            self._ahead = target, (card for layout in layouts for card in layout.cards())
        if not self._art.paint_ahead(self._ahead[1], _TIME_BETWEEN_FRAMES):
            self._preparing.stop()

    # --- moving about

    def show_scale(self, scale: TimeScale) -> None:
        """Make a scale the model's viewport, on the way to another."""
        self._is_moving = True
        self._moved_to = scale.left, scale.right
        self._model.set_visible_range(*self._moved_to)

    def go(self, target: TimeScale) -> None:
        """Move to a scale."""
        if self.isVisible():
            self._settling_layout.arrange_for(target, self._categories(), self._height())
            self.motion.go(self.scale(), target)
        else:
            self._model.set_visible_range(target.left, target.right)

    def zoom(self, factor: float, anchor_x: float | None = None) -> None:
        """Magnify around a pixel, or around the middle."""
        scale = self.scale()
        x = scale.width / 2 if anchor_x is None else anchor_x
        days = (self.motion.target or scale).zoomed(factor, x).days
        self.go(scale.zoomed(scale.days / days, x))

    def pan(self, x: float, y: float) -> None:
        """Move the view by some pixels to the right and down."""
        self.motion.stop()
        self.show_scale(self.scale().panned(x))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(y))

    def page(self, share: float) -> None:
        """Move along time by a share of the view."""
        scale = self.motion.target or self.scale()
        self.go(scale.panned(scale.width * share))

    def fit(self, first: float, last: float) -> None:
        """Show a stretch of time with some room around it."""
        length = max(last - first, 1.0)
        width = self.scale().width
        self.go(TimeScale.spanning(first - length * _FIT_MARGIN, last + length * _FIT_CARD_ROOM, width))

    def centre_on(self, time: float) -> None:
        """Bring a time into the middle."""
        self.go((self.motion.target or self.scale()).centred_on(time))

    def reveal_selection(self) -> None:
        """Bring the selected event into view, moving no more than needed."""
        self.viewport().update()
        self._unrevealed, head = None, self._model.events.head(self._model.state.selected)
        if head is None:
            return
        scale = self.motion.target or self.scale()
        date, width = head.date, min(self._art.width_of(head), self._art.metrics.max_width, scale.width / 2)
        left = max(scale.x_at(date.first_day), min(EDGE_MARGIN, scale.x_at(date.last_day + 1) - width))
        if not 0 <= left <= scale.width - width:
            self._go_to(head, scale.centred_on(_middle(date, scale)))
        elif self.motion.is_moving:
            self._unrevealed = head
        elif not self._reveal_row(head):  # its date is in view, its card stands aside for others
            self._go_to(head, scale.centred_on(date.first_day + scale.days / 4))

    def _go_to(self, head: EventHead, target: TimeScale) -> None:
        if self._was_shown:
            self.go(target)
        else:
            self._model.set_visible_range(target.left, target.right)
        if self.motion.is_moving:
            self._unrevealed = head
        else:
            self._reveal_row(head)

    def _reveal_row(self, head: EventHead) -> bool:
        """Scroll to an event among the lanes as they are; whether it can be seen then."""
        layout = self.layout_at(self.scale())
        top = layout.event_top(head.id)
        top = layout.cluster_top(head) if top is None else top
        bar, page = self.verticalScrollBar(), self._height()
        if top is not None and not bar.value() <= top <= bar.value() + page - self._art.metrics.height:
            wanted, least = top - page / 3, top + self._art.metrics.height - page
            lanes = [lane.top for lane in layout.lanes if least < lane.top <= top]
            nearest: float = min(lanes or [wanted], key=lambda start: abs(start - wanted))
            bar.setValue(round(nearest))
        return any(seen.card.category == head.category and seen.card.represents(head) for seen in self.scene().cards)

    # --- Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene."""
        scene = self.scene()
        counts = self._model.category_counts
        names = {
            lane.category: (self._names[lane.category], self.tr("%n event(s)", "", counts.get(lane.category, 0)))
            for lane in scene.lanes
        }
        painter = QPainter(self.viewport())
        bands, calendar = self._calendar.at(scene.viewport.scale)
        self._painter.paint(painter, scene, Look(names, self._model.state.selected, bands, calendar, self._is_moving))
        painter.end()

    def _follow_calendar(self) -> None:
        """Paint the names of festivals and solar terms, too."""
        self._art.show_calendar()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new size."""
        super().resizeEvent(event)
        self._follow_viewport()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is selected into view."""
        super().showEvent(event)
        self.reveal_selection()
        self._was_shown = True
        self._follow_viewport()

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing more while nobody looks: the store may be closed before this is gone."""
        super().hideEvent(event)
        self.motion.stop()
        self._settling.stop()
        self._preparing.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Magnify or move."""
        self._pointer.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag."""
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
        """Explain the card under the pointer, and follow fingers."""
        if isinstance(event, QHelpEvent):
            self._pointer.help(event)
            return True
        if isinstance(event, QTouchEvent):
            return self._touch.handle(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between events and along time."""
        if not self._keys.press(event.key()):
            super().keyPressEvent(event)


def _middle(date: EventDate, scale: TimeScale) -> float:
    """The middle of a date, or a little after its start when it is longer than the view."""
    length = date.last_day + 1.0 - date.first_day
    return date.first_day + (scale.days / 4 if length > scale.days else length / 2)
