"""A ring around the panel that has the keyboard focus; made after the first frame."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

_WIDTH = 2  # pixels, as of other controls
_RADIUS = 11  # in the middle of the ring around a panel
_INPUTS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


@guarded
class _Ring(QWidget):
    """A ring over the border of a panel."""

    def __init__(self, model: ViewModel, panel: QWidget) -> None:
        super().__init__(panel)
        self._model = model
        self._panel = panel
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        panel.installEventFilter(self)

    def show_around(self, is_shown: bool) -> None:
        """Show or hide the ring."""
        self.setGeometry(self._panel.rect())
        self.setVisible(is_shown)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the panel."""
        if watched is self._panel and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._panel.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring in the focus colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, inset = QPainterPath(), _WIDTH / 2
        edge.addRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
        painter.strokePath(edge, QPen(QColor(self._model.theme.tide), _WIDTH))


@guarded
class FocusRings(QObject):
    """Shows a ring around the focused panel while the keyboard is used, and scrolls to a control that Tab reaches."""

    def __init__(self, model: ViewModel, window: QWidget) -> None:
        super().__init__(window)
        self._model = model
        self._by_keys = False
        self._rings: list[tuple[QWidget, _Ring]] = []
        handle = window.windowHandle()
        if handle is not None:  # the window is shown on a screen
            handle.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring_into_view)

    def add(self, content: QWidget, panel: QWidget) -> None:
        """Show a ring around a panel while its content has the focus."""
        self._rings.append((content, _Ring(self._model, panel)))
        content.installEventFilter(self)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Track the focus, and whether the keyboard or the pointer was used last."""
        kind = event.type()
        if kind in _INPUTS and isinstance(watched, QWindow):
            self._by_keys = kind == QEvent.Type.KeyPress
            self._show()
        elif kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show()
        return False

    def _bring_into_view(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to a control in a scroll area that Tab entered; within the area Qt does that."""
        holder = now if self._by_keys and now is not None and now.window() is self.parent() else None
        while holder is not None and (not isinstance(holder, QScrollArea) or holder is now):
            holder = holder.parentWidget()
        if holder is not None and now is not None:
            holder.ensureWidgetVisible(now)

    def _show(self) -> None:
        for content, ring in self._rings:
            ring.show_around(self._by_keys and content.hasFocus())
