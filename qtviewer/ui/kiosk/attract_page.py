"""The page of the attract loop: one event after the other, above the moving density curve of the whole store."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.attract_loop import AttractStop
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.density_curve import DensityCurveView, density_curve_of
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import plain_label

_CURVE_FIFTHS: Final = 2  # fifths of the page that the curve is high


@guarded
class AttractPage(QWidget):
    """Shows each stop of the attract loop for some seconds, in the language that visits begin with.

    It goes on by itself while it is visible.
    """

    def __init__(self, model: KioskModel, seconds: float, *, is_still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self._stops: Sequence[AttractStop] = ()
        self._index = 0
        self.curve_view = DensityCurveView(density_curve_of(model), model.theme, is_still=is_still, parent=self)
        self.heading, self.kind = plain_label(self), plain_label(self)
        self.date, self.title, self.summary = plain_label(self), plain_label(self), plain_label(self)
        self.invitation = plain_label(self, wraps=False)
        self.date.setObjectName("muted")
        self.invitation.setObjectName("invitation")
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self, interval=round(seconds * 1000))
        self._timer.timeout.connect(self.show_next_stop)
        for signal in (model.language_changed, model.theme_changed):
            signal.connect(self.refresh)

    @property
    def stop(self) -> AttractStop | None:
        """The stop that is shown, or None if there are no events."""
        return self._stops[self._index] if self._stops else None

    def start(self, stops: Sequence[AttractStop]) -> None:
        """Show the first of other stops."""
        self._stops, self._index = stops, 0
        self.curve_view.reset()
        self.refresh()

    def show_next_stop(self) -> None:
        """Show the next stop; after the last the first."""
        if self._stops:
            self._index = (self._index + 1) % len(self._stops)
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Start the timer of the stops."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the timer of the stops."""
        super().hideEvent(event)
        self._timer.stop()

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out the page in other sizes."""
        self._sizes = sizes
        self.refresh()

    def refresh(self) -> None:
        """Show the stop in the model's language and theme."""
        theme, stop = self._model.theme, self.stop
        self.curve_view.apply_theme(theme)
        self.curve_view.mark((sum(stop.head.date.known_days) + 1) / 2 if stop else None)
        self._show_texts(stop)
        self.kind.setStyleSheet(f"color: {theme.accent};")
        for label, size, bold in (
            (self.heading, 26, True), (self.kind, 20, True), (self.date, 24, False), (self.title, 44, True),
            (self.summary, 24, False), (self.invitation, 24, True),
        ):  # fmt: skip
            label.setFont(theme.font(size, bold=bold))
        self._place()

    def _show_texts(self, stop: AttractStop | None) -> None:
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        self.heading.setText(name_in_language(vocabulary.titles, lang))
        self.invitation.setText(self.tr("Touch the screen to begin"))
        self.date.setText(self._date_text(stop) if stop else name_in_language(vocabulary.subtitles, lang))
        self.title.setText(self._title_text(stop))
        self.summary.setText(self._summary_text(stop))
        self.kind.setText(self.tr("On this day") if stop and stop.on_this_day else "")

    def _date_text(self, stop: AttractStop) -> str:
        category = self._model.source.vocabulary.categories[stop.head.category]
        lang = self._model.state.lang
        return f"{date_label(stop.head.date, lang, stop.head.time)} · {name_in_language(category.names, lang)}"

    def _title_text(self, stop: AttractStop | None) -> str:
        head = self._model.events.head(stop.head.id) if stop else None
        return head.title if head else ""

    def _summary_text(self, stop: AttractStop | None) -> str:
        event = self._model.source.event(stop.head.id) if stop else None
        text = event.texts.get(self._model.state.lang) or next(iter(event.texts.values())) if event else None
        return text.summary if text else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Place the heading at the top, the texts in the middle of the space below, and the curve at the bottom."""
        sizes, margin = self._sizes, self._sizes.px(72)
        curve_height = self.height() * _CURVE_FIFTHS // 5
        self.curve_view.setGeometry(QRect(0, self.height() - curve_height, self.width(), curve_height))
        self.curve_view.lower()
        width = min(self.width() - 2 * margin, sizes.px(1400))
        top = _place_label(self.heading, margin, margin, width)
        gaps = ((self.kind, sizes.px(12)), (self.date, sizes.px(16)), (self.title, sizes.px(28)), (self.summary, 0))
        shown = [(label, gap) for label, gap in gaps if label.text()]
        texts_height = sum(label.heightForWidth(width) + gap for label, gap in shown)
        top += max((self.height() - curve_height - top - texts_height) // 2, sizes.px(24))
        for label, _gap in gaps:
            label.setVisible(bool(label.text()))
        for label, gap in shown:
            top = _place_label(label, margin, top, width) + gap
        self._place_invitation(width, margin)

    def _place_invitation(self, most_width: int, margin: int) -> None:
        """Place the invitation in the middle of the page's lower edge."""
        sizes, hint = self._sizes, self.invitation.sizeHint()
        width = min(hint.width() + sizes.px(120), most_width)
        height = max(hint.height() + sizes.px(40), sizes.main_control)
        box = QRect(0, 0, width, height)
        box.moveCenter(QPoint(self.width() // 2, self.height() - margin - height // 2))
        self.invitation.setGeometry(box)


def _place_label(label: QLabel, x: int, y: int, width: int) -> int:
    """Place a label in as many lines as it needs; return its lower end in pixels."""
    height = label.heightForWidth(width)
    label.setGeometry(QRect(x, y, width, height))
    return y + height
