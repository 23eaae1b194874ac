"""A column of texts and links, from which every content of the detail pane is built."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.source import EventHead
from qtviewer.ui.look.labels import WrappedLabel
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import Range

    FindHits = Callable[[str], Sequence[Range]]

# Sizes of text in pixels, before the theme's scale
TITLE_SIZE: Final = 30
BODY_SIZE: Final = 19
NOTE_SIZE: Final = 17
SMALL_SIZE: Final = 16


class TextColumn(QWidget):
    """Texts and links below each other, in the theme and language that the model has when they are added."""

    def __init__(self, model: ViewModel) -> None:
        super().__init__()
        self.model, self.theme = model, model.theme
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 12, 0)
        self.lines.setSpacing(self.theme.px(12))

    def add_title(self, text: str) -> None:
        """Add a title in the largest type."""
        self.add_label(text, TITLE_SIZE, bold=True)

    def add_note(self, text: str, size: int = NOTE_SIZE) -> None:
        """Add a line in a muted colour."""
        self.add_label(text, size).setObjectName("muted")

    def add_label(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        text_format: Qt.TextFormat = Qt.TextFormat.PlainText,
    ) -> WrappedLabel:
        """Add a text that wraps and can be selected; `size` is in pixels before the theme's scale."""
        label = WrappedLabel(text, self.theme.font(size, bold=bold), text_format)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines.addWidget(label)
        return label

    def mark_hits(
        self, text: str, text_format: Qt.TextFormat, find_hits: "FindHits | None"
    ) -> tuple[str, Qt.TextFormat]:
        """Return the text with its hits marked as HTML, and its format; both unchanged where there is no hit.

        `find_hits` returns the ranges of a text that are hits; None when nothing is searched.
        """
        if find_hits is None:
            return text, text_format
        from qtviewer.ui.look.highlighted_text import highlighted_html  # noqa: PLC0415 - only where something is searched

        html = highlighted_html(text, find_hits, self.theme, markdown=text_format is Qt.TextFormat.MarkdownText)
        return (text, text_format) if html is None else (html, Qt.TextFormat.RichText)

    def add_rule(self) -> None:
        """Add a horizontal line."""
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self.lines.addWidget(rule)

    def add_links(self, heads: Sequence[EventHead], sign: str = "→") -> None:
        """Add a link for each event, which selects it: the sign, its date and its title with the hits marked."""
        hits, select = self.model.hits, self.model.select
        for head in heads:
            prefix = f"{sign} {date_label(head.date, self.model.state.lang, head.time)} · "
            title_ranges = hits.in_title(head.title) if hits else ()
            ranges = [(start + len(prefix), end + len(prefix)) for start, end in title_ranges]
            link = LinkButton(prefix + head.title, self.theme, None, ranges)
            link.clicked.connect(lambda _checked=False, event_id=head.id: select(event_id))
            self.lines.addWidget(link)

    def add_stretch(self) -> None:
        """End the column: the room below stays empty."""
        self.lines.addStretch(1)
