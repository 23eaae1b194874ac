"""What is copied of a window: a link, or an event as text."""

from PySide6.QtGui import QTextDocument

from qtviewer.domain.query.link import Link, format_link
from qtviewer.ui.detail.text import Detail
from qtviewer.ui.look.tooltip import escape_html
from qtviewer.ui.view_model import ViewState


def link_of(state: ViewState) -> str:
    """A link to the event that is shown, if any, among the events that match."""
    return format_link(Link(state.selected, state.query))


def text_of(detail: Detail, link: str) -> str:
    """An event as a few lines: title, date, summary, source and link."""
    summary = QTextDocument()
    summary.setMarkdown(escape_html(detail.summary))
    lines = (
        detail.title,
        detail.date_lines[0] if detail.date_lines else "",
        summary.toPlainText(),
        detail.source,
        link,
    )
    return "\n".join(line for line in lines if line)
