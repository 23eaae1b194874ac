"""The hint in an empty view of the timeline, with the way to the nearest event."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.timeline.margins import Margins
from qtviewer.ui.view_model import ViewModel

_MARGIN = 20  # pixels around the text, and around the button where there is little room


class EmptyHint(QPushButton):
    """A button in the middle of `area` that selects the event nearest to the middle of the view; hidden at first."""

    def __init__(self, model: ViewModel, area: QWidget) -> None:
        super().__init__(area)
        self._model = model
        self._area = area
        self._event_id = ""
        self._text_label: QLabel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._select_event)
        self.hide()

    def show_nearest_event(self, margins: Margins) -> None:
        """Appear in the middle of the lanes; disabled, with another text, when no event matches at all."""
        head = self._model.events.nearest()
        if head is None:
            text = self.tr("No event matches. See above which filter to take away.")
        else:
            nearest = f"{date_label(head.date, self._model.state.lang, head.time)} · {head.title}"
            text = self.tr("Nothing in view. Go to the nearest event: {event}").format(event=nearest)
        self._event_id = head.id if head else ""
        self.setEnabled(head is not None)
        self.setAccessibleName(text)
        self._arrange(text, margins)
        self.show()

    def _arrange(self, text: str, margins: Margins) -> None:
        """Set size and place, so that the text has as many lines as it needs."""
        label = self._label()
        label.setText(text)
        room = self._area.width() - round(margins.names_width)
        width = min(round(text_width(text, label.font())) + 2, room - 4 * _MARGIN)
        height = label.heightForWidth(width)
        label.setGeometry(_MARGIN, _MARGIN, width, height)
        self.resize(width + 2 * _MARGIN, height + 2 * _MARGIN)
        free, least = self._area.height() - self.height(), margins.axis_height
        top = min(max((free + least) / 2, least), free)  # rather over the axis than cut
        self.move(round(margins.names_width + (room - self.width()) / 2), round(max(top, 0)))

    def _label(self) -> QLabel:
        """Return the label that wraps the text, which a button cannot; made at the first call."""
        if self._text_label is None:
            self._text_label = QLabel(self)
            self._text_label.setTextFormat(Qt.TextFormat.PlainText)
            self._text_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._text_label.setWordWrap(True)
            self._text_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text_label.setFont(self._model.theme.font(17))
        return self._text_label

    def _select_event(self) -> None:
        self._model.select(self._event_id)
