"""Labels for texts of any length: they wrap, or show nothing instead of a clipped line."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.word_breaks import break_long_words, longest_word_width

_PICTURES: Final = {Qt.TextFormat.MarkdownText: "![", Qt.TextFormat.RichText: "<img"}


@guarded
class WrappedLabel(QLabel):
    """A text in as many lines as its width takes; neither text nor font change once it is shown.

    Words wider than the label are parted, and markup with a picture, which would be read from any path, is shown as
    plain text. Heights are stored by width: Qt alone lays out such a text twenty times
    before it is shown.
    """

    def __init__(self, text: str, font: QFont, text_format: Qt.TextFormat, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole_text = text
        self._longest_word = longest_word_width(text, font)
        self._heights: dict[int, int] = {}
        self.setFont(font)
        self.setWordWrap(True)
        self.setTextFormat(_inert_format(text, text_format))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width, in pixels."""
        if width not in self._heights:
            self._part_words(width)
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return a width of one pixel, so that a very long word does not push other text out of view."""
        return QSize(1, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same as `sizeHint`."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Part the words that are too long for the new width."""
        super().resizeEvent(event)
        self._part_words(self.width())

    def _part_words(self, width: int) -> None:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        has_room = self._longest_word <= room
        is_html = self.textFormat() is Qt.TextFormat.RichText
        whole = self._whole_text
        text = whole if has_room else break_long_words(whole, self.font(), room, is_html=is_html)
        if text != self.text():
            self.setText(text)


def _inert_format(text: str, text_format: Qt.TextFormat) -> Qt.TextFormat:
    """Return the format, or plain text where Qt would look for a picture, as labels cannot be told to read none."""
    picture = _PICTURES.get(text_format)
    return Qt.TextFormat.PlainText if picture and picture in text else text_format


@guarded
class TagLabel(WrappedLabel):
    """A name on a background of its own, in one line or wrapped; it never changes."""

    def __init__(self, text: str, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(text, font, Qt.TextFormat.PlainText, parent)
        self.setObjectName("tag")
        self.setContentsMargins(10, 4, 10, 4)
        self._one_line_size: QSize | None = None

    def sizeHint(self) -> QSize:
        """Return the size of the text in one line, with its margins."""
        if self._one_line_size is None:
            margins = self.contentsMargins()
            width = self.fontMetrics().horizontalAdvance(self._whole_text) + margins.left() + margins.right() + 2
            self._one_line_size = QSize(width, self.heightForWidth(width))
        return self._one_line_size

    def minimumSizeHint(self) -> QSize:
        """Return a width of 0, as the text wraps at any width."""
        return QSize(0, self.sizeHint().height())


@guarded
class UnclippedLabel(QLabel):
    """A line of text that is painted only where there is room for all of it."""

    def minimumSizeHint(self) -> QSize:
        """Return a width of 0 and the height of a line."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, or nothing if it does not fit."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
