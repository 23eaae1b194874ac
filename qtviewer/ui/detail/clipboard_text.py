"""Texts for the clipboard: a link to the current view, and an event as plain text."""

from qtviewer.domain.markdown_subset import safe_markdown
from qtviewer.domain.query.link import Link, format_link
from qtviewer.ui.detail.event_detail import EventDetail
from qtviewer.ui.look.inert_document import InertDocument
from qtviewer.ui.view_state import ViewState


def link_to_view(state: ViewState) -> str:
    """Return a link that opens the same query and, if one is selected, the same event."""
    return format_link(Link(state.selected, state.query))


def event_as_text(detail: EventDetail, link: str) -> str:
    """Return title, date, summary without markup, source and link, one per line; empty ones are left out."""
    summary = InertDocument()
    summary.setMarkdown(safe_markdown(detail.summary))
    lines = (
        detail.title,
        detail.date_lines[0] if detail.date_lines else "",
        summary.toPlainText(),
        detail.source,
        link,
    )
    return "\n".join(line for line in lines if line)
