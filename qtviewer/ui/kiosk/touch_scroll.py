"""A scroll area for fingers: it follows them, and has a button where there is more above or below."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.theme import Theme

_PAGE = 0.8  # of its height that a tap on a button scrolls
_LEAST_DRAG_MM = 2.5  # that a finger moves before it scrolls


@guarded
class TouchScroll(QScrollArea):
    """Scrolls with a finger that moves further than a tap does, also over buttons, which it does not press then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._least_drag = 12  # pixels
        self._pressed: tuple[QPoint, int] | None = None  # where a finger was put down, and the scroll position then
        self._is_dragging = False
        self.up, self.down = TouchButton("key", self), TouchButton("key", self)
        self.up.clicked.connect(lambda: self._scroll_by(-_PAGE))
        self.down.clicked.connect(lambda: self._scroll_by(_PAGE))
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._show_buttons)
        bar.valueChanged.connect(self._show_buttons)
        self._show_buttons()

    def apply_sizes(self, theme: Theme, sizes: KioskSizes) -> None:
        """Set sizes and fonts for a window."""
        self._least_drag = max(round(_LEAST_DRAG_MM * sizes.pixels_per_mm), 6)
        for button, text in ((self.up, "▲"), (self.down, "▼")):
            button.set_touch_size(sizes.control, theme.font(17))
            button.setFixedSize(sizes.control, sizes.control)
            button.show_text(text)
        self._place_buttons()

    def move_buttons_to(self, parent: QWidget) -> None:
        """Make the buttons children of another widget, which places them from now on."""
        for button in (self.up, self.down):
            button.setParent(parent)
        self._show_buttons()

    def show_content(self, content: QWidget) -> None:
        """Show other content, scrolled to its top."""
        content.setObjectName("content")
        self.setWidget(content)
        for widget in (content, *content.findChildren(QWidget)):
            widget.installEventFilter(self)
        self.scroll_to_top()

    def scroll_to_top(self) -> None:
        """Show the beginning of the content."""
        self._pressed, self._is_dragging = None, False
        self.verticalScrollBar().setValue(0)

    def _scroll_by(self, share: float) -> None:
        """Scroll down by a share of the visible height."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self.viewport().height()))

    def _show_buttons(self) -> None:
        bar = self.verticalScrollBar()
        self.up.setVisible(bar.value() > bar.minimum())
        self.down.setVisible(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons in the corners at the right."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        if self.up.parent() is not self:
            return
        right = self.width() - self.up.width()
        self.up.move(right, 0)
        self.down.move(right, self.height() - self.down.height())
        self.up.raise_()
        self.down.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll with a finger on the content; return whether the event is stopped."""
        return self._drag(event) if isinstance(event, QMouseEvent) else super().eventFilter(watched, event)

    def _drag(self, event: QMouseEvent) -> bool:
        position, bar = event.globalPosition().toPoint(), self.verticalScrollBar()
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed, self._is_dragging = (position, bar.value()), False
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            moved = position.y() - self._pressed[0].y()
            self._is_dragging = self._is_dragging or abs(moved) > self._least_drag
            if self._is_dragging:
                bar.setValue(self._pressed[1] - moved)
            return self._is_dragging
        elif event.type() == QEvent.Type.MouseButtonRelease:
            was_dragging, self._pressed, self._is_dragging = self._is_dragging, None, False
            if was_dragging:
                self._release_buttons()
            return was_dragging
        return False

    def _release_buttons(self) -> None:
        """Release a pressed button without a click, as the filter stops its release event."""
        content = self.widget()
        for button in content.findChildren(TouchButton) if content is not None else ():
            button.setDown(False)
