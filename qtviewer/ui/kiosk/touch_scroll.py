"""An area that scrolls under a finger, and by a tap on a button where there is more below or above."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.theme import Theme

_PAGE = 0.8  # of the height that a tap scrolls


class TouchScroll(QScrollArea):
    """Follows a finger that moved further than a tap, wherever it was put down; such a touch presses no button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._threshold = 12
        self._pressed: tuple[QPoint, int] | None = None
        self._is_dragging = False
        self.up, self.down = TouchButton("key", self), TouchButton("key", self)
        self.up.clicked.connect(lambda: self._page(-_PAGE))
        self.down.clicked.connect(lambda: self._page(_PAGE))
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._show_buttons)
        bar.valueChanged.connect(self._show_buttons)
        self._show_buttons()

    def apply_sizes(self, theme: Theme, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self._threshold = max(round(2.5 * sizes.pixels_per_mm), 6)
        for button, sign in ((self.up, "▲"), (self.down, "▼")):
            button.set_touch_size(sizes.control, theme.font(17))
            button.setFixedSize(sizes.control, sizes.control)
            button.say(sign)
        self._place_buttons()

    def lend_buttons(self, holder: QWidget) -> None:
        """Let another widget place the buttons, where no text is."""
        for button in (self.up, self.down):
            button.setParent(holder)
        self._show_buttons()

    def show_content(self, content: QWidget) -> None:
        """Show other content from its top; what is pressed in it can be dragged."""
        content.setObjectName("content")
        self.setWidget(content)
        self.watch(content)
        self.to_top()

    def watch(self, content: QWidget) -> None:
        """Let a finger on the content, or on anything in it, scroll."""
        for each in (content, *content.findChildren(QWidget)):
            each.installEventFilter(self)

    def to_top(self) -> None:
        """Show the beginning."""
        self._pressed, self._is_dragging = None, False
        self.verticalScrollBar().setValue(0)

    def _page(self, share: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(share * self.viewport().height()))

    def _show_buttons(self) -> None:
        bar = self.verticalScrollBar()
        self.up.setVisible(bar.value() > bar.minimum())
        self.down.setVisible(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in their corners."""
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
        """Follow a finger on the content."""
        return self._follow(event) if isinstance(event, QMouseEvent) else super().eventFilter(watched, event)

    def _follow(self, event: QMouseEvent) -> bool:
        at, bar = event.globalPosition().toPoint(), self.verticalScrollBar()
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed, self._is_dragging = (at, bar.value()), False
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            moved = at.y() - self._pressed[0].y()
            self._is_dragging = self._is_dragging or abs(moved) > self._threshold
            if self._is_dragging:
                bar.setValue(self._pressed[1] - moved)
            return self._is_dragging
        elif event.type() == QEvent.Type.MouseButtonRelease:
            was_dragging, self._pressed, self._is_dragging = self._is_dragging, None, False
            if was_dragging:
                self._let_go()
            return was_dragging
        return False

    def _let_go(self) -> None:
        """Release a pressed button without a click, as its own release event is kept from it."""
        content = self.widget()
        for button in content.findChildren(TouchButton) if content is not None else ():
            button.setDown(False)
