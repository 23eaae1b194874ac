"""The line between the events and the detail pane, by which the pane is made wider, folded away and unfolded."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSplitter, QSplitterHandle, QToolTip, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

FOLD_KEY: Final = Qt.Key.Key_F9
_DETAIL_WIDTH: Final = 400  # pixels
_LEAST_DETAIL_WIDTH: Final = 320  # pixels
_HANDLE_WIDTH: Final = 16  # pixels
_ARROW: Final = QSize(6, 12)  # pixels


@guarded
class DetailSplitter(QSplitter):
    """The events beside the detail pane, which has no width while it is folded away, and is disabled."""

    def __init__(self, model: ViewModel, events: QWidget, detail: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self._detail = detail
        self._unfolded_width = _DETAIL_WIDTH
        self.setHandleWidth(_HANDLE_WIDTH)
        self.addWidget(events)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setCollapsible(0, False)
        self.setSizes([10_000, _DETAIL_WIDTH])
        detail.setMinimumWidth(_LEAST_DETAIL_WIDTH)
        detail.installEventFilter(self)

    @property
    def is_folded(self) -> bool:
        """Whether the detail pane is folded away."""
        return self.sizes()[1] == 0

    def toggle_pane(self) -> None:
        """Fold the detail pane away, or unfold it to the width that it had."""
        events, detail = self.sizes()
        if detail:
            self._unfolded_width = detail
        self.setSizes([events + detail, 0] if detail else [events - self._unfolded_width, self._unfolded_width])

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Return the handle, which folds and unfolds the pane when it is clicked."""
        return _FoldingHandle(self._model, self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keyboard and screen readers out of the folded pane, to which Qt gives a place out of sight."""
        if watched is self._detail and event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._detail.setEnabled(not self.is_folded)
        return False


@guarded
class _FoldingHandle(QSplitterHandle):
    """A handle with an arrow to where the pane goes when it is clicked; it can be dragged, too."""

    def __init__(self, model: ViewModel, splitter: DetailSplitter) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._model = model
        self._splitter = splitter
        self._pressed_at: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._pressed_at = event.globalPosition()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or fold or unfold the pane."""
        super().mouseReleaseEvent(event)
        pressed_at, self._pressed_at = self._pressed_at, None
        if pressed_at is not None:
            moved = (event.globalPosition() - pressed_at).manhattanLength()
            if moved < QApplication.startDragDistance():
                self._splitter.toggle_pane()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a click does, in the language that the window has then."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.click_hint(), self)
            return True
        return super().event(event)

    def click_hint(self) -> str:
        """Return in words what a click does now, and the key for it."""
        if self._splitter.is_folded:
            return self.tr("Show the details (F9)")
        return self.tr("Fold the details away (F9)")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._model.theme.ink if self.underMouse() else self._model.theme.muted
        painter.setPen(QPen(QColor(ink), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, half = QPointF(self.rect().center()), _ARROW.height() / 2
        tip = _ARROW.width() / 2 * (-1 if self._splitter.is_folded else 1)
        for end in (-half, half):
            painter.drawLine(middle + QPointF(tip, 0), middle + QPointF(-tip, end))
