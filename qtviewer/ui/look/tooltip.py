"""Tooltips of plain text."""

from PySide6.QtWidgets import QWidget


def set_tooltip(widget: QWidget, text: str) -> None:
    """Set plain text as the tooltip and the accessible description of a widget."""
    widget.setToolTip(tooltip_html(text))
    widget.setAccessibleDescription(text)


def tooltip_html(text: str) -> str:
    """Return plain text as HTML for a tooltip that wraps its lines; empty for an empty text."""
    return f"<p>{_escape_html(text).replace(chr(10), '<br>')}</p>" if text else ""


def _escape_html(text: str) -> str:
    # html.escape would do, but takes 2 ms to import
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
