"""What a PDF says of an event, as the HTML that Qt lays out."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QFont

from qtviewer.exchange.body_markup import body_to_html
from qtviewer.exchange.document_entry import DocumentEntry, EntryText
from qtviewer.exchange.export_texts import export_text
from qtviewer.ui.look.theme import LIGHT


class PdfFonts(NamedTuple):
    """The fonts of a document, and how many dots a point has."""

    regular: Sequence[str]
    bold: Sequence[str]
    point: float

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The font at a size in points."""
        made = QFont(self.bold if bold else self.regular)
        made.setPixelSize(round(size * self.point))
        return made


def style_sheet(style: PdfFonts) -> str:
    """The look of `entry_html`."""
    bold = ", ".join(f"'{family}'" for family in style.bold)

    def px(points: float) -> str:
        return f"{round(points * style.point)}px"

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
    """An event, under the heading of its section if it is the first there."""
    first = f'<p class="heading">{html.escape(heading)}</p>' if heading else ""
    title = f'<p class="title">{html.escape(entry.title)}</p>'
    return first + title + "".join(_words(words) for words in entry.texts)


def _words(words: EntryText) -> str:
    colon = export_text("colon", words.lang)
    figures = "".join(
        f'<li>{html.escape(figure.label)}{colon}<span class="value">{html.escape(figure.value)}</span>'
        f" {html.escape(figure.unit)}</li>"
        for figure in words.figures
    )
    source = f"{export_text('source', words.lang)}{colon}{words.source}" if words.source else ""
    return (
        f'<p class="date">{html.escape(words.date)} · {html.escape(words.category)}</p>'
        f'<p class="summary">{html.escape(words.summary)}</p>{body_to_html(words.body)}'
        + (f"<ul>{figures}</ul>" if figures else "")
        + (f'<p class="note">{html.escape(words.date_note)}</p>' if words.date_note else "")
        + (f'<p class="source">{html.escape(source)}</p>' if source else "")
    )
