"""What stands in the timeline where nothing is in view: so, and the way to the nearest event."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from qtviewer.domain.date_label import date_label
from qtviewer.ui.timeline_painter import Frame
from qtviewer.ui.view_model import ViewModel

_LONGEST_TITLE = 24  # characters


class EmptyHint(QPushButton):
    """A button that leads to the event nearest to the middle of the view."""

    def __init__(self, model: ViewModel, area: QWidget) -> None:
        super().__init__(area)
        self._model = model
        self._area = area
        self._event_id = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._go)
        self.hide()

    def offer(self, frame: Frame) -> None:
        """Appear in the middle of the lanes, if there is any event to offer."""
        head = self._model.nearest()
        if head is None:
            text = self.tr("No event matches. See above which filter to take away.")
        else:
            title = head.title if len(head.title) <= _LONGEST_TITLE else f"{head.title[:_LONGEST_TITLE]}…"
            nearest = f"{date_label(head.date, self._model.state.lang)} · {title}"
            text = self.tr("Nothing in view. Go to the nearest event: {event}").format(event=nearest)
        self._event_id = head.id if head else ""
        self.setEnabled(head is not None)
        self.setText(text)
        self.adjustSize()
        area = self._area
        left = frame.names_width + (area.width() - frame.names_width - self.width()) / 2
        self.move(round(max(left, frame.names_width)), round((area.height() + frame.axis_height) / 2 - self.height()))
        self.show()

    def _go(self) -> None:
        self._model.select(self._event_id)
