"""The scrolled content of the detail card: texts, figures and links to events."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import FigureText
from qtviewer.domain.markdown_subset import safe_markdown
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.detail.event_detail import EventDetail
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.labels import WrappedLabel
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.look.theme import Theme

_TITLE_SIZE = 30
_BODY_SIZE = 19
_NOTE_SIZE = 17
_SHORT = 24  # characters that fit into a line at every text size
_SEPARATOR, _NO_BREAK = " · ", "\u00a0"


class DetailContent(QWidget):
    """Rows that are added from top to bottom, for one theme and the sizes of one window; no text can be selected."""

    def __init__(self, theme: Theme, sizes: KioskSizes) -> None:
        super().__init__()
        self.setObjectName("content")
        self._theme = theme
        self._sizes = sizes
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(sizes.px(16))

    def add_event(self, detail: EventDetail, color: str) -> None:
        """Add category, title, dates, summary, body and figures of an event; `color` is its category's."""
        badge = plain_label(self)
        badge.setText(f"●  {detail.category}")
        badge.setFont(self._theme.font(_NOTE_SIZE, bold=True))
        badge.setStyleSheet(f"color: {color};")
        self._rows.addWidget(badge)
        self.add_title(detail.title)
        self._add(without_breaks_in_parts(" · ".join(detail.date_lines[:2])), _NOTE_SIZE, muted=True)
        for note in detail.date_lines[2:]:
            self._add(note, _NOTE_SIZE, muted=True)
        self._add(safe_markdown(detail.summary), _BODY_SIZE, bold=True, markdown=True)
        for paragraph in detail.body.split("\n\n"):
            self._add(safe_markdown(paragraph), _BODY_SIZE, markdown=True)
        if detail.figures:
            self._add_figures(detail.figures)

    def add_title(self, text: str) -> None:
        """Add a title."""
        self._add(text, _TITLE_SIZE, bold=True)

    def add_note(self, text: str) -> None:
        """Add a text that is smaller and paler than the body."""
        self._add(text, _NOTE_SIZE, muted=True)

    def add_links(self, heads: Sequence[EventHead], lang: str) -> list[tuple[LinkButton, str]]:
        """Add a button for each event, with its date in a language; return each button with its event's id."""
        links = []
        for head in heads:
            link = LinkButton(f"→ {date_label(head.date, lang, head.time)} · {head.title}", self._theme, self)
            link.setMinimumHeight(self._sizes.control)
            self._rows.addWidget(link)
            links.append((link, head.id))
        return links

    def add_stretch(self) -> None:
        """Add empty space that takes the height that is left; no row is added after it."""
        self._rows.addStretch(1)

    def _add(self, text: str, size: int, *, bold: bool = False, muted: bool = False, markdown: bool = False) -> None:
        if not text:
            return
        text_format = Qt.TextFormat.MarkdownText if markdown else Qt.TextFormat.PlainText
        label = WrappedLabel(text, self._theme.font(size, bold=bold), text_format)
        if muted:
            label.setObjectName("muted")
        self._rows.addWidget(label)

    def _add_figures(self, figures: Sequence[FigureText]) -> None:
        grid = QGridLayout()
        grid.setSpacing(self._sizes.px(16))
        for position, figure in enumerate(figures):
            grid.addWidget(self._make_figure(figure), position // 2, position % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._rows.addLayout(grid)

    def _make_figure(self, figure: FigureText) -> QFrame:
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


def without_breaks_in_parts(text: str) -> str:
    """Return a text of parts separated by " · ", with no-break spaces.

    Lines then break after a separator, not before it, and within a part only if it is longer than 24 characters.
    """
    parts = (part.replace(" ", _NO_BREAK) if len(part) <= _SHORT else part for part in text.split(_SEPARATOR))
    return f"{_NO_BREAK}· ".join(parts)
