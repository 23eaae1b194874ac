"""The timeline: lanes of cards over an axis of time."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from qtviewer.domain.event import in_language
from qtviewer.domain.event_date import EventDate
from qtviewer.timeline.layout import Lane, Layout, lay_out
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import EDGE, Scene, Viewport, scene_at
from qtviewer.ui.card_art import CardArt
from qtviewer.ui.festival import festival_bands
from qtviewer.ui.theme import text_width
from qtviewer.ui.timeline_keys import TimelineKeys
from qtviewer.ui.timeline_painter import Frame, TimelinePainter
from qtviewer.ui.timeline_pointer import TimelinePointer
from qtviewer.ui.view_model import ViewModel

_LONGEST_WITHOUT_YEARS = 800.0  # days in view from which a date without its year is not clear
_FIT_MARGIN = 0.03  # of a stretch, left free before it
_FIT_CARD_ROOM = 0.22  # of a stretch, left free after it for the cards that begin at its end


class TimelineView(QAbstractScrollArea):
    """Shows the events of a model, and changes its viewport and selection."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._pointer = TimelinePointer(self, model)
        self._keys = TimelineKeys(self, model)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        canvas = QWidget(self)
        canvas.setMouseTracking(True)
        self.setViewport(canvas)  # one made here: PySide would build every widget class to find out what Qt's is
        self._dress()
        self._layout = Layout((), 1.0, 0.0, self._art.metrics)  # until the first resize event
        self._fitted_to = 1.0, 0.0
        model.theme_changed.connect(self.restyle)
        model.language_changed.connect(self.restyle)
        model.query_changed.connect(self._lay_out)
        model.viewport_changed.connect(self._follow_viewport)
        model.selection_changed.connect(self.reveal_selection)
        model.calendar_loaded.connect(self.viewport().update)

    def restyle(self) -> None:
        """Take on the model's theme and language."""
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        state, categories = self._model.state, self._model.source.vocabulary.categories
        theme = self._model.theme
        colors = {key: theme.category_color(category) for key, category in categories.items()}
        self._art = CardArt(theme, state.lang, colors, self.devicePixelRatioF())
        self._names = {key: in_language(category.names, state.lang) for key, category in categories.items()}
        widest = max((text_width(name, theme.font(16, bold=True)) for name in self._names.values()), default=0.0)
        self.frame = Frame(min(max(theme.px(150), widest + 36), theme.px(240)), theme.px(58))
        self.setAccessibleName(self.tr("Timeline"))

    # --- what is shown

    def scale(self) -> TimeScale:
        """The model's viewport on this widget's width."""
        bar_width = self.verticalScrollBar().sizeHint().width()  # kept free even where there is nothing to scroll
        width = max(self.width() - bar_width - self.frame.names_width, 1.0)
        return TimeScale.spanning(self._model.state.first, self._model.state.last, width)

    def scene(self) -> Scene:
        """What is painted now."""
        font = self._art.theme.font(16, bold=True)
        viewport = Viewport(self.scale(), self.verticalScrollBar().value(), self._room()[1])
        return scene_at(self._layout, viewport, self._art.lang, lambda text: text_width(text, font))

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes of the categories that are switched on, from the top."""
        return self._layout.lanes

    def _lay_out(self) -> None:
        """Arrange the cards for the present magnification and height."""
        active = self._model.active_categories()
        lanes = [key for key in self._model.source.vocabulary.categories if key in active]
        self._fitted_to = pixels_per_day, height = self._room()
        self._art.show_years(self.scale().days > _LONGEST_WITHOUT_YEARS)
        self._layout = lay_out(self._model.heads, lanes, pixels_per_day, height, self._art)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(round(self._layout.height - height), 0))
        bar.setPageStep(round(height))
        bar.setSingleStep(round(self._art.metrics.height))
        self.viewport().update()

    def _room(self) -> tuple[float, float]:
        """The magnification and the height for lanes."""
        return self.scale().pixels_per_day, max(self.viewport().height() - self.frame.axis_height, 1.0)

    def _follow_viewport(self) -> None:
        if abs(self._layout.pixels_per_day / self.scale().pixels_per_day - 1) > 1e-9:
            self._lay_out()
        self.viewport().update()

    # --- moving about

    def show_scale(self, scale: TimeScale) -> None:
        """Make a scale the model's viewport."""
        self._model.show(scale.left, scale.right)

    def zoom(self, factor: float, anchor_x: float | None = None) -> None:
        """Magnify around a pixel, or around the middle."""
        scale = self.scale()
        self.show_scale(scale.zoomed(factor, scale.width / 2 if anchor_x is None else anchor_x))

    def pan(self, x: float, y: float) -> None:
        """Move the view by some pixels to the right and down."""
        self.show_scale(self.scale().panned(x))
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(y))

    def fit(self, first: float, last: float) -> None:
        """Show a stretch of time with some room around it."""
        length = max(last - first, 1.0)
        self._model.show(first - length * _FIT_MARGIN, last + length * _FIT_CARD_ROOM)

    def reveal_selection(self) -> None:
        """Bring the selected event into view, moving no more than needed."""
        self.viewport().update()
        at = self._model.position.get(self._model.state.selected)
        if at is None:
            return
        head, scale = self._model.heads[at], self.scale()
        date, width = head.date, min(self._art.width_of(head), self._art.metrics.widest, scale.width / 2)
        left = max(scale.x_at(date.first_day), min(EDGE, scale.x_at(date.last_day + 1) - width))
        if not 0 <= left <= scale.width - width:
            self.show_scale(scale.centred_on(_middle(date, scale)))
        self._reveal_row()

    def _reveal_row(self) -> None:
        top = self._layout.top_of(self._model.state.selected)
        bar, page = self.verticalScrollBar(), self.viewport().height() - self.frame.axis_height
        if top is not None and not bar.value() <= top <= bar.value() + page - self._art.metrics.height:
            bar.setValue(round(top - page / 3))

    # --- Qt's events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene."""
        scene = self.scene()
        names = {
            lane.category: (self._names[lane.category], self.tr("%n event(s)", "", lane.size)) for lane in scene.lanes
        }
        painter = QPainter(self.viewport())
        if self._model.has_calendar:
            bands = festival_bands(scene.viewport.scale, self._model.state.lang)
        else:
            bands = []
            QTimer.singleShot(0, self._model.load_calendar)  # the first frame does not wait for it
        TimelinePainter(painter, self._art, self.frame, scene).paint(names, self._model.state.selected, bands)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards for the new size."""
        super().resizeEvent(event)
        if self._fitted_to != self._room():
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is selected into view."""
        super().showEvent(event)
        self.reveal_selection()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Magnify or move."""
        self._pointer.wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a drag."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Magnify."""
        self._pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the card under the pointer."""
        if isinstance(event, QHelpEvent):
            self._pointer.help(event)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between events and along time."""
        if not self._keys.press(event.key()):
            super().keyPressEvent(event)


def _middle(date: EventDate, scale: TimeScale) -> float:
    """The middle of a date, or a little after its start when it is longer than the view."""
    length = date.last_day + 1.0 - date.first_day
    return date.first_day + (scale.days / 4 if length > scale.days else length / 2)
