"""Tooltips of plain text."""

from PySide6.QtWidgets import QWidget


def set_tooltip(widget: QWidget, text: str) -> None:
    """Set plain text as the tooltip and the accessible description of a widget."""
    widget.setToolTip(tooltip_html(text))
    widget.setAccessibleDescription(text)


def tooltip_html(text: str) -> str:
    """Return plain text as HTML for a tooltip that wraps its lines; empty for an empty text."""
    return f"<p>{escape_html(text).replace('>', '&gt;').replace(chr(10), '<br>')}</p>" if text else ""


def escape_html(text: str) -> str:
    """Return Markdown in which `<` and `&` are escaped, so that no part of it is taken for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;")  # html.escape would do, but takes 2 ms to import
