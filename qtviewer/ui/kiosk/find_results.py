"""The list of events that were found, each a button."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton, plain_label
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.theme import Theme

MOST_RESULTS: Final = 60
"""Events that are listed at most."""


class FindResults(TouchScroll):
    """A button for each event, below a line of text; `chosen` is emitted with the id of a tapped event."""

    chosen = Signal(str)

    def __init__(self, model: KioskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def show_heads(self, heads: Sequence[EventHead], heading: str, sizes: KioskSizes) -> None:
        """Show other events below a heading, scrolled to the first."""
        theme, content = self._model.theme, QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, sizes.control + sizes.px(14), 0)
        rows.setSpacing(sizes.px(12))
        label = plain_label(content, name="muted")
        label.setFont(theme.font(17))
        label.setText(heading)
        rows.addWidget(label)
        for head in heads:
            rows.addWidget(self._make_button(head, sizes))
        rows.addStretch(1)
        self.apply_sizes(theme, sizes)
        self.show_content(content)

    def _make_button(self, head: EventHead, sizes: KioskSizes) -> "ResultButton":
        theme, category = self._model.theme, self._model.source.vocabulary.categories[head.category]
        date = date_label(head.date, theme.lang, head.time)
        button = ResultButton(theme, theme.category_color(category), head.title, date)
        button.setFixedHeight(max(sizes.control, theme.px(58)))
        button.clicked.connect(lambda: self.chosen.emit(head.id))
        return button


@guarded
class ResultButton(TouchButton):
    """A date above a title, each in one line, with an edge in the colour of the event's category."""

    def __init__(self, theme: Theme, color: QColor, title: str, date: str) -> None:
        super().__init__("tile")
        self._theme, self._color, self._lines = theme, color, (date, title)
        self.setAccessibleName(f"{date} {title}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines, shortened with an ellipsis where they are too long."""
        super().paintEvent(event)
        painter, theme, inset = QPainter(self), self._theme, self._theme.px(16)
        painter.fillRect(QRectF(theme.px(2), theme.px(6), theme.px(4), self.height() - theme.px(12)), self._color)
        ink = theme.panel if self.isDown() else theme.ink
        height, width = (self.height() - theme.px(8)) / 2, self.width() - 2 * inset
        for row, (text, size, color) in enumerate(zip(self._lines, (14, 18), (theme.muted, ink), strict=True)):
            font = theme.font(size)
            painter.setFont(font)
            painter.setPen(QColor(ink if self.isDown() else color))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            box = QRectF(inset, theme.px(4) + row * height, width, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
