"""The events of a PDF as HTML, which Qt lays out."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont

from qtviewer.exchange.body_markup import body_to_html
from qtviewer.exchange.document_entry import DocumentEntry, EntryText
from qtviewer.exchange.export_texts import export_text
from qtviewer.ui.look.theme import LIGHT


class PdfFonts(NamedTuple):
    """The fonts of a document: families for regular and bold text, and the dots in a point (1/72 inch)."""

    regular: Sequence[str]
    bold: Sequence[str]
    point: float

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """Return the font at a size in points."""
        font = QFont(self.bold if bold else self.regular)
        font.setPixelSize(round(size * self.point))
        return font


def style_sheet(fonts: PdfFonts) -> str:
    """Return the style sheet for `entry_html`."""
    bold = ", ".join(f"'{family}'" for family in fonts.bold)

    def px(points: float) -> str:
        return f"{round(points * fonts.point)}px"

    return f"""
        .heading {{ font-family: {bold}; font-size: {px(17)}; color: {LIGHT.accent}; margin: 0; }}
        .title {{ font-family: {bold}; font-size: {px(13)}; margin-top: {px(3)}; margin-bottom: 0; }}
        .date {{ color: {LIGHT.muted}; margin-top: {px(4)}; margin-bottom: {px(3)}; }}
        .summary, .value, strong {{ font-family: {bold}; font-weight: normal; }}
        .value {{ color: {LIGHT.tide}; }}
        .note, .source {{ color: {LIGHT.muted}; font-size: {px(8.5)}; margin: 0; }}
        p, ul, ol {{ margin-top: {px(2)}; margin-bottom: {px(3)}; }}
        em {{ font-style: italic; }}
    """


def entry_html(entry: DocumentEntry, heading: str) -> str:
    """Return an event as HTML, below the heading of its section if `heading` is not empty."""
    heading_html = f'<p class="heading">{html.escape(heading)}</p>' if heading else ""
    title = f'<p class="title">{html.escape(entry.title)}</p>'
    return heading_html + title + "".join(_language_block(text) for text in entry.texts)


def _language_block(text: EntryText) -> str:
    colon = export_text("colon", text.lang)
    figures = "".join(
        f'<li>{html.escape(figure.label)}{colon}<span class="value">{html.escape(figure.value)}</span>'
        f" {html.escape(figure.unit)}</li>"
        for figure in text.figures
    )
    source = f"{export_text('source', text.lang)}{colon}{text.source}" if text.source else ""
    return (
        f'<p class="date">{html.escape(text.date)} · {html.escape(text.category)}</p>'
        f'<p class="summary">{html.escape(text.summary)}</p>{body_to_html(text.body)}'
        + (f"<ul>{figures}</ul>" if figures else "")
        + (f'<p class="note">{html.escape(text.date_note)}</p>' if text.date_note else "")
        + (f'<p class="source">{html.escape(source)}</p>' if source else "")
    )
