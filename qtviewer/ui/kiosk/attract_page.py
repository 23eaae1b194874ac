"""What is shown while nobody is there: a slow attract_stops from event to event over the moving tide."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.attract_loop import AttractStop
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.density_curve import DensityCurveView, tide_of
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import plain_label


class AttractPage(QWidget):
    """Shows one stop after the other, each for some seconds, in the language visitors begin with."""

    def __init__(self, model: KioskModel, seconds: float, *, is_still: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self._stops: Sequence[AttractStop] = ()
        self._at = 0
        self.curve_view = DensityCurveView(tide_of(model), model.theme, is_still=is_still, parent=self)
        self.heading, self.kind = plain_label(self), plain_label(self)
        self.date, self.title, self.summary = plain_label(self), plain_label(self), plain_label(self)
        self.invitation = plain_label(self, wraps=False)
        self.date.setObjectName("muted")
        self.invitation.setObjectName("invitation")
        self.invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._timer = QTimer(self, interval=round(seconds * 1000))
        self._timer.timeout.connect(self.advance)
        for signal in (model.language_changed, model.theme_changed):
            signal.connect(self.refresh)

    @property
    def stop(self) -> AttractStop | None:
        """What is shown."""
        return self._stops[self._at] if self._stops else None

    def start(self, stops: Sequence[AttractStop]) -> None:
        """Begin a attract_stops."""
        self._stops, self._at = stops, 0
        self.curve_view.reset()
        self.refresh()

    def advance(self) -> None:
        """Go on to the next stop; after the last to the first."""
        if self._stops:
            self._at = (self._at + 1) % len(self._stops)
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Travel while nobody is there."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self._sizes = sizes
        self.refresh()

    def refresh(self) -> None:
        """Show the stop anew."""
        model, theme = self._model, self._model.theme
        vocabulary, lang = model.source.vocabulary, model.state.lang
        self.curve_view.show_theme(theme)
        self.heading.setText(name_in_language(vocabulary.titles, lang))
        self.invitation.setText(self.tr("Touch the screen to begin"))
        stop = self.stop
        self.date.setText(self._date_of(stop) if stop else name_in_language(vocabulary.subtitles, lang))
        self.title.setText(self._model_title(stop))
        self.summary.setText(self._summary(stop))
        self.kind.setText(self.tr("On this day") if stop and stop.on_this_day else "")
        self.kind.setStyleSheet(f"color: {theme.accent};")
        self.curve_view.mark((stop.head.date.first_day + stop.head.date.last_day + 1) / 2 if stop else None)
        for label, size, bold in (
            (self.heading, 26, True), (self.kind, 20, True), (self.date, 24, False), (self.title, 44, True),
            (self.summary, 24, False), (self.invitation, 24, True),
        ):  # fmt: skip
            label.setFont(theme.font(size, bold=bold))
        self._place()

    def _date_of(self, stop: AttractStop) -> str:
        category = self._model.source.vocabulary.categories[stop.head.category]
        lang = self._model.state.lang
        return f"{date_label(stop.head.date, lang)} · {name_in_language(category.names, lang)}"

    def _model_title(self, stop: AttractStop | None) -> str:
        head = self._model.events.head(stop.head.id) if stop else None
        return head.title if head else ""

    def _summary(self, stop: AttractStop | None) -> str:
        event = self._model.source.event(stop.head.id) if stop else None
        text = event.texts.get(self._model.state.lang) or next(iter(event.texts.values())) if event else None
        return text.summary if text else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        m, margin = self._sizes, self._sizes.px(72)
        width, height = self.width(), self.height()
        sea_height = height * 2 // 5
        self.curve_view.setGeometry(QRect(0, height - sea_height, width, sea_height))
        self.curve_view.lower()
        room = min(width - 2 * margin, m.px(1400))
        top = _put(self.heading, margin, margin, room)
        told = [(self.kind, m.px(12)), (self.date, m.px(16)), (self.title, m.px(28)), (self.summary, 0)]
        told = [(label, gap) for label, gap in told if label.text()]
        tall = sum(label.heightForWidth(room) + gap for label, gap in told)
        top += max((height - sea_height - top - tall) // 2, m.px(24))
        for label in (self.kind, self.date, self.title, self.summary):
            label.setVisible(bool(label.text()))
        for label, gap in told:
            top = _put(label, margin, top, room) + gap
        hint = self.invitation.sizeHint()
        pill = QRect(0, 0, min(hint.width() + m.px(120), room), max(hint.height() + m.px(40), m.main_control))
        pill.moveCenter(QPoint(width // 2, height - margin - pill.height() // 2))
        self.invitation.setGeometry(pill)


def _put(label: QLabel, x: int, y: int, width: int) -> int:
    """Place a label in as many lines as it needs; its end."""
    height = label.heightForWidth(width)
    label.setGeometry(QRect(x, y, width, height))
    return y + height
