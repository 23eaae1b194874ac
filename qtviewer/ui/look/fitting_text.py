"""Widgets for texts of which nobody knows how long they are: they wrap, give way to shorter ones, or are left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from qtviewer.ui.look.theme import TextRuler, Theme, text_width

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import Range

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TAG_MARGIN = 10  # pixels beside a name


def as_tooltip(text: str) -> str:
    """A text as a tip that wraps its lines; what looks like HTML in it stays text."""
    return f"<p>{without_tags(text).replace('>', '&gt;').replace(chr(10), '<br>')}</p>" if text else ""


def explain(widget: QWidget, text: str) -> None:
    """Give a widget a tip, which is plain text for those who hear it."""
    widget.setToolTip(as_tooltip(text))
    widget.setAccessibleDescription(text)


def without_tags(text: str) -> str:
    """Markdown in which what looks like HTML stays text."""
    return text.replace("&", "&amp;").replace("<", "&lt;")  # html.escape would do, but takes 2 ms to import


class WrappedLabel(QLabel):
    """A text in as many lines as its width asks for; neither text nor font change once it is shown.

    Qt alone would lay such a text out twenty times before it is shown, among others for a width of nothing.
    """

    def __init__(self, text: str, font: QFont, text_format: Qt.TextFormat) -> None:
        super().__init__(text)
        self._heights: dict[int, int] = {}
        self.setFont(font)
        self.setWordWrap(True)
        self.setTextFormat(text_format)

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Whatever width there is: a word without end must not push all other text out of view."""
        return QSize(1, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Whatever width there is."""
        return self.sizeHint()


class LinkButton(QAbstractButton):
    """A text to click, in as many lines as its width asks for; its accessible name is the text, and never changes.

    What was searched for stands in some `ranges` of it.
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
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width, with some room to hit them."""
        if width not in self._heights:
            room = QRect(0, 0, width, 100_000)
            text = QFontMetrics(self.font()).boundingRect(room, _FLAGS, self.accessibleName())
            self._heights[width] = text.height() + 2 * self._theme.px(4)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The text in one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Whatever the width, the text wraps."""
        return QSize(0, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text, in another colour under the pointer and underlined when it has the focus."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.hasFocus())
        painter.setFont(font)
        self._write(painter, QRectF(self.rect()))

    def _write(self, painter: QPainter, box: QRectF) -> None:
        ink = QColor(self._theme.tide if self.underMouse() or self.hasFocus() else self._theme.ink)
        if not self._ranges:
            painter.setPen(ink)
            painter.drawText(box, _FLAGS, self.accessibleName())
            return
        from qtviewer.ui.look.marked_text import MarkedText  # noqa: PLC0415 - only where something is found

        MarkedText(self.accessibleName(), self._ranges, self._theme).draw(painter, box, ink)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take back the colour."""
        self.update()
        super().leaveEvent(event)


class TagButton(LinkButton):
    """A name on a ground of its own, to click: in one line, or in several where one is too long."""

    def __init__(self, text: str, theme: Theme, ranges: "Sequence[Range]" = ()) -> None:
        super().__init__(text, theme, None, ranges)
        self.setFont(theme.font(16))

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width, with room around them."""
        return super().heightForWidth(max(width - 2 * _TAG_MARGIN, 1))

    def sizeHint(self) -> QSize:
        """The text in one line."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.accessibleName()) + 2 * _TAG_MARGIN + 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, an edge when it has the focus, and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.fillPath(ground, QColor(self._theme.ground))
        if self.hasFocus() or self.underMouse():
            painter.strokePath(ground, QPen(QColor(self._theme.tide), 2 if self.hasFocus() else 1))
        painter.setFont(self.font())
        self._write(painter, QRectF(self.rect()).adjusted(_TAG_MARGIN, 0, -_TAG_MARGIN, 0))


class HandButton(QPushButton):
    """A button over which the pointer becomes a hand."""

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


class FittingButton(QPushButton):
    """A button of any width, which shows the first of its texts that fits, or else as much of the last as does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_first_fit(self, *texts: str) -> None:
        """Choose among texts, now and whenever the size changes."""
        self._texts = texts
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        for text in self._texts:
            self.setText(text)
            if self.sizeHint().width() <= self.width():
                return
        if self._texts:
            self._shorten(self._texts[-1])

    def _shorten(self, text: str) -> None:
        """Show the beginning of a text; who uses the button says all of it in a tip."""
        around = self.sizeHint().width() - text_width(text, self.font())
        self.setText(TextRuler(self.font()).elided(text, self.width() - around - 1) or text)


class TagLabel(QLabel):
    """A name on a ground of its own: in one line, or in several where one is too long; it never changes."""

    def __init__(self, text: str, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("tag")
        self.setFont(font)
        self.setWordWrap(True)
        self.setContentsMargins(10, 4, 10, 4)
        self._in_one_line: QSize | None = None

    def sizeHint(self) -> QSize:
        """The text in one line."""
        if self._in_one_line is None:
            margins = self.contentsMargins()
            width = self.fontMetrics().horizontalAdvance(self.text()) + margins.left() + margins.right() + 2
            self._in_one_line = QSize(width, self.heightForWidth(width))
        return self._in_one_line

    def minimumSizeHint(self) -> QSize:
        """Whatever the width, the text wraps."""
        return QSize(0, self.sizeHint().height())


class OptionalLabel(QLabel):
    """A line that is left out where there is not room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """No width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, if it fits."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
