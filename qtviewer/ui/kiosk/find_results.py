"""The events that were found, to tap."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QStylePainter, QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton, plain_label
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.painting import fill_box, write
from qtviewer.ui.look.theme import Theme

MOST_RESULTS: Final = 60


class FindResults(TouchScroll):
    """A button for each event, below some words."""

    chosen = Signal(str)

    def __init__(self, model: KioskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def show_heads(self, heads: Sequence[EventHead], words: str, sizes: KioskSizes) -> None:
        """Show other events, from the first."""
        theme, content = self._model.theme, QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, sizes.control + sizes.px(14), 0)
        rows.setSpacing(sizes.px(12))
        label = plain_label(content, name="muted")
        label.setFont(theme.font(17))
        label.setText(words)
        rows.addWidget(label)
        for head in heads:
            rows.addWidget(self._row(head, sizes))
        rows.addStretch(1)
        self.apply_sizes(theme, sizes)
        self.show_content(content)

    def _row(self, head: EventHead, sizes: KioskSizes) -> "ResultButton":
        theme, category = self._model.theme, self._model.source.vocabulary.categories[head.category]
        row = ResultButton(theme, theme.category_color(category), head.title, date_label(head.date, theme.lang))
        row.setFixedHeight(max(sizes.control, theme.px(58)))
        row.clicked.connect(lambda: self.chosen.emit(head.id))
        return row


class ResultButton(TouchButton):
    """A title below its date, each in one line, with an edge in the colour of its category."""

    def __init__(self, theme: Theme, color: QColor, title: str, date: str) -> None:
        super().__init__("tile")
        self._theme, self._color, self._lines = theme, color, (date, title)
        self.setAccessibleName(f"{date} {title}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines, cut with an ellipsis where there is no room."""
        super().paintEvent(event)
        painter, theme, inset = QStylePainter(self), self._theme, self._theme.px(16)
        fill_box(painter, QRectF(theme.px(2), theme.px(6), theme.px(4), self.height() - theme.px(12)), self._color)
        ink = theme.panel if self.isDown() else theme.ink
        half, width = (self.height() - theme.px(8)) / 2, self.width() - 2 * inset
        for at, (text, size, color) in enumerate(zip(self._lines, (14, 18), (theme.muted, ink), strict=True)):
            font = theme.font(size)
            painter.setFont(font)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            shade = QColor(ink if self.isDown() else color)
            write(painter, QRectF(inset, theme.px(4) + at * half, width, half), shown, shade)
        painter.end()
