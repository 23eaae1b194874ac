"""What a card tells, as a widget to scroll: an event, the events of a cluster, or the chronicle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import FigureText
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.detail.event_detail import EventDetail
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.labels import WrappedLabel
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.look.tooltip import escape_html

_TITLE_SIZE = 30
_BODY_SIZE = 19
_NOTE_SIZE = 17
_SHORT = 24  # characters, which fit into a line at every size
_POINT, _NO_BREAK = " · ", "\u00a0"


class DetailContent(QWidget):
    """Lines of text, made once for a theme and the sizes of a window; nothing in it can be selected."""

    def __init__(self, theme: Theme, sizes: KioskSizes) -> None:
        super().__init__()
        self.setObjectName("content")
        self._theme = theme
        self._sizes = sizes
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(sizes.px(16))

    def add_event(self, detail: EventDetail, color: str) -> None:
        """Tell an event."""
        badge = plain_label(self)
        badge.setText(f"●  {detail.category}")
        badge.setFont(self._theme.font(_NOTE_SIZE, bold=True))
        badge.setStyleSheet(f"color: {color};")
        self._lines.addWidget(badge)
        self.add_title(detail.title)
        self._add(broken_between(" · ".join(detail.date_lines[:2])), _NOTE_SIZE, muted=True)
        for note in detail.date_lines[2:]:
            self._add(note, _NOTE_SIZE, muted=True)
        self._add(escape_html(detail.summary), _BODY_SIZE, bold=True, markdown=True)
        for paragraph in detail.body.split("\n\n"):
            self._add(escape_html(paragraph), _BODY_SIZE, markdown=True)
        if detail.figures:
            self._add_figures(detail.figures)

    def add_title(self, text: str) -> None:
        """A heading."""
        self._add(text, _TITLE_SIZE, bold=True)

    def add_note(self, text: str) -> None:
        """A line beside the matter."""
        self._add(text, _NOTE_SIZE, muted=True)

    def add_links(self, heads: Sequence[EventHead], lang: str) -> list[tuple[LinkButton, str]]:
        """Events to tap, and their ids."""
        links = []
        for head in heads:
            link = LinkButton(f"→ {date_label(head.date, lang)} · {head.title}", self._theme, self)
            link.setMinimumHeight(self._sizes.control)
            self._lines.addWidget(link)
            links.append((link, head.id))
        return links

    def finish(self) -> None:
        """Nothing more follows."""
        self._lines.addStretch(1)

    def _add(self, text: str, size: int, *, bold: bool = False, muted: bool = False, markdown: bool = False) -> None:
        if not text:
            return
        text_format = Qt.TextFormat.MarkdownText if markdown else Qt.TextFormat.PlainText
        label = WrappedLabel(text, self._theme.font(size, bold=bold), text_format)
        if muted:
            label.setObjectName("muted")
        self._lines.addWidget(label)

    def _add_figures(self, figures: Sequence[FigureText]) -> None:
        grid = QGridLayout()
        grid.setSpacing(self._sizes.px(16))
        for at, figure in enumerate(figures):
            grid.addWidget(self._figure(figure), at // 2, at % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._lines.addLayout(grid)

    def _figure(self, figure: FigureText) -> QFrame:
        tile = QFrame(self)
        tile.setObjectName("tile")
        box = QVBoxLayout(tile)
        for text, size, bold, name in (
            (f"{figure.value} {figure.unit}".strip(), 24, True, "figure"),
            (figure.label, 16, False, "muted"),
        ):
            label = WrappedLabel(text, self._theme.font(size, bold=bold), Qt.TextFormat.PlainText)
            label.setObjectName(name)
            box.addWidget(label)
        box.addStretch(1)
        return tile


def broken_between(text: str) -> str:
    """Parts with points between, of which none begins a line with its point, and no short one is broken."""
    parts = (part.replace(" ", _NO_BREAK) if len(part) <= _SHORT else part for part in text.split(_POINT))
    return f"{_NO_BREAK}· ".join(parts)
