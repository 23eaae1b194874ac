"""Buttons that look like a link or a tag, and wrap."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.look.word_breaks import break_long_words

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import Range

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TAG_MARGIN = 10  # pixels left and right of a tag's text


@guarded
class LinkButton(QAbstractButton):
    """A text to click, in as many lines as its width takes; its accessible name is the text, and never changes.

    `ranges` are the hits in the text, which are highlighted.
    """

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None, ranges: "Sequence[Range]" = ()) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ranges = ranges
        self._heights: dict[int, int] = {}
        self.setAccessibleName(text)  # not setText, which takes a "&" for the mark of a shortcut
        self.setFont(theme.font(17))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower button is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width in pixels, with a margin that makes them easier to hit."""
        if width not in self._heights:
            available = QRect(0, 0, width, 100_000)
            text = QFontMetrics(self.font()).boundingRect(available, _FLAGS, self._parted_text(width))
            self._heights[width] = text.height() + 2 * self._theme.px(4)
        return self._heights[width]

    def _parted_text(self, width: float) -> str:
        """Return the text, in which words wider than a width in pixels may be parted."""
        return break_long_words(self.accessibleName(), self.font(), width)

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width of 0, as the text wraps at any width."""
        return QSize(0, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, in another colour under the pointer and underlined when it has the focus."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.hasFocus())
        painter.setFont(font)
        self._paint_text(painter, QRectF(self.rect()))

    def _paint_text(self, painter: QPainter, box: QRectF) -> None:
        color = QColor(self._theme.tide if self.underMouse() or self.hasFocus() else self._theme.ink)
        if not self._ranges:
            painter.setPen(color)
            painter.drawText(box, _FLAGS, self._parted_text(box.width()))
            return
        from qtviewer.ui.look.highlighted_text import HighlightedText  # noqa: PLC0415 - only where something is found

        HighlightedText(self.accessibleName(), self._ranges, self._theme).draw(painter, box, color)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pointing hand and the colour of a link under the pointer."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to the usual colour."""
        self.update()
        super().leaveEvent(event)


@guarded
class TagButton(LinkButton):
    """A name on a background of its own to click, in one line or wrapped."""

    def __init__(self, text: str, theme: Theme, ranges: "Sequence[Range]" = ()) -> None:
        super().__init__(text, theme, None, ranges)
        self.setFont(theme.font(16))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width in pixels, with margins."""
        return super().heightForWidth(max(width - 2 * _TAG_MARGIN, 1))

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line, with margins."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 2 * _TAG_MARGIN + 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background, an outline when the tag has the focus or the pointer, and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.fillPath(outline, QColor(self._theme.ground))
        if self.hasFocus() or self.underMouse():
            painter.strokePath(outline, QPen(QColor(self._theme.tide), 2 if self.hasFocus() else 1))
        painter.setFont(self.font())
        self._paint_text(painter, QRectF(self.rect()).adjusted(_TAG_MARGIN, 0, -_TAG_MARGIN, 0))
