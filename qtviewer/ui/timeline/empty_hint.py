"""What stands in the timeline where nothing is in view: so, and the way to the nearest event."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.view_model import ViewModel

_MARGIN = 20  # pixels around the words, and around the button where there is little room


class EmptyHint(QPushButton):
    """A button that leads to the event nearest to the middle of the view."""

    def __init__(self, model: ViewModel, area: QWidget) -> None:
        super().__init__(area)
        self._model = model
        self._area = area
        self._event_id = ""
        self._words: QLabel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._go)
        self.hide()

    def offer(self, margins: Margins) -> None:
        """Appear in the middle of the lanes, if there is any event to offer."""
        head = self._model.events.nearest()
        if head is None:
            text = self.tr("No event matches. See above which filter to take away.")
        else:
            nearest = f"{date_label(head.date, self._model.state.lang)} · {head.title}"
            text = self.tr("Nothing in view. Go to the nearest event: {event}").format(event=nearest)
        self._event_id = head.id if head else ""
        self.setEnabled(head is not None)
        self.setAccessibleName(text)
        self._arrange(text, margins)
        self.show()

    def _arrange(self, text: str, margins: Margins) -> None:
        """Give the words as many lines as they need in the room there is."""
        words = self._label()
        words.setText(text)
        room = self._area.width() - round(margins.names_width)
        width = min(round(text_width(text, words.font())) + 2, room - 4 * _MARGIN)
        height = words.heightForWidth(width)
        words.setGeometry(_MARGIN, _MARGIN, width, height)
        self.resize(width + 2 * _MARGIN, height + 2 * _MARGIN)
        free, least = self._area.height() - self.height(), margins.axis_height
        top = min(max((free + least) / 2, least), free)  # rather over the axis than cut
        self.move(round(margins.names_width + (room - self.width()) / 2), round(max(top, 0)))

    def _label(self) -> QLabel:
        """The label that wraps the words, which a button does not; few windows ever need it."""
        if self._words is None:
            self._words = QLabel(self)
            self._words.setTextFormat(Qt.TextFormat.PlainText)
            self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._words.setWordWrap(True)
            self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.setFont(self._model.theme.font(17))
        return self._words

    def _go(self) -> None:
        self._model.select(self._event_id)
