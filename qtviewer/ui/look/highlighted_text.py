"""Texts with highlighted hits of a search: painted, or as HTML for a label."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)

from qtviewer.domain.search.highlight import Range
from qtviewer.ui.look.inert_document import InertDocument
from qtviewer.ui.look.theme import Theme

_BODY: Final = re.compile(r"(<body)[^>]*>")


class HighlightedText(NamedTuple):
    """A text with highlighted ranges.

    `shown` is the whole text or its beginning with an ellipsis; `ranges` are start and end of each hit in the whole.
    """

    shown: str
    ranges: Sequence[Range]
    theme: Theme

    def draw(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Draw the text in the painter's font and in a colour, wrapped to a box and vertically centred in it."""
        layout = QTextLayout(self.shown, painter.font())
        layout.setTextOption(_word_wrap())
        layout.setFormats([_format_range(self.shown, found, self.theme) for found in self._ranges_shown()])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        free = box.height() - height if layout.lineCount() == 1 else max(box.height() - height, 0)
        painter.setPen(ink)
        layout.draw(painter, QPointF(box.x(), round(box.y() + free / 2)))

    def _ranges_shown(self) -> list[Range]:
        """The ranges in the shown text; those that were cut off end at its ellipsis."""
        last = len(self.shown)
        return [(min(start, last - 1), min(end, last)) for start, end in self.ranges] if last else []


def _word_wrap() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _format_range(text: str, found: Range, theme: Theme) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    start, end = (_utf16_position(text, position) for position in found)
    made.start, made.length, made.format = start, end - start, _highlight(theme)
    return made


def _highlight(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QBrush(QColor(theme.hit)))
    made.setForeground(QBrush(QColor(theme.ink)))
    return made


def _utf16_position(text: str, position: int) -> int:
    """A position in UTF-16 code units, as Qt counts it: characters above U+FFFF count as two."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def highlighted_html(text: str, find: Callable[[str], Sequence[Range]], theme: Theme, *, markdown: bool) -> str | None:
    """Return a text as HTML with highlighted hits; None when there are none.

    `find` returns the ranges of the hits in a plain text, to which Markdown is converted before.
    """
    document = InertDocument()
    if markdown:
        document.setMarkdown(text)
    else:
        document.setPlainText(text)
    read = document.toPlainText()
    ranges = find(read)
    cursor, highlight = QTextCursor(document), _highlight(theme)
    for start, end in ranges:
        cursor.setPosition(_utf16_position(read, start))
        cursor.setPosition(_utf16_position(read, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(highlight)
    return _BODY.sub(r"\1>", document.toHtml()) if ranges else None  # the label's own font, not the document's
