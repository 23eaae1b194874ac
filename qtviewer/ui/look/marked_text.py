"""Texts in which what was searched for is marked: painted, or as HTML for a label."""

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
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from qtviewer.domain.search.highlight import Range
from qtviewer.ui.look.theme import Theme

_BODY: Final = re.compile(r"(<body)[^>]*>")


class MarkedText(NamedTuple):
    """A text, as much of it as is shown, and the ranges of the whole that are marked."""

    shown: str
    ranges: Sequence[Range]
    theme: Theme

    def draw(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Draw it in the painter's font, in lines as long as the box, in the middle of its height."""
        layout = QTextLayout(self.shown, painter.font())
        layout.setTextOption(_wrapped())
        layout.setFormats([_format_range(self.shown, found, self.theme) for found in self._ranges_shown()])
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, QPointF(box.x(), round(box.y() + max(box.height() - height, 0) / 2)))

    def _ranges_shown(self) -> list[Range]:
        """The ranges in what is shown; its ellipsis stands for those that were cut off."""
        last = len(self.shown)
        return [(min(start, last - 1), min(end, last)) for start, end in self.ranges] if last else []


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    return option


def _format_range(text: str, found: Range, theme: Theme) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    start, end = (_in_qt(text, place) for place in found)
    made.start, made.length, made.format = start, end - start, _marked(theme)
    return made


def _marked(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QBrush(QColor(theme.hit)))
    made.setForeground(QBrush(QColor(theme.ink)))
    return made


def _in_qt(text: str, place: int) -> int:
    """A place in a text as Qt counts it, to which what is beyond the first 65,536 characters is two."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def marked_html(text: str, find: Callable[[str], Sequence[Range]], theme: Theme, *, markdown: bool) -> str | None:
    """A text as HTML in which all is marked that `find` finds in it as it reads; None when that is nothing."""
    document = QTextDocument()
    if markdown:
        document.setMarkdown(text)
    else:
        document.setPlainText(text)
    read = document.toPlainText()
    ranges = find(read)
    cursor, marked = QTextCursor(document), _marked(theme)
    for start, end in ranges:
        cursor.setPosition(_in_qt(read, start))
        cursor.setPosition(_in_qt(read, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(marked)
    return _BODY.sub(r"\1>", document.toHtml()) if ranges else None  # the label's own font, not the document's
